"""Writing advice: the template section by section, saved as typed, shared with a colleague, checked, and sent."""

from flask import Blueprint, abort, g, redirect, render_template, request, url_for

from casework import advising
from casework.actions.advice import submit_advice
from casework.errors import Refusal, SomeoneElseWrote
from casework.web import do, office, onward, opens
from casework.words import exact_clock
from portal import advice_drafts, advice_fields
from portal.adviser import the_request
from portal.adviser_questions import Files, Remove, Send
from portal.adviser_views import people_on, story_view

writing = Blueprint("writing", __name__, url_prefix="/advice/<ref>/<about>/write")


def _section(about: str, section: str):
    """A section of this request's template; not found when it has none of that name."""
    sections = advising.sections(the_request(about).kind)
    return next((each for each in sections if each.id == section), None) or abort(404)


def _page(name, about, **shown):
    """A writing page: the section on the left, the story and the list of sections beside it."""
    one, ref = the_request(about), g.case.ref
    beside = {
        "one": one,
        "kind": advising.advice_type(one.kind),
        "sections": advising.sections(one.kind),
        "written": advice_drafts.written(office(), ref, about),
        "story": story_view(office(), g.case),
        "ref": ref,
        "about": about,
        "boxes": advice_fields.names_of,
    }
    return render_template(f"portal/adviser/{name}.html", **beside, **people_on(office(), g.case), **shown)


@writing.get("/")
@opens("read a request for advice")
def start(ref, about):
    """Where the writing stands, section by section."""
    return _page("sections", about)


@writing.route("/<section>", methods=["GET", "POST"])
@opens("read a request for advice")
def part(ref, about, section):
    """One section. Rows of needs, outcomes or provision have a page of their own for each row."""
    spec = _section(about, section)
    if spec.rows:
        return _page("rows", about, spec=spec, rows=advice_drafts.rows(office(), ref, about, section), remove=Remove())
    draft = advice_drafts.part(office(), ref, about, section)
    question = advice_fields.asked(spec.fields, draft.content or {}, request.form)
    clash = _keep((ref, about, section), spec, question) if question.answered else None
    if question.answered and not clash:
        return redirect(_next(ref, about, section), 303)
    return _page("section", about, spec=spec, question=question, draft=draft, clash=clash)


@writing.post("/<section>/keep")
@opens("read a request for advice")
def keep(ref, about, section):
    """Save what has been typed so far, and say when, or say whose words are there instead."""
    spec, here = _section(about, section), (ref, about, section)
    question = advice_fields.asked(spec.fields, {}, request.form)
    if not question.ours or spec.rows:
        return {"sentence": "Not saved yet. Press “Save and go on” to save it."}, 409
    clash = _keep(here, spec, question)
    kept = advice_drafts.part(office(), *here)
    if clash:
        return {"sentence": f"Not saved: {clash['by']} changed this section. Press “Save and go on” to see both."}, 409
    return {"saved": exact_clock(kept.saved_at), "version": kept.version}


def _keep(place, spec, question):
    """Keep a section; answers with the other writer's words when there has been a clash, or None."""
    said = advice_fields.answers(spec.fields, question)
    try:
        advice_drafts.keep(office(), g.actor, place, said, version=request.form.get("version"))
    except SomeoneElseWrote as clash:
        by = office().people.person(clash.theirs.saved_by).name
        return {"theirs": clash.theirs.content, "by": by, "version": clash.theirs.version}
    return None


def _next(ref, about, section):
    """The address of the section after this one, or of the check at the end."""
    order = [each.id for each in advising.sections(g.case.advice[about].kind)]
    after = (order + ["check"])[order.index(section) + 1]
    page = ".check" if after == "check" else ".part"
    return url_for(page, ref=ref, about=about, **({} if after == "check" else {"section": after}))


@writing.route("/<section>/row/<int:number>", methods=["GET", "POST"])
@opens("read a request for advice")
def row(ref, about, section, number):
    """One need, outcome or provision. A number one past the last is a new row."""
    spec, here = _section(about, section), (ref, about, section)
    kept = advice_drafts.row(office(), here, number)
    above = advice_drafts.choices(office(), ref, about)
    question = advice_fields.asked(spec.fields, kept, request.form, choices=above)
    if question.answered:
        advice_drafts.keep_row(office(), g.actor, here, advice_fields.answers(spec.fields, question), number=number)
        return onward(".part", ref=ref, about=about, section=section)
    return _page("row", about, spec=spec, question=question, kept=kept)


@writing.post("/<section>/remove")
@opens("read a request for advice")
def remove(ref, about, section):
    """Take a row out; the rows that named it no longer do."""
    the_request(about)
    question = Remove(request.form)
    if question.answered and question.row.data.isdigit():
        advice_drafts.remove_row(office(), g.actor, (ref, about, section), int(question.row.data))
    if section == "files":
        return onward(".files", ref=ref, about=about)
    return onward(".part", ref=ref, about=about, section=section)


@writing.route("/files", methods=["GET", "POST"])
@opens("read a request for advice")
def files(ref, about):
    """Files that go with the advice, each looked at as it comes in."""
    question, here = Files(request.form), (ref, about, "files")
    try:
        if question.answered:
            advice_drafts.take_in(office(), g.actor, here, question.files.data)
            return onward(".files", ref=ref, about=about)
    except Refusal as refusal:
        question.refuse(refusal)
    return _page("files", about, question=question, remove=Remove(), files=advice_drafts.rows(office(), *here))


@writing.route("/check", methods=["GET", "POST"])
@opens("read a request for advice")
def check(ref, about):
    """What a quality reader will look for, each line leading to its place; then send."""
    one, question = the_request(about), Send(request.form)
    whole = {"advice": advice_drafts.content(office(), ref, about), "child": advice_drafts.child(office(), ref)}
    said = "Your advice has been sent. Thank you. It can no longer be changed."
    done = do(submit_advice, ref, question, then=url_for("adviser.owed"), said=said, about=about, **whole)
    found = advising.self_check(one.kind, whole["advice"], child=whole["child"])
    return done or _page("check", about, question=question, found=found)
