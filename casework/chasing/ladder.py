"""The ladder as an area has it: rungs and levels in numbered versions, the first of them chasing.csv and levels.csv."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from casework.errors import GapInOurTables
from casework.tables import rows

FIRST = 1
ALWAYS = date(2014, 9, 1)  # the day the Regulations came into force: no request for advice is older
INBOX = "service inbox"


@dataclass(frozen=True)
class Step:
    """One rung: when, on what condition, at what level, who is told, and the words used.

    `working_day` counts from the day of asking; None is the day after the law's limit.
    """

    id: str
    working_day: int | None
    until_we_have: str
    level: int
    tell: tuple[str, ...]
    copy: tuple[str, ...]
    tone: str
    subject: str
    text: str
    family_words: str

    @property
    def tells_inbox(self) -> bool:
        """Whether the inbox that the service shares is written to beside the people."""
        return INBOX in self.tell + self.copy

    @property
    def family_letter(self) -> str:
        """Which letter the family gets when this rung is climbed; nothing when it has no words for them."""
        return tones()[self.tone]["family letter"] if self.family_words else ""


@dataclass(frozen=True)
class Level:
    """How far a request has risen: the level's number, what the area calls it, and the posts that own it."""

    number: int
    name: str
    owner: tuple[str, ...]


@dataclass(frozen=True)
class Ladder:
    """One version of the ladder, and the first day on which a request asked for is chased by it."""

    number: int
    counts_from: date
    steps: tuple[Step, ...]
    levels: tuple[Level, ...]

    def step(self, step_id: str) -> Step:
        """One rung by its name. Raises KeyError when this version has no such rung."""
        return {each.id: each for each in self.steps}[step_id]

    def level(self, number: int) -> Level:
        """One level by its number. Raises KeyError when this version has no such level."""
        return {each.number: each for each in self.levels}[number]


@dataclass(frozen=True)
class Version:
    """A version with who wrote it, when and why. `put_back` is the version whose rows it brings back; 0 for none."""

    ladder: Ladder
    put_back: int
    why: str
    by: str
    at: datetime


def read(number: int, counts_from: date, content: Mapping) -> Ladder:
    """A version from its rows, headings as in chasing.csv and levels.csv: {"steps": [...], "levels": [...]}.

    Raises KeyError or ValueError for rows that are not those of a ladder.
    """
    steps = tuple(step_in(row) for row in content["steps"])
    return Ladder(number, counts_from, steps, tuple(_level(row) for row in content["levels"]))


def content_of(ladder: Ladder) -> dict:
    """The rows of a version, as `read` reads them."""
    return {
        "steps": [row_of(step) for step in ladder.steps],
        "levels": [
            {"level": str(each.number), "name": each.name, "owner": "; ".join(each.owner)} for each in ladder.levels
        ],
    }


def row_of(step: Step) -> dict:
    """A rung as a row of chasing.csv."""
    return {
        "step": step.id,
        "working day": "" if step.working_day is None else str(step.working_day),
        "until we have": step.until_we_have,
        "level": str(step.level),
        "tell": "; ".join(step.tell),
        "copy": "; ".join(step.copy),
        "tone": step.tone,
        "subject": step.subject,
        "text": step.text,
        "family words": step.family_words,
    }


@cache
def tones() -> dict[str, Mapping]:
    """What kinds of message a rung can be, by name: a row of chasing-tones.csv each."""
    return {row["tone"]: row for row in rows("chasing-tones")}


@cache
def first() -> Ladder:
    """The version that every installation starts with."""
    return read(FIRST, ALWAYS, {"steps": rows("chasing"), "levels": rows("levels")})


def in_force(ladders: Iterable[Ladder], day: date) -> Ladder:
    """The version by which a request asked on a day is chased: the last one written that counted by then.

    A version written later takes the place of any that had not begun. Raises GapInOurTables when none counted.
    """
    counted = [each for each in ladders if each.counts_from <= day]
    if not counted:
        raise GapInOurTables(f"No version of the ladder counted on {day}.")
    return max(counted, key=lambda each: each.number)


def numbered(ladders: Iterable[Ladder], number: int) -> Ladder:
    """One version by its number. Raises GapInOurTables when there is none."""
    found = next((each for each in ladders if each.number == number), None)
    if found is None:
        raise GapInOurTables(f"There is no version {number} of the ladder.")
    return found


def step_in(row: Mapping) -> Step:
    """A row of chasing.csv as a rung. Raises KeyError or ValueError for a row that is not one."""
    return Step(
        row["step"],
        int(row["working day"]) if row["working day"] else None,
        row["until we have"],
        int(row["level"]),
        _words(row["tell"]),
        _words(row["copy"]),
        row["tone"],
        row["subject"],
        row["text"],
        row["family words"],
    )


def _level(row):
    """One row of levels.csv."""
    return Level(int(row["level"]), row["name"], _words(row["owner"]))


def _words(cell):
    return tuple(cell.split("; ")) if cell else ()
