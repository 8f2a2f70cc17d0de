"""Grounds for being late: those the law knows, what each must show, and why the others are none."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from casework.errors import GapInOurTables, Refusal
from casework.law.timetable import duty_called
from casework.tables import rows
from casework.words import plural


@dataclass(frozen=True)
class Ground:
    """One reason that people give. `least_days` is how long it must have lasted without a break, in calendar days.

    `family_words` finish “the law allows for this, because …”; `why_not` says why it is no ground in law.
    """

    name: str
    lawful: bool
    least_days: int
    family_words: str
    why_not: str


@cache
def grounds() -> dict[str, Ground]:
    """Every ground of grounds.csv by its name. Raises GapInOurTables for a row that says too little."""
    found = {}
    for row in rows("grounds"):
        lawful = {"yes": True, "no": False}.get(row["lawful"])
        if lawful is None or not row["family words" if lawful else "why not"]:
            raise GapInOurTables(f"grounds.csv does not say enough about “{row['ground']}”.")
        found[row["ground"]] = Ground(
            row["ground"], lawful, int(row["least days"] or 0), row["family words"], row["why not"]
        )
    return found


def ground_called(name: str) -> Ground:
    """One ground. Raises GapInOurTables for one that grounds.csv does not list."""
    if name not in grounds():
        raise GapInOurTables(f"grounds.csv says nothing about “{name}”.")
    return grounds()[name]


def offered_for(duty_id: str) -> tuple[str, ...]:
    """What a form offers for one duty: the grounds of its row, then the reasons that are none and say why."""
    return (*duty_called(duty_id).excuses, *(each.name for each in grounds().values() if not each.lawful))


def require_lawful(duty_id: str, ground: str, since: date | None = None, until: date | None = None) -> None:
    """Go on, or raise Refusal with the sentence that says why this ground does not lift the limit of this duty."""
    known = grounds().get(ground)
    if known and not known.lawful:
        raise Refusal(known.why_not, "ground")
    if not known or ground not in duty_called(duty_id).excuses:
        raise Refusal("The law does not allow that ground for this time limit.", "ground")
    if since and until and until < since:
        raise Refusal("The last day it covers must not be before the first.", "until")
    if since and until and (until - since).days + 1 < known.least_days:
        lasted = plural((until - since).days + 1, "day")
        raise Refusal(
            f"This ground needs {known.least_days} days without a break; from {since.day} {since:%B} "
            f"to {until.day} {until:%B} is {lasted}.",
            "until",
        )
