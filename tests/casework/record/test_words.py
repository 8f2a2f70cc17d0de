"""Vague words are found where they weaken a promise, and nowhere else."""

import pytest

from casework.record.words import nearly_the_same, reading_age, syllables, vague
from casework.tables import rows

PHRASES = [row for row in rows("vague-phrases") if row["example"]]


def phrases(text, section="F"):
    return [mark.phrase for mark in vague(text, section)]


@pytest.mark.parametrize("row", PHRASES, ids=lambda row: row["id"])
def test_each_phrase_finds_its_own_example(row):
    for section in row["sections"].split(";"):
        assert vague(row["example"], section)


def test_a_mark_says_where_why_and_what_is_better():
    [mark] = vague("Sam will have access to a laptop.", "F")
    assert "Sam will have access to a laptop."[mark.start : mark.end] == "have access to"
    assert (mark.severity, mark.why, mark.better) == (
        "high",
        "Being able to reach something is not the same as being given it.",
        "[Role] will use [resource] with [name] for [minutes] on [days], in [place].",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Sam said “I need regular breaks” to her teacher.",
        'Her mother wrote "support as required" twice.',
        "He said ‘it’s as and when needed’ to us.",
    ],
)
def test_what_somebody_said_is_left_alone(text):
    assert phrases(text) == []


def test_an_apostrophe_is_not_a_quotation():
    assert phrases("Sam’s regular time and Kai’s turn") == ["regular"]


def test_section_a_is_never_marked():
    assert phrases("I would benefit from regular support as required.", "A") == []


def test_capitals_make_no_difference():
    assert phrases("REGULAR support") == ["REGULAR"]


def test_of_overlapping_phrases_only_the_most_serious_is_shown():
    marks = vague("Sam will have input from appropriately trained staff.", "F")
    assert [mark.severity for mark in marks] == ["high", "high"]
    assert [mark.phrase for mark in marks] == ["input from", "appropriately trained"]
    assert phrases("Help is given as appropriate.") == ["as appropriate"]


def test_each_sentence_is_read_alone():
    assert phrases("Sam will read daily. A teacher will listen for 10 minutes.") == ["daily"]
    assert phrases("Sam will read daily for 10 minutes.") == []
    assert phrases("A teacher will give 6 sessions. Each is 1.5 hours.") == ["6 sessions"]
    assert phrases("A teacher will give 6 sessions of 45 minutes.") == []


def test_marks_stand_in_the_order_of_the_text():
    marks = vague("Weekly help. Regular help. Up to two hours.", "F")
    assert [mark.start for mark in marks] == sorted(mark.start for mark in marks)
    assert len(marks) == 3


def test_exact_provision_has_no_marks():
    assert phrases("A speech and language therapist will work one to one with Sam for 45 minutes each week.") == []


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "“", "...", "🙂", "\x00"])
def test_strange_text_is_read_without_a_fault(text):
    assert vague(text, "F") == ()
    assert reading_age(text) is None


def test_near_copies_are_seen_through_another_name_and_date():
    one = "By July 2027 Sam will ask a classmate to play on three of five lunchtimes."
    other = "By March 2028 Kai will ask a classmate to play on three of five lunchtimes."
    assert nearly_the_same(one, other, "Sam", "Kai")
    assert not nearly_the_same(one, "By July 2027 Sam will travel to college alone by bus.", "Sam")
    assert not nearly_the_same(one, "By July 2027 Sam will ask a teacher for help on three of five mornings.", "Sam")
    assert not nearly_the_same("", "")


@pytest.mark.parametrize(
    ("word", "count"),
    [("cat", 1), ("table", 2), ("helped", 1), ("wanted", 2), ("provision", 3), ("makes", 1), ("b", 1)],
)
def test_syllables_are_counted_as_people_say_them(word, count):
    assert syllables(word) == count


def test_plain_words_read_younger_than_hard_ones():
    assert reading_age("We will call you on Monday. You can ask us to wait.") <= 7
    assert reading_age("We have to find out what help your child needs, so we ask the people who know them.") <= 11
    hard = "Notwithstanding resource availability, the authority must secure the specified provision immediately."
    assert reading_age(hard) > 16
