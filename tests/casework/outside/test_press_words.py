"""The words of the press: days, hours and names as people write them."""

from datetime import date
from decimal import Decimal

import pytest

from casework.outside import press_words


def test_a_day_is_written_as_people_say_it():
    assert press_words.day(date(2026, 11, 2)) == "Mon 2 November 2026"
    assert press_words.day("2026-11-02") == "Mon 2 November 2026"
    assert press_words.day("the date of the final plan") == "the date of the final plan"


def test_a_day_that_is_not_known_is_not_guessed():
    for nothing in (None, ""):
        with pytest.raises(press_words.NoDay):
            press_words.day(nothing)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (Decimal("0.50"), "30 minutes"),
        (Decimal("1.00"), "1 hour"),
        (Decimal("4.17"), "4 hours 10 minutes"),
        (Decimal("0.02"), "1 minute"),
        (None, ""),
    ],
)
def test_hours_are_written_in_hours_and_minutes(number, words):
    assert press_words.hours(number) == words


def test_names_are_listed_as_in_a_sentence():
    assert press_words.listed(["health"]) == "health"
    assert press_words.listed(["health", "social care", "the school"]) == "health, social care and the school"
    assert press_words.listed([]) == ""


def test_a_letter_to_a_head_teacher_opens_politely():
    assert press_words.greeting("The Head Teacher") == "Head Teacher"
    assert press_words.greeting("Theo Marsh") == "Theo Marsh"


def test_a_long_text_is_cut_between_words_and_says_so():
    assert press_words.short("Sam plays alone at every lunchtime.", 20) == "Sam plays alone at…"
    assert press_words.short("Sam plays.", 20) == "Sam plays."


def test_a_role_keeps_its_abbreviation():
    assert press_words.lower_first("Draft 1") == "draft 1"
    assert press_words.lower_first("SENCO") == "SENCO"


def test_words_typed_on_several_lines_are_several_paragraphs():
    assert press_words.paragraphs("One.\r\n\r\nTwo.\n Three. ") == ["One.", "Two.", "Three."]
    assert press_words.paragraphs("  ") == []
