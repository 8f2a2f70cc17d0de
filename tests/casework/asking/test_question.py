"""A question keeps what was typed, takes only what came from its own page, and shows a refusal where it belongs."""

from datetime import date

import pytest
from flask import Flask
from werkzeug.datastructures import MultiDict

from casework.asking import Carried, Day, LongWords, Question, Words
from casework.asking.forgery import STALE, proof
from casework.errors import Refusal


class Name(Question):
    """A question to try things on."""

    name = Words("First name", ask="Enter your child’s first name")
    story = LongWords("Their story")
    born = Day("Date of birth")
    version = Carried()


@pytest.fixture
def app():
    """Somewhere to send a form."""
    made = Flask("questions")
    made.config["SECRET_KEY"] = "for tests alone"
    return made


def sending(app, sent, *, session=None):
    """A request that sends a form, by somebody whose session holds this."""
    sender = app.test_request_context("/ask", method="POST", data=sent)
    sender.push()
    sender.session.update({"forgery": "the-proof"} if session is None else session)
    return sender


@pytest.fixture
def sent(app):
    """sent(...) reads the question from a form that was sent; the request ends with the test."""
    open_requests = []

    def read(typed, **more):
        open_requests.append(sending(app, typed, session=more.pop("session", None)))
        return Name(open_requests[-1].request.form, **more)

    yield read
    for each in reversed(open_requests):
        each.pop()


def test_a_page_that_is_only_opened_is_not_answered(app):
    with app.test_request_context("/ask?name=Zoe"):
        question = Name(MultiDict({"name": "Zoe"}), name="Amira")
        assert not question.answered
        assert question.troubles == []
        assert question.name.typed == "Amira"


def test_a_form_from_our_own_page_is_answered(sent):
    question = sent({"name": "Amira", "forgery": "the-proof"})
    assert question.answered
    assert question.answers == {"name": "Amira", "story": "", "born": None, "version": ""}


@pytest.mark.parametrize("session", [{}, {"forgery": "another"}, {"forgery": ""}])
@pytest.mark.parametrize("shown", ["the-proof", "", "é"])
def test_a_form_that_is_stale_or_not_ours_is_shown_again_with_everything_typed(sent, session, shown):
    question = sent({"name": "Amira", "story": "A long evening", "forgery": shown}, session=session)
    assert not question.answered
    assert not question.ours
    assert question.troubles[0] == ("", STALE)
    assert question.story.typed == "A long evening"


def test_what_is_shown_again_carries_the_proof_of_now(sent):
    question = sent({"name": "Amira", "forgery": "old"}, session={"forgery": "new"})
    assert question.forgery.data == "new"


def test_a_proof_is_made_once_and_stays(app):
    with app.test_request_context("/"):
        assert proof() == proof()
        assert len(proof()) > 30


def test_a_token_stays_the_same_when_the_page_is_shown_again_so_that_a_second_press_is_known(sent):
    token = "0" * 31 + "a"
    question = sent({"name": "", "token": token, "forgery": "the-proof"})
    assert not question.answered
    assert question.token.data == token


@pytest.mark.parametrize("token", ["", "short", "x" * 5000, "0" * 31 + "\x00"])
def test_a_token_of_another_shape_is_made_anew(sent, token):
    question = sent({"name": "Amira", "token": token, "forgery": "the-proof"})
    assert len(question.token.data) == 32
    assert question.token.data != token


def test_a_refusal_stands_beside_its_question_and_keeps_the_words(sent):
    question = sent({"name": "Amira", "story": "Once", "forgery": "the-proof"})
    assert question.answered
    question.refuse(Refusal("We have this name already.", "name"))
    question.refuse(Refusal("It is too late for that."))
    assert question.troubles == [("", "It is too late for that."), ("#name", "We have this name already.")]
    assert question.story.typed == "Once"


@pytest.mark.parametrize("field", ["nowhere", "version"])
def test_a_refusal_about_something_unseen_stands_at_the_top(sent, field):
    question = sent({"name": "Amira", "forgery": "the-proof"})
    question.refuse(Refusal("Somebody was quicker.", field))
    assert question.troubles == [("", "Somebody was quicker.")]


def test_a_draft_holds_what_was_typed_and_gives_it_back(sent):
    typed = {"name": "Amira", "story": "Once\r\nupon", "born-day": "31", "born-month": "feb", "born-year": "2026"}
    draft = sent(typed).so_far
    assert draft == {"name": "Amira", "story": "Once\nupon", "born": ["31", "feb", "2026"], "version": ""}
    again = Name(None, **draft)
    assert again.story.typed == "Once\nupon"
    assert again.born.box_text("month") == "feb"


def test_a_draft_of_a_real_day_is_that_day(sent):
    draft = sent({"born-day": "2", "born-month": "3", "born-year": "2016"}).so_far
    assert draft["born"] == "2016-03-02"
    assert Name(None, **draft).born.data == date(2016, 3, 2)


def test_two_questions_on_a_page_are_told_apart(app):
    sender = sending(app, {"b-name": "Amira", "b-forgery": "the-proof"})
    first, second = (Name(sender.request.form, prefix=prefix) for prefix in ("a", "b"))
    assert (first.answered, second.answered) == (False, True)
    assert first.troubles == []
    assert first.name.id != second.name.id
    sender.pop()


def test_a_start_value_cannot_replace_the_token_or_the_proof():
    question = Name(None, token="mine", forgery="mine")
    assert "mine" not in (question.token.data, question.forgery.data)


def test_nothing_typed_in_a_hidden_box_can_grow_without_end(sent):
    assert len(sent({"version": "9" * 10_000, "name": "A", "forgery": "the-proof"}).version.data) == 200
