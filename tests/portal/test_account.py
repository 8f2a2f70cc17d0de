"""A person's own account: where they are signed in, their password, their codes."""

import pytest

from tests.casework.outside.register_makers import THERAPIST
from tests.portal.signing_in import (
    PARENT,
    PASSWORD,
    ash,
    code_now,
    comes_in,
    is_in,
    leila,
    mail,
    office_of,
    read,
    send,
    signs_in,
)

NEW = "seven kites over the quay"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile/15E148 Safari/604.1"


@pytest.fixture
def app(quick):
    """The service."""
    return quick


@pytest.fixture
def client(app):
    """A browser in which a parent is signed in."""
    leila(app)
    browser = app.test_client()
    comes_in(browser)
    return browser


def sets_up(client, hands, **answers):
    """Start to set up a code, and enter the first one."""
    send(client, "/account", "/second-factor/start")
    key = read(client.get("/account/second-factor")).main.of("gt-key")[0].text.replace(" ", "")
    return key, send(client, "/account/second-factor", code=code_now(hands, key), **answers)


def test_a_stranger_has_no_account_page(app):
    for path in ("/account", "/account/password", "/account/second-factor", "/account/spare-codes"):
        assert app.test_client().get(path).location == f"/sign-in?next={path}"


def test_a_person_sees_where_they_are_signed_in_and_signs_one_out(app, client, hands):
    phone = app.test_client()
    phone.environ_base["HTTP_USER_AGENT"] = PHONE
    hands.on(minutes=5)
    comes_in(phone)
    page = read(client.get("/account"))
    assert "Safari on an iPhone" in page.text
    assert page.text.count("This device") == 1
    ending = next(form.action for form in page.forms if "/account/end/" in form.action)
    assert send(client, "/account", ending).status_code == 303
    assert read(client.get("/account")).said == ["That device is signed out."]
    assert is_in(phone) == ""
    assert is_in(client) == "Leila Amin"


def test_everywhere_else_is_signed_out_with_one_press(app, client):
    others = [app.test_client() for _ in range(3)]
    for other in others:
        comes_in(other)
    send(client, "/account", "/account/end-others")
    assert [is_in(other) for other in others] == [""] * 3
    assert is_in(client) == "Leila Amin"


def test_nobody_ends_a_session_of_somebody_else(app, client, hands):
    ash(app)
    his = app.test_client()
    comes_in(his, THERAPIST, hands)
    with app.app_context():
        office = office_of(app)
        [session] = office.accounts.sessions.of(office.people.by_email(THERAPIST))
    proof = read(client.get("/account/password")).form.values["forgery"]
    client.post(f"/account/end/{session.key}", data={"forgery": proof})
    assert is_in(his) == "Ash Okoro"


def test_a_password_is_changed_by_whoever_knows_the_one_before(app, client):
    elsewhere = app.test_client()
    comes_in(elsewhere)
    before = client.get_cookie("thread").value
    assert read(send(client, "/account/password", now="not my password", password=NEW)).beside == [
        "That is not the password you have now."
    ]
    answer = send(client, "/account/password", now=PASSWORD, password=NEW)
    assert answer.location == "/account"
    assert is_in(client) == "Leila Amin"
    assert is_in(elsewhere) == ""
    client.set_cookie("thread", before)
    assert is_in(client) == ""
    assert signs_in(app.test_client(), password=NEW).location == "/my-cases"
    assert mail(app)[-1][:2] == (PARENT, "password-changed")


@pytest.mark.parametrize("poor", ["", "short", "password1234", "leila amin 2026", "x" * 201])
def test_a_new_password_that_will_not_do_is_refused_beside_its_box(client, poor):
    page = read(send(client, "/account/password", now=PASSWORD, password=poor))
    assert len(page.beside) == 1
    assert page.errors == page.beside


def test_somebody_at_an_open_computer_cannot_guess_the_password_for_ever(client):
    said = [read(send(client, "/account/password", now="not my password", password=NEW)).beside[0] for _ in range(11)]
    assert said[9] == "That is not the password you have now."
    assert said[10].startswith("There have been too many tries")


def test_a_parent_who_came_in_by_a_link_may_choose_a_first_password(app):
    with app.app_context():
        office_of(app).people.enrol(name="Tom Fielding", email="tom@mail.example")
    client = app.test_client()
    send(client, "/sign-in/link", email="tom@mail.example")
    send(client, mail(app)[0][2])
    assert "You come in by a link" in read(client.get("/account")).text
    assert send(client, "/account/password", password=NEW).location == "/account"
    assert signs_in(app.test_client(), "tom@mail.example", NEW).location == "/my-cases"


def test_a_parent_may_ask_to_be_asked_for_a_code(app, client, hands):
    key, answer = sets_up(client, hands, now=PASSWORD)
    assert read(answer).h1 == "Keep your spare codes"
    assert "8 spare codes left" in read(client.get("/account")).text
    hands.on(seconds=30)
    other = app.test_client()
    assert signs_in(other).location == "/sign-in/code"
    assert send(other, "/sign-in/code", code=code_now(hands, key)).location == "/my-cases"


def test_a_code_is_not_set_up_without_the_password(client, hands):
    _, answer = sets_up(client, hands, now="not my password")
    assert read(answer).beside == ["That is not the password you have now."]
    assert "Set up a security code" in read(client.get("/account")).text


def test_the_page_that_shows_a_new_secret_is_not_opened_by_its_address(client):
    assert client.get("/account/second-factor").location == "/account"


def test_a_spare_code_lets_somebody_in_who_lost_their_phone(app, client, hands):
    _, answer = sets_up(client, hands, now=PASSWORD)
    spare = read(answer).main.of("gt-key")[0].text
    for location in ("/my-cases", None):
        other = app.test_client()
        signs_in(other)
        assert send(other, "/sign-in/code", code=spare).location == location


def test_new_spare_codes_are_shown_for_a_code_from_the_phone(client, hands):
    key, answer = sets_up(client, hands, now=PASSWORD)
    old = {code.text for code in read(answer).main.of("gt-key")}
    hands.on(seconds=30)
    shown = read(send(client, "/account/spare-codes", code=code_now(hands, key)))
    assert shown.h1 == "Keep your spare codes"
    assert old.isdisjoint(code.text for code in shown.main.of("gt-key"))


def test_a_parent_may_stop_being_asked_for_a_code(app, client, hands):
    key, _ = sets_up(client, hands, now=PASSWORD)
    hands.on(seconds=30)
    assert send(client, "/account/second-factor/off", code="000000").status_code == 200
    assert send(client, "/account/second-factor/off", code=code_now(hands, key)).location == "/account"
    assert signs_in(app.test_client()).location == "/my-cases"


def test_somebody_who_works_here_cannot_stop_being_asked(app, hands):
    ash(app)
    client = app.test_client()
    comes_in(client, THERAPIST, hands)
    assert client.get("/account/second-factor/off").status_code == 404
    assert "Stop asking" not in read(client.get("/account")).text


def test_moving_to_another_phone_ends_the_codes_of_the_old_one(app, hands):
    ash(app)
    client = app.test_client()
    comes_in(client, THERAPIST, hands)
    key, answer = sets_up(client, hands, now=PASSWORD)
    assert read(answer).h1 == "Keep your spare codes"
    assert is_in(client) == "Ash Okoro"
    hands.on(seconds=30)
    other = app.test_client()
    signs_in(other, THERAPIST)
    assert read(send(other, "/sign-in/code", code=code_now(hands))).beside
    assert send(other, "/sign-in/code", code=code_now(hands, key)).location == "/advice"


def test_a_password_alone_does_not_set_a_new_code_over_one_that_is_there(app):
    ash(app)
    client = app.test_client()
    signs_in(client, THERAPIST)
    assert client.get("/account/first-factor").location == "/sign-in?again=yes"
    assert client.post("/account/first-factor", data={"code": "000000"}).location == "/sign-in?again=yes"
