"""Asking for an assessment: four doors, what you need, one question a page, and ways to stop and come back."""

from flask import Blueprint, abort, render_template, request, url_for

from casework.asking import Question, bank
from casework.story import doors
from casework.tables import rows
from casework.web import office, onward, opens
from casework.words import exact_clock
from portal import ask_draft
from portal.ask_begin import begin_with_what_we_know
from portal.ask_later import later
from portal.ask_order import order, progress, sections, still_needed
from portal.ask_pages import ASK, asked_at, current, page_of, take, with_draft
from portal.ask_receipt import receipt
from portal.ask_ways import before, go_on, may_go_on, someone_else_decides

ask = Blueprint("ask", __name__, url_prefix="/ask")
ask.register_blueprint(receipt)
ask.register_blueprint(later)
SHOWN = ("intent",)  # a tick, so nothing to get ready


@ask.url_value_preprocessor
def known_door(endpoint, address):
    """Read the door in an address; one we do not have is not found."""
    if address and "door" in address:
        address["door"] = address["door"].replace("-", "_")
        if address["door"] not in doors():
            abort(404)


@ask.url_defaults
def door_in_address(endpoint, address):
    """Write a door as an address does."""
    if address.get("door"):
        address["door"] = address["door"].replace("_", "-")


@ask.get("")
@opens(ASK)
def who():
    """Who is asking."""
    written = [(door, current(door)) for door in doors()]
    begun = {door: draft for door, draft in written if draft and draft.parts}
    return render_template("portal/ask/who.html", doors=rows("doors"), begun=begun)


@ask.route("/<door>/start", methods=["GET", "POST"])
@opens(ASK)
def start(door):
    """What you need, which is very little; and the way in."""
    question, draft = Question(request.form), current(door)
    if question.answered:
        again = request.form.get("then") == "go on" and draft
        draft = draft if again else begin_with_what_we_know(door)
        return onward("ask.begun", door=door)
    needed = [each for each in order(door) if each.required and each.field not in SHOWN]
    return render_template("portal/ask/start.html", question=question, door=door, draft=draft, needed=needed)


@ask.get("/<door>/begun")
@opens(ASK)
@with_draft
def begun(draft):
    """Go on where you were: to the first question that must be answered, or to what can be added."""
    needed = still_needed(draft.door, draft.answers)
    if needed:
        return onward("ask.question", door=draft.door, slug=needed[0].slug)
    return onward("ask.ready", door=draft.door)


@ask.route("/<door>/<slug>", methods=["GET", "POST"])
@opens(ASK)
@with_draft
def question(draft, slug):
    """One question: keep what came with it, and go on when it is in order."""
    asked = asked_at(draft, slug)
    page = page_of(draft, asked)
    if page.sent:
        draft = take(draft, page, asked)
        if may_go_on(page):
            return go_on(draft, asked)
    return render_template("portal/ask/question.html", question=page, **shown(draft, asked))


def shown(draft, asked) -> dict:
    """What the page of a question shows around its boxes."""
    return {
        "the": asked,
        "draft": draft,
        "title": bank.known_as(asked, draft.child),
        "files": draft.files(asked),
        "progress": progress(asked, draft),
        "can_send": not still_needed(draft.door, draft.answers),
        "back_to": before(draft, asked),
        "upload_box": bank.upload_box(asked),
    }


@ask.post("/<door>/<slug>/keep")
@opens(ASK)
@with_draft
def keep(draft, slug):
    """Save what is being typed. Answers with the time it was saved, as JSON."""
    asked = asked_at(draft, slug)
    page = page_of(draft, asked)
    if not page.answered and not page.ours:
        return {"sentence": "Not saved yet: this page had been open for a long time. Press Continue to save it."}, 409
    ask_draft.keep_question(draft, page, asked)
    return {"saved": exact_clock(office().now())}


@ask.get("/<door>/ready")
@opens(ASK)
@with_draft
def ready(draft):
    """All we must have is here: send it now, or tell us more first."""
    needed = still_needed(draft.door, draft.answers)
    if needed:
        return onward("ask.question", door=draft.door, slug=needed[0].slug)
    return render_template("portal/ask/ready.html", draft=draft, sections=sections(draft.door, draft))


@ask.get("/<door>/who-decides")
@opens(ASK)
@with_draft
def who_decides(draft):
    """Whose decision it is, where that is not the person asking. They may go on: we must look at it all the same."""
    back = request.args.get("back")
    after = url_for("ask.receipt.check", door=draft.door) if back else url_for("ask.begun", door=draft.door)
    if not someone_else_decides(draft):
        return onward("ask.begun", door=draft.door)
    return render_template("portal/ask/who_decides.html", draft=draft, after=after)
