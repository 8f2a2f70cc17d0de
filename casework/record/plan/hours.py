"""How many hours of help a line of provision comes to, in a week and in a year."""

from decimal import ROUND_HALF_UP, Decimal

TERM_TIME = 38
ALL_YEAR = 52
SCHOOL_DAYS, ALL_DAYS = 5, 7
# Three terms, each with two halves: the school year as parents know it.
TIMES_A_YEAR = {"half_term": 6, "term": 3, "year": 1, "once": 1}
TWO_PLACES = Decimal("0.01")


def a_year(provision) -> Decimal | None:
    """Hours in a year, to two places, halves up. None where the line has no number of times or no minutes.

    Days, weeks and fortnights are counted over `weeks`, or over 38 school
    weeks where none are given. A day is a school day, five a week, unless the
    help runs all 52 weeks, when it is every day.
    """
    return None if _exact(provision) is None else _rounded(_exact(provision))


def a_week(provision) -> Decimal | None:
    """Hours in one of the weeks it runs: the hours in a year over those weeks. Help given once has no weekly hours."""
    exact = _exact(provision)
    if exact is None:
        return None
    return Decimal("0.00") if provision.period == "once" else _rounded(exact / _weeks(provision))


def _exact(provision) -> Decimal | None:
    if not provision.times or not provision.minutes or not provision.period:
        return None
    return _occasions(provision) * Decimal(provision.minutes) / 60


def _occasions(provision) -> Decimal:
    """How many times in a year."""
    weeks, times = _weeks(provision), Decimal(provision.times)
    if provision.period == "day":
        return times * weeks * (ALL_DAYS if weeks == ALL_YEAR else SCHOOL_DAYS)
    if provision.period == "week":
        return times * weeks
    if provision.period == "fortnight":
        return times * weeks / 2
    return times * TIMES_A_YEAR[provision.period]


def _weeks(provision) -> int:
    return provision.weeks or TERM_TIME


def _rounded(number: Decimal) -> Decimal:
    return number.quantize(TWO_PLACES, ROUND_HALF_UP)
