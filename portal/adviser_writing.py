"""Writing advice: the template section by section, saved as typed, shared with a colleague, checked, and sent."""

from flask import Blueprint, g, jsonify, redirect, render_template, request, url_for

from casework import advising
from casework.actions.advice import submit_advice
from casework.errors import NotYours, Refusal, SomeoneElseWrote
from casework.web import do, office, opens
from portal import advice_drafts, advice_fields
from portal.adviser import the_request
from portal.adviser_questions import Files, Remove, Send, Version
from portal.adviser_views import choices_for, story_view

writing = Blueprint("writing", __name__, url_prefix="/advice/<ref>/<about>/write")


def _section(kind: str, section: str):
    """A section of this type's template. Raises NotYours for one it does not have."""
    found = next((each for each in advising.sections(kind) if each.id == section), None)
    if found is None:
        raise NotYours(section)
    return found


def _page(template, ref, about, **more):
    """A writing page: the section on the left, the story and the list of sections beside it."""
    one = g.case.advice[about]
    return render_template(
        f"portal/adviser/{template}.html", one=one, kind=advising.advice_type(one.kind), sections=advising.sections(one.kind),
        written=advice_drafts.written(office(), ref, about), story=story_view(office(), g.case), ref=ref, about=about,
        **choices_for(office(), g.case, g.actor), **more,
    )  # fmt: skip


@writing.get("/")
@opens("read a request for advice")
def start(ref, about):
    """Where the writing stands, section by section."""
    the_request(about)
    return _page("sections", ref, about)


@writing.route("/<section>", methods=["GET", "POST"])
@opens("read a request for advice")
def part(ref, about, section):
    """One section. Rows of needs, outcomes or provision have a page of their own for each row."""
    spec = _section(the_request(about).kind, section)
    if spec.rows:
        return _page("rows", ref, about, spec=spec, rows=advice_drafts.rows(office(), ref, about, spec.id), remove=Remove())
    draft = advice_drafts.part(office(), ref, about, section)
    question = advice_fields.asked(spec.fields, draft.content or {}, request.form)
    clash = _keep(ref, about, section, advice_fields.answers(spec.fields, question)) if question.answered else None
    if question.answered and not clash:
        return redirect(_next(ref, about, section), 303)
    return _page("section", ref, about, spec=spec, question=question, draft=draft, clash=clash, boxes=advice_fields.names_of)


@writing.post("/<section>/keep")
@opens("read a request for advice")
def keep(ref, about, section):
    """Save what has been typed so far, and say when, or say whose words are there instead."""
    spec = _section(the_request(about).kind, section)
    question = advice_fields.asked(spec.fields, {}, request.form)
    if not question.ours or spec.rows:
        return jsonify(saved=False), 409
    clash = _keep(ref, about, section, advice_fields.answers(spec.fields, question))
    kept = advice_drafts.part(office(), ref, about, section)
    return (jsonify(saved=False, by=clash["by"]), 409) if clash else jsonify(saved=True, at=kept.saved_at.isoformat(), version=kept.version)


def _keep(ref, about, section, content):
    """Keep a section; answers with the other writer's words when there has been a clash, or None."""
    try:
        advice_drafts.keep(office(), g.actor, (ref, about, section), content, request.form.get("version"))
    except SomeoneElseWrote as clash:
        return {"theirs": clash.theirs.content, "by": office().people.person(clash.theirs.saved_by).name, "version": clash.theirs.version}
    return None


def _next(ref, about, section):
    """The address of the section after this one, or of the check at the end."""
    order = [each.id for each in advising.sections(g.case.advice[about].kind)]
    after = order[order.index(section) + 1 :]
    return url_for(".part", ref=ref, about=about, section=after[0]) if after else url_for(".check", ref=ref, about=about)


@writing.route("/<section>/row/<int:number>", methods=["GET", "POST"])
@opens("read a request for advice")
def row(ref, about, section, number):
    """One need, outcome or provision. A number one past the last is a new row."""
    spec, here = _section(the_request(about).kind, section), (ref, about, section)
    kept = advice_drafts.row(office(), here, number)
    question = advice_fields.asked(spec.fields, kept, request.form, choices=advice_drafts.choices(office(), ref, about))
    if question.answered:
        advice_drafts.keep_row(office(), g.actor, here, number, advice_fields.answers(spec.fields, question))
        return redirect(url_for(".part", ref=ref, about=about, section=section), 303)
    return _page("row", ref, about, spec=spec, question=question, number=number, kept=kept, boxes=advice_fields.names_of)


@writing.post("/<section>/remove")
@opens("read a request for advice")
def remove(ref, about, section):
    """Take a row out; the rows that named it no longer do."""
    the_request(about)
    question = Remove(request.form)
    if question.answered and question.row.data.isdigit():
        advice_drafts.remove_row(office(), g.actor, (ref, about, section), int(question.row.data))
    return redirect(url_for(".part", ref=ref, about=about, section=section), 303)


@writing.route("/files", methods=["GET", "POST"])
@opens("read a request for advice")
def files(ref, about):
    """Files that go with the advice, each looked at as it comes in."""
    the_request(about)
    question = Files(request.form)
    try:
        if question.answered:
            advice_drafts.take_in(office(), g.actor, (ref, about, "files"), question.files.data)
            return redirect(url_for(".files", ref=ref, about=about), 303)
    except Refusal as refusal:
        question.refuse(refusal)
    return _page("files", ref, about, question=question, remove=Remove(), files=advice_drafts.rows(office(), ref, about, "files"))


@writing.route("/check", methods=["GET", "POST"])
@opens("read a request for advice")
def check(ref, about):
    """What a quality reader will look for, each line leading to its place; then send."""
    one, question = the_request(about), Send(request.form)
    content, child = advice_drafts.content(office(), ref, about), advice_drafts.child(office(), ref)
    said = "Your advice has been sent. Thank you. It can no longer be changed."
    if question.answered and (done := do(submit_advice, ref, question, then=url_for("adviser.owed"), said=said, about=about, advice=content, child=child)):
        return done
    found = advising.self_check(one.kind, content, child=child)
    return _page("check", ref, about, question=question, found=found, content=content, version=Version)


