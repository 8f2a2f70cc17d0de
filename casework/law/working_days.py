"""Which days are working days in England, from holidays.csv, and how to count them fast."""

from bisect import bisect_left
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import cache
from itertools import accumulate, pairwise

from casework.errors import GapInOurTables
from casework.tables import rows

SATURDAY = 5
AUGUST = 8
# Fewer bank holidays than this in a year is a year somebody has not finished typing.
FEWEST_IN_A_YEAR = 8
EVIDENCE = ("gov.uk list", "expected")


class CountedDays:
    """The days that count, in order, between the first and the last day a calendar covers.

    For each day of the calendar we keep how many counted days lie on or before
    it, so that a step of any length is two look-ups and no loop.
    """

    def __init__(self, first: date, last: date, counts: Callable[[date], bool]):
        every = [first + timedelta(days=n) for n in range((last - first).days + 1)]
        self._first = first.toordinal()
        self._length = len(every)
        self._last_year = last.year
        self._days = [day for day in every if counts(day)]
        self._up_to = list(accumulate(int(counts(day)) for day in every))

    def after(self, day: date, number: int) -> date:
        """The day that is `number` (1 or more) counted days after `day`; `day` itself is never one of them.

        Raises GapInOurTables when holidays.csv ends too early or starts too late to know.
        """
        place = day.toordinal() - self._first
        if not 0 <= place < self._length:
            raise _gap(day.year)
        try:
            return self._days[self._up_to[place] + number - 1]
        except IndexError:
            raise _gap(self._last_year + 1) from None

    def between(self, first: date, last: date) -> int:
        """How many counted days lie after `first`, up to and including `last`. Raises GapInOurTables as after()."""
        places = [day.toordinal() - self._first for day in (first, last)]
        for day, place in zip((first, last), places, strict=True):
            if not 0 <= place < self._length:
                raise _gap(day.year)
        return self._up_to[places[1]] - self._up_to[places[0]]

    def on_or_before(self, day: date) -> date | None:
        """The last counted day up to and including this one, or None when the table cannot say."""
        place = day.toordinal() - self._first
        if not 0 <= place < self._length or not self._up_to[place]:
            return None
        return self._days[self._up_to[place] - 1]

    def on_or_after(self, day: date) -> date:
        """The first counted day from this one on. Raises GapInOurTables when the table cannot say."""
        if not 0 <= day.toordinal() - self._first < self._length:
            raise _gap(day.year)
        place = bisect_left(self._days, day)
        if place == len(self._days):
            raise _gap(self._last_year + 1)
        return self._days[place]


class Calendar:
    """England's working days for the years its bank holidays are known.

    A working day is any day but Saturday, Sunday, Christmas Day, Good Friday
    and a bank holiday. The Regulations of 2014 do not define the words, so
    they have their ordinary meaning; the Tribunal's rules say the same.
    `expected` are the years whose bank holidays the government has not published yet.
    """

    def __init__(self, holidays: Mapping[date, str], expected: frozenset[int] = frozenset()):
        years = sorted({day.year for day in holidays})
        first, last = date(years[0], 1, 1), date(years[-1], 12, 31)
        self.holidays = dict(holidays)
        self.expected = expected
        self.years = range(years[0], years[-1] + 1)
        self.working = CountedDays(first, last, self._is_working)
        self.tribunal = CountedDays(first, last, lambda day: self._is_working(day) and not is_tribunal_holiday(day))

    def _is_working(self, day):
        return day.weekday() < SATURDAY and day not in self.holidays

    def is_working_day(self, day: date) -> bool:
        """Whether it is one. A weekend needs no table; any other day of a year not covered raises GapInOurTables."""
        if day.weekday() >= SATURDAY:
            return False
        if day.year not in self.years:
            raise _gap(day.year)
        return day not in self.holidays

    def why_not(self, day: date) -> str:
        """Why a day is no working day: “weekend”, “bank holiday: Good Friday”, or nothing when it is one."""
        if day.weekday() >= SATURDAY:
            return "weekend"
        return f"bank holiday: {self.holidays[day]}" if day in self.holidays else ""


def is_tribunal_holiday(day: date) -> bool:
    """August, and 25 December to 1 January: not counted by the Tribunal (rule 12(3))."""
    return day.month == AUGUST or (day.month, day.day) >= (12, 25) or (day.month, day.day) == (1, 1)


@cache
def calendar() -> Calendar:
    """The calendar of holidays.csv. Raises GapInOurTables, naming the row, when the table cannot be trusted."""
    return read_holidays(rows("holidays"))


def read_holidays(found) -> Calendar:
    """A calendar from rows of day, name and evidence. Refuses days out of order or a year half filled."""
    days = [_holiday(number, row) for number, row in enumerate(found, start=2)]
    for number, (before, after) in enumerate(pairwise(days), start=3):
        if before >= after:
            raise GapInOurTables(f"Row {number} of holidays.csv is not after the row before it.")
    if not days:
        raise GapInOurTables("holidays.csv is empty.")
    years = [day.year for day in days]
    for year in range(years[0], years[-1] + 1):
        if years.count(year) < FEWEST_IN_A_YEAR:
            raise GapInOurTables(f"holidays.csv does not list every bank holiday of {year}.")
    named = {day: row["name"] for day, row in zip(days, found, strict=True)}
    return Calendar(named, frozenset(int(row["day"][:4]) for row in found if row["evidence"] == "expected"))


def _holiday(number, row):
    """The day of one row, checked."""
    try:
        day = date.fromisoformat(row["day"])
    except ValueError:
        raise GapInOurTables(f"Row {number} of holidays.csv has no date we can read: {row['day']}.") from None
    if day.weekday() >= SATURDAY:
        raise GapInOurTables(f"Row {number} of holidays.csv is a weekend: {day}.")
    if not row["name"] or row["evidence"] not in EVIDENCE:
        raise GapInOurTables(f"Row {number} of holidays.csv does not say which holiday, or how we know.")
    return day


def _gap(year):
    return GapInOurTables(f"holidays.csv says nothing about {year}, so working days in that year cannot be counted.")
