"""Asking schools and colleges about being named, and writing down what they answer."""

import pytest

from tests.casework.desk.plan_makers import LEILA, SERVED, an_app, hearing, inside, page, press, signed_in, writing


@pytest.fixture
def app(tmp_path, sqlite_url):
    """An app on a fresh database."""
    app = an_app(tmp_path, sqlite_url, SERVED)
    with inside(app) as office:
        app.office = office
        yield app


def at(ref, rest=""):
    """The address of the schools of a case."""
    return f"/desk/case/{ref}/plan/schools{rest}"


def test_a_school_is_asked_with_the_draft_and_has_fifteen_days(app):
    client, ref = signed_in(app), hearing(app.office)
    assert press(client, at(ref), setting="elm-park").status_code == 303
    said = page(client, at(ref))
    assert "Elm Park Primary School" in said and "Reply due by Tue 26 May 2026" in said
    case = app.office.diary.read(ref)
    assert case.consultations["elm-park"].plan == case.draft.plan


def test_a_school_is_not_asked_twice_while_it_has_not_answered(app):
    client, ref = signed_in(app), hearing(app.office)
    press(client, at(ref), setting="elm-park")
    assert "has already been asked" in press(client, at(ref), setting="elm-park").text


def test_before_the_draft_is_served_nobody_is_asked(app):
    client, ref = signed_in(app), writing(app.office)
    assert "once the draft has been served" in page(client, at(ref))
    assert "once the draft plan has been served" in press(client, at(ref), setting="elm-park").text
    assert not app.office.diary.read(ref).consultations


def test_a_reply_that_came_another_way_is_written_down_once(app):
    client, ref = signed_in(app), hearing(app.office)
    press(client, at(ref), setting="elm-park")
    press(client, at(ref, "/elm-park"), answer="yes if", words="With a trained assistant.")
    said = page(client, at(ref))
    assert "Yes, if something is put in place first" in said and "With a trained assistant." in said
    assert "We already have your reply" in press(client, at(ref, "/elm-park"), answer="no", words="Full").text


def test_a_no_without_reasons_is_refused_and_stays_on_the_page(app):
    client, ref = signed_in(app), hearing(app.office)
    press(client, at(ref), setting="elm-park")
    said = press(client, at(ref, "/elm-park"), answer="no").text
    assert "Give your reasons" in said and 'value="no" checked' in said


def test_a_school_that_was_not_asked_has_no_page(app):
    client, ref = signed_in(app), hearing(app.office)
    assert client.get(at(ref, "/harbour-view")).status_code == 404
    assert "Choose a school or college" in press(client, at(ref)).text


def test_the_family_does_not_find_the_page(app):
    assert signed_in(app, LEILA).get(at(hearing(app.office))).status_code == 404
