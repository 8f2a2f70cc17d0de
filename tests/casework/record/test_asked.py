"""Questions come from their table, and answers read as words."""

import pytest

from casework.errors import GapInOurTables
from casework.record.asked import doors, in_words, is_answered, question, questions


def words(door, field, answer):
    return in_words(question(door, field), answer)


def test_there_are_four_doors():
    assert doors() == ("parent", "young_person", "setting", "professional")


def test_a_question_is_found_by_its_field_or_its_place_in_the_address():
    assert question("parent", "child_first_name") is question("parent", "child-first-name")
    assert question("parent", "child_first_name").slug == "child-first-name"


def test_a_door_or_a_question_nobody_knows_is_a_gap():
    with pytest.raises(GapInOurTables, match="no way of asking called window"):
        questions("window")
    with pytest.raises(GapInOurTables, match="no question called shoe_size"):
        question("parent", "shoe_size")


def test_a_question_with_several_boxes_has_its_parts():
    assert [part.name for part in question("parent", "child_address").parts] == ["line_1", "line_2", "town", "postcode"]
    child = question("setting", "child")
    [address] = [part for part in child.parts if part.kind == "address"]
    assert [part.name for part in address.parts] == ["line_1", "line_2", "town", "postcode"]
    assert [choice.value for choice in question("parent", "share_choices").options][:2] == [
        "supporter",
        "private therapist",
    ]


@pytest.mark.parametrize(
    ("door", "field", "answer", "read"),
    [
        ("parent", "love", "  Her laugh. ", "Her laugh."),
        ("parent", "child_dob", "2016-03-31", "31 March 2016"),
        ("parent", "child_dob", "2016-02-31", "2016-02-31"),
        ("parent", "looked_after", "before", "they were before"),
        ("parent", "format", ["email", "large print"], "Email, Large print"),
        (
            "parent",
            "child_address",
            {"line_1": "1 Sea Road", "town": "Saltmarsh", "postcode": "SM1 1AA"},
            "1 Sea Road\nSaltmarsh\nSM1 1AA",
        ),
        ("parent", "story", {"words": "It began at two.", "helper": "Ada"}, "It began at two."),
        ("parent", "story", {"files": [{"name": "letter.pdf"}]}, "letter.pdf"),
        ("parent", "setting", {"setting": "100001", "name": "Elm Park School"}, "Elm Park School"),
        (
            "parent",
            "people_involved",
            [{"name": "Dr Lee", "place": "the clinic", "when": "2025"}, {"name": ""}],
            "Dr Lee, the clinic, 2025",
        ),
        (
            "parent",
            "supporter",
            {"name": "Ada", "may_speak": "yes"},
            "Ada, May we speak to them about your request: Yes",
        ),
        ("parent", "documents", [{"name": "report.pdf", "digest": "x"}], "report.pdf"),
        ("parent", "share_choices", {"supporter": "yes"}, "Talk to the person who is helping you: yes"),
        ("parent", "love", "", ""),
        ("parent", "love", None, ""),
    ],
)
def test_an_answer_reads_as_somebody_would_say_it(door, field, answer, read):
    assert words(door, field, answer) == read


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("", False),
        ("  ", False),
        (None, False),
        ([], False),
        ({"words": " "}, False),
        ([{"name": ""}], False),
        ("x", True),
        (0, True),
        ({"a": [{"b": "c"}]}, True),
    ],
)
def test_something_was_said_only_when_a_box_holds_something(answer, said):
    assert is_answered(answer) is said
