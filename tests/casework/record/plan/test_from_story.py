"""Section A is the family's own words."""

from casework.drafting import Accepted
from casework.record.plan import Views
from casework.record.plan.from_story import section_a, views_from, with_voices
from tests.casework.content_makers import an_advice

PARENT = {
    "love": "Her laugh.",
    "enjoys": "Trains.",
    "important_to": "Her brother.",
    "story": {"words": "It began when she was two.", "helper": "Ada"},
    "child_views": "“I want a friend.”",
    "hopes_now": "To be understood.",
    "hopes_future": "A job she likes.",
    "hard_learning": "Reading.",
}
YOUNG = {"good_at": {"words": "Maps"}, "hard": {"words": "Noise"}, "job": {"words": "Train driver"}}


def test_a_parents_words_go_to_their_places_unchanged():
    views = section_a("parent", PARENT)
    assert views.likes == "Her laugh.\n\nTrains."
    assert views.story == "It began when she was two."
    assert views.voice == "“I want a friend.”"
    assert views.voice_method == "Told to us by a parent or carer."
    assert views.hopes_family == "To be understood.\n\nA job she likes."


def test_what_is_hard_is_not_section_a():
    assert "Reading" not in str(section_a("parent", PARENT))


def test_a_young_person_speaks_for_themselves_and_a_helper_is_named():
    views = section_a("young_person", YOUNG | {"bad_day": {"words": "Bells", "helper": "Mo, my friend"}})
    assert (views.voice, views.likes, views.hopes_child) == ("Bells\n\nNoise", "Maps", "Train driver")
    assert views.voice_method.endswith("filled in themselves. Helped by Mo, my friend.")


def test_nobody_spoke_so_nobody_is_said_to_have():
    assert section_a("parent", {"love": "Her laugh."}).voice_method == ""
    assert section_a("parent", {}) == Views()


def test_the_young_persons_own_words_come_before_what_others_told():
    stories = [{"door": "parent", "answers": PARENT}, {"door": "young_person", "answers": YOUNG}]
    views = views_from(stories)
    assert views.voice == "Noise\n\n“I want a friend.”"
    assert views.likes == "Maps\n\nHer laugh.\n\nTrains."


def test_the_same_words_told_twice_stand_once():
    story = {"door": "parent", "answers": PARENT}
    assert views_from([story, story]) == section_a("parent", PARENT)
    assert views_from([]) == Views()


def test_what_the_child_told_an_adviser_is_added_with_whom_they_told():
    advice = Accepted(
        "ep-1", "Advice", author="Em Poe", role="Psychologist", content=an_advice("educational_psychology")
    )
    views = with_voices(Views("“I want a friend.”", "Told to us by a parent or carer."), [advice])
    assert views.voice == "“I want a friend.”\n\nWords about Sam (to Em Poe, Psychologist)"
    assert views.hopes_child == "Words about Sam (to Em Poe, Psychologist)"
    assert with_voices(Views(), []) == Views()
