"""The order of the law and how things stand: pure, for every day, and the same for a list and for a case."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import permutations

import pytest

from casework.law.clocks import Deadline, deadlines
from casework.law.timetable import duty_called
from casework.owing import brags, in_order, is_owed, left, phases, place, standing_of, weight_of
from casework.owing.brag import near_on
from casework.owing.order import DONE, LAW, LIFTED, OWED_WEIGHTS, PROMISE
from tests.casework.law.slowly import BANK_HOLIDAYS
from tests.makers import day

TODAY = day("2026-06-10")


@dataclass(frozen=True)
class Line:
    """A row as the order and the standing know it."""

    day: date
    weight: int = LAW
    ref: str = "EHC-2026-0001"
    row: int = 1
    near_on: date = date.max


def on(days, weight=LAW, **more):
    """A row so many days from today."""
    return Line(TODAY + timedelta(days=days), weight, **more)


def test_a_breach_of_the_law_comes_first_then_the_nearest_day_and_the_law_before_a_promise():
    wanted = [
        *(on(-9), on(-1), on(-30, PROMISE), on(-20, LIFTED), on(-1, LIFTED), on(-1, PROMISE), on(0), on(0, PROMISE)),
        *(on(3), on(3, LIFTED), on(3, PROMISE), on(3, PROMISE, row=2), on(3, PROMISE, ref="EHC-2026-0002"), on(4)),
    ]
    assert sorted(reversed(wanted), key=lambda row: place(row, TODAY)) == wanted


def test_on_the_last_day_itself_nothing_is_in_breach():
    assert place(on(0), TODAY)[0] and not place(on(0), TODAY + timedelta(days=1))[0]


@pytest.mark.parametrize("weight", [*OWED_WEIGHTS, DONE])
@pytest.mark.parametrize("days", [-400, -1, 0, 6, 7, 30, 400])
@pytest.mark.parametrize("near", [-1, 0, 1])
def test_every_row_stands_in_just_one_way_on_every_day(weight, days, near):
    row = on(days, weight, near_on=TODAY + timedelta(days=near))
    assert standing_of(row, TODAY) in brags()


@pytest.mark.parametrize(
    ("row", "standing", "colour"),
    [
        (on(-1), "late", "red"),
        (on(-1, PROMISE), "late", "red"),
        (on(-1, LIFTED), "excused", "amber"),
        (on(0), "week", "amber"),
        (on(6), "week", "amber"),
        (on(7), "time", "green"),
        (on(7, near_on=TODAY), "risk", "amber"),
        (on(-1, DONE), "done", "blue"),
    ],
)
def test_the_standing_has_its_word_and_its_colour(row, standing, colour):
    assert (standing_of(row, TODAY).standing, standing_of(row, TODAY).colour) == (standing, colour)


def test_each_standing_has_a_look_of_its_own():
    assert len({each.look for each in brags()}) == len({each.words for each in brags()}) == len(brags())


def test_less_than_a_quarter_of_the_time_is_nearly_over():
    assert near_on(day("2026-03-01"), day("2026-03-01") + timedelta(weeks=6)) == day("2026-04-02")
    assert near_on(TODAY, TODAY) == TODAY


def a_deadline(duty, due, **more):
    """One running duty with its last day."""
    return Deadline(duty_called(duty), "", TODAY - timedelta(days=99), due, **more)


def test_a_case_lists_its_duties_in_the_same_order_whatever_order_they_come_in():
    late = a_deadline("ASSESS_DECISION_6W", TODAY - timedelta(days=1))
    promise = a_deadline("LOCAL_ACK_2WD", day("2026-01-05"))
    final, draft = a_deadline("PLAN_FINAL_20W", TODAY), a_deadline("LOCAL_DRAFT_14W", TODAY)
    for given in permutations([promise, draft, final, late]):
        assert in_order(given, TODAY) == [late, promise, final, draft]


def test_time_that_must_be_given_is_owed_by_nobody():
    assert not is_owed(a_deadline("DRAFT_REPS_15D", TODAY))
    assert is_owed(a_deadline("CONSULT_SETTING_15D", TODAY))


def test_a_reason_of_the_law_lifts_the_weight_and_what_is_met_has_its_own():
    assert weight_of(a_deadline("ASSESS_DECISION_6W", TODAY, excuse="school shut")) == LIFTED
    assert weight_of(a_deadline("ASSESS_DECISION_6W", TODAY, met_on=TODAY)) == DONE
    assert weight_of(a_deadline("CONSULT_SETTING_15D", TODAY)) == PROMISE


@pytest.mark.parametrize(
    ("due", "unit", "said"),
    [
        ("2026-06-17", "working days", "due in 5 working days"),
        ("2026-06-03", "working days", "5 working days late"),
        ("2026-06-10", "working days", "due today"),
        ("2026-06-09", "working days", "1 day late"),
        ("2026-06-17", "weeks", "due in 7 days"),
        ("2026-06-03", "days", "7 days late"),
        ("2099-06-03", "working days", f"due in {(day('2099-06-03') - TODAY).days:,} days"),
    ],
)
def test_days_are_counted_in_the_unit_of_the_duty(due, unit, said):
    assert left(day(due), TODAY, unit) == said


def test_working_days_left_are_those_that_a_slow_count_finds():
    for days in range(2, 400, 7):
        due = TODAY + timedelta(days=days)
        steps = [TODAY + timedelta(days=step) for step in range(1, days + 1)]
        slowly = sum(each.weekday() < 5 and each not in BANK_HOLIDAYS for each in steps)
        assert left(due, TODAY, "working days") == f"due in {slowly} working day{'s' if slowly > 1 else ''}"


def test_phases_join_without_a_gap_and_change_in_september():
    youngest = [phase.born(day("2026-08-31")) for phase in phases()]
    for (first, _), (_, last) in zip(youngest, youngest[1:], strict=False):
        assert day(first) - day(last) == timedelta(days=1)
    primary = next(phase for phase in phases() if phase.phase == "primary")
    assert primary.born(day("2026-08-31")) == ("2014-09-01", "2021-08-31")
    assert primary.born(day("2026-09-01")) == ("2015-09-01", "2022-08-31")


def test_nothing_runs_from_nothing():
    assert in_order(deadlines(()), TODAY) == []
