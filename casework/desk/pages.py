"""The plain page of one deed: a title, a few words about it, its questions and a button."""

from flask import current_app, g, render_template, request

from casework import access, moves
from casework.web import do, office


def at_the_desk() -> None:
    """Run before every page of a case at the desk: for the council's own, who may read the whole case.

    Some rows of access.csv give a deed to families too, who have pages of their own for it. Raises NotYours.
    """
    access.require(g.actor, "read the case", g.case)


def one_deed(deed, question, page: dict, **details):
    """Carry a deed out once its question is answered, and go on; or show its page, with what was refused beside it.

    `page` goes to deed_page; `details` to do(): then, said, and whatever the deed takes.
    """
    if question.answered and (done := do(deed, g.case.ref, question, **details)):
        return done
    return deed_page(question, **page)


def deed_page(question, *, title: str, button: str, template: str = "desk/deed.html", **more):
    """A page that asks for one deed on the case the address names; or says why it cannot follow now (moves.csv).

    `more` may hold lead (words above the questions), why_date (an Explanation of a date
    in them), notes (sentences that matter), warning (words that must be read), look
    ("warning" for a button that cannot be undone) and whatever a template of its own wants.
    """
    action = current_app.view_functions[request.endpoint].opens
    if action in moves.lawful() and (why := moves.refusal(action, g.case)):
        return render_template("desk/not_now.html", case=g.case, called=called(), title=title, why=why), 409
    return render_template(
        template, case=g.case, called=called(), question=question, title=title, button=button, **more
    )


def called() -> str:
    """The child's name, for the way back."""
    child = office().papers.read(g.case.ref, g.case.child).content
    return f"{child.get('preferred_name') or child['first_name']} {child['last_name']}".strip()


def there(part: str = "") -> str:
    """The page of the case, or a part of it."""
    return f"/desk/case/{g.case.ref}{'#' + part if part else ''}"
