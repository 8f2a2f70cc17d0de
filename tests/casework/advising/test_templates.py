"""The advice templates hold together, and an advice is made from its page's answers."""

import pytest

from casework.advising import advice_content, advice_type, answers_of, blank_advice, row_schema, sections, types
from casework.advising.gates import GATES
from casework.errors import GapInOurTables
from casework.tables import document, rows
from tests.casework.content_makers import an_advice

KINDS = {
    "text", "textarea", "date", "number", "select", "checkboxes", "multiselect", "checkbox", "confirm", "group",
    "repeat", "list", "file", "auto",
}  # fmt: skip
each_type = pytest.mark.parametrize("kind", [each.id for each in types()])


def every_field(kind):
    for section in sections(kind):
        for field in section.fields:
            yield field
            yield from field.parts


def test_there_are_twenty_types_of_advice():
    assert len(types()) == 20
    assert {each.agency for each in types()} == {"education", "health", "social care", "family", "other"}


def test_a_type_nobody_knows_is_a_gap():
    with pytest.raises(GapInOurTables, match="no advice template called astrology"):
        sections("astrology")
    with pytest.raises(GapInOurTables, match="no row schema called wish"):
        row_schema("wish")


@each_type
def test_a_types_own_sections_stand_where_the_table_says(kind):
    names = [section.id for section in sections(kind)]
    assert "SPECIFIC" not in names
    assert len(names) == len(set(names))
    if "needs" in names and "strengths" in names:
        assert names.index("strengths") < names.index("needs") < names.index("outcomes") < names.index("provision")


@each_type
def test_every_question_of_a_type_has_a_name_of_its_own(kind):
    names = [field.name for section in sections(kind) for field in section.fields]
    assert len(names) == len(set(names))


@each_type
def test_every_question_has_a_label_and_a_kind_pages_know(kind):
    for field in every_field(kind):
        assert field.label and field.kind in KINDS, field
        if field.kind in ("group", "repeat"):
            assert field.parts, field
        if field.kind in ("select", "checkboxes"):
            assert field.options, field
        assert len({choice.value for choice in field.options}) == len(field.options)


@each_type
def test_every_gate_of_a_type_is_written_and_can_be_looked_at(kind):
    for gate in advice_type(kind).gates:
        assert gate in GATES and gate in document("advice-templates")["gates"]


def test_every_gate_is_used_and_says_what_to_do():
    used = {gate for each in types() for gate in each.gates}
    assert used == set(GATES) == set(document("advice-templates")["gates"])
    for gate in document("advice-templates")["gates"].values():
        assert gate["level"] in ("stop", "look") and gate["words"] and gate["why"] and gate["better"]


@each_type
def test_what_a_type_feeds_and_counts_is_known(kind):
    letters = {row["letter"] for row in rows("sections")}
    codes = {row["code"] for row in rows("categories") if row["list"] == "outcome"}
    assert set(advice_type(kind).feeds) <= letters
    assert set(advice_type(kind).categories) <= codes


def test_row_choices_come_from_the_table_of_categories():
    [category] = [field for field in row_schema("need") if field.name == "need_category"]
    assert ("semh", "Social, emotional and mental health") in [(each.value, each.label) for each in category.options]
    [links] = [field for field in row_schema("provision") if field.name == "prov_needs"]
    assert (links.options, links.options_from) == ((), "needs")


def test_the_story_is_not_asked_for_again():
    names = {field.name for field in every_field("speech_language")}
    assert "story_read" not in names and "story_corrections" in names


def test_an_advice_is_made_from_its_answers_and_shows_them_again():
    content = advice_content(
        "speech_language", {"author_name": "Jo Lee", "voice_words": "Hello"}, needs=[{"need_ref": "N1"}]
    )
    assert content["author"] == {"name": "Jo Lee", "role": "", "organisation": "", "registration": ""}
    assert content["fields"] == {"voice_words": "Hello"}
    assert content["needs"] == [{"need_ref": "N1"}] and content["outcomes"] == [] and content["files"] == []
    assert answers_of(content)["author_name"] == "Jo Lee"
    assert answers_of(content)["voice_words"] == "Hello"


def test_a_reason_may_stand_where_the_childs_words_could_not_be_found():
    content = advice_content("speech_language", {"voice_words_reason": "Sam was in hospital."})
    assert content["fields"] == {"voice_words_reason": "Sam was in hospital."}


def test_an_answer_to_a_question_nobody_asked_is_refused_loudly():
    with pytest.raises(TypeError, match="speech_language has no question called shoe_size"):
        advice_content("speech_language", {"shoe_size": "3"})


def test_a_blank_advice_knows_only_who_is_writing():
    blank = blank_advice("speech_language", {"name": "Jo Lee", "role": "Therapist", "email": "jo@nhs.example"})
    assert blank["author"] == {"name": "Jo Lee", "role": "Therapist", "organisation": "", "registration": ""}
    assert blank["type"] == an_advice()["type"] == "speech_language"


def test_the_headings_of_section_h1_come_filled_in():
    [row] = [field for field in every_field("social_care_cwd") if field.name == "h1_rows"]
    assert "Adaptations to the home" in row.lines and len(row.lines) == 9
