"""The ladder in versions: which one a request is chased by, and what each rung of it says."""

import pytest

from casework import chasing
from casework.errors import GapInOurTables
from casework.tables import rows
from tests.casework.chasing.makers import version
from tests.makers import day

FIRST = chasing.first()
EARLIER, LATER = version(2, "2026-03-02"), version(3, "2026-06-01")


@pytest.mark.parametrize(
    ("on", "number"), [("2014-09-01", 1), ("2026-03-01", 1), ("2026-03-02", 2), ("2026-05-31", 2), ("2026-06-01", 3)]
)
def test_a_request_is_chased_by_the_version_that_counted_on_the_day_it_was_asked(on, number):
    assert chasing.in_force((FIRST, EARLIER, LATER), day(on)).number == number


def test_a_version_written_later_takes_the_place_of_one_that_had_not_begun():
    sooner = version(4, "2026-04-01")
    written = (FIRST, EARLIER, LATER, sooner)
    assert [chasing.in_force(written, day(on)).number for on in ("2026-03-31", "2026-07-01")] == [2, 4]


def test_a_day_on_which_no_ladder_counted_is_a_gap_and_not_a_guess():
    with pytest.raises(GapInOurTables, match="2014-08-31"):
        chasing.in_force((FIRST,), day("2014-08-31"))
    with pytest.raises(GapInOurTables, match="version 7"):
        chasing.numbered((FIRST,), 7)


def test_the_first_version_is_what_the_tables_say():
    assert [step.id for step in FIRST.steps] == [row["step"] for row in rows("chasing")]
    assert FIRST.step("E06").tell == ("service manager",)
    assert FIRST.level(3).name == "Director or commissioner"


def test_a_rung_with_words_for_the_family_says_which_letter_they_get():
    letters = {step.id: step.family_letter for step in FIRST.steps if step.family_letter}
    assert letters == {"E06": "late", "E09": "still awaited", "E11": "limit missed"}
    assert [step.id for step in FIRST.steps if step.tells_inbox] == ["E01", "E02", "E04"]
