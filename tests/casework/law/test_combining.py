"""Limits that depend on two dates, as a cell says them."""

import pytest

from casework.errors import GapInOurTables
from casework.law.combining import Combination, Part, read_combinations
from tests.casework.law.slowly import day


def test_an_empty_cell_combines_nothing():
    assert read_combinations("") == ()


def test_a_cell_names_rules_and_the_days_they_run_from():
    first, second = read_combinations("later of the day, A from aware; earlier of A, the day move")
    assert first == Combination("later of", (Part("", ""), Part("A", "aware")))
    assert second == Combination("earlier of", (Part("A", ""), Part("", "move")))
    assert (first.names, second.names) == ({"aware"}, {"move"})


def test_a_part_runs_from_the_trigger_or_from_the_date_it_names():
    also = {"aware": day("2026-03-27")}
    assert Part("A", "").day(day("2026-01-01"), also) == day("2026-01-01")
    assert Part("A", "aware").day(day("2026-01-01"), also) == day("2026-03-27")


@pytest.mark.parametrize(("pick", "chosen"), [("later of", "B"), ("earlier of", "A")])
def test_the_later_or_the_earlier_is_chosen(pick, chosen):
    dated = [(day("2026-01-01"), Part("A", "")), (day("2026-01-02"), Part("B", ""))]
    assert Combination(pick, ()).choose(dated)[1].rule == chosen


def test_two_limits_on_one_day_are_decided_by_the_first_named():
    dated = [(day("2026-01-01"), Part("A", "")), (day("2026-01-01"), Part("B", ""))]
    assert [Combination(pick, ()).choose(dated)[1].rule for pick in ("later of", "earlier of")] == ["A", "A"]


@pytest.mark.parametrize("cell", ["A", "sum of A, B", "laterofA"])
def test_a_choice_nobody_knows_is_refused(cell):
    with pytest.raises(GapInOurTables, match="nobody knows"):
        read_combinations(cell)
