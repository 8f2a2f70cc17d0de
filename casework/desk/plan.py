"""Writing the plan: section by section, from the advice, with the thread and its gaps always in sight."""

import json

from flask import Blueprint, g, jsonify, render_template, request

from casework.asking import Carried, Question
from casework.desk import plan_drafts, plan_lines, plan_lint, plan_questions, plan_views
from casework.desk.plan_now import sheet_now
from casework.desk.plan_redline import redlines
from casework.desk.plan_serving import serving
from casework.desk.schools import schools
from casework.drafting import PARTS
from casework.errors import NotYours, SomeoneElseWrote
from casework.web import office, onward, opens
from casework.words import exact_clock

plan = Blueprint("plan", __name__, url_prefix="/desk/case/<ref>/plan")


class Chosen(Question):
    """Which line, or which sentence of which advice, a button is about."""

    line = Carried()
    about = Carried()
    row = Carried()


def plan_blueprints() -> list:
    """The blueprints of the plan, in the order they are registered."""
    return [plan, redlines, serving, schools]


def _page(template, letter, sheet, **more):
    """A page about one part of the plan."""
    view = plan_views.of_section(office(), g.case, sheet, letter)
    said = plan_lint.said_in(more["question"]) if "question" in more else {}
    there = {"ref": g.case.ref, "case": g.case, "press": Chosen(), "sheet": sheet}
    boxes = plan_lint.boxes(sheet.plan, letter, said, getattr(more.get("there"), "ref", ""))
    return render_template(f"desk/plan/{template}.html", boxes=boxes, **there, **(view | more))


def _known(letter: str) -> str:
    """A part of a plan, or NotYours."""
    if letter not in PARTS:
        raise NotYours(letter)
    return letter


@plan.get("/")
@plan.get("", strict_slashes=False)
@opens("write the plan")
def whole(ref):
    """Where the plan stands: its sections, its golden thread as a picture and as words, and what stops it."""
    sheet = sheet_now()
    found = plan_views.looked_at(office(), g.case, sheet.plan)
    return _page(
        "whole",
        "B",
        sheet,
        thread=plan_views.thread(sheet.plan),
        all_gaps=found,
        marks=plan_views.all_marks(sheet.plan),
    )


@plan.route("/section/<letter>", methods=["GET", "POST"])
@opens("write the plan")
def part(ref, letter):
    """One section: the advice beside it, its lines or its boxes, and what it still needs."""
    sheet, clash = sheet_now(), None
    question = plan_questions.plain_question(_known(letter))(request.form, **plan_views.own_fields(sheet, letter))
    if not plan_lint.put_in(question, sheet.plan, letter, request.values.get("put", "")) and question.answered:
        clash, _ = _keep(letter, question)
        if not clash:
            return onward(".part", ref=ref, letter=_next(letter) if letter in plan_views.FIELDS_ONLY else letter)
        sheet = sheet_now()
    return _page("section", letter, sheet, question=question, clash=clash, before=plan_views.own_fields(sheet, letter))


@plan.post("/section/<letter>/keep")
@opens("write the plan")
def keep(ref, letter):
    """Save what has been typed so far, and say when; or say that somebody else changed the same words."""
    sheet_now()
    question = plan_questions.plain_question(_known(letter))(request.form)
    if not question.answered:
        return jsonify(saved=False, sentence="Not saved yet. Press “Save” to see what is wrong."), 409
    clash, draft = _keep(letter, question)
    if clash:
        return jsonify(saved=False, sentence=f"{plan_drafts.CLASH} Press “Save” to see both."), 409
    return jsonify(saved=exact_clock(draft.saved_at), version=draft.version)


def _keep(letter, question):
    """Keep the boxes of a section; answers with a clash to show, or none, and the Draft."""
    mine = {name: words or "" for name, words in question.answers.items()}
    said = {"mine": mine, "before": _before(), "version": request.form.get("version", "")}
    try:
        return None, plan_drafts.keep_fields(office(), g.actor, (g.case.ref, letter), **said)
    except SomeoneElseWrote as clash:
        return plan_views.clash_view(office(), question, clash.theirs, clash.theirs.by), None


def _before() -> dict:
    """The words the page was drawn from, as it carried them back; nothing when it carried none that can be read."""
    try:
        carried = json.loads(request.form.get("before", ""))
    except ValueError:
        return {}
    return carried if isinstance(carried, dict) else {}


def _next(letter: str) -> str:
    """The part after this one; the last leads to itself."""
    order = [*[each for each in PARTS if each != "child"], "child"]
    return order[min(order.index(letter) + 1, len(order) - 1)]


@plan.route("/section/<letter>/line/<line>", methods=["GET", "POST"])
@opens("write the plan")
def line(ref, letter, line):
    """One need, outcome or provision; “new” is a new one."""
    sheet = sheet_now()
    kind, asked = _kind(letter)
    there = None if line == "new" else plan_lines.find(sheet.plan, line)[0]
    question = asked(sheet.plan)(request.form, **_start(sheet.plan, letter, there))
    putting = plan_lint.put_in(question, sheet.plan, letter, request.values.get("put", ""), ref=line)
    clash = _keep_line(question, kind, there) if question.answered and not putting else None
    if question.answered and not putting and not clash:
        return onward(".part", ref=ref, letter=question.answers.get("section") or letter)
    before = _before() if putting and question.sent else _now(there)
    return _page("line", letter, sheet, question=question, clash=clash, there=there, before=before)


def _kind(letter):
    """What a section holds and the question for one line of it. Raises NotYours for a section of plain fields."""
    name = plan_drafts.collection(_known(letter))
    if not name:
        raise NotYours(letter)
    return plan_questions.LINES[name]


def _start(whole_plan, letter, there) -> dict:
    """What the boxes of a line begin with."""
    if there is None:
        wanted = request.args.get("need", "")
        return {"section": letter} | ({"needs": [wanted]} if wanted else {})
    return _fields(there) | {"reason": whole_plan.none_because.get(there.ref, "")}


def _fields(there) -> dict:
    """A line's own fields, without its sources, which no page changes."""
    return {name: value for name, value in there.to_content().items() if name not in ("sources", "ref")}


def _now(there) -> dict:
    """A line's fields as they are kept now; none of a new one."""
    return _fields(plan_lines.find(sheet_now().plan, there.ref)[0]) if there else {}


def _keep_line(question, kind, there):
    """Keep a line and the reason for its gaps; answers with a clash to show, or none."""
    typed = plan_questions.line_from(question, kind, there.ref if there else "")
    try:
        ref = plan_lines.keep_line(office(), g.actor, g.case, typed, before=_before())
    except SomeoneElseWrote as clash:
        if clash.theirs is None:
            raise
        by = sheet_now().parts[getattr(there, "section", "E")].saved_by
        return plan_views.clash_view(office(), question, clash.theirs, by)
    if "reason" in question.answers:
        need = plan_lines.find(sheet_now().plan, ref)[0]
        plan_lines.give_reason(office(), g.actor, g.case, need, words=question.answers["reason"] or "")
    return None


@plan.post("/section/<letter>/look")
@opens("write the plan")
def look(ref, letter):
    """What the lint sees in one box as it is now; nothing is kept."""
    said = {name: request.form.get(name, "") for name in request.form}
    name = said.get("look", "")
    if name not in plan_lint.looked_at(_known(letter)):
        raise NotYours(name)
    box = plan_lint.look(sheet_now().plan, letter, name, said, ref=said.get("line", ""))
    return render_template("desk/plan/looked.html", box=box)


@plan.post("/section/<letter>/remove")
@opens("write the plan")
def remove(ref, letter):
    """Take a line out; the lines that named it no longer do, and its sentence of advice can be used again."""
    question = Chosen(request.form)
    sheet_now()
    if question.answered:
        plan_lines.remove_line(office(), g.actor, g.case, question.line.data)
    return onward(".part", ref=ref, letter=_known(letter))


@plan.post("/section/<letter>/use")
@opens("write the plan")
def use(ref, letter):
    """Take a sentence of advice into the plan, with its source."""
    question = Chosen(request.form)
    sheet_now()
    which = {"about": question.about.data, "row": question.row.data}
    used = plan_lines.use_sentence(office(), g.actor, g.case, **which) if question.answered else ""
    return onward(".part", ref=ref, letter=_known(letter), _anchor=used or None)


@plan.post("/add-advice")
@opens("write the plan")
def add_advice(ref):
    """Add the lines of advice accepted after the plan was begun; what is written stays as it is."""
    question = Chosen(request.form)
    sheet_now()
    if question.answered:
        plan_lines.add_advice(office(), g.actor, g.case, question.about.data)
    return onward(".whole", ref=ref)


@plan.get("/preview")
@opens("write the plan")
def preview(ref):
    """The plan as it will be printed, as a page of its own with no script in it."""
    version = {"label": "being written", "date": office().today(), "draft": True, "ref": ref}
    return office().press.plan_html(sheet_now().plan, version)
