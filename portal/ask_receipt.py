"""Reading it over, sending it, and the receipt: the reference, the dates we now owe, and what happens next."""

from flask import Blueprint, Response, flash, g, render_template, request, session

from casework.asking import Email, Question
from casework.asking.inviting import invite
from casework.asking.sending import Request, send
from casework.errors import NotYours, Refusal
from casework.law.clocks import deadlines
from casework.web import office, onward, opens
from portal import ask_draft
from portal.ask_later import email_in
from portal.ask_letter import letter_of
from portal.ask_order import SEND, still_needed
from portal.ask_pages import ASK, SENT, remember, with_draft
from portal.calendar_file import Event, calendar_file

receipt = Blueprint("receipt", __name__)
LAWFUL = "no later than"


class WhereToSendACopy(Question):
    """Where a copy of the receipt goes."""

    email = Email("Email address", ask="Enter an email address")


class SendIt(Question):
    """The button that sends the request. `in_the_way` is the question that stops it, when there is one."""

    in_the_way = ""

    @property
    def troubles(self):
        """What stands in the way, leading to the answer it is about."""
        where = f"#answer-{self.in_the_way}" if self.in_the_way else ""
        return [(where, sentence) for sentence in self.form_errors]


@receipt.route("/<door>/check", methods=["GET", "POST"])
@opens(ASK)
@with_draft
def check(draft):
    """Read it over as a letter about a child, put anything right, and send it."""
    question = SendIt(request.form)
    if question.answered and (sent := send_it(draft, question)):
        return sent
    facts = {"letter": letter_of(draft), "needed": still_needed(draft.door, draft.answers), "unread": draft.unread}
    return render_template("portal/ask/check.html", question=question, draft=draft, **facts)


def send_it(draft, question):
    """Send the request, and give whoever asked a way to follow it; or say what stands in the way."""
    try:
        with office().diary.one_write():
            case = send(office(), g.actor, Request(draft.door, draft.answers | {SEND: "yes"}, draft.token))
            invite(office(), case)
            office().drafts.drop(ask_draft.KIND, draft.place)
    except Refusal as refusal:
        question.refuse(Refusal(refusal.sentence))
        question.in_the_way = (refusal.field or "").partition("-")[0].replace("_", "-")
        return None
    remember(draft.door, case.ref)
    session["copy to"] = email_in(draft)
    return onward("ask.receipt.sent", door=draft.door)


def case_sent(door: str):
    """The case that was opened from this browser at a door. Not found for anybody else."""
    ref = session.get(SENT, {}).get(door)
    if not ref:
        raise NotYours(door)
    return office().diary.read(ref)


def dates_owed(case) -> list:
    """The dates the law now gives us, the earliest first."""
    ours = [each for each in deadlines(case.facts, case.excuses) if each.duty.owed_by == "authority"]
    return [each for each in ours if each.is_open and each.duty.limit == LAWFUL]


@receipt.get("/<door>/sent")
@opens(ASK)
def sent(door):
    """The receipt."""
    case = case_sent(door)
    return shown(case, door, WhereToSendACopy(email=session.get("copy to", "")))


def shown(case, door, question):
    """The receipt as a page."""
    child = office().papers.read(case.ref, case.child).content
    facts = {"case": case, "child": child, "dates": dates_owed(case), "door": door, "standing": who_follows(case)}
    return render_template("portal/ask/sent.html", question=question, **facts)


def who_follows(case) -> str:
    """How whoever asked can follow the case: signed in, by a link in an email, by post, or told when they call."""
    asker = next((party for party in case.parties if party.purpose and party.person), None)
    if asker is None or asker.capacity not in ("parent", "young person"):
        return "told"
    if asker.person == g.actor.id:
        return "signed in"
    return "email" if office().people.person(asker.person).email else "post"


@receipt.get("/<door>/sent/dates.ics")
@opens(ASK)
def dates(door):
    """The dates for a calendar."""
    case, who = case_sent(door), office().area.short_name
    made = {"about": case.ref, "changed_at": office().now()}
    events = [
        Event(f"{case.ref}-{each.duty.id}", each.due, f"{who}: last day to {each.duty.duty}", **made)
        for each in dates_owed(case)
    ]
    words = calendar_file(case.ref, events)
    headers = {"Content-Disposition": f'attachment; filename="{case.ref}-dates.ics"'}
    return Response(words, mimetype="text/calendar", headers=headers)


def send_copy(case, email: str) -> None:
    """Owe an email with the reference and the first date."""
    first = dates_owed(case)[0].due.isoformat()
    facts = {"text": case.ref, "decide_by": first, "link": f"{office().site_url}/my-cases"}
    office().post.owe_email(email, "copy-of-receipt", facts, on=office().today())


@receipt.post("/<door>/sent/copy")
@opens(ASK)
def copy(door):
    """Send the reference and the first date to an email address."""
    case, question = case_sent(door), WhereToSendACopy(request.form)
    if question.answered:
        send_copy(case, question.email.data)
        flash(f"We are sending the reference and the dates to {question.email.data}.", "success")
        return onward("ask.receipt.sent", door=door)
    return shown(case, door, question)
