"""Every rule gives the date the law gives, or a sentence that says why it cannot."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from casework.errors import GapInOurTables, Refusal
from casework.law.timetable import cautious_readings, due, duties, duty_called
from tests.casework.law.slowly import ALWAYS_THE_SAME, DAYS, RULES, day, due_slowly, open_cases

# What law-rules.json calls an exception, in the words an officer chooses from.
EXCUSES = {
    "school_closed_4w": {"school shut for 4 weeks or more"},
    "early_years_closed_4w": {"early years setting shut for 4 weeks or more"},
    "exceptional_personal_circumstances": {"exceptional personal circumstances"},
    "exceptional_circumstances": {"exceptional circumstances"},
    "absent_4w": {"away for 4 weeks or more"},
    "absent_2w": {"away for 2 weeks or more"},
    "absent": {"away"},
    "missed_appointment": {"missed appointment"},
    "agreed_other_date": {"another date agreed in writing"},
    "tribunal_extension": {"Tribunal gave more time"},
    "tribunal_direction": {"Tribunal’s direction"},
    "caseworker_hold": {"caseworker put it on hold"},
}
FOUR = {
    "school shut for 4 weeks or more",
    "early years setting shut for 4 weeks or more",
    "exceptional personal circumstances",
    "away for 4 weeks or more",
}
EXCUSES |= {"reg10(4)": FOUR, "reg13(3)_grounds": FOUR, "reg10(4)(a)-(c)": FOUR - {"away for 4 weeks or more"}}
LIMITS = {
    "max": "no later than",
    "max_received_by": "no later than",
    "min_window": "no sooner than",
    "latest_before": "latest before",
    "guidance_max": "guidance",
    "guidance_should_consider_3_to_6": "guidance",
    "local_max": "local",
    "hold": "hold",
    "status_change": "status change",
}
# Rules whose law.md says that the wording or the number was not seen, whatever law-rules.json says.
NOT_SEEN = {"AMEND_OTHER", "TRIB_REFERBACK_2W", "REV_NO_AMEND_8W"}


@pytest.mark.parametrize("case", open_cases(), ids=lambda case: f"{case['rule_id']} {case['trigger_date']}")
def test_every_worked_date_agrees(case):
    also = dict(pair.split("=") for pair in case["also"].split(";") if pair)
    found = due(case["rule_id"], day(case["trigger_date"]), {name: day(words) for name, words in also.items()})
    assert found == day(case["expected_due"])


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_rule_of_the_law_is_a_row_with_the_same_clause_limit_and_excuses(rule):
    duty = duty_called(rule["id"])
    # A local standard is the area's own protocol, whichever project brief it came from.
    assert duty.law == ("local protocol" if rule["clause"] == "project service standard" else rule["clause"])
    assert duty.limit == LIMITS[rule["kind"]]
    assert set(duty.excuses) == set().union(*(EXCUSES[each] for each in rule["exceptions"]))
    assert duty.unverified == (rule["id"] in NOT_SEEN)


@given(some.sampled_from([rule for rule in RULES.values() if rule["length"] is not None]), DAYS)
@ALWAYS_THE_SAME
def test_every_rule_with_a_length_agrees_with_a_slow_count_from_law_rules_json(rule, trigger):
    assert due(rule["id"], trigger) == due_slowly(rule, trigger)


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
        ("APPEAL_2M", {"meeting": date(2026, 1, 1)}, "APPEAL_2M needs another date beside the first: cert."),
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
