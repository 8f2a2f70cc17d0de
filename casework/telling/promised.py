"""What we promised a family and by when, in plain words; a promise that was broken is said plainly, with an apology."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from casework.law.clocks import Deadline
from casework.promises import PROMISES, UPDATE
from casework.telling.rows import duty_row
from casework.words import day


@dataclass(frozen=True)
class Promised:
    """One promise that is still owed: the sentence, the deadline that explains its date, and whether it is broken."""

    words: str
    deadline: Deadline
    broken: bool


def promised(running: Iterable[Deadline], today: date) -> tuple[Promised, ...]:
    """Every promise owed to this family, the first due before the others. Several late things are one update."""
    owed = sorted((each for each in running if each.is_open and each.duty.id in PROMISES), key=lambda each: each.due)
    first = next((each for each in owed if each.duty.id == UPDATE), None)
    return tuple(_promised(each, today) for each in owed if each.duty.id != UPDATE or each is first)


def _promised(deadline, today):
    """One promise, in the words of telling.csv."""
    row, broken = duty_row(deadline.duty.id), deadline.due < today
    words = row["late for the family"] if broken else row["promise for the family"]
    return Promised(words.format(due=day(deadline.due), since=day(deadline.started)), deadline, broken)
