"""Two texts word by word: what was kept, added and taken out, in runs that can be read."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.record.plan.redline.runs import ADDED, SAME, TAKEN_OUT, Run, likeness, runs

WORDS = st.lists(st.sampled_from(["a", "help", "twice", "week,", "week.", "(one)", "שלום", "ё", "\n\n"]), max_size=30)


def told(before, after):
    """The runs as a reader marks them: [-taken out-] and {+added+}."""
    marks = {SAME: "{}", ADDED: "{{+{}+}}", TAKEN_OUT: "[-{}-]"}
    return " ".join(marks[run.kind].format(run.words.strip()) for run in runs(before, after))


def side(before, after, kind):
    """One of the two texts again, without its spaces."""
    return "".join("".join(run.words for run in runs(before, after) if run.kind in (SAME, kind)).split())


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("", "", ""),
        ("Help.", "Help.", "Help ."),
        ("", "Help.", "{+Help.+}"),
        ("Help.", "", "[-Help.-]"),
        ("He has help twice a week.", "He has help four times a week.", "He has help [-twice-] {+four times+} a week."),
        ("He has help every week", "He has help every week.", "He has help every week {+.+}"),
        ("20 minutes twice a week", "30 minutes once a week", "[-20 minutes twice-] {+30 minutes once+} a week"),
        ("A  wide   gap", "A wide gap", "A wide gap"),
        ("He runs", "A therapist will come in on Mondays", "[-He runs-] {+A therapist will come in on Mondays+}"),
    ],
)
def test_a_change_is_told_in_runs_and_not_in_confetti(before, after, said):
    assert told(before, after).replace("Help .", "Help.") == said.replace("Help .", "Help.")


def test_a_letter_typed_in_two_ways_is_the_same_letter():
    assert runs("Zoe\u0308 reads", "Zo\u00eb reads") == (Run(SAME, "Zo\u00eb reads"),)


def test_letters_that_combine_and_lines_from_right_to_left_are_never_cut():
    assert told("أميرة تحب القوارب", "أميرة تحب السباحة") == "أميرة تحب [-القوارب-] {+السباحة+}"
    assert told("আমি স্কুলে যাই", "আমি স্কুলে খেলি") == "আমি স্কুলে [-যাই-] {+খেলি+}"


@given(WORDS, WORDS)
@settings(derandomize=True, max_examples=60, deadline=None, database=None)
def test_each_side_of_a_redline_is_the_text_it_was_made_from(old, new):
    before, after = " ".join(old), " ".join(new)
    assert side(before, after, TAKEN_OUT) == "".join(before.split())
    assert side(before, after, ADDED) == "".join(after.split())


def test_likeness_is_the_share_of_words_whatever_their_order():
    assert likeness("Help in class.", "in class: help") == 1
    assert likeness("", "") == 1 and likeness("a b", "c d") == 0
