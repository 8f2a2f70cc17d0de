"""What came of simulated years, counted from the diaries: requests, plans, in time, late, and what was chased."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from casework.law.clocks import deadlines
from casework.record.entries import Chased
from casework.tables import rows

COUNTED = ("ASSESS_DECISION_6W", "PLAN_FINAL_20W", "LOCAL_SIMPLE_5WD", "LOCAL_DETAILED_10WD", "ASSESS_ADVICE_6W")
LATE = ("late", "late, excused", "met late", "met late, excused")


@dataclass
class Kept:
    """How one duty was kept: met in time, late (met since or still owed), excused among those, and not yet due."""

    in_time: int = 0
    late: int = 0
    excused: int = 0
    running: int = 0

    def count(self, standing: str) -> None:
        """Count one deadline by where it stands; one that is no longer owed was neither kept nor broken."""
        self.in_time += standing == "met"
        self.late += standing in LATE
        self.excused += standing.endswith("excused")
        self.running += standing in ("not yet due", "due today")


@dataclass
class Figures:
    """Everything the report says. `stages` and `doors` are by name, `levels` by level of the ladder, 0 a reminder."""

    requests: int = 0
    entries: int = 0
    doors: Counter = field(default_factory=Counter)
    stages: Counter = field(default_factory=Counter)
    plans: int = 0
    advice: int = 0
    levels: Counter = field(default_factory=Counter)
    duties: dict = field(default_factory=lambda: {duty: Kept() for duty in COUNTED})

    def plain(self) -> dict:
        """The same as plain values, for a machine."""
        said = {name: dict(value) if isinstance(value, Counter) else value for name, value in vars(self).items()}
        return said | {"duties": {duty: vars(kept) for duty, kept in self.duties.items()}}


def count_up(office, day: date) -> Figures:
    """The figures as they stand on a day."""
    found = Figures()
    for ref in office.diary.refs():
        written = office.diary.written(ref)
        _count(found, office.diary.read(ref), day)
        found.entries += len(written)
        found.levels.update(each.entry.level for each in written if isinstance(each.entry, Chased))
    return found


def _count(found, case, day):
    """One case."""
    found.requests += 1
    found.doors[case.door] += 1
    found.stages[case.stage] += 1
    found.plans += bool(case.final)
    found.advice += len(case.advice)
    for each in deadlines(case.facts, case.excuses):
        if each.duty.id in found.duties:
            found.duties[each.duty.id].count(each.standing(day))


def door_words(door: str) -> str:
    """Who asks at a door, in words."""
    return next(row["told by"] for row in rows("doors") if row["door"] == door)
