"""Who is late with what: services as rows, weeks as columns, one mark a request; the rungs with names on them."""

from flask import Blueprint, g, render_template, request

from casework.actions.lateness import settle_chasing
from casework.desk import advice_read
from casework.desk.answering import answered_for
from casework.desk.case_parts import THREE
from casework.desk.late_grid import grid_of, month_of, rungs_of
from casework.desk.late_list import late_list
from casework.desk.open_case import names_of
from casework.desk.questions_advice import Settle
from casework.errors import NotYours
from casework.law.clocks import deadlines
from casework.web import do, office, opens

late = Blueprint("late", __name__, url_prefix="/desk/escalations")


@late.get("/")
@late.get("", strict_slashes=False)
@opens("see escalations")
def escalations():
    """What is late and coming, by service and week; what stands at each rung; the month beside the month before."""
    services = answered_for(g.actor, office().people.services())
    grid = grid_of(office(), g.actor, services)
    rows, onward = late_list(office(), g.actor, services, request.args.get("after", ""))
    shown = {"rungs": rungs_of(office(), grid), "months": month_of(office(), services), "rows": rows, "onward": onward}
    return render_template("desk/escalations.html", grid=grid, **shown)


@late.route("/<ref>/<about>", methods=["GET", "POST"])
@opens("see escalations")
def one(ref, about):
    """One late request, for those who answer for the service: its dates, its ladder, and a way to settle it."""
    asked, question = _mine(about), Settle(request.form)
    there = {"then": "/desk/escalations", "said": "Settled. Everyone who was told is told."}
    words = question.words.data or ""
    if question.answered and (done := do(settle_chasing, ref, question, about=about, words=words, **there)):
        return done
    return render_template("desk/late_request.html", one=asked, question=question, **_around(asked))


def _mine(about):
    """A request of a service that this person answers for. Raises NotYours for any other."""
    asked = g.case.advice.get(about)
    mine = {service.id for service in answered_for(g.actor, office().people.services())}
    if asked is None or asked.service not in mine:
        raise NotYours(about)
    return asked


def _around(asked) -> dict:
    """What the page of one late request shows: no more of the child than initials."""
    written = [each for each in office().diary.written(g.case.ref) if each.entry.about == asked.about]
    names = names_of(office(), g.case, written)
    child = office().papers.read(g.case.ref, g.case.child).content
    running = {each.duty.id: each for each in deadlines(g.case.facts, g.case.excuses) if each.about == asked.about}
    return {
        "case": g.case,
        "names": names,
        "initials": f"{child['first_name'][:1]}{child['last_name'][:1]}".upper(),
        "dates": [(words, running[duty]) for words, duty in THREE if duty in running],
        "ladder": advice_read.ladder_of(g.case, asked, written, names=names, ladders=office().ladders.all()),
    }
