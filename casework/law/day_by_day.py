"""Every day of a period with its number in the count, or why it is not counted: what a small calendar draws."""

from dataclasses import dataclass
from datetime import date, timedelta

from casework.law.duty import AFTER, BACK, BEGINNING, Duty
from casework.law.working_days import AUGUST, calendar, is_tribunal_holiday

THE_START = "the day it runs from"
A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Day:
    """One square of the calendar. `number` is its place in the count (for months: which month ends on it).

    `why_not` says why a day is not counted: “the day it runs from”, “weekend”, “bank holiday: Good
    Friday”, “August is not counted”; it is empty for a day that is counted or is the last day.
    """

    date: date
    number: int | None
    why_not: str = ""


def day_by_day(duty: Duty, started: date) -> tuple[Day, ...]:
    """The days of one period in order of the calendar, by the duty's own length.

    A period of months has only its month ends (and the days it rolled over); a fixed date only that
    date. Raises GapInOurTables when working days reach a year that holidays.csv does not cover.
    """
    end = duty.last_day(started)
    if duty.unit == "working days":
        return _working_days(duty, started, end)
    if duty.unit in ("days", "weeks"):
        return _every_day(duty, started, end)
    if duty.unit == "months":
        return _month_ends(duty, started, end)
    return (Day(end, None),)


def _run(first, last):
    """Every day from the first to the last."""
    return [first + A_DAY * place for place in range((last - first).days + 1)]


def _every_day(duty, started, end):
    """Weeks and days: weekends and holidays count like any other day."""
    if duty.counted == BEGINNING:
        return tuple(Day(day, place) for place, day in enumerate(_run(started, end), start=1))
    if duty.counted == AFTER:
        return (Day(started, None, THE_START), *_numbered(_run(started + A_DAY, end)))
    if duty.counted == BACK:
        return (*reversed(_numbered(_run(end, started - A_DAY)[::-1])), Day(started, None, THE_START))
    between = _numbered(_run(end + A_DAY, started - A_DAY)[::-1])
    return (Day(end, None), *reversed(between), Day(started, None, THE_START))


def _numbered(days):
    return tuple(Day(day, number) for number, day in enumerate(days, start=1))


def _working_days(duty, started, end):
    """Working days, with a reason for each day stepped over."""
    found = [] if duty.counted == BEGINNING else [Day(started, None, THE_START)]
    number = 0
    for day in _run(started if duty.counted == BEGINNING else started + A_DAY, end):
        why_not = _why_not(day, tribunal="Tribunal" in duty.counted)
        number += not why_not
        found.append(Day(day, None if why_not else number, why_not))
    return tuple(found)


def _why_not(day, *, tribunal):
    """Why a day is not counted among working days, or nothing when it is."""
    if tribunal and is_tribunal_holiday(day):
        return "August is not counted" if day.month == AUGUST else "25 December to 1 January is not counted"
    return calendar().why_not(day)


def _month_ends(duty, started, end):
    """The start, the end of each month of the period, and the days between its end and the day it rolled to."""
    counted = [Day(duty.way(started, number), number) for number in range(1, duty.number + 1)]
    last = duty.way(started, duty.number)
    rolled = [Day(day, None, _why_not(day, tribunal=True)) for day in _run(last + A_DAY, end)]
    return tuple(sorted((Day(started, None, THE_START), *counted, *rolled), key=lambda each: each.date))
