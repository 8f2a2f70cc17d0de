"""Advice at the desk: asked for, read, accepted, sent back, no longer needed; and the ladder it climbed."""

from flask import Blueprint, flash, g, redirect, request

from casework import advising
from casework.actions import carry_out
from casework.actions.advice import accept_advice, ask_for_advice, return_advice, withdraw_a_request_for_advice
from casework.actions.lateness import settle_chasing
from casework.desk import advice_read
from casework.desk.asking_advice import asking_question, lines_of, wanted
from casework.desk.case_parts import THREE
from casework.desk.chasing_now import chase_of
from casework.desk.open_case import names_of
from casework.desk.pages import deed_page, there
from casework.desk.questions_advice import Return, Settle, WithdrawAdvice, accept_question
from casework.errors import NotYours, Refusal
from casework.law.clocks import deadlines
from casework.law.counting import add_working_days
from casework.telling import exceptions_of
from casework.telling.rows import DESK
from casework.web import do, office, opens
from casework.words import plural

advice = Blueprint("advice_desk", __name__, url_prefix="/desk/case/<ref>")
DAYS_FOR_A_MISSING_PART = 3  # working days, as escalation.json's quality return gives


@advice.route("/ask-for-advice", methods=["GET", "POST"])
@opens("ask for advice")
def asking(ref):
    """Everyone regulation 6 names for this child, ticked, with why; and anyone the family reasonably names."""
    lines = lines_of(office(), g.case)
    question = asking_question(request.form, lines, office())
    if question.answered and (done := _ask_all(ref, question, wanted(question, lines, office().people.services()))):
        return done
    more = {"template": "desk/ask_for_advice.html", "lines": lines}
    return deed_page(question, title="Ask for advice", button="Ask everyone who is ticked", **more)


def _ask_all(ref, question, asked):
    """Ask everyone, or nobody: one deed a service, in one transaction. A form sent twice asks once."""
    if not asked:
        return question.refuse(Refusal("Tick at least one service to ask."))
    try:
        with office().diary.one_write():
            for number, one in enumerate(asked):
                carry_out(office(), g.actor, ask_for_advice, ref, token=f"{question.token.data}-{number}", **one)
    except Refusal as refusal:
        return question.refuse(Refusal(f"{advising.advice_type(one['advice']).name}: {refusal.sentence}"))
    flash(
        f"{plural(len(asked), 'service')} asked. Each has three dates, and the family can see who was asked.", "success"
    )
    return redirect(there("advice"), 303)


def the_request(about: str):
    """One request for advice of this case. Raises NotYours when there is none of that name."""
    if about not in g.case.advice:
        raise NotYours(about)
    return g.case.advice[about]


@advice.get("/advice/<about>")
@opens("read the case")
def read(ref, about):
    """One request: its dates, the reply, the advice in its sections, what the self-check sees, and the ladder."""
    one = the_request(about)
    return deed_page(
        None, title=advising.advice_type(one.kind).name, button="", template="desk/advice.html", **_all_of(one)
    )


def _all_of(one) -> dict:
    """Everything the page of one request shows."""
    papers = office().papers.read_all(g.case.ref, [one.paper, one.response_paper, one.returned])
    written = office().diary.written(g.case.ref)
    names = names_of(office(), g.case, [each for each in written if each.entry.about == one.about])
    content = papers[one.paper].content if one.paper else None
    reply = papers[one.response_paper].content if one.response_paper else None
    running = {each.duty.id: each for each in deadlines(g.case.facts, g.case.excuses) if each.about == one.about}
    return {
        "one": one,
        "names": names,
        "readers": [names.get(person, "someone") for person in one.story_read_by],
        "dates": [(words, running[duty]) for words, duty in THREE if duty in running],
        "exceptions": {duty: exceptions_of(g.case, each, names, DESK) for duty, each in running.items()},
        "reply": advising.reply_parts(one.kind, reply) if reply else (),
        "returned": papers[one.returned].content if one.returned else None,
        "content": content,
        "parts": advising.advice_parts(content) if content else (),
        "sharing": advice_read.for_the_caseworker(content) if content else [],
        "findings": (
            [each for each in advising.self_check(one.kind, content) if each.level != "good"] if content else []
        ),
        "ladder": advice_read.ladder_of(g.case, one, written, names=names, ladders=office().ladders.all()),
        "chase": chase_of(g.actor, g.case, one, office().today()),
    }


@advice.route("/advice/<about>/accept", methods=["GET", "POST"])
@opens("accept advice")
def accept(ref, about):
    """Accept advice, or a reply that closes the request once everything it needs is confirmed."""
    one = the_request(about)
    confirm = advising.to_accept(one.kind, one.response) if one.response and not one.received_on else ()
    question = accept_question(request.form, confirm)
    said = {"then": there("advice"), "said": "Accepted. They have been thanked."}
    if question.answered and (done := do(accept_advice, ref, question, about=about, **said)):
        return done
    lead = (
        "You have read it and it can be used. It stays as it was sent, and it goes to the family with the draft plan."
    )
    return deed_page(question, title=f"Accept: {advising.advice_type(one.kind).name}", button="Accept it", lead=lead)


@advice.route("/advice/<about>/return", methods=["GET", "POST"])
@opens("return advice")
def send_back(ref, about):
    """Send advice back with a reason and a day for the missing part."""
    one, by = the_request(about), add_working_days(office().today(), DAYS_FOR_A_MISSING_PART)
    question = Return(request.form, missing_by=by)
    said = {"then": there("advice"), "said": "It is sent back, and they are told what is missing."}
    answers = {"about": about, **{name: value or "" for name, value in question.answers.items()}}
    if question.answered and (done := do(return_advice, ref, question, **said, **answers)):
        return done
    lead = "They get your words, and what they wrote is kept for them to change."
    return deed_page(
        question, title=f"Send back: {advising.advice_type(one.kind).name}", button="Send it back", lead=lead
    )


@advice.route("/advice/<about>/withdraw", methods=["GET", "POST"])
@opens("withdraw a request for advice")
def withdraw(ref, about):
    """No longer ask this service: the wrong team, and another is asked; or the advice is not needed."""
    one, question = the_request(about), WithdrawAdvice(request.form)
    then = f"{there()}/ask-for-advice" if question.again.data == "yes" else there("advice")
    details = {"then": then, "said": "They have been told.", "about": about, "words": question.words.data or ""}
    if question.answered and (done := do(withdraw_a_request_for_advice, ref, question, **details)):
        return done
    title = f"No longer ask: {advising.advice_type(one.kind).name}"
    lead = "The request and its dates stay on the record."
    return deed_page(question, title=title, button="No longer ask them", lead=lead)


@advice.route("/advice/<about>/settle", methods=["GET", "POST"])
@opens("settle chasing")
def settle(ref, about):
    """Settle a late request with a reason. Everyone who was told is told."""
    one, question = the_request(about), Settle(request.form)
    details = {"then": f"{there()}/advice/{about}", "said": "Settled. Everyone who was told is told."}
    words = question.words.data or ""
    if question.answered and (done := do(settle_chasing, ref, question, about=about, words=words, **details)):
        return done
    title = f"Settle: {advising.advice_type(one.kind).name}"
    return deed_page(question, title=title, button="Settle it", lead="Everyone who was told that it was late is told.")
