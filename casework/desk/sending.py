"""Files that somebody at the desk sends: each looked at and kept before anything names it."""

from casework.errors import Refusal
from casework.web import office


def taken_in(question, field: str) -> dict | None:
    """The one file of a question as the cabinet keeps it, or None when none was sent or it was refused."""
    sent = question[field].data or []
    if not sent:
        return None
    try:
        return office().cabinet.take_in(sent[0].name, sent[0].content)
    except Refusal as refusal:
        question.refuse(Refusal(refusal.sentence, field))
        return None
