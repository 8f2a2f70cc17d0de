"""The tables of words agree with each other and with the code that reads them."""

import re
from dataclasses import fields

import pytest

from casework.lint import reading_age
from casework.lint.patterns import ready
from casework.record.asked import doors
from casework.record.child import Child
from casework.record.plan import Views
from casework.tables import document, rows

QUESTION_KINDS = {
    "text", "date", "address", "contact", "select", "checkboxes", "textarea", "group", "repeat", "files",
    "setting_lookup", "nhs_number", "upn", "confirm", "multimodal", "choices",
}  # fmt: skip
PART_KINDS = QUESTION_KINDS | {"number", "checkbox"}
SECTIONS = {row["letter"] for row in rows("sections")}


def test_every_vague_phrase_has_a_pattern_a_reason_and_something_better():
    for row in rows("vague-phrases"):
        assert ready(row["pattern"]) and ready(row["innocent"]) and row["why"] and row["better"], row["id"]
        assert row["severity"] in ("advice", "gate")
        assert set(row["sections"].split(";")) <= SECTIONS | {"advice"}
        assert "A" not in row["sections"].split(";")
    assert len({row["id"] for row in rows("vague-phrases")}) == len(rows("vague-phrases")) == 96


@pytest.mark.parametrize("table", ["telltale-words", "advisers-signs"])
def test_every_pattern_can_be_read(table):
    for row in rows(table):
        assert re.compile(row["words"] if table == "advisers-signs" else row["pattern"])


def test_every_question_is_of_a_kind_the_pages_know():
    for row in rows("questions"):
        assert row["door"] in doors() and row["kind"] in QUESTION_KINDS, row["field"]
        assert row["label"] and row["why"] and row["required"] in ("yes", "no")
        assert re.fullmatch(r"[a-z][a-z0-9_]*", row["field"])
        if row["kind"] in ("select", "checkboxes"):
            assert row["options"], row["field"]


@pytest.mark.parametrize("door", ["parent", "young_person"])
def test_a_familys_questions_can_be_read_by_most_people_of_nine(door):
    said = [f"{row['label'].rstrip('.?')}. {row['hint']}" for row in rows("questions") if row["door"] == door]
    assert reading_age(" ".join(said)) <= 9


def test_every_box_belongs_to_a_question_and_every_question_with_boxes_has_them():
    asked = {(row["door"], row["field"]): row["kind"] for row in rows("questions")}
    for row in rows("question-parts"):
        assert row["kind"] in PART_KINDS
        assert row["door"] == "*" or (row["door"], row["field"]) in asked, row["field"]
        assert row["options"] or row["kind"] != "select", row["part"]
    boxed = {(row["door"], row["field"]) for row in rows("question-parts")}
    shared = {row["field"] for row in rows("question-parts") if row["door"] == "*"}
    for (door, field), kind in asked.items():
        if kind in ("group", "repeat", "address", "contact", "multimodal", "setting_lookup"):
            assert (door, field) in boxed or kind in shared, field


def test_questions_fill_fields_that_a_child_and_section_a_have():
    known = {each.name for each in fields(Child)}
    views = {each.name for each in fields(Views)}
    for row in rows("questions"):
        assert not row["identity"] or row["identity"] in known
        assert not row["section A"] or row["section A"] in views
    for row in rows("question-parts"):
        assert not row["identity"] or row["identity"] in known


def test_every_door_can_name_a_child_and_where_they_live():
    for door in doors():
        filled = {row["identity"] for row in rows("questions") if row["door"] == door}
        filled |= {row["identity"] for row in rows("question-parts") if row["door"] == door}
        assert {"first_name", "last_name", "born", "address"} <= filled, door


def test_people_come_from_questions_that_are_asked():
    asked = {(row["door"], row["field"]) for row in rows("questions")}
    parts = {(row["door"], row["field"], row["part"]) for row in rows("question-parts")}
    for row in rows("question-people"):
        for path in filter(None, [row["name"], row["contact"], row["relationship"], row["only if"].partition("=")[0]]):
            field, _, part = path.partition(".")
            assert (row["door"], field) in asked, path
            assert not part or (row["door"], field, part) in parts, path


def test_categories_lie_in_sections_and_ask_for_what_rows_have():
    for row in rows("categories"):
        assert row["section"] in SECTIONS | {""}
        assert set(filter(None, row["asks"].split(";"))) <= {"minutes", "ratio"}
    codes = [(row["list"], row["code"]) for row in rows("categories")]
    assert len(codes) == len(set(codes))


def test_checks_of_a_plan_name_sections_stages_and_clauses():
    for row in rows("plan-checks"):
        assert row["section"] in SECTIONS | {""}
        assert row["looked for in"] in ("draft", "final", "both")
        assert row["stops"] in ("draft", "final", "both", "never")
        assert row["clause"] and row["sentence"].endswith(".")


def test_every_choice_of_a_template_list_is_in_the_table_of_categories():
    lists = {row["list"] for row in rows("categories")} | {"needs", "outcomes"}
    for schema in document("advice-templates")["rows"].values():
        assert {field["options_from"] for field in schema if "options_from" in field} <= lists


def test_no_page_says_what_the_glossary_says_to_avoid():
    said = " ".join(f"{row['label']} {row['hint']}" for row in rows("questions")).lower()
    for words in ("refuse", "dna", "non-verbal", "challenging behaviour", "wheelchair bound", "suffers"):
        assert not re.search(rf"\b{words}\b", said), words
    assert {row["kind"] for row in rows("glossary")} == {"term", "wording"}
    for row in rows("glossary"):
        assert row["plain words"] if row["kind"] == "term" else row["avoid"] and row["use instead"]
