"""Sessions in a browser: signing out, being signed out while typing, and cookies that open nothing any more."""

import pytest

from casework.outside.database import db
from casework.outside.schema.people import kept_forms
from tests.casework.outside.register_makers import PASSWORD, THERAPIST
from tests.portal.signing_in import ash, comes_in, is_in, leila, office_of, read, send, signs_in

TYPED = {"words": "Amira loves boats.\n\nShe finds talking hard. 😀 שלום", "version": "3", "token": "a" * 32}


@pytest.fixture
def app(quick):
    """The service."""
    return quick


def cookie(client) -> str:
    """The session cookie of a browser."""
    return client.get_cookie("thread").value


def signs_out(client):
    """Press “Sign out”."""
    return send(client, "/sign-out", "/sign-out")


def test_signing_out_ends_the_session_on_the_server_and_a_kept_cookie_opens_nothing(app):
    leila(app)
    client = app.test_client()
    comes_in(client)
    stolen = cookie(client)
    answer = signs_out(client)
    assert answer.location == "/sign-in"
    assert answer.headers["Clear-Site-Data"] == '"storage"'
    assert read(client.get("/sign-in")).said == ["You are signed out."]
    client.set_cookie("thread", stolen)
    assert is_in(client) == ""


def test_signing_out_works_from_a_page_that_is_out_of_date(app):
    leila(app)
    client = app.test_client()
    comes_in(client)
    page = read(client.post("/sign-out", data={"forgery": "from an old page"}))
    assert page.h1 == "Sign out"
    assert client.post(page.form.action, data=page.form.values).location == "/sign-in"
    assert is_in(client) == ""


def test_a_cookie_from_before_signing_in_opens_nothing_afterwards(app):
    leila(app)
    client, thief = app.test_client(), app.test_client()
    client.get("/sign-in")
    thief.set_cookie("thread", cookie(client))
    comes_in(client)
    assert is_in(client) == "Leila Amin"
    assert is_in(thief) == ""


def test_signing_in_again_ends_the_session_before(app):
    leila(app)
    client = app.test_client()
    comes_in(client)
    before = cookie(client)
    comes_in(client)
    client.set_cookie("thread", before)
    assert is_in(client) == ""


def test_a_form_of_a_page_from_before_signing_in_is_not_taken_afterwards(app):
    leila(app)
    client = app.test_client()
    old = read(client.get("/sign-in/link")).form.filled(email="leila.amin@mail.example")
    comes_in(client)
    assert read(client.post("/sign-in/link", data=old)).errors[0].startswith("This page had been open for a long time")


def test_the_half_of_a_sign_in_opens_nothing_and_its_cookie_is_used_up(app, hands):
    ash(app)
    client = app.test_client()
    signs_in(client, THERAPIST)
    half = cookie(client)
    for path in ("/account", "/advice", "/account/second-factor"):
        assert client.get(path).status_code == 303
    comes_in(client, THERAPIST, hands)
    client.set_cookie("thread", half)
    assert client.get("/sign-in/code").location == "/sign-in?again=yes"


def test_an_account_that_is_shut_is_out_at_the_next_page(app):
    one = leila(app)
    client = app.test_client()
    comes_in(client)
    with app.app_context():
        office_of(app).people.change(one.id, by="admin-1", state="disabled")
    assert is_in(client) == ""
    with app.app_context():
        office_of(app).people.change(one.id, by="admin-1", state="active")
    assert is_in(client) == ""


def types_while_signed_out(client, hands, path="/note", **typed):
    """Sit too long over a page, then send it."""
    hands.on(minutes=31)
    return client.post(path, data=typed or TYPED)


def test_what_was_typed_in_a_session_that_ran_out_is_shown_again_and_not_sent(app, hands):
    leila(app)
    client = app.test_client()
    comes_in(client)
    answer = types_while_signed_out(client, hands)
    assert answer.location == "/sign-in?next=/note"
    assert "We have kept what you typed" in read(client.get(answer.location)).text
    answer = comes_in(client, path=answer.location)
    assert answer.location == "/sign-in/kept"
    page = read(client.get("/sign-in/kept"))
    assert page.form.action == "/note"
    assert [name.text for name in page.main.all("dt")] == ["Words"]
    held = {name: value.replace("\r\n", "\n") for name, [value] in page.form.values.items() if name != "forgery"}
    assert held == TYPED
    shown = read(client.post(page.form.action, data=page.form.values))
    assert shown.h1 == "What helps?"
    assert "What you typed is still here" in shown.errors[0]
    held = {name: value.replace("\r\n", "\n") for name, [value] in shown.form.values.items() if name != "forgery"}
    assert held == TYPED


def test_a_password_that_was_typed_is_never_kept(app, hands):
    leila(app)
    client = app.test_client()
    comes_in(client)
    answer = types_while_signed_out(client, hands, "/account/password", now=PASSWORD, password=PASSWORD)
    assert comes_in(client, path=answer.location).location == "/account/password"
    with app.app_context():
        assert db.session.execute(kept_forms.select()).all() == []


def test_what_was_kept_is_shown_to_nobody_else_who_signs_in_here(app, hands):
    leila(app)
    ash(app)
    client = app.test_client()
    comes_in(client)
    types_while_signed_out(client, hands)
    assert comes_in(client, THERAPIST, hands).location == "/advice"
    assert client.get("/sign-in/kept").location == "/advice"


def test_what_was_kept_is_offered_once_and_forgotten_on_signing_out(app, hands):
    leila(app)
    client = app.test_client()
    comes_in(client)
    types_while_signed_out(client, hands)
    assert comes_in(client).location == "/sign-in/kept"
    assert read(client.get("/sign-in/kept")).h1 == "We kept what you typed"
    signs_out(client)
    assert comes_in(client).location == "/my-cases"
    assert client.get("/sign-in/kept").location == "/my-cases"


@pytest.mark.parametrize(
    "typed", [{"token": "a" * 32, "forgery": "x"}, {"words": "   "}, {"words": "x" * 500_000}, {"version": "3"}]
)
def test_a_form_with_nothing_in_it_or_far_too_much_is_not_kept(app, hands, typed):
    leila(app)
    client = app.test_client()
    comes_in(client)
    types_while_signed_out(client, hands, **typed)
    assert comes_in(client).location == "/my-cases"


def test_a_stranger_can_make_us_keep_nothing(app, hands):
    leila(app)
    client = app.test_client()
    types_while_signed_out(client, hands)
    assert comes_in(client).location == "/my-cases"
    with app.app_context():
        assert db.session.execute(kept_forms.select()).all() == []


def test_a_page_that_can_only_be_sent_leads_back_to_the_page_it_was_on(app, hands):
    leila(app)
    client = app.test_client()
    comes_in(client)
    hands.on(minutes=31)
    sent_from = {"Referer": "http://localhost/account"}
    assert client.post("/account/end-others", headers=sent_from).location == "/sign-in?next=/account"
    sent_from = {"Referer": "http://evil.example/account"}
    assert client.post("/account/end-others", headers=sent_from).location == "/sign-in"


def test_saving_as_you_type_is_told_that_the_session_is_over_and_keeps_nothing(app, hands):
    leila(app)
    client = app.test_client()
    comes_in(client)
    hands.on(minutes=31)
    answer = client.post("/note", data=TYPED, headers={"X-Saving": "draft"})
    assert answer.status_code == 401
    assert "not saved yet" in answer.json["sentence"]
    assert comes_in(client).location == "/my-cases"


def test_a_request_being_written_stays_when_its_writer_signs_in_and_goes_when_they_sign_out(app):
    leila(app)
    client = app.test_client()
    with client.session_transaction() as kept:
        kept["ask"] = {"parent": "k" * 32}
        kept["else"] = "nothing of ours"
    comes_in(client)
    with client.session_transaction() as kept:
        assert kept["ask"] == {"parent": "k" * 32}
        assert "else" not in kept
    signs_out(client)
    with client.session_transaction() as kept:
        assert "ask" not in kept
