"""Hours of help, in a week and in a year."""

from decimal import Decimal

import pytest

from tests.casework.content_makers import a_plan, a_provision


@pytest.mark.parametrize(
    ("times", "period", "minutes", "weeks", "week", "year"),
    [
        (1, "week", 30, 38, "0.50", "19.00"),
        (1, "week", 30, None, "0.50", "19.00"),
        (2, "day", 15, 38, "2.50", "95.00"),
        (2, "day", 15, 52, "3.50", "182.00"),
        (1, "fortnight", 60, 38, "0.50", "19.00"),
        (1, "half_term", 60, None, "0.16", "6.00"),
        (1, "term", 120, None, "0.16", "6.00"),
        (1, "year", 90, None, "0.04", "1.50"),
        (6, "once", 45, None, "0.00", "4.50"),
        (1, "week", 20, 1, "0.33", "0.33"),
    ],
)
def test_hours_follow_from_times_minutes_and_weeks(times, period, minutes, weeks, week, year):
    line = a_provision(times=times, period=period, minutes=minutes, weeks=weeks)
    assert line.hours_a_week == Decimal(week)
    assert line.hours_a_year == Decimal(year)


@pytest.mark.parametrize("missing", [{"times": None}, {"minutes": None}, {"period": ""}])
def test_help_with_no_length_has_no_hours(missing):
    line = a_provision(**missing)
    assert line.hours_a_week is None
    assert line.hours_a_year is None


def test_a_plan_adds_up_its_weekly_hours():
    lines = (a_provision(), a_provision(ref="P2", minutes=90), a_provision(ref="P3", minutes=None))
    assert a_plan(provisions=lines).hours_a_week == Decimal("2.00")
