"""Question pages from the rows of questions.csv: each question has its boxes, and what is typed comes back the same."""

import pytest
from werkzeug.datastructures import MultiDict

from casework.asking import bank
from casework.story import doors, is_answered, question, questions
from casework.tables import rows

# What somebody might send for a box of each kind that wants a shape of its own.
SHAPED = {"Email": "sara@home.example", "Phone": "07700 900111", "NhsNumber": "9990000018", "WholeNumber": "12"}
SHAPED["Upn"] = "H801200001001"


def filled(box) -> dict:
    """What somebody might send for one box."""
    if box.drawn == "upload":
        return {}
    if box.drawn == "day":
        return {f"{box.name}-day": "3", f"{box.name}-month": "2", f"{box.name}-year": "2016"}
    if box.drawn == "address":
        return {
            f"{box.name}-line-1": "4 Quay Street",
            f"{box.name}-town": "Saltmarsh",
            f"{box.name}-postcode": "ZZ9 1AA",
        }
    if hasattr(box, "offers") and box.offers:
        return {box.name: box.offers[0][0]}
    return {box.name: SHAPED.get(type(box).__name__, "words")}


@pytest.mark.parametrize("door", doors())
def test_every_question_has_boxes_and_an_answer_that_can_be_started_from(door):
    for asked in questions(door):
        page = bank.page(door, [asked], settings=[("elm-park", "Elm Park Primary School")])
        boxes = bank.boxes_of(page(), asked)
        assert boxes, asked.field
        sent = page(MultiDict({name: said for box in boxes for name, said in filled(box).items()}))
        sent.validate()
        assert [box.name for box in bank.boxes_of(sent, asked) if box.errors] == []
        assert is_answered(bank.answer(sent, asked)) or asked.kind == "files"
        again = page(**{box.short_name: box.kept() for box in bank.boxes_of(sent, asked) if box.drawn != "upload"})
        assert again.so_far == sent.so_far, asked.field


def test_answers_are_plain_and_keyed_as_the_story_reads_them():
    asked = question("parent", "waiting")
    page = bank.page("parent", [asked], filled={"waiting": 3})
    sent = page(MultiDict({"waiting-0-for": "CAMHS", "waiting-2-for": "Autism team", "waiting-2-since": "March"}))
    assert bank.answer(sent, asked) == [{"for": "CAMHS", "since": ""}, {"for": "Autism team", "since": "March"}]
    asked = question("parent", "share_choices")
    sent = bank.page("parent", [asked])(MultiDict({"share_choices-private_therapist": "no"}))
    assert bank.answer(sent, asked) == {"private therapist": "no"}
    asked = question("parent", "child_dob")
    sent = bank.page("parent", [asked])(
        MultiDict({"child_dob-day": "3", "child_dob-month": "feb", "child_dob-year": "2016"})
    )
    assert bank.answer(sent, asked) == "2016-02-03"


def test_a_repeated_question_shows_the_rows_that_were_sent_and_never_too_many():
    asked = question("parent", "waiting")
    assert bank.rows_sent(asked, ["waiting-0-for", "waiting-4-since", "love"]) == 5
    assert bank.rows_sent(asked, []) == 1
    assert bank.rows_sent(asked, ["waiting-999-for"]) == bank.MOST_ROWS


def test_the_boxes_of_one_question_are_not_those_of_another_that_begins_alike():
    wanted = [question("setting", "setting_id"), question("setting", "care")]
    page = bank.page("setting", wanted)()
    assert {box.short_name for box in bank.boxes_of(page, wanted[0])} == {"setting_id-setting", "setting_id-name"}
    assert [box.short_name for box in bank.boxes_of(page, wanted[1])] == ["care"]


def test_a_question_is_asked_with_the_childs_name_unless_it_is_a_very_long_one():
    asked = question("parent", "love")
    assert bank.known_as(asked, "Amira") == "What do people love about Amira?"
    assert bank.known_as(asked, "") == "What do people love about your child?"
    assert bank.known_as(asked, "A" * 31) == "What do people love about your child?"
    assert "your child" in bank.known_as(question("parent", "child_first_name"), "Amira")


def test_every_box_that_must_be_filled_has_its_own_sentence():
    for door in doors():
        for asked in questions(door):
            if asked.required and asked.field != "check_send":
                parts = [part.name for part in asked.parts if part.required] if asked.kind != "address" else []
                said = [bank.when_empty(door, asked.field, part) for part in parts or [""]]
                assert "Answer this question" not in said, (door, asked.field)


def test_question_words_csv_knows_only_questions_there_are():
    for row in rows("question-words"):
        asked = question(row["door"], row["field"])
        assert not row["part"] or row["part"] in [part.name for part in asked.parts], dict(row)
        assert row["when empty"] or row["in the letter"], dict(row)


def test_a_letter_heads_an_answer_with_the_childs_name():
    assert bank.in_the_letter(question("parent", "love"), "Amira") == "What people love about Amira"
    assert bank.in_the_letter(question("professional", "family_view"), "Kit") == "What the family thinks"
    assert bank.in_the_letter(question("young_person", "good_at"), "") == "Things I am good at"


def test_a_choice_about_sharing_says_who_why_and_for_how_long():
    page = bank.page("parent", [question("parent", "share_choices")])()
    hint = page["share_choices-supporter"].hint
    assert hint.startswith("Who: your helper. Why: so that you do not have to pass on messages. For 12 months")
