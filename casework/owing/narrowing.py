"""What a list is narrowed to: how it stands, which duty, stage, school, phase, service or profession, which days."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from casework.record.child import AGE_IN_RECEPTION, FIRST_MONTH
from casework.tables import rows

US, ADVISERS, SCHOOLS = "us", "advisers", "schools"
OWED_BY = {US: "The council", ADVISERS: "Advisers", SCHOOLS: "Schools and colleges"}


@dataclass(frozen=True)
class Phase:
    """Some school years together, by phases.csv."""

    phase: str
    words: str
    first: int
    last: int

    def born(self, today: date) -> tuple[str, str]:
        """The birthdays of who is in it in the school year of `today`: (first, last) as ISO dates, both included."""
        begun = today.year if today.month >= FIRST_MONTH else today.year - 1
        oldest, youngest = begun - self.last - AGE_IN_RECEPTION - 1, begun - self.first - AGE_IN_RECEPTION
        return f"{oldest:04}-09-01", f"{youngest:04}-08-31"


@cache
def phases() -> tuple[Phase, ...]:
    """Every phase, the youngest first."""
    return tuple(
        Phase(row["phase"], row["words"], int(row["from year"]), int(row["to year"])) for row in rows("phases")
    )


@dataclass(frozen=True)
class Narrowed:
    """Several at once: a row must be in each that says anything.

    `named_of` is the id of who may look for names, whose own cases are found by any part of one; "" for
    names from their beginning alone, and None for somebody who may not look for names.
    """

    standing: tuple[str, ...] = ()
    duty: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    stage: tuple[str, ...] = ()
    phase: tuple[str, ...] = ()
    school: tuple[str, ...] = ()
    service: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()
    due_from: date | None = None
    due_to: date | None = None
    words: str = ""
    named_of: str | None = None

    @property
    def done(self) -> bool:
        """Whether it is the list of what was met."""
        return "done" in self.standing
