"""Where each page of a request leads: on, back, out, and by way of the page about who decides."""

from flask import request, url_for

from casework.actions.request import rights_are_the_young_persons
from casework.story import Asked
from casework.web import office, onward
from portal.ask_draft import Draft
from portal.ask_order import beside, still_needed
from portal.ask_pages import REMOVE

# Ways out of a page that need no answer in order: what was typed is kept either way.
OUT = {"later": "ask.later.save", "check": "ask.receipt.check", "tell": "ask.later.tell"}
AGAIN = ("more", "files")


def may_go_on(page) -> bool:
    """Whether a page that was sent is done with: in order, or left by a way that needs no order."""
    then = request.form.get("then", "")
    if not page.ours:
        return False
    return then in OUT or then == "more" or then.startswith(REMOVE) or (page.answered and not page.troubles)


def go_on(draft: Draft, asked: Asked):
    """Where a button leads: out, here once more, to what this answer changes, or to the next question."""
    door, back, then = draft.door, request.args.get("back"), request.form.get("then", "")
    if then in OUT:
        return onward(OUT[then], door=door, back=asked.slug if then == "tell" else None)
    if then in AGAIN or then.startswith(REMOVE):
        more = "yes" if then == "more" else None
        return onward("ask.question", door=door, slug=asked.slug, more=more, back=back)
    if asks_birth_date(asked) and someone_else_decides(draft):
        return onward("ask.who_decides", door=door, back=back)
    return _next(draft, asked, back)


def _next(draft, asked, back):
    """The page after a question that is done with."""
    following = beside(asked, 1)
    if back or following is None:
        return onward("ask.receipt.check", door=draft.door)
    if asked.required and not following.required:
        needed = still_needed(draft.door, draft.answers)
        if not needed:
            return onward("ask.ready", door=draft.door)
        following = needed[0]
    return onward("ask.question", door=draft.door, slug=following.slug)


def before(draft: Draft, asked: Asked) -> str:
    """The address that Back leads to from a question."""
    earlier = beside(asked, -1)
    if request.args.get("back"):
        return url_for("ask.receipt.check", door=draft.door)
    if earlier is None:
        return url_for("ask.start", door=draft.door)
    if earlier.required and not asked.required:
        return url_for("ask.ready", door=draft.door)
    return url_for("ask.question", door=draft.door, slug=earlier.slug)


def asks_birth_date(asked: Asked) -> bool:
    """Whether a question is where we are told the birth date."""
    return asked.identity == "born" or any(part.identity == "born" for part in asked.parts)


def someone_else_decides(draft: Draft) -> bool:
    """Whether the rights are with somebody else than this door supposes (s.36(1), s.83(2) of the 2014 Act)."""
    if draft.born is None or draft.door not in ("parent", "young_person"):
        return False
    return rights_are_the_young_persons(draft.born.isoformat(), office().today()) == (draft.door == "parent")
