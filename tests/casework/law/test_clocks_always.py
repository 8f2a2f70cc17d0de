"""What is always true of deadlines, whatever happens on a case and in whatever order it is typed."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as some

from casework.law.clocks import STANDINGS, Excuse, Fact, deadlines
from casework.law.timetable import timetable
from tests.casework.law.slowly import ALWAYS_THE_SAME, DAYS, RULES, day, due_slowly

WATCHED = [rule[-1] for rules in timetable().watched.values() for rule in rules]
NAMED = {name for duty in WATCHED for name in (duty.runs_from, *duty.met_by, *duty.ends_with, *duty.all_end_with)}
YEAR = some.dates(day("2025-09-01"), day("2026-08-31"))
FACTS = some.lists(
    some.builds(Fact, some.sampled_from(sorted(NAMED)), YEAR, some.sampled_from(["", "health", "care"])),
    max_size=25,
    unique_by=lambda fact: fact.on,
)


def started(running):
    """Which duties run, from when and until when."""
    return {(each.duty.id, each.about, each.started, each.due) for each in running}


@given(FACTS, some.integers(0, 25))
@ALWAYS_THE_SAME
def test_the_order_of_typing_changes_nothing(facts, cut):
    assert deadlines(facts[cut:] + facts[:cut]) == deadlines(facts)


@given(FACTS, some.sampled_from(sorted(NAMED)))
@ALWAYS_THE_SAME
def test_what_happens_next_never_moves_a_date_and_never_loses_a_duty(facts, milestone):
    later = Fact(milestone, max((fact.on for fact in facts), default=day("2026-09-01")) + timedelta(days=1), "health")
    assert started(deadlines(facts)) <= started(deadlines([*facts, later]))


@given(FACTS)
@ALWAYS_THE_SAME
def test_every_fact_that_starts_a_duty_is_covered_by_one(facts):
    running = deadlines(facts)
    for fact in facts:
        for rule in timetable().watched.get(fact.milestone, ()):
            covering = [each for each in running if each.duty.id == rule[-1].id and each.started <= fact.on]
            assert covering


@given(FACTS)
@ALWAYS_THE_SAME
def test_a_duty_is_met_or_ended_by_a_fact_and_never_by_itself(facts):
    for each in deadlines(facts):
        assert not (each.met_on and each.ended_on)
        duty = each.duty
        if each.met_on:
            assert any(fact.milestone in duty.met_by and fact.on == each.met_on >= each.started for fact in facts)
        if each.ended_on:
            ends = duty.ends_with + duty.all_end_with
            assert any(fact.milestone in ends and fact.on == each.ended_on >= each.started for fact in facts)


@given(FACTS, some.sampled_from(sorted({ground for duty in WATCHED for ground in duty.excuses})), DAYS)
@ALWAYS_THE_SAME
def test_an_excuse_changes_how_lateness_is_said_and_nothing_else(facts, ground, today):
    excuses = [Excuse(duty.id, about, ground, True) for duty in WATCHED for about in ("", "health", "care")]
    for plain, excused in zip(deadlines(facts), deadlines(facts, excuses), strict=True):
        assert (plain.due, plain.met_on, plain.ended_on) == (excused.due, excused.met_on, excused.ended_on)
        assert plain.days_late(today) == excused.days_late(today)
        assert excused.standing(today).removesuffix(", excused") == plain.standing(today)


@given(FACTS, DAYS)
@ALWAYS_THE_SAME
def test_every_standing_is_one_of_those_listed(facts, today):
    for each in deadlines(facts):
        standing = each.standing(today)
        assert standing in STANDINGS or standing.startswith("may act from ") and "may act from …" in STANDINGS


@given(FACTS)
@ALWAYS_THE_SAME
def test_every_deadline_of_the_law_agrees_with_a_slow_count(facts):
    for each in deadlines(facts):
        if each.duty.id in RULES:
            assert each.due == due_slowly(RULES[each.duty.id], each.started)
