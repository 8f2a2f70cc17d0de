"""A change to the ladder: what it would make, what would be sent when, and what differs between two versions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from casework.chasing.climbing import LEGAL_LIMIT, falls_on
from casework.chasing.checking import faults
from casework.chasing.ladder import Ladder, Step, content_of, read, step_in
from casework.errors import Refusal
from casework.law.timetable import duty_called
from casework.record.case import Advice

LEVELS = "levels"
TAKEN_OUT = None
LONGEST_AHEAD = timedelta(days=366)
NOT_A_RUNG = "E12"  # the digest of every Friday, in the practice this ladder was drawn from


@dataclass(frozen=True)
class Change:
    """One cell that differs: the rung or level, the heading, and what each version says. None: it is not there."""

    about: str
    heading: str
    before: str | None
    after: str | None


def proposed(latest: Ladder, parts: Mapping[str, object]) -> Ladder:
    """The ladder as a proposal would make it: the latest version with some rows in place of its own.

    `parts` are rows by rung, None for a rung taken out, and the rows of every level under “levels”.
    """
    rows = {step.id: step for step in latest.steps}
    rows |= {name: row and step_in(row) for name, row in parts.items() if name != LEVELS}
    steps = tuple(sorted((step for step in rows.values() if step), key=lambda step: step.id))
    levels = content_of(latest)["levels"] if LEVELS not in parts else parts[LEVELS]
    return replace(read(latest.number + 1, latest.counts_from, {"steps": (), "levels": levels}), steps=steps)


def next_name(ladders: Iterable[Ladder], taken: Iterable[str] = ()) -> str:
    """The name of a new rung: one that no version has ever had, so that a diary can never mean two rungs by it."""
    names = {step.id for ladder in ladders for step in ladder.steps} | set(taken) | {NOT_A_RUNG}
    return f"E{max(int(name[1:]) for name in names) + 1:02}"


def earliest(today: date, last_asked: date | None) -> date:
    """The first day a change can count from: tomorrow, and after the last day on which anybody was asked for advice.

    So no request that exists is ever judged anew, even by a machine whose clock jumped back.
    """
    return max(today, last_asked or today) + timedelta(days=1)


def check_day(counts_from: date, *, first: date, today: date) -> None:
    """Raise Refusal for a day that a change cannot count from; `first` is the earliest it can."""
    if counts_from < first:
        said = f"{first.day} {first:%B %Y}"
        raise Refusal(f"A change counts from {said} at the earliest, so that no request that was made moves.", "day")
    if counts_from > today + LONGEST_AHEAD:
        raise Refusal("Choose a day within a year from now.", "day")


def next_version(latest: Ladder, new: Ladder, *, counts_from: date) -> Ladder:
    """The version that `new` becomes. Raises Refusal for a ladder that may not be, or when nothing differs."""
    if found := faults(new):
        raise Refusal(" ".join(fault.sentence for fault in found))
    if not differences(latest, new):
        raise Refusal("Nothing is different from the version before, so there is nothing to put in.")
    return replace(new, number=latest.number + 1, counts_from=counts_from)


def differences(before: Ladder, after: Ladder) -> list[Change]:
    """Every cell that differs between two versions, by rung and then by level."""
    found = []
    for heading, key in (("steps", "step"), ("levels", "level")):
        was, now = ({row[key]: row for row in content_of(each)[heading]} for each in (before, after))
        for name in sorted(was.keys() | now.keys()):
            about = name if heading == "steps" else f"level {name}"
            found += _cells(about, was.get(name), now.get(name))
    return found


def _cells(about, was, now) -> list[Change]:
    """The cells of one row that differ; a row that is only in one version is one change."""
    if was is None or now is None:
        return [Change(about, "", was and _said(was), now and _said(now))]
    return [Change(about, heading, was[heading], now[heading]) for heading in was if was[heading] != now[heading]]


def _said(row) -> str:
    """A whole rung or level in a line."""
    if "name" in row:
        return row["name"]
    when = f"working day {row['working day']}" if row["working day"] else "the day after the law’s limit"
    return f"{when}: tells {row['tell'].replace(';', ',')}"


def looked_ahead(ladder: Ladder, asked_on: date) -> list[tuple[date, Step]]:
    """What would be sent when for a request asked on a day that nobody answers, the first first.

    Raises GapInOurTables for a day whose year holidays.csv does not cover.
    """
    request, limit = Advice("", "", "", asked_on), duty_called(LEGAL_LIMIT).last_day(asked_on)
    dated = [(falls_on(step, request, limit), step) for step in ladder.steps]
    return sorted(dated, key=lambda each: (each[0], each[1].id))
