"""The duties of a case as a line through time: met or late, today, and what is coming, each opening to its reason."""

from dataclasses import dataclass
from datetime import date, timedelta

from casework.desk.open_case import OpenCase
from casework.law.clocks import Deadline
from casework.owing import in_order
from casework.promises import PROMISES, UPDATE
from casework.telling import duty_words, exceptions_of
from casework.telling.rows import DESK, duty_row, is_told
from casework.words import day, lateness, listed, plural

WIDE, LEFT, RIGHT = 1000, 40, 40  # the picture, in its own units
CLOSE = 92  # beads nearer than this would write over each other
REQUEST = "Request"
REVIEWS = ("REV_FIRST_12M", "REV_SUBSEQ_12M")


@dataclass(frozen=True)
class Dated:
    """One duty with its date and where it stands."""

    deadline: Deadline
    words: str
    standing: str
    look: str
    more: tuple[str, ...] = ()


@dataclass(frozen=True)
class Bead:
    """One duty on the line: where it is, which of the rows of words it has, and how it looks."""

    x: float
    row: int
    words: str
    day: date
    look: str


@dataclass(frozen=True)
class Line:
    """The picture: beads along a thread, and where today is (None when it is outside)."""

    beads: tuple[Bead, ...]
    today: float | None
    rows: int


def dated_duties(opened: OpenCase) -> dict[str, list[Dated]]:
    """The duties of the whole case in three heaps, each in the order of every list: late, coming and past."""
    heaps: dict[str, list[Dated]] = {"late": [], "coming": [], "past": []}
    for deadline, them in _together(in_order(opened.running, opened.today)).values():
        if _of_the_case(deadline):
            dated = _dated(deadline, opened, said_of(opened, them))
            heap = "past" if not deadline.is_open or _window_over(deadline, opened.today) else "coming"
            heaps["late" if dated.look == "late" and deadline.is_open else heap].append(dated)
    return heaps


def _together(running) -> dict:
    """Each duty with what it is about: one update may be owed of several late things, and is one line."""
    found: dict = {}
    for each in running:
        own = each.about if each.duty.id != UPDATE else ""
        key = (each.duty.id, own, each.started, each.met_on, each.ended_on)
        found.setdefault(key, (each, []))[1].append(each.about)
    return found


def said_of(opened: OpenCase, things) -> str:
    """What several duties are about, in words: the services or schools, or duties of ours; nothing for other things."""
    asked = [opened.case.advice[each].service for each in things if each in opened.case.advice]
    names = [opened.name(each) for each in dict.fromkeys(asked)]
    names += [opened.name(each) for each in things if each in opened.case.consultations]
    names += [duty_words(each).lower() for each in things if is_told(each)]
    return listed(names)


def _of_the_case(deadline) -> bool:
    """Whether a duty is of the whole case: what a service or a setting owes stands in the table of its own."""
    return deadline.duty.owed_by not in ("adviser", "setting")


def _window_over(deadline, today) -> bool:
    return deadline.duty.is_window and today > deadline.due


def _dated(deadline: Deadline, opened: OpenCase, of: str = "") -> Dated:
    """One duty in words, with its exceptions; `of` says what it is about."""
    words, today = duty_words(deadline.duty.id) + (f": {of}" if of else ""), opened.today
    stands = _standing_words(deadline, deadline.standing(today), today)
    more = exceptions_of(opened.case, deadline, opened.names, DESK)
    return Dated(deadline, words, stands, look_of(deadline, today), more)


def _standing_words(deadline: Deadline, stands: str, today: date) -> str:
    """Where a duty stands, with how late it is or was."""
    days = deadline.days_late(today)
    if deadline.is_open and not deadline.duty.is_window:
        late = lateness(deadline.due, today)
        return f"{late}, excused" if deadline.excuse and days else late
    if deadline.met_on and days:
        excused = ", excused" if deadline.excuse else ""
        return f"met on {day(deadline.met_on)}, {plural(days, 'day')} late{excused}"
    if deadline.met_on and not deadline.duty.is_window:
        return f"met on {day(deadline.met_on)}"
    return stands


def look_of(deadline: Deadline, today: date) -> str:
    """The look of a duty: late, due within the week, done or quiet."""
    if deadline.ended_on:
        return "quiet"
    if deadline.duty.is_window:
        return "late" if deadline.standing(today) == "acted too soon" else "quiet"
    if deadline.days_late(today):
        return "late"
    if deadline.met_on:
        return "done"
    return "due" if deadline.due <= today + timedelta(days=6) else "quiet"


def line_of(opened: OpenCase) -> Line | None:
    """The line through time: what was met on the day it was met, the rest on its last day. None without dates."""
    words, first = _beginning(opened)
    shown = [each for each in opened.running if _is_drawn(each)]
    dated = sorted(((each.met_on or each.due, each) for each in shown), key=lambda pair: pair[0])
    dated = [
        (day_, each) for day_, each in dated if first and day_ >= first and not (day_ == first and words != REQUEST)
    ]
    if not dated:
        return None
    place = _places(first, dated[-1][0])
    beads = [Bead(place(first), 0, words, first, "done")]
    for day_, each in dated:
        x = place(day_)
        beads.append(Bead(x, _row(beads, x), duty_row(each.duty.id)["short"], day_, look_of(each, opened.today)))
    today = place(opened.today) if first <= opened.today <= dated[-1][0] else None
    return Line(tuple(beads), today, max(bead.row for bead in beads) + 1)


def _beginning(opened: OpenCase):
    """Where the line begins: at the request, or, once a plan has been reviewed, at the final plan. (words, day)"""
    reviewed = any(each.duty.id in REVIEWS and each.met_on for each in opened.running)
    if reviewed and opened.case.final:
        return "Final plan", opened.case.final.on
    return REQUEST, opened.case.requested_on


def _is_drawn(deadline) -> bool:
    """Whether a duty is on the line: of the whole case, still owed or met, and more than a receipt."""
    drawn = _of_the_case(deadline) and not deadline.duty.is_window and not deadline.ended_on
    return drawn and deadline.duty.id not in ("LOCAL_ACK_2WD", *PROMISES)


def _places(first: date, last: date):
    """How far along the picture a day is."""
    days = max(1, (last - first).days)
    return lambda day: round(LEFT + (WIDE - LEFT - RIGHT) * (day - first).days / days, 1)


def _row(beads, x: float) -> int:
    """The first row of words in which this bead does not write over another."""
    row = 0
    while any(bead.row == row and abs(bead.x - x) < CLOSE for bead in beads):
        row += 1
    return row
