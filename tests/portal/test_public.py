"""The open pages: anyone may read them, and every length of time on them is the timetable's."""

import pytest

from casework.law.stages import stages_for_families
from portal import create_app
from portal.settings import read_settings
from tests.reader import read

OPEN = ["/", "/how-long", "/help", "/privacy", "/accessibility-statement", "/cookies"]


@pytest.fixture
def client(sqlite_url, tmp_path):
    """A stranger, at the real service."""
    return create_app(read_settings({"INSTANCE_PATH": str(tmp_path), "DATABASE_URL": sqlite_url})).test_client()


@pytest.mark.parametrize("path", OPEN)
def test_a_stranger_may_read_every_open_page(client, path):
    assert read(client.get(path)).h1


def test_the_first_page_leads_to_asking_and_to_signing_in(client):
    page = read(client.get("/"))
    assert page.link("Ask for an assessment") == "/ask"
    assert page.link("Sign in") == "/sign-in"


def test_every_step_is_printed_as_the_timetable_says_it(client):
    page = read(client.get("/how-long"))
    for stage in stages_for_families():
        assert f"{stage.duty} {stage.how_long} {stage.clause}" in page.text


def test_the_first_page_prints_the_steps_up_to_the_plan(client):
    page = read(client.get("/"))
    for stage in stages_for_families()[:6]:
        assert f"{stage.duty} {stage.how_long}" in page.text


def test_the_areas_own_people_are_named(client):
    text = read(client.get("/help")).text
    assert "Saltmarsh SENDIASS" in text
    assert "Estuary Mediation Service" in text


def test_a_page_that_is_not_there_says_so_in_plain_words(client):
    answer = client.get("/no-such-page")
    assert answer.status_code == 404
    assert read(answer).h1 == "We cannot find that page"


def test_a_static_files_address_changes_with_its_bytes_and_may_be_kept(client):
    [style] = [link["href"] for link in read(client.get("/")).top.all("link") if "gt.css" in link["href"]]
    assert "?v=" in style
    with client.get(style) as answer:
        assert "max-age=2592000" in answer.headers["Cache-Control"]


def test_open_pages_change_nothing_and_set_no_cookie(client):
    for path in OPEN:
        assert "Set-Cookie" not in client.get(path).headers
