"""A change to the ladder: what it makes, from when it counts, what it would send, and what differs."""

from dataclasses import replace

import pytest

from casework import chasing
from casework.errors import Refusal
from tests.casework.chasing.makers import version
from tests.makers import day

FIRST, TODAY = chasing.first(), day("2026-03-02")


def put_in(new, counts_from, last_asked="2026-03-02"):
    """The version that a proposal becomes."""
    first = chasing.earliest(TODAY, last_asked and day(last_asked))
    chasing.check_day(day(counts_from), first=first, today=TODAY)
    return chasing.next_version(FIRST, new, counts_from=day(counts_from))


def test_a_proposal_puts_some_rows_in_place_of_the_latest_ones():
    row = chasing.row_of(replace(FIRST.step("E06"), working_day=12))
    new = chasing.proposed(FIRST, {"E06": row, "E03": None, "E13": row | {"step": "E13", "working day": "14"}})
    assert [step.id for step in new.steps if step.id > "E09"] == ["E10", "E11", "E13"]
    assert new.step("E06").working_day == 12 and new.levels == FIRST.levels
    with pytest.raises(KeyError):
        new.step("E03")


def test_rows_written_down_are_read_back_as_the_same_ladder():
    new = version(2, "2026-04-01", E06={"working_day": 12})
    assert chasing.read(2, new.counts_from, chasing.content_of(new)) == new


def test_a_new_rung_has_a_name_that_no_version_ever_had():
    assert chasing.next_name([FIRST]) == "E13"  # E12 is the digest of every Friday
    assert chasing.next_name([FIRST, version(2, "2026-04-01", E01={"id": "E21"})], taken=("E30",)) == "E31"


@pytest.mark.parametrize(
    ("counts_from", "last_asked"), [("2026-03-02", None), ("2026-02-01", None), ("2026-03-09", "2026-03-09")]
)
def test_a_version_counts_from_tomorrow_and_after_every_request_there_is(counts_from, last_asked):
    with pytest.raises(Refusal, match="so that no request that was made moves"):
        put_in(version(2, "2026-04-01", E03=None), counts_from, last_asked)
    assert put_in(version(2, "2026-04-01", E03=None), "2026-03-10", last_asked).counts_from == day("2026-03-10")


def test_a_version_that_may_not_be_is_refused_with_everything_that_is_wrong():
    with pytest.raises(Refusal, match="must report that the law’s limit has passed"):
        put_in(version(2, "2026-04-01", E11=None), "2026-03-03")
    with pytest.raises(Refusal, match="Nothing is different"):
        put_in(FIRST, "2026-03-03")
    with pytest.raises(Refusal, match="within a year"):
        put_in(version(2, "2026-04-01", E03=None), "2062-03-03")


def test_what_differs_is_said_cell_by_cell_and_a_rung_that_came_or_went_in_a_line():
    new = replace(version(2, "2026-04-01", E03=None, E06={"working_day": 12}))
    new = replace(new, levels=tuple(replace(one, name="Manager") if one.number == 1 else one for one in new.levels))
    assert [vars(each) for each in chasing.differences(FIRST, new)] == [
        {"about": "E03", "heading": "", "before": "working day 6: tells service manager", "after": None},
        {"about": "E06", "heading": "working day", "before": "11", "after": "12"},
        {"about": "level 1", "heading": "name", "before": "Service manager", "after": "Manager"},
    ]
    assert chasing.differences(new, new) == []


def test_what_would_be_sent_is_laid_over_the_days_of_a_request_nobody_answers():
    found = [(day.isoformat(), step.id) for day, step in chasing.looked_ahead(FIRST, day("2026-03-02"))]
    assert found[0] == ("2026-03-05", "E01") and found[-1] == ("2026-04-14", "E11")
    assert ("2026-04-08", "E10") in found  # working day 25, two days of Easter stepped over
