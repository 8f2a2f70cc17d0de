"""Why this date: what every page says when somebody asks."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from casework.errors import Refusal
from casework.law.clocks import Fact, deadlines
from casework.law.explain import explain
from casework.law.timetable import due, duties
from tests.casework.law.slowly import ALWAYS_THE_SAME, DAYS, day


def how(rule, started, **also):
    return explain(rule, day(started), {name: day(words) for name, words in also.items()}).how


def test_six_weeks_are_explained_to_a_parent():
    told = explain("ASSESS_DECISION_6W", day("2026-02-20"))
    assert told.sentence == "The council must tell you whether it will assess within 6 weeks of getting the request."
    assert told.clause == "reg 5(1); also reg 4(1)"
    assert told.how == (
        "The day we count from is the day the council got the request: Fri 20 February 2026.",
        "That day is not counted.",
        "6 weeks means 42 days. Weekends, bank holidays and school holidays count.",
        "The last day is Fri 3 April 2026.",
        "That is a bank holiday: Good Friday. The law does not move it, "
        "so aim for Thu 2 April 2026, the last working day before it.",
    )
    assert (told.due, told.safe) == (day("2026-04-03"), day("2026-04-02"))
    assert told.met_by == ("the council told the family whether it will assess",)
    assert len(told.days) == 43


def test_a_cautious_reading_is_shown_beside_the_date_and_not_instead():
    told = explain("ASSESS_DECISION_6W", day("2025-09-01"))
    [(rule, on, words)] = told.cautious
    assert (rule, on) == ("ASSESS_DECISION_6W_DAY1", day("2025-10-12"))
    assert "not the law" in words
    assert told.due == day("2025-10-13")


def test_the_working_days_stepped_over_are_named():
    assert how("LOCAL_SIMPLE_5WD", "2025-12-19")[2:] == (
        "We count 5 working days. Weekends and bank holidays are not working days.",
        "Stepped over: Thu 25 December 2025 (Christmas Day), Fri 26 December 2025 (Boxing Day) and 4 weekend days.",
        "The last day is Tue 30 December 2025.",
    )
    assert how("LOCAL_ACK_2WD", "2026-03-02")[-1] == "The last day is Wed 4 March 2026."
    assert not any("Stepped over" in step for step in how("LOCAL_ACK_2WD", "2026-03-02"))


def test_bank_holidays_that_are_not_published_yet_are_told_where_the_date_hangs_on_them():
    told = "The bank holidays of 2029 are the ones we expect: they are not published yet."
    assert told in how("LOCAL_SIMPLE_5WD", "2028-12-28")
    assert told in how("APPEAL_2M", "2028-12-01")
    assert not any("we expect" in step for step in how("PLAN_FINAL_20W", "2029-01-02"))
    assert not any("we expect" in step for step in how("LOCAL_SIMPLE_5WD", "2028-12-01"))


def test_the_tribunals_august_is_told():
    assert "Stepped over: 31 days in August and 10 weekend days." in how("APPEAL_RESPONSE_30WD", "2026-07-16")


def test_a_first_day_that_counts_is_told():
    assert "That day is day 1." in how("DRAFT_REPS_15D", "2026-03-21")
    first = "If that day is a working day it is day 1. If not, the next working day is."
    assert first in how("XFER_PLAN_15WD", "2026-03-27")


def test_a_window_says_from_when_the_council_may_act():
    told = explain("DRAFT_REPS_15D", day("2026-03-21"))
    assert told.how[-1] == (
        "The time is over at the end of Sat 4 April 2026. It is never made shorter: "
        "the council may act from Sun 5 April 2026."
    )
    assert told.safe is None


def test_counting_back_is_told():
    assert "We count back from that day." in how("REV_NOTICE_2W", "2026-01-06")
    assert "We count back, and count neither that day nor the last day." in how("REV_NOTICE_2W_CLEAR", "2026-01-06")


def test_months_are_told():
    if_none = "or on the last day of a month that has no such day."
    year = how("REV_FIRST_12M", "2024-02-29")
    assert f"A period of 12 months ends on the day before the same date, {if_none}" in year
    assert f"A period of 2 months ends on the same day of the month, {if_none}" in how("MED_CONTACT_2M", "2025-12-31")


def test_an_appeal_says_whether_rule_12_moved_it():
    moved = "That would be Sun 30 August 2026. The Tribunal’s rule 12 moves it to Tue 1 September 2026."
    assert moved in how("APPEAL_2M", "2026-06-30")
    stays = "The Tribunal moves a last day that is no working day, in August or at Christmas. This one stays."
    assert stays in how("APPEAL_2M", "2026-05-30")


def test_dates_that_the_law_sets_are_told():
    assert "The law sets a date: by 31 March of that year." in how("REV_PHASE_31MAR", "2024-09-01")
    assert "The law sets a date: before 31 March of that year." in how("REV_PHASE_31MAR_STRICT", "2024-09-01")
    leaving = "The law sets a date: the last Friday in June of the school year of the 16th birthday."
    assert leaving in how("YP_LEAVING_DATE", "2009-09-01")
    assert "It must be done at once, so it is due that same day." in how("TRIB_CONTINUE_NOW", "2026-08-01")


def test_a_choice_of_two_limits_says_what_each_gives_and_counts_the_one_that_decides():
    told = explain("APPEAL_LATER", day("2026-10-01"), {"cert": day("2026-11-29")})
    assert told.how[:2] == (
        "Two limits apply: 2 months from the day the council sent its decision gives Tue 1 December 2026 and 1 month "
        "from the day the mediation certificate was issued gives Mon 4 January 2027. The later one counts.",
        "The day we count from is the day the mediation certificate was issued: Sun 29 November 2026.",
    )
    assert told.days[0].date == day("2026-11-29")


def test_a_choice_of_three_counts_the_latest():
    told = explain("CEASE_STAY", day("2026-01-07"), {"cert": day("2026-02-20"), "appeal_ended": day("2026-11-02")})
    assert told.how[0].startswith("Three limits apply: ")
    assert told.how[0].endswith("the day itself (appeal ended) gives Mon 2 November 2026. The latest one counts.")
    assert [each.date for each in told.days] == [told.due] == [day("2026-11-02")]


def test_one_limit_is_no_choice():
    assert not any("limits apply" in step for step in how("CEASE_STAY", "2026-01-07"))
    assert not any("limits apply" in step for step in how("APPEAL_2M", "2026-01-07"))


def test_a_rule_nobody_has_read_in_the_law_says_so():
    assert explain("AMEND_OTHER", day("2026-01-07")).unverified
    assert not explain("PLAN_FINAL_20W", day("2026-01-07")).unverified


def test_a_deadline_on_a_page_is_explained_from_itself():
    [first, *_] = deadlines([Fact("advice requested", day("2026-02-16"), "health")])
    told = explain(first.duty, first.started)
    assert (told.duty, told.due, told.safe) == (first.duty, first.due, first.safe)


def test_what_cannot_be_counted_cannot_be_explained():
    with pytest.raises(Refusal, match="no rule called X"):
        explain("X", day("2026-01-07"))


@given(some.sampled_from([duty for duty in duties() if duty.way]), DAYS)
@ALWAYS_THE_SAME
def test_every_rule_can_be_explained_and_its_explanation_agrees(duty, started):
    told = explain(duty, started)
    assert told.due == due(duty.id, started)
    assert told.how and all(step.endswith(".") for step in told.how)
    assert told.safe is None or told.safe <= told.due
