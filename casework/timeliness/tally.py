"""What fell due and what became of it, in numbers: shares both ways, and days late."""

from calendar import monthrange
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import date
from operator import add, attrgetter


@dataclass(frozen=True)
class Asked:
    """Which requests: of these services, due in these months (2026-10, both included), as it stood on a day.

    `limits` are names of limits.csv; `advice` is one type of advice, or "" for all.
    """

    services: Collection[str]
    first: str
    last: str
    as_at: date
    limits: Collection[str]
    advice: str = ""

    @property
    def days(self) -> tuple[date, date]:
        """The first day of the first month, and the last of the last."""
        last = date.fromisoformat(f"{self.last}-28")
        return date.fromisoformat(f"{self.first}-01"), last.replace(day=monthrange(last.year, last.month)[1])


@dataclass(frozen=True)
class Tally:
    """What fell due and what became of it. The levels are the highest each request had reached, 0 to 4."""

    in_time: int = 0
    late: int = 0
    out: int = 0
    never: int = 0
    excused: int = 0
    nil: int = 0
    returned: int = 0
    level_1: int = 0
    level_2: int = 0
    level_3: int = 0
    level_4: int = 0
    withdrawn: int = 0
    withdrawn_late: int = 0
    not_needed: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        """Two together."""
        return Tally(*map(add, _numbers(self), _numbers(other)))

    @property
    def due(self) -> int:
        """How many fell due: in time or not, silence among them; not those withdrawn or needed no more."""
        return self.in_time + self.late + self.out + self.never

    @property
    def not_received(self) -> int:
        """How many had not come: still out, or never come before the case ended."""
        return self.out + self.never

    @property
    def level_0(self) -> int:
        """How many had reached no level."""
        return self.due - self.level_1 - self.level_2 - self.level_3 - self.level_4

    @property
    def share(self) -> int | None:
        """In time, in whole per cent of what fell due; nothing where nothing did."""
        return per_cent(self.in_time, self.due)

    @property
    def share_without_excused(self) -> int | None:
        """In time, in whole per cent of what fell due and the law did not excuse."""
        return per_cent(self.in_time, self.due - self.excused)


_numbers = attrgetter(*(each.name for each in fields(Tally)))


def per_cent(part: int, whole: int) -> int | None:
    """A share in whole per cent, halves up; never 100 while one is missing, nor 0 while there is one."""
    if not whole:
        return None
    share = (200 * part + whole) // (2 * whole)
    return min(share, 99) if part < whole and share == 100 else max(share, 1) if part else share


def day_by_which(counted: dict[int, int], per_hundred: int) -> int | None:
    """The smallest number of days by which at least so many in a hundred are covered; nothing of nothing.

    `counted` says how many there are of each number of days. 50 gives the median, 90 the 90th percentile.
    """
    wanted, so_far = -(-sum(counted.values()) * per_hundred // 100), 0  # rounded up, in whole numbers
    for days in sorted(counted):
        so_far += counted[days]
        if so_far >= wanted:
            return days
    return None


@dataclass(frozen=True)
class Lateness:
    """How many were late by how many calendar days: those that came late, and those that had not come."""

    received: Counter
    not_received: Counter

    def __add__(self, other: "Lateness") -> "Lateness":
        """Two together."""
        return Lateness(self.received + other.received, self.not_received + other.not_received)


NOBODY_LATE = Lateness(Counter(), Counter())
