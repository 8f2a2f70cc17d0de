"""Each way of counting, against a walk of one day at a time and against the law's own examples."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from casework.errors import GapInOurTables
from casework.law import counting
from tests.casework.law.slowly import (
    A_DAY,
    ALWAYS_THE_SAME,
    DAYS,
    aim_for,
    day,
    fixed,
    leaves_school,
    month_on,
    rolled,
    tribunal_rests,
    walk,
    works,
)


@given(DAYS, some.integers(1, 60))
@ALWAYS_THE_SAME
def test_days_and_weeks_are_walked_one_day_at_a_time(start, number):
    assert counting.days_after(start, number) == walk(start, number)
    assert counting.days_beginning_with(start, number) == walk(start - A_DAY, number)
    assert counting.weeks_after(start, number) == walk(start, number * 7)
    assert counting.weeks_beginning_with(start, number) == walk(start - A_DAY, number * 7)
    assert counting.weeks_before(start, number) == walk(start, number * 7, step=-A_DAY)
    assert counting.clear_weeks_before(start, number) == walk(start, number * 7 + 1, step=-A_DAY)


@given(DAYS, some.integers(1, 24))
@ALWAYS_THE_SAME
def test_months_are_walked_one_month_at_a_time(start, number):
    end = month_on(start, number)
    assert counting.months_after(start, number) == end
    assert counting.months_before(start, number) == month_on(start, -number)
    assert counting.months_beginning_with(start, number) == (end - A_DAY if end.day == start.day else end)


@given(DAYS, some.integers(1, 80))
@ALWAYS_THE_SAME
def test_working_days_are_walked_one_day_at_a_time(start, number):
    assert counting.add_working_days(start, number) == walk(start, number, works)
    assert counting.working_days_beginning_with(start, number) == walk(start - A_DAY, number, works)


@given(DAYS, some.integers(1, 60))
@ALWAYS_THE_SAME
def test_tribunal_days_leave_out_august_and_christmas(start, number):
    counts = walk(start, number, lambda when: works(when) and not tribunal_rests(when))
    assert counting.tribunal_days_after(start, number) == counts


@given(DAYS)
@ALWAYS_THE_SAME
def test_an_appeal_rolls_as_rule_12_says(end):
    assert counting.roll_to_tribunal_day(end) == rolled(end)


@given(DAYS)
@ALWAYS_THE_SAME
def test_the_safe_date_is_the_last_working_day_on_or_before(end):
    assert counting.safe_date(end) == aim_for(end)


@given(DAYS)
@ALWAYS_THE_SAME
def test_fixed_dates_leaving_dates_and_the_same_day_are_found_by_walking(start):
    assert counting.on_the_day(start, 0) == start
    assert counting.date_in_year(start, (3, 31)) == fixed(start, "03-31")
    assert counting.before_date_in_year(start, (2, 15)) == fixed(start, "02-14")
    assert counting.leaving_date(start, (4, 6)) == leaves_school(start)


def test_no_working_days_later_is_the_day_itself_even_at_a_weekend():
    assert counting.add_working_days(day("2026-04-04"), 0) == day("2026-04-04")


@pytest.mark.parametrize(
    ("start", "number", "end"),
    [("2025-12-31", 2, "2026-02-28"), ("2023-12-31", 2, "2024-02-29"), ("2024-02-29", 12, "2025-02-28")],
)
def test_a_month_without_that_day_ends_on_its_last_day(start, number, end):
    assert counting.months_after(day(start), number) == day(end)


@pytest.mark.parametrize(
    ("start", "end"), [("2024-02-29", "2025-02-28"), ("2025-03-01", "2026-02-28"), ("2023-03-01", "2024-02-29")]
)
def test_twelve_months_starting_with_the_date_end_the_day_before_it(start, end):
    assert counting.months_beginning_with(day(start), 12) == day(end)


def test_a_period_that_ends_on_saturday_31_july_is_kept_on_the_next_working_day_though_it_is_in_august():
    assert counting.roll_to_tribunal_day(day("2021-07-31")) == day("2021-08-02")
    assert counting.roll_to_tribunal_day(day("2021-08-01")) == day("2021-09-01")


def test_a_period_that_ends_at_christmas_is_kept_on_the_first_working_day_of_the_year():
    assert counting.roll_to_tribunal_day(day("2026-12-25")) == day("2027-01-04")
    assert counting.roll_to_tribunal_day(day("2027-01-01")) == day("2027-01-04")
    assert counting.roll_to_tribunal_day(day("2026-12-24")) == day("2026-12-24")


def test_a_fixed_date_is_in_the_year_of_the_day():
    assert counting.date_in_year(day("2026-09-01"), (2, 15)) == day("2026-02-15")
    assert counting.before_date_in_year(day("2027-09-01"), (3, 31)) == day("2027-03-30")
    assert counting.on_the_day(day("2026-08-01"), 0) == day("2026-08-01")


@pytest.mark.parametrize(
    ("born", "leaves"),
    [
        ("2009-08-31", "2025-06-27"),
        ("2009-09-01", "2026-06-26"),
        ("2010-08-31", "2026-06-26"),
        ("2012-02-29", "2028-06-30"),
        ("2009-12-31", "2026-06-26"),
    ],
)
def test_school_leaving_age_turns_on_the_first_of_september(born, leaves):
    assert counting.leaving_date(day(born), (counting.FRIDAY, 6)) == day(leaves)


def test_weeks_and_months_need_no_holidays_but_their_safe_date_does():
    assert counting.weeks_after(day("2080-01-01"), 6) == day("2080-02-12")
    assert counting.months_after(day("2080-01-31"), 1) == day("2080-02-29")
    assert counting.safe_date(day("2080-02-12")) is None


@pytest.mark.parametrize("start", ["1999-06-01", "2035-06-01"])
def test_working_days_of_a_year_we_do_not_know_are_refused_by_name(start):
    for count in (counting.add_working_days, counting.working_days_beginning_with, counting.tribunal_days_after):
        with pytest.raises(GapInOurTables, match=start[:4]):
            count(day(start), 5)
    with pytest.raises(GapInOurTables, match=start[:4]):
        counting.roll_to_tribunal_day(day(start))


def test_working_days_that_run_into_a_year_we_do_not_know_are_refused_by_name():
    with pytest.raises(GapInOurTables, match="2031"):
        counting.add_working_days(day("2030-12-24"), 5)
    with pytest.raises(GapInOurTables, match="2031"):
        counting.roll_to_tribunal_day(day("2030-12-29"))
