"""What each field of a plan is called when it is compared, and its value in words."""

import re
from functools import cache

from casework.record.plan import wording
from casework.tables import rows
from casework.words import plain_day

NAMES = {
    "needs": "For which needs",
    "outcomes": "Towards which outcomes",
    "category": "What it is about",
    "kind": "What kind of help",
    "wish": "Whose wish",
    "baseline": "How things are now",
    "measure": "How we will know",
    "due": "By when",
    "steps": "Steps",
    "what": "What",
    "who": "Who",
    "times": "How many times",
    "period": "How often",
    "minutes": "Minutes each time",
    "ratio": "Adults to children",
    "weeks": "Weeks a year",
    "where": "Where",
    "starts": "From",
    "until": "Until",
    "agreed_by": "Agreed by",
    "author": "Written by",
    "role": "Their role",
    "on": "Its date",
}
VIEWS = {
    "voice": "What the child says",
    "voice_method": "How we asked",
    "likes": "What people like about the child",
    "important_to": "What matters to the child",
    "how_to_help": "How to help",
    "communicates": "How the child tells people things",
    "story": "The story so far",
    "family_views": "What the family says",
    "hopes_child": "What the child hopes for",
    "hopes_family": "What the family hopes for",
}
SIGNATURES = {"decided_by": "Decided by", "officer": "The officer"}
CHILD = {
    "first_name": "First name",
    "last_name": "Last name",
    "preferred_name": "Likes to be called",
    "born": "Born",
    "upn": "Pupil number",
    "nhs_number": "NHS number",
    "address": "Address",
    "setting_name": "School or college now",
    "year_group": "Year group",
    "pronouns": "Pronouns",
}
CODES = ("category", "kind", "wish")


def shown(name: str, value) -> str:
    """One field's value as words: links as a list, codes by their label, days written out, nothing as nothing."""
    if value is None or value == ():
        return ""
    if isinstance(value, tuple):
        return ", ".join(value)
    if name in CODES:
        return _labels().get(value, value)
    if name == "period":
        return wording.PERIODS.get(value, value)
    text = str(value)
    return plain_day(text) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) else text


@cache
def _labels() -> dict[str, str]:
    """Every code of tables/categories.csv in words."""
    return {row["code"]: row["label"] for row in rows("categories")}
