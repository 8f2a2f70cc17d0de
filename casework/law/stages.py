"""How long each step may take, for the page that families read before they ask."""

from datetime import date
from typing import NamedTuple

from casework.law.duty import BEGINNING, Duty
from casework.law.timetable import duties, in_force, milestones, timetable
from casework.words import opening


class Stage(NamedTuple):
    """One step: what is done, how long it may take, and the clause that says so."""

    duty: str
    how_long: str
    clause: str


def stages_for_families(on: date | None = None) -> list[Stage]:
    """The steps of timetable.csv that have a stage, in that order, as the law stands (or stood on a day)."""
    now = duties() if on is None else [found for rule in timetable().versions.values() if (found := in_force(rule, on))]
    steps = sorted((duty for duty in now if duty.stage is not None), key=lambda duty: duty.stage)
    return [Stage(opening(duty.duty), how_long(duty), duty.law) for duty in steps]


def how_long(duty: Duty) -> str:
    """Such as “Within 6 weeks of the day the council got the request.” A choice of limits is said in its own words."""
    if not duty.length:
        return duty.family_words
    start = f"the day {milestones()[duty.runs_from]}"
    if duty.counted == BEGINNING:
        least = "At least" if duty.is_window else "Within"
        return f"{least} {duty.length}. {opening(start)} is day 1."
    return f"Within {duty.length} of {start}{' (this is guidance, not law)' if duty.limit == 'guidance' else ''}."
