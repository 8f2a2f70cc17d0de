"""Every rule gives the date the law gives, or a sentence that says why it cannot."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from casework.errors import GapInOurTables, Refusal
from casework.law.timetable import cautious_readings, due, duties, duty_called
from tests.casework.law.slowly import (
    A_DAY,
    ALWAYS_THE_SAME,
    DAYS,
    RULES,
    cases,
    combined_slowly,
    day,
    due_slowly,
    fixed,
    leaves_school,
)


WORKED = cases() + cases("law-cases-more.csv")


@pytest.mark.parametrize("case", WORKED, ids=lambda case: f"{case['rule_id']} {case['trigger_date']} {case['also']}")
def test_every_worked_date_agrees(case):
    also = dict(pair.split("=") for pair in case["also"].split(";") if pair)
    found = due(case["rule_id"], day(case["trigger_date"]), {name: day(words) for name, words in also.items()})
    assert found == day(case["expected_due"])


def test_every_rule_of_the_table_has_a_date_that_was_worked_by_hand():
    assert {duty.id for duty in duties()} == {case["rule_id"] for case in WORKED}


@given(some.sampled_from([rule for rule in RULES.values() if rule["length"] is not None]), DAYS)
@ALWAYS_THE_SAME
def test_every_rule_with_a_length_agrees_with_a_slow_count_from_law_rules_json(rule, trigger):
    assert due(rule["id"], trigger) == due_slowly(rule, trigger)


READINGS = [duty for duty in duties() if duty.cautious_of]


@given(some.sampled_from([duty for duty in READINGS if duty.cautious_of in RULES]), DAYS)
@ALWAYS_THE_SAME
def test_every_cautious_reading_is_the_day_before_what_the_law_gives(duty, trigger):
    ends = {"REV_PHASE_15FEB": "02-15", "REV_PHASE_31MAR": "03-31"}.get(duty.cautious_of)
    law = fixed(trigger, ends) if ends else due_slowly(RULES[duty.cautious_of], trigger)
    assert due(duty.id, trigger) == law - A_DAY


@given(DAYS)
@ALWAYS_THE_SAME
def test_a_date_that_the_law_fixes_is_in_the_calendar_year_of_the_move(trigger):
    assert due("REV_PHASE_15FEB", trigger) == fixed(trigger, "02-15")
    assert due("REV_PHASE_31MAR", trigger) == fixed(trigger, "03-31")


@given(some.dates(date(1990, 1, 1), date(2030, 12, 31)))
@ALWAYS_THE_SAME
def test_rights_pass_on_after_the_last_friday_in_june_of_the_year_of_the_sixteenth_birthday(born):
    assert due("YP_LEAVING_DATE", born) == leaves_school(born)


COMBINED = [(each.id, combination) for each in duties() for combination in each.combinations if combination.names]


@given(some.sampled_from(COMBINED), DAYS, some.lists(DAYS, min_size=2, max_size=2))
@ALWAYS_THE_SAME
def test_every_combination_of_dates_agrees_with_a_slow_count(combined, trigger, others):
    rule_id, combination = combined
    also = dict(zip(sorted(combination.names), others, strict=False))
    assert due(rule_id, trigger, also) == combined_slowly(rule_id, trigger, also)


@given(DAYS, DAYS)
@ALWAYS_THE_SAME
def test_an_appeal_may_come_until_the_later_of_two_limits(notice, certificate):
    both = (due("APPEAL_2M", notice), due("APPEAL_1M_CERT", certificate))
    assert due("APPEAL_LATER", notice, {"cert": certificate}) == max(both)
    assert due("APPEAL_2M", notice, {"cert": certificate}) == max(both)
    assert due("CEASE_STAY", notice, {"cert": certificate}) == max(both)


@given(DAYS, DAYS)
@ALWAYS_THE_SAME
def test_an_amended_plan_is_due_by_the_earlier_of_two_limits(notice, meeting):
    both = (due("REV_FINAL_8W", notice), due("REV_FINAL_12W_CAP", meeting))
    assert due("REV_FINAL", notice, {"meeting": meeting}) == min(both)
    assert due("REV_FINAL_8W", notice, {"meeting": meeting}) == min(both)


@pytest.mark.parametrize("rule", ["XFER_PLAN_15WD", "ICB_NOTIFY_15WD"])
def test_a_move_known_early_gives_until_the_move_and_one_known_late_gives_fifteen_working_days(rule):
    # Counted from Friday 27 March 2026 the fifteen working days end on 20 April.
    early, late = day("2026-05-27"), day("2026-04-10")
    assert due(rule, early, {"aware": day("2026-03-27")}) == early
    assert due(rule, late, {"aware": day("2026-03-27")}) == day("2026-04-20")
    assert due(rule, day("2026-03-27"), {"move": early}) == early
    assert due(rule, day("2026-03-27"), {"move": late}) == day("2026-04-20")


def test_a_transferred_plan_that_was_never_reviewed_counts_from_when_it_was_made():
    transfer = day("2026-01-07")
    assert due("XFER_REVIEW_LATER", transfer, {"plan_made": day("2025-10-01")}) == day("2026-09-30")


def test_a_plan_stays_until_the_appeal_has_ended():
    ended = {"appeal_ended": day("2026-11-02")}
    assert due("CEASE_STAY", day("2026-01-07")) == day("2026-03-09")
    assert due("CEASE_STAY", day("2026-01-07"), ended) == day("2026-11-02")
    assert due("CEASE_STAY", day("2026-01-07"), ended | {"cert": day("2026-02-20")}) == day("2026-11-02")


def test_an_order_to_end_or_keep_a_plan_is_for_the_same_day():
    assert due("TRIB_CEASE_NOW", day("2026-08-01")) == due("TRIB_CONTINUE_NOW", day("2026-08-01")) == day("2026-08-01")


@given(some.sampled_from([duty_called(each.cautious_of) for each in duties() if each.cautious_of]), DAYS)
@ALWAYS_THE_SAME
def test_a_cautious_reading_is_never_later_than_the_law(duty, trigger):
    for reading in cautious_readings(duty.id):
        assert due(reading.id, trigger) < due(duty.id, trigger)


def test_cautious_readings_stand_beside_the_rule_they_read():
    assert [duty.id for duty in cautious_readings("REV_NOTICE_2W")] == ["REV_NOTICE_2W_CLEAR"]
    cautious = {duty.id for duty in duties() if duty.id.endswith(("_DAY1", "_CLEAR", "_STRICT"))}
    assert cautious == {duty.id for duty in duties() if duty.cautious_of}
    assert not any(duty.watch for duty in duties() if duty.cautious_of)


def test_an_unknown_rule_is_refused_with_the_nearest_name():
    with pytest.raises(Refusal, match="There is no rule called PLAN_FINAL. Did you mean PLAN_FINAL_20W?"):
        due("PLAN_FINAL", day("2026-01-01"))
    with pytest.raises(Refusal, match="There is no rule called 7.$"):
        due("7", day("2026-01-01"))


def test_a_day_before_the_law_began_is_refused():
    assert due("ASSESS_DECISION_6W", day("2014-09-01")) == day("2014-10-13")
    with pytest.raises(Refusal, match="ASSESS_DECISION_6W was not in force on 2014-08-31"):
        due("ASSESS_DECISION_6W", day("2014-08-31"))


@pytest.mark.parametrize("rule", ["ASSESS_DECISION_6W", "REV_FIRST_12M", "APPEAL_2M"])
def test_a_date_beyond_any_calendar_is_refused(rule):
    with pytest.raises(Refusal, match=f"cannot count {rule} from 9999-12-31"):
        due(rule, date(9999, 12, 31))


@pytest.mark.parametrize(
    ("rule", "also", "sentence"),
    [
        ("APPEAL_LATER", {}, "APPEAL_LATER needs another date beside the first: cert."),
        ("XFER_REVIEW_LATER", {}, "needs another date beside the first: last_review, or plan_made."),
        ("APPEAL_2M", {"meeting": date(2026, 1, 1)}, "APPEAL_2M takes no other date called meeting, only cert."),
        ("XFER_REVIEW_LATER", {"cert": date(2026, 1, 1)}, "date called cert, only last_review, or plan_made."),
        ("PLAN_FINAL_20W", {"cert": date(2026, 1, 1)}, "PLAN_FINAL_20W takes no other date, so we cannot use cert."),
    ],
)
def test_another_date_that_is_missing_or_not_wanted_is_refused(rule, also, sentence):
    with pytest.raises(Refusal, match=sentence):
        due(rule, day("2026-01-07"), also)


def test_a_year_without_known_holidays_is_refused_by_name_only_where_working_days_count():
    assert due("PLAN_FINAL_20W", day("2040-01-02")) == day("2040-05-21")
    with pytest.raises(GapInOurTables, match="2040"):
        due("LOCAL_SIMPLE_5WD", day("2040-01-02"))


def test_every_row_says_its_rule_in_one_short_sentence():
    for duty in duties():
        assert duty.family_words.endswith("."), duty.id
        assert len(duty.family_words.split()) <= 32, duty.id
