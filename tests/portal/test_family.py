"""A family's own pages: where it is in plain words, and every form with what it refuses; what was typed is kept."""

from io import BytesIO

import pytest

from tests.casework.desk.plan_makers import LEILA, SERVED, an_app, hearing, inside, on, signed_in
from tests.makers import day
from tests.reader import read


@pytest.fixture
def leila(tmp_path, sqlite_url):
    """A parent whose child's draft was served today: the app, the case and her browser."""
    app = an_app(tmp_path, sqlite_url, SERVED)
    with inside(app) as office:
        ref = hearing(office)
        yield app, ref, signed_in(app, LEILA)


def sent(client, path, **said):
    """Fill in the form of a page and press its button, then read what comes."""
    form = read(client.get(path)).form
    return read(client.post(form.action, data=form.filled(**said), follow_redirects=True))


def test_the_first_page_says_where_it_is_and_what_is_hers_to_do(leila):
    _, ref, client = leila
    page = read(client.get(f"/my-cases/{ref}"))
    assert "You have the draft plan to read" in page.text
    assert "Tell us what you think of the draft plan by Mon 25 May 2026" in page.text
    assert "new information" not in page.text


def test_the_draft_counts_its_first_day_and_its_last(leila):
    app, ref, client = leila
    assert "15 days left" in read(client.get(f"/my-cases/{ref}/draft/")).text
    on(app, day("2026-05-25"))
    assert "1 day left" in read(client.get(f"/my-cases/{ref}/draft/")).text


@pytest.mark.parametrize(
    ("page", "said", "sentence"),
    [
        ("message", {"words": " "}, "Write your message"),
        ("draft/comment", {}, "Write at least one comment"),
        ("draft/more-time", {"until_day": "1", "until_month": "5", "until_year": "2026"}, "in the future"),
        ("draft/more-time", {"until_day": "31", "until_month": "6", "until_year": "2026"}, "30 days"),
        ("draft/school", {}, "Choose a school or college"),
    ],
)
def test_a_form_that_cannot_be_taken_says_why(leila, page, said, sentence):
    _, ref, client = leila
    answer = sent(client, f"/my-cases/{ref}/{page}", **said)
    assert any(sentence in error for error in answer.errors), answer.errors


def test_a_null_byte_and_letters_that_turn_the_line_round_do_no_harm(leila):
    _, ref, client = leila
    answer = sent(client, f"/my-cases/{ref}/draft/comment", section_B="\u202eShe\x00 talks \U0001f6a2 more.")
    assert answer.errors or "Thank you" in answer.said[0]
    assert "\x00" not in answer.text


def test_comments_are_kept_as_they_are_typed_and_gone_once_sent(leila):
    _, ref, client = leila
    path = f"/my-cases/{ref}/draft/comment"
    form = read(client.get(path)).form
    kept = client.post(f"{path}/keep", data=form.filled(section_B="Half a sentence"))
    assert kept.json["saved"]
    assert read(client.get(path)).form.values["section_B"] == ["Half a sentence"]
    assert "Thank you" in sent(client, path, section_B="A whole sentence.").said[0]
    assert read(client.get(path)).form.values["section_B"] == [""]


def test_a_file_that_is_not_what_its_name_says_is_refused_and_the_words_are_kept(leila):
    _, ref, client = leila
    form = read(client.get(f"/my-cases/{ref}/add-a-document")).form
    program = (BytesIO(b"MZ\x90\x00" + b"\x00" * 200), "letter.pdf")
    held = form.filled(what="A letter") | {"file": program}
    answer = read(client.post(form.action, data=held, content_type="multipart/form-data"))
    assert "letter.pdf" in answer.errors[0]
    assert answer.form.values["what"] == ["A letter"]
