"""Putting a case right: two children told apart, a wrong entry struck out, a lawful ground recorded."""

from flask import Blueprint, g, request

from casework.actions.joining import set_aside_a_duplicate
from casework.actions.lateness import record_an_excuse
from casework.actions.upkeep import strike_out_an_entry
from casework.desk.duplicates import look_alikes
from casework.desk.pages import deed_page, one_deed, there
from casework.desk.questions import Duplicate, Excuse, StrikeOut
from casework.desk.rehearsal import effects_of_striking, entry_told
from casework.errors import NotYours
from casework.law.clocks import deadlines
from casework.telling import duty_words
from casework.web import office, opens
from casework.words import day

repair = Blueprint("repair", __name__, url_prefix="/desk/case/<ref>")
CASE = "-"  # in an address: a duty of the whole case, and not of one request for advice


@repair.route("/duplicates", methods=["GET", "POST"])
@opens("set aside a duplicate")
def duplicates(ref):
    """Cases that look like the same child, beside this one. Twins are two children; nobody is merged by a machine."""
    question, (child, found) = Duplicate(request.form), look_alikes(office(), g.case, g.actor)
    page = {"title": "Is this the same child?", "button": "They are two different children"}
    page |= {"template": "desk/duplicates.html", "child": child, "found": found}
    said = {"then": f"{there()}/duplicates", "said": "Set aside: two different children."}
    answers = {"other": question.other.data or "", "reason": question.reason.data or ""}
    return one_deed(set_aside_a_duplicate, question, page, **said, **answers)


@repair.route("/strike-out/<int:number>", methods=["GET", "POST"])
@opens("strike out an entry")
def strike_out(ref, number):
    """Strike a wrong entry out, with every date that changes shown first. Nothing is overwritten."""
    question, told = StrikeOut(request.form), entry_told(office(), g.case, g.actor, number)
    refused, effects = effects_of_striking(office(), g.case, g.actor, number)
    page = {"title": "Strike out an entry", "button": "Strike it out", "look": "warning"}
    page |= {"template": "desk/strike_out.html", "it": told, "effects": effects, "refused": refused}
    if refused:
        return deed_page(question, **page)
    said = {"then": there("diary"), "said": "The entry is struck out. It is still there to read."}
    reason = question.reason.data or ""
    return one_deed(strike_out_an_entry, question, page, number=number, reason=reason, **said)


@repair.get("/excuse")
@opens("record an excuse")
def excuses(ref):
    """Every open time limit for which the law knows a ground."""
    running = [each for each in deadlines(g.case.facts, g.case.excuses) if each.is_open and each.duty.excuses]
    names = {one.id: one.name for one in office().people.services()}
    lines = [(each, duty_words(each.duty.id), _whose(each, names)) for each in running]
    return deed_page(None, title="Record a lawful exception", button="", template="desk/excuses.html", lines=lines)


def _whose(deadline, names) -> str:
    """Whose advice a time limit is about; nothing for one of the whole case."""
    asked = g.case.advice.get(deadline.about)
    return names.get(asked.service, "") if asked else ""


@repair.route("/excuse/<duty>/<about>", methods=["GET", "POST"])
@opens("record an excuse")
def excuse(ref, duty, about):
    """A ground that lifts one time limit. No date moves, and the family is told."""
    found, question = _limit(duty, "" if about == CASE else about), Excuse(request.form)
    question.ground.choices = found.duty.excuses
    lead = f"{duty_words(duty)}, by {day(found.due)}. The law lifts this limit on these grounds only."
    page = {"title": "Record a lawful exception", "button": "Record it", "lead": f"{lead} The date does not move."}
    page["why_date"] = found.explained
    details = {"duty": duty, "about": found.about, "ground": question.ground.data, "evidence": _evidence(question)}
    said = "The ground is recorded. The date stays where the law put it."
    return one_deed(record_an_excuse, question, page, then=there("dates"), said=said, **details)


def _evidence(question) -> dict:
    """What happened, how we know, and the days it covers."""
    said = question.answers
    days = {name: said[name].isoformat() for name in ("since", "until") if said[name]}
    return {"words": said["words"] or ""} | days


def _limit(duty, about):
    """One open time limit of this case. Raises NotYours when there is none of that name that can be lifted."""
    for each in deadlines(g.case.facts, g.case.excuses):
        if (each.duty.id, each.about) == (duty, about) and each.is_open and each.duty.excuses:
            return each
    raise NotYours(duty)
