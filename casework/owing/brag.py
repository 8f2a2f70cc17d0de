"""How something owed stands today, as a word, a shape and a colour: blue, red, amber or green, by brag.csv."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from casework.errors import GapInOurTables
from casework.owing.order import DONE, LIFTED
from casework.tables import rows

NEAR = 4  # one part in so many of its time: with less left, a duty is nearly over
EITHER = {"yes": True, "no": False, "": None}


@dataclass(frozen=True)
class Brag:
    """One row of brag.csv. Days are counted from today; None leaves a condition out."""

    standing: str
    colour: str
    words: str
    look: str
    due_from: int | None
    due_to: int | None
    nearly_over: bool | None
    lifted: bool | None
    done: bool
    meaning: str

    def days(self, today: date) -> tuple[date | None, date | None]:
        """The first and the last day that this standing is of, both included; None where it has no end."""
        first, last = self.due_from, self.due_to
        return (
            None if first is None else today + timedelta(days=first),
            None if last is None else today + timedelta(days=last),
        )

    def weighs(self, weight: int) -> bool:
        """Whether a row of that weight can stand so."""
        if self.done or weight == DONE:
            return self.done and weight == DONE
        return self.lifted is None or self.lifted == (weight == LIFTED)

    def holds(self, row, today: date) -> bool:
        """Whether a row (day, weight, near_on) stands so today."""
        first, last = self.days(today)
        within = (first is None or row.day >= first) and (last is None or row.day <= last)
        near = self.nearly_over is None or self.nearly_over == (row.near_on <= today)
        return self.weighs(row.weight) and (self.done or within and near)


@cache
def brags() -> tuple[Brag, ...]:
    """Every standing, as pages show them. Raises GapInOurTables for a cell nobody can read."""
    return tuple(_read(row) for row in rows("brag"))


def _read(row) -> Brag:
    """One row of the table."""
    either = {name: row[name] for name in ("nearly over", "lifted", "done")}
    if not set(either.values()) <= EITHER.keys():
        raise GapInOurTables(f"brag.csv says something else than yes or no for “{row['standing']}”.")
    first, last = (int(row[name]) if row[name] else None for name in ("due from", "due to"))
    words = {name: row[name] for name in ("standing", "colour", "words", "look", "meaning")}
    near, lifted, done = (EITHER[cell] for cell in either.values())
    return Brag(**words, due_from=first, due_to=last, nearly_over=near, lifted=lifted, done=bool(done))


def brag_called(standing: str) -> Brag:
    """The standing of that name. Raises KeyError for one nobody knows."""
    return {each.standing: each for each in brags()}[standing]


def standing_of(row, today: date) -> Brag:
    """How a row stands today. Raises GapInOurTables when the table leaves it out, or says two things of it."""
    found = [each for each in brags() if each.holds(row, today)]
    if len(found) != 1:
        raise GapInOurTables(f"brag.csv has {len(found)} standings for a duty due on {row.day} seen on {today}.")
    return found[0]


def near_on(started: date, due: date) -> date:
    """The first day on which less than a quarter of the time from `started` to `due` is left."""
    return due - timedelta(days=max(0, (due - started).days) // NEAR)
