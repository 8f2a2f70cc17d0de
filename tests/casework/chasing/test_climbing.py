"""The ladder: once each, by working days, right after a missed week."""

from dataclasses import replace

import pytest

from casework import chasing
from casework.actions.lateness import chase, settle_chasing
from casework.errors import Refusal
from casework.record import entries as kinds
from casework.record.case import fold
from casework.record.written import Written
from tests.casework.chasing.makers import version
from tests.makers import accepted, asked, assessing, day, received

ASKED = "2026-03-02"  # a Monday; working day 3 is Thu 5, day 6 Tue 10, day 11 Tue 17, day 13 Thu 19 March
LEGAL = day("2026-04-13")
LADDERS = (chasing.first(),)
SERVICE = "speech-and-language"
HOLDERS = {
    (SERVICE, "service manager"): "sm",
    (SERVICE, "head of service"): "hos",
    (SERVICE, "agency lead"): "dmo",
    ("*", "send manager"): "sendm",
}


def climbed(case, on, holders=None, ladders=LADDERS):
    """The case after the night clerk looked on a day, and what was climbed."""
    came = chase(case, day(on), holders=HOLDERS if holders is None else holders, ladders=ladders)
    diary = [Written(case.n + place, entry) for place, entry in enumerate(came, start=1)]
    return fold(diary, case), came


def steps(case, *days, ladders=LADDERS):
    """The rungs climbed when the clerk looks on each of these days in turn."""
    found = []
    for on in days:
        case, came = climbed(case, on, ladders=ladders)
        found += [entry.step for entry in came]
    return found


def test_nothing_is_sent_before_working_day_three():
    assert steps(assessing(), "2026-03-03", "2026-03-04") == []


def test_reminders_come_before_the_day_and_the_manager_after_it():
    assert steps(assessing(), "2026-03-05", "2026-03-09", "2026-03-10") == ["E01", "E02", "E03"]


def test_each_rung_is_climbed_once():
    assert steps(assessing(), "2026-03-05", "2026-03-05", "2026-03-06") == ["E01"]


def test_after_a_missed_week_only_the_highest_rung_is_climbed():
    assert steps(assessing(), "2026-03-17", "2026-03-18") == ["E06"]


def test_the_service_manager_is_told_and_the_author_and_caseworker_copied():
    case = assessing(kinds.CaseworkerAllocated(on=day(ASKED), about="jo"))
    case, [entry] = climbed(case, "2026-03-17")
    assert entry.told == ("sm", "jo", "sendm")
    assert entry.level == 1


def test_an_empty_post_is_passed_over_to_the_next_one_up_and_said():
    _, [entry] = climbed(assessing(), "2026-03-10", {(SERVICE, "head of service"): "hos"})
    assert "hos" in entry.told
    assert "service manager" in entry.gaps


def test_a_first_response_stops_the_rungs_that_ask_for_one_only():
    responded = kinds.FirstResponseGiven(
        on=day("2026-03-04"), about="speech_language-1", response="detailed_to_follow", paper="p"
    )
    assert steps(assessing(responded), "2026-03-05", "2026-03-10", "2026-03-12") == ["E04"]


WITHDRAWN = kinds.AdviceWithdrawn(on=day("2026-03-04"), about="speech_language-1", paper="p")


@pytest.mark.parametrize("entry", [received(on="2026-03-04"), accepted(on="2026-03-04"), WITHDRAWN])
def test_advice_that_has_come_or_is_no_longer_asked_for_is_never_chased(entry):
    assert steps(assessing(entry), "2026-03-10", "2026-04-20") == []


def test_a_reply_that_waits_for_us_is_not_chased():
    closing = kinds.FirstResponseGiven(
        on=day("2026-03-04"), about="speech_language-1", response="no_concerns", paper="p", closes=True
    )
    assert steps(assessing(closing), "2026-03-17") == []


def test_returned_advice_climbs_again():
    back = kinds.AdviceReturned(on=day("2026-03-12"), about="speech_language-1", paper="w")
    assert steps(assessing(received(), back), "2026-03-17") == ["E06"]


def test_a_recorded_lawful_excuse_stops_the_ladder_and_moves_no_date():
    excuse = kinds.ExcuseRecorded(
        on=day("2026-03-04"), about="speech_language-1", duty="ASSESS_ADVICE_6W", ground="missed appointment", paper="p"
    )
    case = assessing(excuse)
    assert steps(case, "2026-03-17") == []
    assert chasing.next_look(case, case.advice["speech_language-1"], LEGAL, ladders=LADDERS) is None


def test_a_promised_day_holds_back_level_two_until_it_has_passed():
    promise = kinds.LatenessExplained(
        on=day("2026-03-17"), about="speech_language-1", reason="staff absence", expected=day("2026-03-24")
    )
    assert steps(assessing(promise), "2026-03-17", "2026-03-19", "2026-03-23") == ["E06"]
    assert "E07" not in steps(assessing(promise), "2026-03-19")


def test_a_promise_after_the_legal_limit_is_no_promise():
    promise = kinds.LatenessExplained(
        on=day("2026-03-17"), about="speech_language-1", reason="vacancy", expected=day("2026-05-24")
    )
    assert steps(assessing(promise), "2026-03-17", "2026-03-19") == ["E06", "E07"]


def test_the_day_after_six_weeks_is_a_breach():
    case, [entry] = climbed(assessing(), "2026-04-14")
    assert (entry.step, entry.level) == ("E11", 4)
    assert climbed(assessing(), "2026-04-13")[1][0].step != "E11"


def test_the_next_look_is_the_next_rung_so_that_the_sweep_leaves_quiet_cases_alone():
    case = assessing()
    advice = case.advice["speech_language-1"]
    assert chasing.next_look(case, advice, LEGAL, ladders=LADDERS) == day("2026-03-05")
    case, _ = climbed(case, "2026-03-05")
    assert chasing.next_look(case, case.advice["speech_language-1"], LEGAL, ladders=LADDERS) == day("2026-03-09")


def test_one_service_being_chased_leaves_the_other_alone():
    case = assessing(asked("medical_paediatric-1", on="2026-03-09", service="paediatrics"))
    _, came = climbed(case, "2026-03-10")
    assert [(entry.about, entry.step) for entry in came] == [("speech_language-1", "E03")]


def test_settling_needs_a_reason_and_tells_everyone_who_was_told():
    case, _ = climbed(assessing(), "2026-03-17")
    with pytest.raises(Refusal, match="how this was settled"):
        settle_chasing(case, day("2026-03-18"), about="speech_language-1", words=" ")
    settled = settle_chasing(case, day("2026-03-18"), about="speech_language-1", words="Locum found")[-1]
    assert settled.told == case.advice["speech_language-1"].told


def test_nothing_can_be_settled_that_was_not_escalated():
    with pytest.raises(Refusal, match="Nothing has been escalated"):
        settle_chasing(assessing(), day("2026-03-18"), about="speech_language-1", words="Locum found")


def test_an_advice_named_by_a_person_is_reminded_in_person():
    case = assessing()
    known = replace(case.advice["speech_language-1"], adviser="ash")
    case = replace(case, advice={"speech_language-1": known})
    assert climbed(case, "2026-03-05")[1][0].told == ("ash",)


def test_a_request_asked_before_a_change_is_chased_as_if_nothing_had_changed():
    ladders = (*LADDERS, version(2, "2026-03-03", E06={"working_day": 12}, E01=None))
    assert steps(assessing(), "2026-03-05", "2026-03-17", ladders=ladders) == ["E01", "E06"]


def test_a_request_asked_on_the_day_a_change_counts_from_is_chased_by_the_new_version():
    ladders = (*LADDERS, version(2, ASKED, E06={"working_day": 12}, E01=None))
    case, looks = assessing(), ("2026-03-05", "2026-03-17", "2026-03-18")
    assert steps(case, *looks, ladders=ladders) == ["E05", "E06"]
    assert climbed(case, "2026-03-18", ladders=ladders)[1][0].ladder == 2


def test_nights_missed_across_a_change_send_one_rung_of_the_ladder_each_was_asked_under():
    ladders = (*LADDERS, version(2, "2026-03-09", E06={"working_day": 6, "id": "E13"}))
    case = assessing(asked("medical_paediatric-1", on="2026-03-09", service="paediatrics"))
    _, came = climbed(case, "2026-03-17", ladders=ladders)
    assert [(entry.step, entry.ladder) for entry in came] == [("E06", 1), ("E13", 2)]


def test_a_version_put_back_climbs_as_it_did():
    ladders = (*LADDERS, version(2, "2026-02-02", E06={"working_day": 12}), version(3, ASKED))
    assert steps(assessing(), "2026-03-17", ladders=ladders) == ["E06"]


def test_the_diary_keeps_what_a_rung_was_and_an_older_entry_reads_as_it_was_sealed():
    _, [entry] = climbed(assessing(), "2026-03-17")
    assert (entry.ladder, entry.inbox, entry.family) == (1, False, "late")
    older = kinds.Chased(on=day(ASKED), about="speech_language-1", step="E03", level=1)
    assert kinds.body_of(older).keys() == {"step", "level", "told", "gaps"}
