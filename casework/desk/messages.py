"""Answering the family: what waits for an answer, the reply, why none is needed, a call or a letter written down."""

from flask import Blueprint, g, redirect, render_template, request

from casework.actions.messages import (
    answer_a_message,
    record_that_no_reply_is_needed,
    take_down_a_message,
)
from casework.desk.message_views import message_rows
from casework.desk.pages import called, one_deed, there
from casework.desk.questions_messages import Answer, NoReply, TakeDown
from casework.errors import NotYours
from casework.web import office, opens
from casework.words import short_day

messages = Blueprint("messages", __name__, url_prefix="/desk/case/<ref>")
SHORTEST = 60  # characters of a message that is offered to be answered as well


@messages.get("/messages")
@opens("answer a message")
def waiting(ref):
    """What the family wrote or said, and what still waits for an answer, the first due before the others."""
    owed, settled = message_rows(office(), g.case)
    return render_template("desk/messages/all.html", case=g.case, called=called(), waiting=owed, settled=settled)


@messages.route("/messages/<about>", methods=["GET", "POST"])
@opens("answer a message")
def answer(ref, about):
    """One message, the reply to it, and what else is unanswered: one reply may answer several."""
    row, others = _one_and_others(about)
    if not row.message.waits:
        return redirect(_all(), 303)
    question = Answer(request.form, way="message")
    question.also.choices = [_offer(each) for each in others if each.message.sender == row.message.sender]
    page = {"title": f"Answer {row.who}", "button": "Send the answer", "template": "desk/messages/answer.html"}
    page |= {"row": row, "others": others}
    return one_deed(answer_a_message, question, page, then=_onward, said="Answered.", **_reply(question, about))


def _reply(question, about) -> dict:
    """What the deed is told of a reply."""
    said = {name: question.answers[name] for name in ("way", "answered_on")}
    answers = (about, *(question.also.data or ()))
    return said | {"sender": g.actor.id, "answers": answers, "words": question.words.data or ""}


def _one_and_others(about):
    """One message and the others that wait. Raises NotYours for a message that this case does not have."""
    owed, settled = message_rows(office(), g.case)
    row = next((each for each in (*owed, *settled) if each.about == about), None)
    if row is None:
        raise NotYours(about)
    return row, [each for each in owed if each.about != about]


def _offer(row) -> tuple[str, str]:
    """Another message of theirs, to be ticked: its day and its beginning."""
    beginning = row.words if len(row.words) <= SHORTEST else row.words[:SHORTEST].rsplit(" ", 1)[0] + " …"
    return row.about, f"{short_day(row.message.on)}: {beginning}"


def _all() -> str:
    """The page of every message."""
    return f"{there()}/messages"


def _onward(case) -> str:
    """What still waits, or the case when nothing does."""
    return _all() if any(each.waits for each in case.family_messages.values()) else there()


@messages.route("/messages/<about>/no-reply", methods=["GET", "POST"])
@opens("record that no reply is needed")
def no_reply(ref, about):
    """A message that needs no reply, and why: never a silent close."""
    row, _ = _one_and_others(about)
    page = {"title": "No reply is needed", "button": "Record it", "template": "desk/messages/no_reply.html", "row": row}
    question = NoReply(request.form)
    reason = question.reason.data or ""
    done = {"then": _onward, "said": "Recorded: no reply is needed.", "about": about, "reason": reason}
    return one_deed(record_that_no_reply_is_needed, question, page, **done)


@messages.route("/messages/write-down", methods=["GET", "POST"])
@opens("take down a message")
def write_down(ref):
    """Write down a call, a letter or an email of the family's: it is owed an answer, unless it was answered at once."""
    question = TakeDown(request.form, way="telephone call")
    names = office().people.names([party.person for party in g.case.family])
    question.sender.choices = [(p.person, f"{names.get(p.person, 'Someone')} ({p.capacity})") for p in g.case.family]
    lead = "We promise to answer within 3 working days of the day it came."
    said = {name: value or "" for name, value in question.answers.items()} | {"by": g.actor.id}
    said["received_on"] = question.received_on.data
    page = {"title": "Write down a call or a letter", "button": "Write it down", "lead": lead}
    return one_deed(take_down_a_message, question, page, then=_all(), said="Written down.", **said)
