"""Facts in, deadlines out: what runs, what meets it, what ends it, and how it stands on a day."""

import pytest

from casework.errors import GapInOurTables
from casework.law.clocks import Excuse, Fact, deadlines, window_over
from casework.law.timetable import read_timetable
from casework.tables import rows
from tests.casework.law.slowly import day

REQUEST = "2026-02-16"  # six weeks: Mon 30 March; 16 weeks: 8 June; 20 weeks: 6 July


def fact(milestone, on, about=""):
    return Fact(milestone, day(on), about)


def asked_of(*services, on="2026-04-01"):
    """A case where each of these services was asked for advice on one day."""
    return [fact("request received", REQUEST), *(fact("advice requested", on, service) for service in services)]


def the(duty, facts, about="", **also):
    """The one deadline of a duty."""
    [found] = [each for each in deadlines(facts, **also) if (each.duty.id, each.about) == (duty, about)]
    return found


def every_rule_watched():
    """The timetable with every rule that can be met watched, as it will be when its facts are written."""
    found = [dict(row) for row in rows("timetable")]
    for row in found:
        row["watch"] = "yes" if row["met by"] and row["length"] and not row["cautious of"] else "no"
    return read_timetable(found)


def test_a_request_starts_what_the_council_owes_the_earliest_first():
    owed = [(each.duty.id, each.due.isoformat()) for each in deadlines([fact("request received", REQUEST)])]
    assert owed == [
        ("LOCAL_ACK_2WD", "2026-02-18"),
        ("ASSESS_DECISION_6W", "2026-03-30"),
        ("LOCAL_DRAFT_14W", "2026-05-25"),
        ("PLAN_REFUSAL_16W", "2026-06-08"),
        ("PLAN_FINAL_20W", "2026-07-06"),
    ]


def test_one_request_for_advice_has_three_dates():
    owed = {each.duty.id: each.due for each in deadlines(asked_of("health")) if each.about == "health"}
    assert owed == {
        "LOCAL_SIMPLE_5WD": day("2026-04-10"),
        "LOCAL_DETAILED_10WD": day("2026-04-17"),
        "ASSESS_ADVICE_6W": day("2026-05-13"),
    }


def test_one_service_never_makes_another_late():
    facts = [*asked_of("health", "care"), fact("advice received", "2026-05-20", "health")]
    assert the("ASSESS_ADVICE_6W", facts, "health").standing(day("2026-06-01")) == "met late"
    assert the("ASSESS_ADVICE_6W", facts, "care").standing(day("2026-06-01")) == "late"


def test_advice_sent_straight_away_is_a_first_response_too():
    facts = [*asked_of("health"), fact("advice received", "2026-04-03", "health")]
    assert the("LOCAL_SIMPLE_5WD", facts, "health").met_on == day("2026-04-03")


@pytest.mark.parametrize(
    ("today", "standing", "days_late"),
    [
        ("2026-03-29", "not yet due", 0),
        ("2026-03-30", "due today", 0),
        ("2026-03-31", "late", 1),
        ("2026-04-09", "late", 10),
    ],
)
def test_an_open_duty_stands_as_the_day_says(today, standing, days_late):
    duty = the("ASSESS_DECISION_6W", [fact("request received", REQUEST)])
    assert duty.is_open
    assert (duty.standing(day(today)), duty.days_late(day(today))) == (standing, days_late)


@pytest.mark.parametrize(("on", "standing", "days_late"), [("2026-03-30", "met", 0), ("2026-04-02", "met late", 3)])
def test_a_met_duty_is_late_by_when_it_was_met_and_not_by_today(on, standing, days_late):
    duty = the("ASSESS_DECISION_6W", [fact("request received", REQUEST), fact("assessment decision notified", on)])
    assert not duty.is_open
    assert (duty.standing(day("2027-01-01")), duty.days_late(day("2027-01-01"))) == (standing, days_late)


def test_a_fact_typed_in_late_counts_from_the_day_it_happened():
    facts = [fact("assessment decision notified", "2026-03-20"), fact("request received", REQUEST)]
    assert deadlines(facts) == deadlines(facts[::-1])
    assert the("ASSESS_DECISION_6W", facts).met_on == day("2026-03-20")


def test_what_happened_before_a_duty_began_does_not_meet_it():
    facts = [*asked_of("health"), fact("advice received", "2026-03-31", "health")]
    assert the("ASSESS_ADVICE_6W", facts, "health").is_open


def test_a_refusal_to_assess_ends_what_would_have_followed():
    refused = ("assessment decision notified", "assessment refused", "decision notified")
    facts = [fact("request received", REQUEST), *(fact(milestone, "2026-03-25") for milestone in refused)]
    assert the("ASSESS_DECISION_6W", facts).standing(day("2026-08-01")) == "met"
    for duty in ("PLAN_REFUSAL_16W", "PLAN_FINAL_20W", "LOCAL_DRAFT_14W"):
        assert the(duty, facts).standing(day("2026-08-01")) == "no longer owed"
        assert the(duty, facts).ended_on == day("2026-03-25")


def test_a_refusal_of_a_plan_meets_the_sixteen_weeks_and_ends_the_twenty():
    facts = [fact("request received", REQUEST)]
    facts += [fact(milestone, "2026-06-01") for milestone in ("plan decision notified", "plan refused")]
    assert the("PLAN_REFUSAL_16W", facts).standing(day("2026-08-01")) == "met"
    assert the("PLAN_FINAL_20W", facts).standing(day("2026-08-01")) == "no longer owed"


def test_a_request_taken_back_ends_everything_that_is_open():
    facts = [*asked_of("health"), fact("setting consulted", "2026-05-01", "oak")]
    facts += [fact("draft plan served", "2026-05-01", "1")]
    before, after = deadlines(facts), deadlines([*facts, fact("request withdrawn", "2026-05-02")])
    assert [each.duty.id for each in after] == [each.duty.id for each in before]
    assert [each.duty.id for each in before if each.met_on] == ["LOCAL_DRAFT_14W"]
    assert {each.ended_on for each in after if not each.met_on} == {day("2026-05-02")}


def test_a_duty_that_was_late_when_it_ended_stays_late_by_so_many_days():
    facts = [*asked_of("health"), fact("advice withdrawn", "2026-05-15", "health")]
    duty = the("ASSESS_ADVICE_6W", facts, "health")
    assert (duty.standing(day("2026-09-01")), duty.days_late(day("2026-09-01"))) == ("no longer owed", 2)


def test_a_withdrawn_request_for_advice_ends_only_its_own_duties():
    facts = [*asked_of("health", "care"), fact("advice withdrawn", "2026-04-02", "health")]
    assert the("ASSESS_ADVICE_6W", facts, "care").is_open
    assert the("ASSESS_ADVICE_6W", facts, "health").ended_on == day("2026-04-02")


def test_advice_that_came_and_was_accepted_is_met_and_a_reply_accepted_in_its_place_ends_it():
    nothing_known = [*asked_of("health"), fact("advice accepted", "2026-04-09", "health")]
    assert the("ASSESS_ADVICE_6W", nothing_known, "health").ended_on == day("2026-04-09")
    came = [*nothing_known, fact("advice received", "2026-04-09", "health")]
    assert the("ASSESS_ADVICE_6W", came, "health").met_on == day("2026-04-09")


def test_asking_again_for_what_is_still_owed_does_not_start_the_time_again():
    facts = [*asked_of("health"), fact("advice requested", "2026-05-01", "health")]
    assert the("ASSESS_ADVICE_6W", facts, "health").started == day("2026-04-01")


def test_a_school_asked_again_after_it_answered_has_new_days_even_on_the_same_day():
    facts = [
        fact("setting consulted", "2026-05-01", "oak"),
        fact("setting replied", "2026-05-06", "oak"),
        fact("setting consulted", "2026-05-06", "oak"),
    ]
    first, second = [each for each in deadlines(facts) if each.duty.id == "CONSULT_SETTING_15D"]
    assert (first.due, first.met_on) == (day("2026-05-16"), day("2026-05-06"))
    assert (second.due, second.met_on) == (day("2026-05-21"), None)
    *_, second = deadlines([*facts, fact("setting replied", "2026-05-06", "oak")])
    assert second.met_on == day("2026-05-06")


def test_a_case_has_one_request_and_one_first_review():
    facts = [fact("request received", REQUEST), fact("request received", "2026-03-01")]
    assert the("PLAN_FINAL_20W", facts).started == day(REQUEST)
    sent = [fact("final plan sent", "2026-07-01", "1"), fact("final plan sent", "2026-08-01", "2")]
    assert the("REV_FIRST_12M", sent, "1").due == day("2027-06-30")


def excuse(ground, accepted=True, duty="ASSESS_ADVICE_6W", about="health"):
    return (Excuse(duty, about, ground, accepted),)


def test_an_excuse_is_not_accepted_until_somebody_accepts_it():
    assert not Excuse("ASSESS_ADVICE_6W", "health", "missed appointment").accepted


def test_an_accepted_excuse_is_said_beside_the_date_and_moves_nothing():
    facts = asked_of("health")
    plain = the("ASSESS_ADVICE_6W", facts, "health")
    excused = the("ASSESS_ADVICE_6W", facts, "health", excuses=excuse("missed appointment"))
    assert excused.due == plain.due
    assert excused.standing(day("2026-05-13")) == "due today"
    assert excused.standing(day("2026-05-14")) == "late, excused"
    assert excused.days_late(day("2026-05-14")) == 1
    met = [*facts, fact("advice received", "2026-06-01", "health")]
    late = the("ASSESS_ADVICE_6W", met, "health", excuses=excuse("missed appointment"))
    assert late.standing(day("2026-07-01")) == "met late, excused"


@pytest.mark.parametrize(
    "excuses",
    [
        excuse("waiting list"),
        excuse("missed appointment", accepted=False),
        excuse("missed appointment", about="care"),
        excuse("missed appointment", duty="LOCAL_DETAILED_10WD"),
        excuse("school shut for 4 weeks or more"),
    ],
    ids=["a waiting list", "not accepted", "of another service", "of another duty", "not a ground for advice"],
)
def test_what_the_law_does_not_allow_excuses_nothing(excuses):
    late = the("ASSESS_ADVICE_6W", asked_of("health"), "health", excuses=excuses)
    assert (late.excuse, late.standing(day("2026-06-01"))) == (None, "late")


def test_a_window_protects_the_family_until_its_last_day_is_over():
    facts = [fact("draft plan served", "2026-06-01", "1")]
    window = the("DRAFT_REPS_15D", facts, "1")
    assert (window.due, window.over_on, window.safe) == (day("2026-06-15"), day("2026-06-16"), None)
    assert window.standing(day("2026-06-15")) == "may act from Tue 16 June 2026"
    assert window.standing(day("2026-06-16")) == "may act now"
    assert window.days_late(day("2026-12-01")) == 0
    assert [window_over(deadlines(facts), "DRAFT_REPS_15D", day(words)) for words in ("2026-06-15", "2026-06-16")] == [
        False,
        True,
    ]


@pytest.mark.parametrize(("sent", "standing"), [("2026-06-15", "acted too soon"), ("2026-06-16", "met")])
def test_a_plan_sent_before_the_family_was_heard_was_sent_too_soon(sent, standing):
    facts = [fact("draft plan served", "2026-06-01", "1"), fact("final plan sent", sent, "1")]
    assert the("DRAFT_REPS_15D", facts, "1").standing(day("2026-07-01")) == standing


def test_a_second_draft_gives_the_family_its_days_again():
    facts = [fact("draft plan served", "2026-06-01", "1"), fact("draft plan served", "2026-06-10", "2")]
    assert not window_over(deadlines(facts), "DRAFT_REPS_15D", day("2026-06-24"))
    assert window_over(deadlines(facts), "DRAFT_REPS_15D", day("2026-06-25"))


def test_a_window_that_never_began_is_not_over():
    assert not window_over(deadlines([fact("request received", REQUEST)]), "DRAFT_REPS_15D", day("2030-01-01"))
    ended = [fact("draft plan served", "2026-06-01", "1"), fact("request withdrawn", "2026-06-02")]
    assert not window_over(deadlines(ended), "DRAFT_REPS_15D", day("2030-01-01"))


def test_a_safe_date_is_the_working_day_before_and_never_before_the_start():
    facts = [fact("request received", "2026-02-20")]
    assert the("ASSESS_DECISION_6W", facts).safe == day("2026-04-02")
    law = every_rule_watched()
    same_day = [the("LOCAL_OFFICER_SAME_DAY", [fact("caseworker changed", f"2026-04-0{n}")], law=law) for n in (2, 4)]
    assert [each.safe for each in same_day] == [day("2026-04-02"), None]


def test_each_review_starts_the_next_and_only_a_later_one_meets_it():
    facts = [fact("plan reviewed", "2027-06-01", "2027"), fact("plan reviewed", "2028-05-20", "2028")]
    law = every_rule_watched()
    assert the("REV_SUBSEQ_12M", facts, "2027", law=law).met_on == day("2028-05-20")
    assert the("REV_SUBSEQ_12M", facts, "2028", law=law).is_open
    assert the("REV_SUBSEQ_12M", facts[:1], "2027", law=law).due == day("2028-05-31")


def test_an_invitation_meets_a_duty_that_is_counted_back_from_the_meeting():
    meeting = [fact("review meeting set", "2026-03-20", "2026")]
    law = every_rule_watched()
    invited = [*meeting, fact("review invitations sent", "2026-03-06", "2026")]
    assert the("REV_NOTICE_2W", invited, "2026", law=law).standing(day("2026-03-10")) == "met"
    assert the("REV_NOTICE_2W", meeting, "2026", law=law).standing(day("2026-03-07")) == "late"
    assert the("REV_NOTICE_2W", meeting, "2026", law=law).safe == day("2026-03-06")


def test_a_review_that_keeps_the_plan_ends_the_duties_to_change_it():
    facts = [fact("review meeting held", "2026-02-13", "2026"), fact("plan kept", "2026-03-01", "2026")]
    law = every_rule_watched()
    assert the("REV_AMEND_NOTICE_4W", facts, "2026", law=law).standing(day("2026-06-01")) == "no longer owed"
    assert the("REV_FINAL_12W_CAP", facts, "2026", law=law).standing(day("2026-06-01")) == "no longer owed"


def test_a_fact_from_before_the_law_starts_no_duty_of_that_law():
    owed = deadlines([fact("request received", "2014-08-29")])
    assert [each.duty.id for each in owed] == ["LOCAL_ACK_2WD", "LOCAL_DRAFT_14W"]


def test_a_year_whose_holidays_nobody_knows_stops_the_work_by_name():
    with pytest.raises(GapInOurTables, match="2041"):
        deadlines([fact("advice requested", "2041-01-02", "health")])


def test_no_facts_owe_nothing_and_a_fact_nobody_counts_from_starts_nothing():
    assert deadlines([]) == deadlines([fact("partners told", REQUEST)]) == ()
