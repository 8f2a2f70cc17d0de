"""Stopping and coming back: a one-time link by email; and telling a person instead of writing."""

from datetime import timedelta

from flask import Blueprint, flash, g, render_template, request, url_for

from casework.asking import Choice, Email, Phone, Question, Words
from casework.law.timetable import duty_called
from casework.web import office, onward, opens
from portal import ask_draft
from portal.ask_pages import ASK, current, with_draft

later = Blueprint("later", __name__)
LINK_LASTS = timedelta(days=30)  # as long as a family may need; the link can be asked for again
ABOUT = "ask"  # what a link is for
CALLS, WAITING = "calls", "waiting"  # where calls that were asked for wait for the team
TIMES = ("Any time", "Morning", "Lunch time", "Afternoon")


class WhereToSendTheLink(Question):
    """Where the link goes."""

    email = Email("Your email address", ask="Enter your email address", hint="We use it only to send you the link.")


class CallMe(Question):
    """Whom to call, and when it suits them."""

    name = Words("Your name", ask="Enter your name", autocomplete="name")
    phone = Phone("Phone number", ask="Enter a phone number")
    when = Choice("When is a good time?", choices=TIMES)
    language = Words("Language, if you would like an interpreter")


@later.route("/<door>/later", methods=["GET", "POST"])
@opens(ASK)
@with_draft
def save(draft):
    """Save and finish later: send a link that brings everything back, on any device."""
    question = WhereToSendTheLink(request.form, email=email_in(draft))
    if question.answered:
        return send_link(draft, question.email.data)
    return render_template("portal/ask/later.html", question=question, draft=draft, stop=Question())


def email_in(draft) -> str:
    """The asker’s email address, where they have told us already."""
    for field in ("your_contact", "contact", "person", "you"):
        if draft.answers.get(field, {}).get("email"):
            return draft.answers[field]["email"]
    return ""


def send_link(draft, email: str):
    """Make a one-time link, owe the email that carries it, and show that it is on its way."""
    until = office().now() + LINK_LASTS
    link = office().accounts.make_link(ABOUT, draft.place, LINK_LASTS)
    address = f"{office().site_url}{url_for('ask.later.back', link=link)}"
    facts = {"link": address, "until": until.date().isoformat()}
    office().post.owe_email(email, "carry-on-asking", facts, on=office().today())
    return render_template("portal/ask/link_sent.html", draft=draft, email=email, until=until, stop=Question())


@later.post("/<door>/leave")
@opens(ASK)
def leave(door):
    """Take the answers off this device. They are kept, and the link brings them back."""
    if Question(request.form).answered:
        ask_draft.let_go(door)
        flash("Your answers are no longer on this device. The link in your email brings them back.", "success")
    return onward("ask.who")


@later.route("/back/<link>", methods=["GET", "POST"])
@opens(ASK)
def back(link):
    """The page a link leads to. Opening it does nothing, since mail programs open links too; the button does."""
    question = Question(request.form)
    place = office().accounts.use_link(link, ABOUT) if question.answered else None
    if place:
        door, _, key = place.partition("/")
        ask_draft.hold(door, key)
        return onward("ask.begun", door=door)
    return render_template("portal/ask/back.html", question=question, works=bool(office().accounts.link(link, ABOUT)))


@later.route("/<door>/tell-someone", methods=["GET", "POST"])
@opens(ASK)
def tell(door):
    """I would rather tell someone: the phone number, the hours, and a call that we make."""
    question, draft = CallMe(request.form), current(door)
    if question.answered:
        book_call(door, draft, question)
        return onward("ask.later.tell", door=door, booked="yes")
    facts = {"door": door, "draft": draft, "call_by": call_by(), "back": request.args.get("back")}
    return render_template("portal/ask/tell.html", question=question, **facts)


def call_by():
    """The day by which we call back: the same working days as an acknowledgement."""
    return duty_called("LOCAL_ACK_2WD").last_day(office().today())


def book_call(door, draft, question) -> None:
    """Keep who wants to be called where the team sees it, and tell the team that somebody waits."""
    said = question.answers | {"door": door, "by": call_by().isoformat(), "asked_on": office().today().isoformat()}
    by = g.actor.id or "someone asking"
    office().drafts.save(CALLS, WAITING, question.token.data, content=said, version=None, by=by)
    if draft:
        ask_draft.keep(draft, ask_draft.CALL, said)
    facts = {"link": f"{office().site_url}/desk/keying", "until": said["by"]}
    office().post.owe_email(office().area.email, "call-asked-for", facts, on=office().today())
