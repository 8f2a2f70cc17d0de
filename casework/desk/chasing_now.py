"""Chase now: one press asks after advice that is owed, from the page of the request or from a row of a list."""

from flask import Blueprint, g, request

from casework import access, advising, chasing, moves
from casework.actions.asking_again import chase_now, chased_already, in_words
from casework.desk.pages import deed_page, there
from casework.desk.questions_advice import ChaseNow
from casework.errors import NotYours
from casework.web import do, office, opens
from casework.words import clock

chase_desk = Blueprint("chase_desk", __name__, url_prefix="/desk/case/<ref>")
LEAD = (
    "The author, or the service’s inbox, gets a polite reminder, and the service’s manager a copy. "
    "It is not escalated."
)
FROM_A_LIST = "/desk/escalations#late"


@chase_desk.route("/advice/<about>/chase", methods=["GET", "POST"])
@opens("chase now")
def chase(ref, about):
    """Ask after one piece of advice, and go back to where it was pressed."""
    one, question = _request(about), ChaseNow(request.form)
    details = {"about": about, "person": g.actor.id, "time": clock(office().now())}
    details |= office().people.told_for([one.service], office().today())
    then = FROM_A_LIST if question.back.data == "list" else f"{there()}/advice/{about}#ladder"
    thanks = "They have been asked, and their manager has a copy."
    if question.answered and (done := do(chase_now, ref, question, then=then, said=thanks, **details)):
        return done
    return deed_page(question, title=f"Chase: {advising.advice_type(one.kind).name}", button="Chase now", lead=LEAD)


def _request(about):
    """A request of this case. Raises NotYours when there is none of that name."""
    if about not in g.case.advice:
        raise NotYours(about)
    return g.case.advice[about]


def chase_of(actor, case, one, today) -> dict:
    """What a page says of chasing one request: a question to press where it may be chased, or who chased it today."""
    owed = chasing.still_owed(case, one) and moves.possible("chase now", case)
    if not owed or not access.may(actor, "chase now", case):
        return {"press": None, "already": ""}
    done = chased_already(one, today)
    return {"press": None if done else ChaseNow(), "already": in_words(done, actor.id, today) if done else ""}
