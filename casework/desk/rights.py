"""Who can do what, and who sees what: the two tables themselves, printed. There is no second copy."""

from flask import Blueprint, render_template

from casework.tables import rows
from casework.web import opens

rights = Blueprint("rights", __name__, url_prefix="/desk/who-can-do-what")
SECTIONS = {
    "ID": "who the child is", "CT": "ways to reach people", "FV": "the family’s views", "ED": "education advice",
    "HE": "health advice", "SC": "social care advice", "PD": "the draft plan", "PI": "the issued plan",
    "PC": "schools asked", "FN": "money", "NT": "notes", "SG": "safeguarding", "PN": "panels", "QA": "quality",
    "LG": "disputes", "CO": "letters", "AU": "who looked",
}  # fmt: skip
VERBS = {
    "r": "reads", "m": "reads with the name masked", "s": "reads once it is released to them", "o": "their own only",
    "w": "adds their own until it is sent", "e": "reads and edits", "a": "approves",
}  # fmt: skip


@rights.get("")
@opens("see who can do what")
def table():
    """access.csv and sight.csv as they are, with what their words mean."""
    return render_template(
        "desk/who_can_do_what.html", access=rows("access"), sight=rows("sight"), sections=SECTIONS, verbs=VERBS
    )
