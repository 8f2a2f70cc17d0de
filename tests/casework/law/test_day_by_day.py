"""A period, day by day: what is counted, what is stepped over, and why."""

from hypothesis import given
from hypothesis import strategies as some

from casework.law.day_by_day import Day, day_by_day
from casework.law.timetable import due, duties, duty_called
from tests.casework.law.slowly import ALWAYS_THE_SAME, DAYS, day


def days(rule, started):
    return [(each.date.isoformat(), each.number, each.why_not) for each in day_by_day(duty_called(rule), day(started))]


def test_working_days_step_over_weekends_and_name_bank_holidays():
    assert days("LOCAL_SIMPLE_5WD", "2025-12-23") == [
        ("2025-12-23", None, "the day it runs from"),
        ("2025-12-24", 1, ""),
        ("2025-12-25", None, "bank holiday: Christmas Day"),
        ("2025-12-26", None, "bank holiday: Boxing Day"),
        ("2025-12-27", None, "weekend"),
        ("2025-12-28", None, "weekend"),
        ("2025-12-29", 2, ""),
        ("2025-12-30", 3, ""),
        ("2025-12-31", 4, ""),
        ("2026-01-01", None, "bank holiday: New Year’s Day"),
        ("2026-01-02", 5, ""),
    ]


def test_working_days_that_begin_with_the_day_count_it_when_people_work():
    assert days("XFER_PLAN_15WD", "2026-03-27")[0] == ("2026-03-27", 1, "")
    assert days("XFER_PLAN_15WD", "2025-12-13")[:3] == [
        ("2025-12-13", None, "weekend"),
        ("2025-12-14", None, "weekend"),
        ("2025-12-15", 1, ""),
    ]


def test_the_tribunals_rest_is_not_counted():
    found = dict((on, why_not) for on, _, why_not in days("APPEAL_RESPONSE_30WD", "2026-07-16"))
    assert found["2026-08-03"] == "August is not counted"
    christmas = dict((on, why_not) for on, _, why_not in days("APPEAL_RESPONSE_30WD", "2026-12-01"))
    assert christmas["2026-12-29"] == christmas["2027-01-01"] == "25 December to 1 January is not counted"


def test_a_window_counts_its_first_day_and_every_day():
    found = days("DRAFT_REPS_15D", "2026-03-21")
    assert found[0] == ("2026-03-21", 1, "")
    assert found[-1] == ("2026-04-04", 15, "")
    assert len(found) == 15


def test_days_counted_back_run_from_the_last_to_the_meeting():
    found = days("REV_NOTICE_2W", "2026-01-06")
    assert found[0] == ("2025-12-23", 14, "")
    assert found[-2:] == [("2026-01-05", 1, ""), ("2026-01-06", None, "the day it runs from")]
    clear = days("REV_NOTICE_2W_CLEAR", "2026-01-06")
    assert clear[:2] == [("2025-12-22", None, ""), ("2025-12-23", 14, "")]


def test_months_show_where_each_ends_and_the_days_an_appeal_rolls_over():
    assert days("APPEAL_2M", "2026-06-30") == [
        ("2026-06-30", None, "the day it runs from"),
        ("2026-07-30", 1, ""),
        ("2026-08-30", 2, ""),
        ("2026-08-31", None, "August is not counted"),
        ("2026-09-01", None, ""),
    ]
    assert days("REV_POST16_5M", "2026-09-01")[0] == ("2026-04-01", 5, "")


def test_a_fixed_date_and_the_same_day_are_one_square():
    assert days("REV_PHASE_31MAR", "2024-09-01") == [("2024-03-31", None, "")]
    assert days("TRIB_CONTINUE_NOW", "2026-08-01") == [("2026-08-01", None, "")]
    assert days("YP_LEAVING_DATE", "2009-09-01") == [("2026-06-26", None, "")]


@given(some.sampled_from([duty for duty in duties() if duty.way]), DAYS)
@ALWAYS_THE_SAME
def test_the_last_counted_day_is_the_day_it_is_due(duty, started):
    found = day_by_day(duty, started)
    assert [each.date for each in found] == sorted({each.date for each in found})
    end = due(duty.id, started)
    backwards = end < started
    assert end == (found[0] if backwards else found[-1]).date
    numbers = [each.number for each in found if each.number is not None]
    assert sorted(numbers, reverse=backwards) == numbers
    if duty.unit in ("days", "working days"):
        assert Day(end, duty.number) in found
        assert len(numbers) == duty.number
