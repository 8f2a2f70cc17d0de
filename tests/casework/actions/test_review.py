"""A review that keeps the plan: held after the plan and not tomorrow, with reasons fit for a letter."""

import pytest

from casework.actions.review import record_a_review
from casework.errors import Refusal
from casework.record import entries as kinds
from tests.makers import day, hearing
from tests.office import REASONS

FINAL = kinds.FinalPlanSent(on=day("2026-06-01"), about="1", plan="p" * 64)
TODAY = day("2027-05-20")


def test_the_decision_is_told_today_and_the_meeting_keeps_its_day():
    paper, entry = record_a_review(hearing(FINAL), TODAY, met_on=day("2027-05-04"), reasons=REASONS)
    assert (entry.on, entry.reasons, paper.content["met_on"]) == (TODAY, paper.digest, "2027-05-04")


@pytest.mark.parametrize("met_on", ["2026-05-31", "2027-05-21"])
def test_a_review_cannot_come_before_its_plan_or_tomorrow(met_on):
    with pytest.raises(Refusal, match="between the day of the plan and today"):
        record_a_review(hearing(FINAL), TODAY, met_on=day(met_on), reasons=REASONS)


def test_reasons_that_could_not_stand_in_a_letter_are_refused():
    with pytest.raises(Refusal, match="reasons for the family"):
        record_a_review(hearing(FINAL), TODAY, met_on=TODAY, reasons=REASONS | {"family_words": "No."})
