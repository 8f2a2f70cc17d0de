"""The duties of a case as a line through time: where each bead is, how it looks, and that none writes over another."""

from datetime import timedelta

import pytest

from casework.desk.case_dates import CLOSE, WIDE, dated_duties, line_of
from casework.desk.open_case import OpenCase
from casework.law.clocks import deadlines
from casework.record import entries as kinds
from tests.makers import OFFICER, a_case, agreed, assessing, day, hearing, requested

TOLD = kinds.RequestAcknowledged(on=day("2026-02-02"))


def opened(case, today):
    """A case as it lies on the desk, with nothing looked up."""
    running = deadlines(case.facts, case.excuses)
    return OpenCase(case, OFFICER, day(today), {}, running, (), case.n, {}, {})


def test_what_was_met_stands_on_its_day_and_the_rest_on_its_last():
    line = line_of(opened(a_case(requested(), TOLD, agreed()), "2026-03-03"))
    days = {bead.words: (bead.day, bead.look) for bead in line.beads}
    assert days["Request"] == (day("2026-02-02"), "done")
    assert days["Assess?"] == (day("2026-03-02"), "done")
    assert days["Final plan"] == (day("2026-06-22"), "quiet")
    assert line.beads[0].x < line.today < line.beads[-1].x <= WIDE


def test_what_has_passed_without_being_met_is_late_and_left_of_today():
    line = line_of(opened(a_case(requested(), TOLD), "2026-03-20"))
    late = next(bead for bead in line.beads if bead.words == "Assess?")
    assert late.look == "late" and late.x < line.today


@pytest.mark.parametrize("today", ["2026-02-02", "2026-04-01", "2026-08-01"])
def test_no_bead_writes_over_another(today):
    for case in (a_case(requested(), TOLD), assessing(TOLD), hearing(TOLD)):
        beads = line_of(opened(case, today)).beads
        pairs = [(one, other) for one in beads for other in beads if one is not other and one.row == other.row]
        assert all(abs(one.x - other.x) >= CLOSE for one, other in pairs)


def test_a_case_that_was_not_opened_has_no_line():
    assert line_of(opened(a_case(), "2026-02-02")) is None


def test_today_is_not_drawn_once_everything_is_over():
    sent = kinds.FinalPlanSent(on=day("2026-05-27"), about="1", plan="p" * 64)
    case = hearing(TOLD, sent)
    assert line_of(opened(case, "2026-07-01")).today is not None  # the review is still to come
    assert line_of(opened(case, "2030-07-01")).today is None


def test_once_a_plan_has_been_reviewed_the_line_begins_at_the_plan():
    sent = kinds.FinalPlanSent(on=day("2026-05-27"), about="1", plan="p" * 64)
    reviewed = kinds.PlanReviewed(on=day("2027-05-20"), reasons="r" * 64)
    beads = line_of(opened(hearing(TOLD, sent, reviewed), "2027-06-01")).beads
    assert [(bead.words, bead.day) for bead in beads] == [
        ("Final plan", day("2026-05-27")),
        ("Review", day("2027-05-20")),
        ("Review", day("2028-05-19")),
    ]


def test_each_duty_is_late_coming_or_past():
    heaps = dated_duties(opened(assessing(TOLD), "2026-05-26"))
    assert [each.deadline.duty.id for each in heaps["late"]] == [
        "PLAN_REFUSAL_16W",
        "LOCAL_LEAD_10WD",
        "LOCAL_DRAFT_14W",
    ]
    assert [each.deadline.duty.id for each in heaps["coming"]] == ["PLAN_FINAL_20W"]
    assert all(not each.deadline.is_open for each in heaps["past"])


def test_the_familys_time_is_coming_until_it_is_over():
    case = hearing(TOLD)
    last = day("2026-05-25")
    before, after = (dated_duties(opened(case, on.isoformat())) for on in (last, last + timedelta(days=1)))
    assert "DRAFT_REPS_15D" in {each.deadline.duty.id for each in before["coming"]}
    assert "DRAFT_REPS_15D" in {each.deadline.duty.id for each in after["past"]}
