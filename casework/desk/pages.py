"""The plain page of one deed: a title, a few words about it, its questions and a button."""

from flask import g, render_template

from casework.web import office


def deed_page(question, *, title: str, button: str, template: str = "desk/deed.html", **more):
    """A page that asks for one deed on the case the address names.

    `more` may hold lead (words above the questions), warning (words that must be
    read), look ("warning" for a button that cannot be undone) and whatever a
    template of its own wants.
    """
    return render_template(template, case=g.case, called=called(), question=question, title=title, button=button, **more)


def called() -> str:
    """The child's name, for the way back."""
    child = office().papers.read(g.case.ref, g.case.child).content
    return f"{child.get('preferred_name') or child['first_name']} {child['last_name']}".strip()


def there(part: str = "") -> str:
    """The page of the case, or a part of it."""
    return f"/desk/case/{g.case.ref}{'#' + part if part else ''}"
