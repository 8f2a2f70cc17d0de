"""Boxes of a plan as the lint sees them while they are written, and where a better pattern goes."""

import pytest

from casework.desk.plan_lint import boxes, look, looked_at, put
from tests.casework.content_makers import a_plan, an_outcome

PLAN = a_plan()
WHOLE = {"who": "A teacher", "times": "1", "period": "week", "minutes": "30", "ratio": "1:1"}


def rules(letter, name, said, ref=""):
    return [each.mark.rule for each in look(PLAN, letter, name, said, ref=ref).found]


def test_what_the_boxes_beside_it_say_is_not_asked_for_again():
    assert rules("F", "what", {"what": "teach Sam to sign"}) == ["QTY1"]
    assert rules("F", "what", {"what": "teach Sam to sign", "times": "1", "period": "week", "who": "x"}) == ["QTY2"]
    assert rules("F", "what", WHOLE | {"what": "teach Sam to sign"}) == []
    assert rules("F", "what", {"what": "a sloping desk", "kind": "equipment"}) == []


def test_the_pattern_has_the_details_of_the_child_and_of_who_will_do_it():
    box = look(PLAN, "F", "what", WHOLE | {"what": "give Sam access to a laptop"})
    better = "A teacher will use [resource] with Sam for [minutes] on [days], in Elm Park School."
    assert box.found[0].mark.better == better


@pytest.mark.parametrize(
    ("words", "number", "then"),
    [
        ("use it, etc. Then rest.", 1, "use it, etc."),
        ("teach regularly. Then rest.", 1, "teach regularly. [number] times in each [week,"),
        ("teach regularly", 1, "teach regularly [number] times in each"),
        ("teach\r\nregularly", 1, "teach\nregularly [number] times in each"),
        ("Oliver will sit at the front.", 1, "Sam will sit at the front."),
        ("teach regularly", 7, "teach regularly"),
        ("teach as appropriate or when able", 1, "teach as appropriate or when able when [what is seen], [role]"),
    ],
)
def test_a_pattern_goes_after_the_sentence_or_in_the_place_of_a_name(words, number, then):
    there = WHOLE | {"what": words, "who": ""}
    assert put(look(PLAN, "F", "what", there), number).startswith(then.replace("[role]", ""))


def test_a_pattern_that_says_what_to_do_is_never_put_in():
    box = look(PLAN, "B", "text", {"text": "Sam will receive ten hours of help."})
    assert [each.mark.put for each in box.found] == [""]
    assert put(box, 1) == box.words


def test_an_outcome_is_laid_beside_the_others_of_its_plan_and_not_beside_itself():
    same = {"text": an_outcome().text}
    assert rules("E", "text", same, ref="O1") == []
    assert rules("E", "text", same, ref="") == ["COP1"]


def test_a_line_moved_to_another_section_is_looked_at_there():
    moved = WHOLE | {"what": "teach Sam to sign", "section": "G"}
    assert rules("F", "what", moved) == ["SEC2"]


@pytest.mark.parametrize("letter", ["A", "B", "C", "D", "E", "F", "G", "H1", "H2", "I", "J", "K", "child"])
def test_every_section_can_be_looked_at(letter):
    said = dict.fromkeys(looked_at(letter), "regular help")
    found = boxes(PLAN, letter, said)
    assert set(found) == set(looked_at(letter))
    assert letter != "A" or not any(box.found for box in found.values()), "the family's words"
