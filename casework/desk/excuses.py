"""Lawful exceptions at the desk: those claimed and those accepted, one accepted with what shows it, one turned down."""

from flask import Blueprint, g, request

from casework.actions.excusing import evidence_of, turn_down_an_excuse
from casework.actions.lateness import record_an_excuse
from casework.desk.open_case import names_of
from casework.desk.pages import deed_page, one_deed, there
from casework.desk.questions import Excuse, TurnDown
from casework.errors import NotYours
from casework.law.clocks import deadlines
from casework.law.grounds import offered_for
from casework.telling import duty_words, exceptions_of
from casework.telling.rows import DESK
from casework.web import office, opens
from casework.words import day, opening

excuses = Blueprint("excuses", __name__, url_prefix="/desk/case/<ref>/excuse")
CASE = "-"  # in an address: a duty of the whole case, and not of one request for advice


@excuses.get("")
@opens("record an excuse")
def listed(ref):
    """Every open time limit for which the law knows a ground, with what was claimed and accepted."""
    running = [each for each in deadlines(g.case.facts, g.case.excuses) if each.is_open and each.duty.excuses]
    names = names_of(office(), g.case)
    lines = [(each, duty_words(each.duty.id), _whose(each, names), _said(each, names)) for each in running]
    waiting = {(claim.duty, claim.about) for claim in g.case.claims if claim.waits}
    page = {"title": "Record a lawful exception", "template": "desk/excuses.html", "waiting": waiting}
    return deed_page(None, button="", lines=lines, **page)


def _whose(deadline, names) -> str:
    """Whose advice a time limit is about; nothing for one of the whole case."""
    asked = g.case.advice.get(deadline.about)
    return names.get(asked.service, "") if asked else ""


def _said(deadline, names) -> tuple[str, ...]:
    """What was claimed, accepted and turned down."""
    return exceptions_of(g.case, deadline, names, DESK)


@excuses.route("/<duty>/<about>", methods=["GET", "POST"])
@opens("record an excuse")
def one(ref, duty, about):
    """A ground that lifts one time limit. No date moves, and the family is told."""
    found, question = _limit(duty, about), Excuse(request.form, **_claimed(duty, about))
    question.ground.choices = [(name, opening(name)) for name in offered_for(duty)]
    page = _page(found) | {"title": "Record a lawful exception", "button": "Accept and record it"}
    details = {"duty": duty, "about": found.about, "ground": question.ground.data}
    details |= {"evidence": evidence_of(question.answers), "person": g.actor.id}
    said = "The exception is recorded. The date stays where the law put it."
    return one_deed(record_an_excuse, question, page, then=there("dates"), said=said, **details)


def _page(found) -> dict:
    """What stands above the question: the limit, why its date, what was claimed, and what the law says."""
    lead = f"{duty_words(found.duty.id)}, by {day(found.due)}. The law lifts this limit on a few grounds only."
    said = _said(found, names_of(office(), g.case))
    return {"lead": f"{lead} The date does not move.", "why_date": found.explained, "notes": said}


def _claimed(duty, about) -> dict:
    """What was claimed for this limit and waits, as the answers to begin with."""
    for claim in g.case.claims:
        if claim.waits and (claim.duty, claim.about or CASE) == (duty, about):
            words = office().papers.read(g.case.ref, claim.paper).content.get("words", "")
            return {"ground": claim.ground, "words": words, "since": claim.since, "until": claim.until}
    return {}


@excuses.route("/<duty>/<about>/not-accepted", methods=["GET", "POST"])
@opens("turn down an excuse")
def turn_down(ref, duty, about):
    """An exception that was claimed is not accepted. The limit stands, and the reason is kept."""
    found, question, claim = _limit(duty, about), TurnDown(request.form), _claimed(duty, about)
    if not claim:
        raise NotYours(about)
    page = _page(found) | {"title": "Do not accept the exception", "button": "Do not accept it"}
    details = {"duty": duty, "about": found.about, "ground": claim["ground"], "words": question.words.data or ""}
    said = "It is written down that the exception is not accepted. The limit stands."
    return one_deed(turn_down_an_excuse, question, page, then=there("dates"), said=said, **details)


def _limit(duty, about):
    """One open time limit of this case. Raises NotYours when there is none of that name that can be lifted."""
    for each in deadlines(g.case.facts, g.case.excuses):
        if (each.duty.id, each.about or CASE) == (duty, about) and each.is_open and each.duty.excuses:
            return each
    raise NotYours(duty)
