"""A school answers a consultation: the draft as it was when it was asked, its answer, and its reasons."""

import pytest

from casework.actions import carry_out
from casework.actions.schools import consult_a_setting
from casework.record.people import Actor
from tests.casework.desk.plan_makers import JO, SERVED, an_app, hearing, inside, signed_in
from tests.reader import read

ANNA = Actor("demo-anna", "Anna Birch", post="school staff", setting="elm-park", service="elm-park", second_factor=True)
MAE = Actor("demo-mae", "Mae Lark", post="school staff", setting="harbour-view", second_factor=True)


@pytest.fixture
def asked(tmp_path, sqlite_url):
    """The service on the day that Elm Park is asked about being named, and the case."""
    app = an_app(tmp_path, sqlite_url, SERVED)
    with inside(app) as office:
        for one in (ANNA, MAE):
            more = {"post": one.post, "setting": one.setting, "state": "active"}
            office.people.enrol(id=one.id, name=one.name, email=f"{one.id}@demo.example", by="import", **more)
        ref = hearing(office)
        carry_out(office, JO, consult_a_setting, ref, setting="elm-park")
        yield app, ref


def answers(app, ref, actor=ANNA, **said):
    """Send the reply of a school, and read what comes."""
    client = signed_in(app, actor)
    form = read(client.get(f"/school/{ref}")).form
    return read(client.post(form.action, data=form.filled(**said), follow_redirects=True))


def test_a_consultation_shows_the_draft_and_the_day_to_reply_by(asked):
    app, ref = asked
    page = read(signed_in(app, ANNA).get(f"/school/{ref}"))
    assert "two or three words at a time" in page.text
    listed = read(signed_in(app, ANNA).get("/school"))
    assert ref in listed.text and "Tue 26 May 2026" in listed.text


def test_a_school_that_says_yes_needs_no_reasons(asked):
    app, ref = asked
    assert "Your reply has been sent" in answers(app, ref, answer="yes").said[0]


@pytest.mark.parametrize("answer", ["no", "yes if"])
def test_any_other_answer_needs_its_reasons_and_keeps_what_was_chosen(asked, answer):
    app, ref = asked
    page = answers(app, ref, answer=answer, words=" ")
    assert page.beside == ["Give your reasons. The law allows only some."]
    assert page.form.values["answer"] == [answer]


def test_a_reply_is_given_once(asked):
    app, ref = asked
    client = signed_in(app, ANNA)
    form = read(client.get(f"/school/{ref}")).form
    sent = form.filled(answer="yes")
    assert client.post(form.action, data=sent).status_code == 303
    again = read(client.post(form.action, data=sent | {"token": "another press"}))
    assert any("We already have your reply" in error for error in again.errors)


def test_a_school_that_was_not_asked_finds_nothing(asked):
    app, ref = asked
    assert signed_in(app, MAE).get(f"/school/{ref}").status_code == 404
    assert ref not in read(signed_in(app, MAE).get("/school")).text
