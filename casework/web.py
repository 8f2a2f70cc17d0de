"""Who is acting, which case, the doorkeeper, and do(): shared by the desk and the portal."""

from dataclasses import dataclass
from typing import Any

from flask import abort, current_app, flash, g, redirect, request, url_for

from casework import access
from casework.actions import carry_out
from casework.errors import GapInOurTables, NotYours, Refusal, SomeoneElseWrote
from casework.record.case import present

OPEN = "anyone"
UNWATCHED = ("static", "healthz", "readyz")


@dataclass
class Wires:
    """What the app was built around: the office, and what to show someone who must sign in first."""

    office: Any
    sign_in_first: Any


def office():
    """The office this app was built around."""
    return current_app.extensions["golden-thread"].office


def opens(action: str):
    """Say which row of access.csv opens a page. A page that says nothing opens to nobody."""
    if action not in access.rights():
        raise GapInOurTables(f"access.csv has no row for “{action}”, so no page can be opened by it.")

    def mark(view):
        view.opens = action
        return view

    return mark


def check_doors(app) -> None:
    """Refuse to start with a page that nothing opens. Raises GapInOurTables naming it."""
    for rule in app.url_map.iter_rules():
        view = app.view_functions[rule.endpoint]
        if rule.endpoint not in UNWATCHED and not hasattr(view, "opens"):
            raise GapInOurTables(f"The page {rule.rule} ({rule.endpoint}) names no row of access.csv.")


def doorkeeper():
    """Run before every request: load the case once, let in only those the table lets in, and note who looked."""
    g.case = None
    if request.endpoint in UNWATCHED or request.routing_exception:
        return None  # where there is no page, Flask says so: no such address, another method, a last slash
    view = current_app.view_functions[request.endpoint]
    _same_origin()
    if not g.actor.signed_in and OPEN not in access.rights()[view.opens]:
        # Asked before the case is looked for, so that a stranger cannot tell which references exist.
        return current_app.extensions["golden-thread"].sign_in_first()
    _load_case()
    access.require(g.actor, view.opens, g.case)
    if g.case:
        office().lists.audit.look(g.case.ref, g.actor.id, request.endpoint, office().now())
    return None


def _load_case():
    """The case the address names, with the parties who are on it today. An unknown one is not found."""
    ref = (request.view_args or {}).get("ref")
    if ref:
        case = office().diary.read(ref)
        if not case.n:
            raise NotYours(ref)
        g.case = present(case, office().today())


def _same_origin():
    """A form sent from somebody else's page is refused, whatever token it carries."""
    if request.method == "POST" and request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        abort(403)


def do(deed, ref, question, *, then, said="", **details):
    """Carry one deed out with a question's answers, once the question has been answered.

    Answers with a redirect, or None when it was not answered or was refused: then the
    page is shown again, the refusal beside its question, with everything that was typed.
    `then` is the address to go on to, or a function of the case; `said` is shown there.
    """
    if not question.answered:
        return None
    try:
        case = carry_out(office(), g.actor, deed, ref, token=question.token.data or "", **details)
    except Refusal as refusal:
        question.refuse(refusal)
        return None
    except SomeoneElseWrote as clash:
        question.refuse(Refusal(f"{clash.sentence} Read the page again, then send this."))
        return None
    if said:
        flash(said, "success")
    return redirect(then(case) if callable(then) else then, 303)


def may(action: str) -> bool:
    """Whether the actor may do or read something on the case this page is about: for showing buttons."""
    return access.may(g.actor, action, g.case)


def onward(endpoint: str, **values):
    """Go on to another page after something was done: a 303, so that Back and Reload do no harm."""
    return redirect(url_for(endpoint, **values), 303)
