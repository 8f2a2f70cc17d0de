"""Near copies are seen through another name, and plain words read younger than hard ones."""

import pytest

from casework.lint.words import nearly_the_same, reading_age, syllables


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "“", "...", "🙂", "\x00"])
def test_strange_text_has_no_reading_age(text):
    assert reading_age(text) is None


def test_near_copies_are_seen_through_another_name_date_and_pronoun():
    one = "By July 2027 Sam will ask a classmate to play on three of five lunchtimes, so that she has friends."
    other = "By March 2028 Kai will ask a classmate to play on three of five lunchtimes, so that he has friends."
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
