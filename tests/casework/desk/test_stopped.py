"""A caseworker reads the sentence with another child in it, and sends it with a reason or withdraws it."""

import pytest

from tests.casework.desk.plan_makers import JO, LEILA, SERVED, an_app, hearing, inside, press, signed_in
from tests.stores import migrate

STOPPED = "Stopped before it left"
PROVED = {"not-forgery": "proof"}


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    """An app in which the draft plan of a case is stopped, and the case."""
    folder = tmp_path_factory.mktemp("stopped")
    url = f"sqlite:///{folder / 'golden-thread.sqlite3'}"
    migrate(url)
    app = an_app(folder, url, SERVED)
    with inside(app) as office:
        ref = hearing(office)
        plan = office.diary.read(ref).draft.plan
        found = [{"ref": "EHC-2026-0099", "kind": "name"}]
        office.post.stops.stop(ref, found, on=SERVED, paper=plan, as_="draft")
        yield app, ref


def test_the_caseworker_sees_the_list_opens_one_and_withdraws_it(town):
    app, ref = town
    client = signed_in(app, JO)
    listed = client.get("/desk/stopped").text
    assert STOPPED in listed and f"/desk/case/{ref}/stopped/1" in listed
    page = client.get(f"/desk/case/{ref}/stopped/1").text
    assert "Stopped: the draft plan" in page and "goes to" in page
    again = press(client, f"/desk/case/{ref}/stopped/1", **{**PROVED, "not-why_not": "A slip.", "not-instead": ""})
    assert "Say what is sent or done instead" in again.text and "A slip." in again.text
    whole = {**PROVED, "not-why_not": "A slip.", "not-instead": "Served."}
    done = press(client, f"/desk/case/{ref}/stopped/1", **whole)
    assert done.status_code == 303
    assert client.get(f"/desk/case/{ref}/stopped/1").status_code == 404
    assert "Nothing of yours is stopped." in client.get("/desk/stopped").text
    assert "Not sent, because another child is named in it" in client.get(f"/desk/case/{ref}").text


def test_a_family_cannot_open_what_was_stopped(town):
    app, ref = town
    for path in ("/desk/stopped", f"/desk/case/{ref}/stopped/1"):
        assert signed_in(app, LEILA).get(path).status_code == 404
