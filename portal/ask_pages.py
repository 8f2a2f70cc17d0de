"""What the pages of a request share: the draft in this browser, the page of one question, and keeping what came."""

import re
from functools import wraps

from flask import abort, request, session

from casework.asking import bank, proved
from casework.asking.sending import check_answer
from casework.errors import Refusal
from casework.story import Asked
from casework.web import office, onward
from portal import ask_draft
from portal.ask_draft import Draft
from portal.ask_order import find

ASK = "ask for an assessment"  # the row of access.csv that opens these pages
KEY = re.compile(r"[A-Za-z0-9_-]{32}")
SENT = "asked"  # where the references of requests sent from this browser are in the session, by door
MOST_FILES = 40  # with one question
REMOVE = "remove "  # what a button that takes a file off the list says, before the file’s digest


def current(door: str) -> Draft | None:
    """The draft this browser is writing at a door, or None.

    A session can end while somebody types. The page itself carries the key too:
    it is taken up again once the page has been sent with this session's proof.
    """
    key = ask_draft.started().get(door)
    carried = request.form.get("draft", "") if request.method == "POST" else ""
    if not key and KEY.fullmatch(carried):
        key = carried
        if proved(request.form.get("forgery", "")):
            ask_draft.hold(door, key)
    return ask_draft.read(door, key) if key else None


def with_draft(view):
    """Hand a page the draft of its door; without one, begin at the beginning, and once it is sent, show the receipt."""

    @wraps(view)
    def opened(door, **address):
        draft = current(door)
        if draft is None:
            return onward("ask.start", door=door, lost="yes")
        ref = office().diary.done(draft.token)
        if ref:
            remember(door, ref)
            return onward("ask.receipt.sent", door=door)
        return view(draft, **address)

    return opened


def remember(door: str, ref: str) -> None:
    """This browser sent the request with this reference."""
    session[SENT] = session.get(SENT, {}) | {door: ref}


def asked_at(draft: Draft, slug: str) -> Asked:
    """The question an address names; not found when this door does not ask it."""
    return find(draft.door, slug) or abort(404)


def page_of(draft: Draft, asked: Asked):
    """The page of one question, with what was typed before, or what has just been sent."""
    typed = draft.typed(asked)
    names = [*typed, *request.form]
    filled = bank.rows_sent(asked, names) + (request.args.get("more") == "yes")
    schools = choices(office().people.settings()) if asked.kind == "setting_lookup" else ()
    page = bank.page(
        draft.door, [asked], settings=schools, filled={asked.field: min(filled, bank.MOST_ROWS)}, child=draft.child
    )
    return page(request.form, **typed)


def choices(settings) -> list[tuple[str, str]]:
    """Schools and colleges to choose from, by name."""
    return sorted(((each.id, each.name) for each in settings), key=lambda each: each[1])


def take(draft: Draft, page, asked: Asked) -> Draft:
    """Keep what a page brought: its words, and its files once the cabinet has looked at each."""
    if not page.answered and not page.ours:
        return draft
    draft = take_files(ask_draft.keep_question(draft, page, asked), page, asked)
    try:
        if page.answered:
            check_answer(draft.door, asked, draft.answers.get(asked.field), office().today())
    except Refusal as refusal:
        page.refuse(refusal)
        return ask_draft.keep(draft, asked.field, {"typed": draft.typed(asked), "answer": None})
    return draft


def take_files(draft: Draft, page, asked: Asked) -> Draft:
    """Keep the files of a question, but for one taken off the list. One we cannot take is said beside it."""
    dropped = request.form.get("then", "").removeprefix(REMOVE)
    files = [each for each in draft.files(asked) if each["digest"] != dropped]
    for sent in bank.uploads(page, asked):
        try:
            if len(files) >= MOST_FILES:
                raise Refusal(f"You can add {MOST_FILES} files here. Send the others to us by post or email.", "files")
            kept = office().cabinet.take_in(sent.name, sent.content)
        except Refusal as refusal:
            page.refuse(Refusal(refusal.sentence, bank.upload_box(asked)))
            continue
        if kept["digest"] not in [each["digest"] for each in files]:
            files.append(kept)
    if bank.upload_box(asked):
        page[bank.upload_box(asked)].raw_data = None  # they are kept, so nobody needs to choose them again
    if files != draft.files(asked):
        return ask_draft.keep(draft, ask_draft.FILES + asked.field, files)
    return draft
