"""What is wrong with a ladder, found before anybody is chased by it."""

from dataclasses import replace

import pytest

from casework import chasing
from casework.chasing import checking
from tests.casework.chasing.makers import version

LATER = "2026-04-01"


def sentences(**changes) -> list[str]:
    """What is wrong with the first version once some rungs are changed."""
    return [fault.sentence for fault in chasing.faults(version(2, LATER, **changes))]


def test_the_ladder_that_every_installation_starts_with_is_sound():
    assert sentences() == []


@pytest.mark.parametrize(
    ("rung", "change", "sentence"),
    [
        ("E06", {"tell": ("king",)}, "No post called “king” can be told"),
        ("E06", {"tell": ("panel member",)}, "No post called “panel member” can be told"),
        ("E06", {"tell": ("service manager", "Parent")}, "Families and children are never chased or escalated"),
        ("E06", {"copy": ("child",)}, "Families and children are never chased or escalated"),
        ("E06", {"tell": ()}, "Choose at least one person to tell"),
        ("E06", {"copy": ("service manager",)}, "is told already"),
        ("E06", {"working_day": 10}, "before it is late: the full advice is due on working day 10"),
        ("E03", {"working_day": 5}, "before it is late: the first response is due on working day 5"),
        ("E04", {"working_day": 12}, "A reminder comes by the day: the full advice is due on working day 10"),
        ("E02", {"working_day": 6}, "A reminder comes by the day: the first response is due on working day 5"),
        ("E10", {"working_day": 31}, "never reached"),
        ("E01", {"working_day": 0}, "never reached"),
        ("E08", {"working_day": None}, "is the one that reports it"),
        ("E11", {"working_day": 29}, "is the one that reports it"),
        ("E07", {"level": 0}, "has a level from 1 to 4"),
        ("E01", {"level": 1}, "has no level"),
        ("E07", {"level": 5}, "from 0 to 4"),
        ("E08", {"level": 1}, "The level goes down: E07 is at level 2 and E08, after it, at level 1."),
        ("E01", {"until_we_have": "a cup of tea"}, "Choose what this rung waits for"),
        ("E01", {"tone": "shout"}, "Choose what kind of message"),
        ("E06", {"text": "Dear {child_name}"}, "Nobody can fill in “{child_name}” for the services"),
        ("E06", {"text": "{service.name}"}, "Nobody can fill in “{service.name}”"),
        ("E06", {"text": "{service!r}"}, "Nobody can fill in “{service}”"),
        ("E06", {"text": "{due_10:>99999999}"}, "Nobody can fill in"),
        ("E06", {"text": "Late {"}, "A brace is open or stray"),
        ("E06", {"subject": "{}"}, "Nobody can fill in “{}”"),
        ("E06", {"subject": " "}, "Write the subject"),
        ("E06", {"subject": "Late\nBcc: everyone"}, "one line"),
        ("E06", {"text": "x" * 2001}, "Keep it to 2,000 characters"),
        ("E06", {"family_words": "See {link}"}, "Nobody can fill in “{link}” for the family"),
        ("E01", {"family_words": "Advice is late."}, "nobody would read these words"),
    ],
)
def test_a_rung_that_may_not_be_is_said_in_a_sentence(rung, change, sentence):
    found = sentences(**{rung: change})
    assert any(sentence in each for each in found), found


def test_two_rungs_on_one_day_tell_nobody_twice_and_hide_nothing():
    found = sentences(E07={"working_day": 11})
    assert "E06 and E07 fall on one day and both tell the service manager." in found
    found = sentences(E08={"working_day": 13, "copy": ("head of send",)})
    assert found == ["E07 is never reached: E08 falls on the same day, after it."]


def test_rungs_of_one_day_that_wait_for_different_things_may_stand_together():
    both = {"E01": {"working_day": 5, "until_we_have": "full advice"}, "E02": {"tell": ("caseworker",), "copy": ()}}
    assert sentences(**both) == []


def test_a_breach_is_always_reported_and_each_rung_has_a_name_of_its_own():
    assert sentences(E11=None) == ["One rung, and only one, must report that the law’s limit has passed."]
    assert "Two rungs are called E05." in sentences(E04={"id": "E05"})


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"name": " "}, "what this level is called"),
        ({"owner": ()}, "at least one post"),
        ({"owner": ("family",)}, "never chased"),
    ],
)
def test_a_level_has_a_name_and_an_owner(change, sentence):
    [fault] = checking.faults_of_level(replace(chasing.first().level(2), **change))
    assert fault.about == "level 2" and sentence in fault.sentence
