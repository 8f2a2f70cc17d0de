"""Keeping what we promised: how what is late is going, a lead professional who left, a new caseworker told of."""

from flask import Blueprint, g, request

from casework.actions.promises import (
    note_the_family_was_told,
    record_that_the_lead_left,
    update_the_family,
)
from casework.desk.open_case import names_of
from casework.desk.pages import deed_page, one_deed, there
from casework.desk.questions_messages import LeadLeft, Update, WasTold
from casework.law.clocks import deadlines
from casework.law.timetable import due
from casework.promises import UPDATE, officer_owed
from casework.telling import late_for_family, promised, update_words
from casework.web import office, opens
from casework.words import day

keeping = Blueprint("keeping", __name__, url_prefix="/desk/case/<ref>")


@keeping.route("/update", methods=["GET", "POST"])
@opens("update the family")
def update(ref):
    """Tell the family how everything that is late is going: one press, from what the record knows."""
    known, late = _known()
    question = Update(request.form, words=update_words(g.case, late, office().today()))
    page = {"title": "Tell the family how it is going", "button": "Send it", "template": "desk/update.html"}
    told = {"sender": g.actor.id, "words": question.words.data or ""}
    again = day(due(UPDATE, office().today()))
    said = f"Sent. We promise to tell them again by {again}, unless it has come."
    return one_deed(update_the_family, question, page | known, then=there("diary"), said=said, **told)


def _known() -> tuple[dict, tuple]:
    """What the page of an update shows: when it was promised and what is late; and what is late by itself."""
    running, today = deadlines(g.case.facts, g.case.excuses), office().today()
    owed = [each.deadline for each in promised(running, today) if each.deadline.duty.id == UPDATE]
    late = late_for_family(g.case, running, today, names_of(office(), g.case))
    return {"owed": owed[0] if owed else None, "late": late}, late


@keeping.route("/lead-left", methods=["GET", "POST"])
@opens("record that the lead left")
def lead_left(ref):
    """The lead professional has left: the family is told, and another is owed within ten working days."""
    lead = "The family is told. We promise to name somebody else within 10 working days of the day they left."
    page = {"title": "The lead professional has left", "button": "Record it", "lead": lead}
    question = LeadLeft(request.form)
    said = {"why": question.why.data or "", "left_on": question.left_on.data}
    return one_deed(record_that_the_lead_left, question, page, then=f"{there()}/lead", said="Now name another.", **said)


@keeping.route("/told", methods=["GET", "POST"])
@opens("note the family was told")
def told(ref):
    """Note that one of the family was told in person who their caseworker is: a letter is noted when it leaves."""
    question, officer = WasTold(request.form, how="telephone call"), g.case.caseworker
    question.person.choices = _untold()
    names = office().people.names([officer])
    lead = f"{names.get(officer, 'Nobody')} is the caseworker. A letter or an email is noted when it has left."
    page = {"title": "Note that the family was told", "button": "Note it", "lead": lead}
    if not question.person.choices:
        return deed_page(None, template="desk/told.html", **page)
    said = {"about": officer, **question.answers}
    return one_deed(note_the_family_was_told, question, page, then=there("dates"), said="Noted.", **said)


def _untold() -> list[tuple[str, str]]:
    """Everybody in the family who has still to be told who the caseworker is now."""
    if not officer_owed(g.case, deadlines(g.case.facts, g.case.excuses)):
        return []
    waiting = [party.person for party in g.case.family if party.person not in g.case.caseworker_told]
    names = office().people.names(waiting)
    return [(person, names.get(person, "Someone")) for person in dict.fromkeys(waiting)]
