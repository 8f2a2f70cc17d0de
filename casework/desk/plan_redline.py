"""What changed between two versions of a plan, at the desk; and every saved state of a section, to be put back."""

from flask import Blueprint, g, render_template, request

from casework.asking import Carried, Question
from casework.desk import plan_past
from casework.desk.plan_now import sheet_now
from casework.errors import NotYours, Refusal, SomeoneElseWrote
from casework.stating import versions
from casework.web import office, onward, opens

redlines = Blueprint("redlines", __name__, url_prefix="/desk/case/<ref>/plan")


class Back(Question):
    """Which state is put back, and which the page was drawn from."""

    version = Carried()
    read = Carried()


class Print(Question):
    """Which two versions are printed."""

    first = Carried()
    second = Carried()


@redlines.get("/changes")
@opens("read the case")
def changes(ref):
    """Two versions laid over each other: chosen in the address, or the newest two."""
    shown = plan_past.laid(office(), g.case, g.actor, request.args)
    return render_template("desk/plan/changes.html", ref=ref, case=g.case, press=Print(), **shown)


@redlines.post("/changes")
@opens("read the case")
def print_changes(ref):
    """Have the two versions printed with their changes marked."""
    question = Print(request.form)
    names = {"first": question.first.data, "second": question.second.data}
    if question.answered:
        versions.owe_the_print(office(), g.case, *versions.chosen(versions.editions(g.case), *names.values()))
    return onward(".changes", ref=ref, **names)


@redlines.route("/section/<letter>/versions", methods=["GET", "POST"])
@opens("write the plan")
def past(ref, letter):
    """Every saved state of a section with what changed in it; and one of them put back."""
    sheet, question = sheet_now(), Back(request.form)
    if letter not in plan_past.CAN_GO_BACK:
        raise NotYours(letter)
    if question.answered and _put_back(letter, question):
        return onward("plan.part", ref=ref, letter=letter)
    shown = plan_past.told(office(), g.case, sheet_now(), letter)
    return render_template("desk/plan/past.html", ref=ref, case=g.case, plan=sheet.plan, question=question, **shown)


def _put_back(letter, question) -> bool:
    """Put a state back; False when it was refused, with the sentence on the page."""
    try:
        wanted = {"wanted": question.version.data, "read": question.read.data}
        plan_past.put_back(office(), g.actor, (g.case.ref, letter), **wanted)
    except (Refusal, SomeoneElseWrote) as refused:
        question.refuse(Refusal(refused.sentence))
        question.read.data = ""
    return not question.troubles
