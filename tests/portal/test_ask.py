"""Asking for an assessment: the doors, the order of the questions, what is kept, and what each box says no to."""

import pytest

from tests.portal.asking import PARENT, PROFESSIONAL, SETTING, YOUNG_PERSON, Asker, an_app, asked, inside
from tests.reader import read

DOORS = {"parent": PARENT, "young-person": YOUNG_PERSON, "setting": SETTING, "professional": PROFESSIONAL}


@pytest.fixture
def app(sqlite_url, tmp_path):
    """The whole service on 2 November 2026."""
    with inside(an_app(tmp_path, sqlite_url)) as app:
        yield app


def test_there_are_four_doors(app):
    page = read(app.test_client().get("/ask"))
    assert page.link("I am a parent or carer") == "/ask/parent/start"
    assert page.link("I am a young person") == "/ask/young-person/start"
    assert page.link("I work in a school or college") == "/ask/setting/start"
    assert page.link("I am a professional") == "/ask/professional/start"


def test_a_door_we_do_not_have_is_not_found(app):
    assert app.test_client().get("/ask/grandmother/start").status_code == 404
    assert asked(app, "parent").client.get("/ask/parent/shoe-size").status_code == 404


def test_what_you_need_is_only_what_we_must_have(app):
    page = Asker(app, "parent").open("start")
    assert "What is your child’s first name?" in page.text
    assert "story so far" not in page.text
    assert "You do not need any reports, forms or letters." in page.text


@pytest.mark.parametrize("door", DOORS)
def test_the_questions_we_must_have_are_asked_first_and_then_it_can_be_sent(app, door):
    asker, needed = Asker(app, door), list(DOORS[door])
    page = asker.start()
    for left, slug in zip(range(len(needed), 0, -1), needed, strict=True):
        words = "1 question left" if left == 1 else f"{left} questions left"
        assert page.text.split(" before")[0].endswith(words) or words in page.text
        page = read(
            asker.client.post(page.form.action, data=page.form.values | DOORS[door][slug], follow_redirects=True)
        )
    assert page.h1 == "You can send this now"


@pytest.mark.parametrize("door", DOORS)
def test_a_question_we_must_have_says_so_beside_an_empty_box(app, door):
    asker = asked(app, door)
    for slug, answers in DOORS[door].items():
        page = asker.refused(slug)
        assert page.beside[0] == page.errors[0] != "Answer this question"
        asker.answer_all({slug: answers})


def test_everything_else_may_be_left_empty(app):
    asker = asked(app, "parent", PARENT)
    assert asker.put("love").location.endswith("/ask/parent/enjoys")
    assert asker.put("keep-private").location.endswith("/ask/parent/check")


def test_a_question_uses_the_childs_name_once_we_know_it(app):
    asker = asked(app, "parent", PARENT)
    assert asker.open("love").h1.startswith("What do people love about Amira?")
    asker.put("child-preferred-name", child_preferred_name="Mimi")
    assert asker.open("love").h1.startswith("What do people love about Mimi?")


@pytest.mark.parametrize(
    ("dob", "sentence"),
    [
        (("30", "2", "2016"), "The day must be between 1 and 29, because February 2016 has 29 days"),
        (("3", "13", "2016"), "The month must be between 1 and 12"),
        (("3", "11", "2026"), "The date of birth must be in the past."),
        (
            ("1", "11", "2001"),
            "An assessment can be asked for up to the age of 25. Check the year in the date of birth.",
        ),
        (("", "3", "2016"), "Your answer must have a day"),
        (("٣", "x", "2016"), "The month must be between 1 and 12"),
    ],
)
def test_a_birth_date_that_cannot_be_says_why_and_is_kept(app, dob, sentence):
    boxes = dict(zip(("child_dob-day", "child_dob-month", "child_dob-year"), dob, strict=True))
    asker = asked(app, "parent", PARENT)
    page = asker.refused("child-dob", **boxes)
    assert page.beside == [sentence]
    for each in (page, asker.open("child-dob")):
        assert {name: each.form.values[name] for name in boxes} == {name: [said] for name, said in boxes.items()}
    assert asker.open("check").link("When was")


@pytest.mark.parametrize(
    ("slug", "answers", "sentence"),
    [
        ("nhs-number", {"nhs_number": "999 000 0019"}, "This is not a real NHS number"),
        ("nhs-number", {"nhs_number": "1234"}, "An NHS number has 10 numbers. This has 4."),
        ("child-first-name", {"child_first_name": "A\x00mira"}, "has a character in it that cannot be printed"),
        ("child-first-name", {"child_first_name": "A" * 201}, "must be 200 characters or fewer"),
        ("love", {"love": "x" * 20_001}, "must be 20,000 characters or fewer"),
        ("your-contact", {"your_contact-email": "sara@", "your_contact-phone": ""}, "Enter an email address"),
        ("your-contact", {"your_contact-phone": "call me", "your_contact-email": ""}, "Enter a phone number"),
        ("child-address", {"child_address-postcode": "ABC"}, "Enter a full UK postcode"),
        ("your-relationship", {"your_relationship": "neighbour<script>"}, "Choose from the answers on this page"),
    ],
)
def test_what_cannot_be_is_said_beside_its_box(app, slug, answers, sentence):
    page = asked(app, "parent", PARENT).refused(slug, **answers)
    assert sentence in page.beside[0]
    assert page.title.startswith("Error: ")


def test_a_wrong_upn_is_said_beside_its_box_and_the_other_boxes_keep_theirs(app):
    asker = asked(app, "setting", SETTING)
    page = asker.refused("child", child_upn="A801200001001")
    assert page.beside == ["This is not a real UPN: one of its letters or numbers is wrong. Check it with the school."]
    assert page.form.values["child-first_name"] == ["Kit"]


@pytest.mark.parametrize("name", ["😀 Zoë", "أميرة", "O’Brien–Łukasiewicz", "<b>Amira</b>", "李小龙"])
def test_any_name_people_have_is_taken_and_shown_as_they_wrote_it(app, name):
    asker = asked(app, "parent", PARENT)
    asker.put("child-first-name", child_first_name=name)
    assert asker.open("child-first-name").form.values["child_first_name"] == [name]
    assert f"needs assessment for {name} Khan." in asker.open("check").text


def test_what_is_typed_is_saved_before_anyone_presses_a_button(app):
    asker = asked(app, "parent", PARENT)
    form = asker.open("love").form
    said = asker.client.post("/ask/parent/love/keep", data=form.filled(love="Her laugh"))
    assert set(said.json) == {"saved"}
    assert asker.open("love").form.values["love"] == ["Her laugh"]


def test_half_an_answer_is_saved_as_it_was_typed_and_is_no_answer_yet(app):
    asker = asked(app, "parent", PARENT)
    form = asker.open("nhs-number").form
    asker.client.post("/ask/parent/nhs-number/keep", data=form.filled(nhs_number="999 0"))
    assert asker.open("nhs-number").form.values["nhs_number"] == ["999 0"]
    page = asker.open("check")
    assert "We could not read something you typed" in page.text
    assert "What is their NHS number?" in page.links


def test_saving_says_so_when_the_page_is_older_than_the_session(app):
    asker = asked(app, "parent", PARENT)
    form = asker.open("love").form
    said = asker.client.post("/ask/parent/love/keep", data=form.filled(love="x") | {"forgery": "old"})
    assert said.status_code == 409
    assert said.json["sentence"].startswith("Not saved yet")


def test_leaving_a_page_for_later_keeps_words_that_are_not_in_order(app):
    asker = asked(app, "parent", PARENT)
    answer = asker.put("nhs-number", press="later", nhs_number="12")
    assert answer.location.endswith("/ask/parent/later")
    assert asker.open("nhs-number").form.values["nhs_number"] == ["12"]


def test_a_change_from_the_letter_comes_back_to_it(app):
    asker = asked(app, "parent", PARENT)
    page = read(asker.client.get(asker.open("check").link("Change your name")))
    answer = asker.client.post(page.form.action, data=page.form.filled(your_name="Sara K"))
    assert answer.location.endswith("/ask/parent/check")
    assert "I am Sara K, Amira’s mother." in asker.open("check").text


def test_a_repeated_question_gives_one_more_row_and_leaves_empty_ones_out(app):
    asker = asked(app, "parent", PARENT)
    asker.put("waiting", press="more", waiting_0_for="CAMHS")
    page = asker.open("waiting", more="yes")
    sent = page.form.filled(waiting_1_for="Autism team", waiting_1_since="March")
    asker.client.post("/ask/parent/waiting", data=sent)
    assert "Autism team" in asker.open("check").text
    assert len([name for name in asker.open("waiting").form.values if name.startswith("waiting")]) == 4


def test_somebody_who_asks_for_another_page_without_a_draft_begins_at_the_beginning(app):
    page = Asker(app, "parent").open("love")
    assert page.h1 == "What you need"
    assert "We cannot find your answers on this device." in page.text


def test_a_session_that_ended_while_somebody_typed_loses_nothing(app):
    asker = asked(app, "parent", PARENT)
    sent = asker.open("love").form.filled(love="Her laugh")
    asker.client = app.test_client()  # the cookie is gone, the page is still open
    page = read(asker.client.post("/ask/parent/love", data=sent))
    assert "What you typed is still here. Send it again." in page.errors[0]
    assert page.form.values["love"] == ["Her laugh"]
    asker.client.post("/ask/parent/love", data=page.form.values)
    page = asker.open("check")
    assert "Her laugh" in page.text
    assert "for Amira Khan." in page.text


def test_two_windows_keep_each_others_answers(app):
    asker = asked(app, "parent", PARENT)
    first, second = asker.open("love").form, asker.open("enjoys").form
    asker.client.post("/ask/parent/love", data=first.filled(love="Her laugh"))
    asker.client.post("/ask/parent/enjoys", data=second.filled(enjoys="Boats"))
    page = asker.open("check")
    assert "Her laugh" in page.text
    assert "Boats" in page.text


def test_a_professional_with_news_of_an_open_case_is_told_where_it_goes(app):
    page = asked(app, "professional").refused("route", route="new information")
    assert page.beside[0].startswith("This page is for asking for a new assessment.")
