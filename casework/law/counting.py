"""How the law counts: each way a period is counted, as a function from a day and a number to a last day.

Every function takes the day the period runs from and how many weeks, months or
days it lasts, and answers with its last day. Nothing here rolls to a working
day unless its name says so: only the Tribunal's rules do that.
"""

import calendar as months
from datetime import date, timedelta

from casework.law.working_days import AUGUST, calendar, is_tribunal_holiday

LEAVING_AGE = 16
SEPTEMBER = 9
FRIDAY = 4


def days_after(day: date, number: int) -> date:
    """The day itself is not counted (Dodds v Walker [1981])."""
    return day + timedelta(days=number)


def weeks_after(day: date, number: int) -> date:
    """The same day of the week, that many weeks later."""
    return day + timedelta(days=7 * number)


def months_after(day: date, number: int) -> date:
    """The same day of the month, that many months on or back; the month's last day when it has no such day."""
    place = day.year * 12 + day.month - 1 + number
    year, month = place // 12, place % 12 + 1
    return date(year, month, min(day.day, months.monthrange(year, month)[1]))


def days_beginning_with(day: date, number: int) -> date:
    """“15 days beginning with the day”: the day itself is day 1 (reg 13(1)(a))."""
    return day + timedelta(days=number - 1)


def weeks_beginning_with(day: date, number: int) -> date:
    """Weeks whose first day is the day itself."""
    return day + timedelta(days=7 * number - 1)


def months_beginning_with(day: date, number: int) -> date:
    """“12 months starting with the date”: ends the day before that date, or on the last day of a month without it."""
    end = months_after(day, number)
    return end - timedelta(days=1) if end.day == day.day else end


def weeks_before(day: date, number: int) -> date:
    """“At least two weeks before”: the same day of the week, earlier."""
    return day - timedelta(days=7 * number)


def clear_weeks_before(day: date, number: int) -> date:
    """That many whole weeks in between: neither end is counted."""
    return day - timedelta(days=7 * number + 1)


def months_before(day: date, number: int) -> date:
    """The same day of an earlier month, or its last day."""
    return months_after(day, -number)


def add_working_days(day: date, number: int) -> date:
    """That many working days later; the day itself is not counted. None later is the day itself.

    Raises GapInOurTables for a year that holidays.csv does not cover.
    """
    return calendar().working.after(day, number) if number else day


def working_days_beginning_with(day: date, number: int) -> date:
    """Working days of which the first may be the day itself, when it is one (reg 15(2))."""
    first = calendar().working.on_or_after(day)
    return add_working_days(first, number - 1)


def tribunal_days_after(day: date, number: int) -> date:
    """Working days outside August and 25 December to 1 January, after the day (rule 12(3)(b))."""
    return calendar().tribunal.after(day, number)


def on_the_day(day: date, number: int) -> date:
    """At once: due on the day itself."""
    return day


def date_in_year(day: date, number: tuple[int, int]) -> date:
    """A fixed date, `number` being its month and day, in the year of the day."""
    return date(day.year, *number)


def before_date_in_year(day: date, number: tuple[int, int]) -> date:
    """The day before a fixed date in the year of the day: “before 15 February”, read strictly."""
    return date_in_year(day, number) - timedelta(days=1)


def leaving_date(born: date, number: tuple[int, int]) -> date:
    """The last such weekday of that month (`number` is both) in the school year of the 16th birthday.

    A school year starts on 1 September, so somebody born on 31 August leaves a
    year before somebody born the day after (Education Act 1996 s.8).
    """
    weekday, month = number
    year = born.year + LEAVING_AGE + (born.month >= SEPTEMBER)
    end = date(year, month, months.monthrange(year, month)[1])
    return end - timedelta(days=(end.weekday() - weekday) % 7)


def roll_to_tribunal_day(day: date) -> date:
    """When an appeal is still in time, its period having ended on `day` (rule 12(2), (3)(a)).

    A period that ends in August, or from 25 December to 1 January, is kept on
    the first working day after; one that ends on another day that is no
    working day, on the next working day, even if that is in August.
    """
    if is_tribunal_holiday(day):
        day = date(day.year, AUGUST, 31) if day.month == AUGUST else date(day.year + (day.month == 12), 1, 1)
        day += timedelta(days=1)
    return calendar().working.on_or_after(day)


def safe_date(day: date) -> date | None:
    """The last working day on or before a day, or None when holidays.csv does not cover it."""
    return calendar().working.on_or_before(day)
