"""What was stopped before it left, because another child is named in it: the list, and one to decide."""

from flask import Blueprint, g, render_template, request

from casework import access, guarding, letters, stating
from casework.actions.guarding import send_what_was_stopped, withdraw_what_was_stopped
from casework.desk.pages import called, there
from casework.desk.questions_stopped import SendAnyway, Withdraw
from casework.errors import NotYours
from casework.record.case import Case
from casework.web import do, office, opens
from casework.words import opening

stopped = Blueprint("stopped", __name__, url_prefix="/desk/stopped")
on_case = Blueprint("stopped_on_case", __name__, url_prefix="/desk/case/<ref>")
PRINTS = {"draft": "the draft plan", "final": "the final plan", "advice": "an advice"}
CHANGES = "the changes to a plan"


@stopped.get("")
@opens("see what was stopped")
def waiting():
    """Everything that is stopped and that this person may decide, and what became of others this month."""
    after = request.args.get("after", "")
    found, more = office().post.stops.waiting(after=int(after) if after.isdecimal() and len(after) < 10 else 0)
    mine = [row for row in found if _may_decide(row)]
    lines = [(row, letters.title(row.name) if row.name else opening(PRINTS.get(row.as_, CHANGES))) for row in mine]
    counts = office().post.stops.counts(office().today().replace(day=1))
    return render_template("desk/stopped.html", lines=lines, onward=found[-1].id if more else 0, counts=counts)


def _may_decide(row) -> bool:
    """Whether this person may decide on something of this case."""
    return access.may(g.actor, "send what was stopped", Case(row.ref, caseworker=row.caseworker))


@on_case.route("/stopped/<int:number>", methods=["GET", "POST"])
@opens("send what was stopped")
def one(ref, number):
    """One that is stopped, the sentence around each other child, and two ways on."""
    stop, send, withdraw = _mine(number), SendAnyway(request.form, prefix="send"), Withdraw(request.form, prefix="not")
    if (done := _sent(stop, send)) or (done := _withdrawn(stop, withdraw)):
        return done
    shown = {"case": g.case, "called": called(), "stop": stop, "send": send, "withdraw": withdraw}
    return render_template("desk/stopped_one.html", **shown, **_what(stop))


def _mine(number):
    """A stop of this case that nobody has answered. Raises NotYours for any other."""
    stop = office().post.stops.one(g.case.ref, number)
    if stop is None or stop.settled:
        raise NotYours(str(number))
    return stop


def _sent(stop, question):
    """Send it, because …"""
    said = {"then": there("letters"), "said": "It will be sent. Your reason is kept in the diary."}
    if question.answered:
        return do(send_what_was_stopped, g.case.ref, question, stop=stop.id, reason=question.reason.data or "", **said)
    return None


def _withdrawn(stop, question):
    """Do not send it."""
    said = {"then": there("letters"), "said": "It will not be sent. Your reason is kept in the diary."}
    told = {"reason": question.why_not.data or "", "instead": question.instead.data or ""}
    if question.answered:
        return do(withdraw_what_was_stopped, g.case.ref, question, stop=stop.id, **told, **said)
    return None


def _what(stop) -> dict:
    """What was stopped, to whom it goes, and every other child in it as it stands now."""
    if not stop.letter:
        waiting = office().post.print_of(stop.ref, stop.paper, stop.as_)
        hits = guarding.look(office(), stop.ref, guarding.print_words(office(), waiting))
        return {"what": PRINTS.get(stop.as_, CHANGES), "to": "everybody who is sent it", "hits": hits}
    letter = office().post.one(stop.letter)
    to = stating.recipient(office(), letter)
    how = letter.how if to.email else "print"
    words = guarding.letter_words(office(), letter.letter, stating.facts(office(), letter, to), how)
    hits = guarding.look(office(), stop.ref, words, to=letter.person)
    return {"what": letters.title(letter.letter), "to": to.name, "hits": hits}
