"""The grounds for being late: those of the law, and those that are none and say why."""

from casework.law.grounds import grounds, offered_for
from casework.law.timetable import duties


def test_every_ground_in_the_timetable_is_explained_to_a_family():
    for duty in duties():
        for name in duty.excuses:
            assert grounds()[name].lawful and grounds()[name].family_words


def test_what_is_no_ground_excuses_no_duty_and_says_why():
    others = {ground.name: ground for ground in grounds().values() if not ground.lawful}
    assert "waiting list" in others and all(ground.why_not.endswith(".") for ground in others.values())
    assert not any(name in duty.excuses for duty in duties() for name in others)


def test_a_form_offers_the_grounds_of_the_duty_and_then_those_that_are_none():
    offered = offered_for("ASSESS_ADVICE_6W")
    assert offered[:3] == ("exceptional circumstances", "away for 4 weeks or more", "missed appointment")
    assert "waiting list" in offered and "school shut for 4 weeks or more" not in offered
