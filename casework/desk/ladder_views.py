"""The ladder as pages show it: rungs on a line of working days, in a table, laid over real days, and what differs."""

import re
from dataclasses import dataclass
from datetime import date

from casework import chasing
from casework.errors import GapInOurTables, Refusal
from casework.law.timetable import duty_called
from casework.tables import rows
from casework.words import day, listed, opening

LAST = 31  # the place on the line of the day after the law's limit, which has no number of its own
LEFT, STEP, TOP, RISE = 20, 31, 58, 52  # of the picture: where day 0 stands, a day, the highest level, a level
TALL = 19  # of the picture for a phone: a day
HEADINGS = {
    "": "The rung",
    "working day": "Working day",
    "until we have": "Only while",
    "level": "Level",
    "tell": "Tells",
    "copy": "Copies",
    "tone": "Kind of message",
    "subject": "Subject",
    "text": "Text",
    "family words": "Words for the family",
    "name": "Name",
    "owner": "Belongs to",
}


@dataclass(frozen=True)
class Rung:
    """One rung in words, and where it stands in the two pictures."""

    step: chasing.Step
    when: str
    only_while: str
    kind: str
    told: str
    first_told: str
    copied: str
    x: int
    y: int
    tall: int


@dataclass(frozen=True)
class Mark:
    """One of the days that divide the line: when something is due."""

    words: str
    x: int
    tall: int


@dataclass(frozen=True)
class Picture:
    """A version as pages show it: its rungs in the order they fall, the days that divide them, and its levels."""

    number: int
    rungs: tuple[Rung, ...]
    due: tuple[Mark, ...]
    levels: tuple[tuple[chasing.Level, int], ...]
    days: tuple[tuple[int, int, int], ...]
    height: int


def picture_of(ladder: chasing.Ladder) -> Picture:
    """A ladder on a line of working days 0 to 30."""
    rungs = sorted((_rung(step) for step in ladder.steps), key=lambda rung: (rung.x, rung.step.id))
    first, full = (duty_called(id).number for id in ("LOCAL_SIMPLE_5WD", "LOCAL_DETAILED_10WD"))
    due = (Mark("first response due", *_place(first)), Mark("full advice due", *_place(full)))
    levels = tuple((level, _height(level.number)) for level in ladder.levels)
    days = tuple((number, *_place(number)) for number in range(0, LAST, 5))
    return Picture(ladder.number, tuple(rungs), due, levels, days, TALL * LAST + 40)


def _place(number) -> tuple[int, int]:
    """Where a working day stands: across, and down."""
    return LEFT + STEP * number, 24 + TALL * number


def _height(level) -> int:
    return TOP + RISE * (4 - level)


def _rung(step) -> Rung:
    x, tall = _place(LAST if step.working_day is None else step.working_day)
    waits = {row["until we have"]: row["words"] for row in rows("chasing-conditions")}
    return Rung(
        step=step,
        when=when(step),
        only_while=waits[step.until_we_have],
        kind=chasing.tones()[step.tone]["words"],
        told=listed(map(named, step.tell)),
        first_told=named(step.tell[0]) if step.tell else "nobody",
        copied=listed(map(named, step.copy)),
        x=x,
        y=_height(step.level),
        tall=tall,
    )


def named(post: str) -> str:
    """A post as a sentence names it: “head of SEND”."""
    return re.sub(r"\bsend\b", "SEND", post)


def when(step: chasing.Step) -> str:
    """The day of a rung in words."""
    return "The day after the law’s limit" if step.working_day is None else f"Working day {step.working_day}"


@dataclass(frozen=True)
class Sending:
    """One message as it would be sent: its day, its rung, and its words with the days filled in."""

    on: date
    rung: Rung
    subject: str
    text: str
    family_words: str


def ahead(ladder: chasing.Ladder, asked_on: date) -> list[Sending]:
    """What a request asked on a day would get if nobody answered. Raises Refusal for a day we have no calendar for."""
    try:
        found, said = chasing.looked_ahead(ladder, asked_on), said_on(asked_on)
    except GapInOurTables as gap:
        raise Refusal(f"We cannot count working days from {day(asked_on)} yet. Choose a nearer day.", "day") from gap
    return [Sending(on, _rung(step), *words_of(step, said)) for on, step in found]


def words_of(step: chasing.Step, said: dict) -> tuple[str, str, str]:
    """The subject, the text and the words for the family, filled in; as they were written where they cannot be."""
    late = {"days_late": max(0, (step.working_day or LAST) - int(duty_called("LOCAL_DETAILED_10WD").number))}
    return tuple(_filled(words, said | late) for words in (step.subject, step.text, step.family_words))


def _filled(words, said) -> str:
    sound = not chasing.unknown(words, chasing.SERVICES) or not chasing.unknown(words, chasing.FAMILY)
    return chasing.filled(words, said) if sound else words


def said_on(asked_on: date) -> dict:
    """The words in braces for a request asked on a day; what only one request knows is said in general."""
    due = {name: duty_called(id).last_day(asked_on) for name, id in DAYS.items()}
    return {name: day(value) for name, value in due.items()} | {
        "case_ref": f"EHC-{asked_on.year}-0001",
        "service": "the service",
        "advice": "advice",
        "link": "(the address of the request)",
        "update_date": "(the day of our next message)",
        "final_by": "(the day the final plan is due)",
    }


DAYS = {"due_5": "LOCAL_SIMPLE_5WD", "due_10": "LOCAL_DETAILED_10WD", "legal_due": chasing.LEGAL_LIMIT}


@dataclass(frozen=True)
class Difference:
    """One thing that differs: what it is about in words, and what was and is said."""

    about: str
    heading: str
    before: str
    after: str


def differences(before: chasing.Ladder, after: chasing.Ladder) -> list[Difference]:
    """What differs between two versions, in words."""
    return [
        Difference(opening(each.about), HEADINGS[each.heading], _cell(each, each.before), _cell(each, each.after))
        for each in chasing.differences(before, after)
    ]


def _cell(change, words) -> str:
    """A cell in words."""
    if words is None:
        return "not there"
    if not words:
        return "the day after the law’s limit" if change.heading == "working day" else "nothing"
    if change.heading == "tone":
        return chasing.tones()[words]["words"]
    return named(words.replace("; ", ", ")) if change.heading in ("tell", "copy", "owner") else words
