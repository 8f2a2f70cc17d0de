"""Signing in with a password and a code: who gets in, where they go, and what a stranger learns."""

from datetime import timedelta

import pytest

from casework import access
from casework.record.people import Actor
from casework.tables import rows
from portal.furniture import NAVIGATION, ROOMS
from portal.signin_onward import home_of
from tests.casework.outside.register_makers import THERAPIST
from tests.portal.signing_in import (
    PARENT,
    PASSWORD,
    ash,
    code_now,
    comes_in,
    is_in,
    leila,
    office_of,
    read,
    send,
    service,
    signs_in,
)

WRONG = "The email address or the password is not right. Check both and try again."


@pytest.fixture
def app(database_url, tmp_path, hands):
    """The service, on both databases."""
    with service(database_url, tmp_path, hands) as served:
        yield served


def test_a_parent_signs_in_with_a_password_and_begins_at_their_requests(app):
    leila(app)
    client = app.test_client()
    answer = signs_in(client)
    assert (answer.status_code, answer.location) == (303, "/my-cases")
    assert is_in(client) == "Leila Amin"


def test_somebody_who_works_here_gives_a_code_before_anything_opens(app, hands):
    ash(app)
    client = app.test_client()
    answer = signs_in(client, THERAPIST)
    assert answer.location == "/sign-in/code"
    assert is_in(client) == ""
    answer = send(client, "/sign-in/code", code=code_now(hands))
    assert answer.location == "/advice"
    assert is_in(client) == "Ash Okoro"


@pytest.mark.parametrize(
    ("email", "password", "sentence"),
    [
        (PARENT, "wrong password here", WRONG),
        ("nobody@mail.example", PASSWORD, WRONG),
        ("invited@mail.example", PASSWORD, WRONG),
        ("shut@mail.example", PASSWORD, WRONG),
        ("not an address", PASSWORD, "Enter an email address in the right shape, like name@example.com"),
        ("", PASSWORD, "Enter your email address"),
        (PARENT, "", "Enter your password"),
        (PARENT, "x" * 1001, "Password must be 1,000 characters or fewer. It has 1,001."),
        (f"{PARENT}\x00", PASSWORD, None),
        ("😀@mail.example", PASSWORD, None),
        ("x" * 300 + "@mail.example", PASSWORD, None),
    ],
)
def test_whatever_is_wrong_is_said_beside_its_box_and_the_address_is_kept(quick, email, password, sentence):
    leila(quick)
    with quick.app_context():
        people, accounts = office_of(quick).people, office_of(quick).accounts
        people.enrol(name="Ines Vited", email="invited@mail.example")
        shut = people.enrol(name="Sam Shut", email="shut@mail.example").id
        accounts.set_password(shut, PASSWORD)
        people.change(shut, by="admin-1", state="disabled")
    client = quick.test_client()
    answer = signs_in(client, email, password)
    page = read(answer)
    assert answer.status_code == 200
    assert page.title.startswith("Error: ")
    assert len(page.beside) == 1
    assert sentence in (None, page.beside[0])
    assert page.form.values["email"] == [email.replace("\x00", "")]
    assert page.form.values["password"] == [None] or page.form.values["password"] == [""]
    assert is_in(client) == ""


def test_a_stranger_learns_nothing_about_who_has_an_account(quick):
    leila(quick)
    pages = []
    for email in (PARENT, "leila.amix@mail.example"):
        client = quick.test_client()
        said = signs_in(client, email, "wrong password here").get_data(as_text=True)
        token = read(said).form.values
        for secret in (*token["token"], *token["forgery"], email):
            said = said.replace(secret, "")
        pages.append(said.split("</head>")[1].split("nonce=")[0])
    assert pages[0] == pages[1]


def test_eleven_guesses_are_one_too_many_and_the_right_password_must_wait_too(app, hands):
    leila(app)
    client = app.test_client()
    for _ in range(10):
        assert read(signs_in(client, password="wrong password here")).beside == [WRONG]
        hands.on(seconds=1)
    said = read(signs_in(client)).beside
    assert "Wait 15 minutes" in said[0]
    hands.on(minutes=15)
    assert signs_in(client).location == "/my-cases"


def test_an_address_that_nobody_has_must_wait_just_the_same(quick, hands):
    for _ in range(10):
        signs_in(quick.test_client(), "nobody@mail.example")
        hands.on(seconds=1)
    assert "Wait 15 minutes" in read(signs_in(quick.test_client(), "nobody@mail.example")).beside[0]


def test_five_wrong_codes_are_enough_even_from_five_browsers(quick, hands):
    ash(quick)
    for _ in range(5):
        client = quick.test_client()
        signs_in(client, THERAPIST)
        assert read(send(client, "/sign-in/code", code="000000")).beside[0].startswith("That code is not right")
        hands.on(seconds=1)
    client = quick.test_client()
    signs_in(client, THERAPIST)
    assert "Wait 15 minutes" in read(send(client, "/sign-in/code", code=code_now(hands))).beside[0]


def test_a_code_that_was_used_does_not_let_a_second_one_in(quick, hands):
    ash(quick)
    comes_in(quick.test_client(), THERAPIST, hands)
    client = quick.test_client()
    signs_in(client, THERAPIST)
    assert read(send(client, "/sign-in/code", code=code_now(hands))).beside[0].startswith("That code is not right")
    assert is_in(client) == ""


def test_coming_and_going_often_is_no_guessing(quick, hands):
    ash(quick)
    for _ in range(12):
        client = quick.test_client()
        comes_in(client, THERAPIST, hands)
        assert is_in(client) == "Ash Okoro"
        hands.on(seconds=30)


def test_the_page_for_the_code_opens_to_nobody_whose_password_was_not_right(quick, hands):
    ash(quick)
    client = quick.test_client()
    assert client.get("/sign-in/code").location == "/sign-in?again=yes"
    signs_in(client, THERAPIST)
    hands.on(minutes=16)
    assert client.get("/sign-in/code").location == "/sign-in?again=yes"
    assert "took more than 15 minutes" in read(client.get("/sign-in?again=yes")).text


def test_signing_in_leads_to_the_page_that_was_asked_for(quick, hands):
    leila(quick)
    ash(quick)
    client = quick.test_client()
    answer = client.get("/account/password?x=1")
    assert answer.location == "/sign-in?next=/account/password?x%3D1"
    assert comes_in(client, path=answer.location).location == "/account/password?x=1"
    client = quick.test_client()
    assert comes_in(client, THERAPIST, hands, path="/sign-in?next=/account").location == "/account"


@pytest.mark.parametrize(
    "onward",
    [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/%0d%0aSet-Cookie:x",
        "/a\r\nb",
        "/sign-out",
        "/link/abc",
        "javascript:alert(1)",
        "x" * 3000,
    ],
)
def test_signing_in_leads_to_no_other_place(quick, onward):
    leila(quick)
    client = quick.test_client()
    page = read(client.get("/sign-in", query_string={"next": onward}))
    answer = client.post(page.form.action, data=page.form.filled(email=PARENT, password=PASSWORD))
    assert answer.location in ("/my-cases", "/%0d%0aSet-Cookie:x")
    assert "\n" not in answer.location


@pytest.mark.parametrize("post", [row["post"] for row in rows("posts") if row["home"] != "/"])
def test_the_home_and_the_menu_of_every_post_open_to_it(quick, post):
    someone, pages = Actor("someone", "Some One", post=post), quick.url_map.bind("")
    menu = [link for link, _ in NAVIGATION[ROOMS.get(post, "")]]
    assert home_of(post) in menu
    for page in menu:
        endpoint, _ = pages.match(page)
        assert access.may(someone, quick.view_functions[endpoint].opens, None), page


@pytest.mark.parametrize(
    ("post", "home"),
    [
        ("", "/my-cases"),
        ("adviser", "/advice"),
        ("service manager", "/desk/escalations"),
        ("head of service", "/desk/escalations"),
        ("school staff", "/school"),
        ("caseworker", "/desk"),
        ("head of send", "/desk"),
        ("panel member", "/account"),
    ],
)
def test_everyone_begins_at_the_home_of_their_post(quick, hands, post, home):
    with quick.app_context():
        accounts = office_of(quick).accounts
        one = office_of(quick).people.enrol(name="Some One", email="one@mail.example", post=post)
        accounts.set_password(one.id, PASSWORD)
        if post:
            accounts.turn_on(one.id, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    answer = comes_in(quick.test_client(), "one@mail.example", hands if post else None)
    assert answer.location == home


def test_a_parent_who_is_given_a_post_is_signed_out_of_a_session_without_a_code(quick):
    one = leila(quick)
    client = quick.test_client()
    comes_in(client)
    with quick.app_context():
        office_of(quick).people.change(one.id, by="admin-1", post="caseworker")
    assert is_in(client) == ""


def test_a_forged_sign_in_form_signs_nobody_in(quick):
    leila(quick)
    client = quick.test_client()
    client.get("/sign-in")
    answer = client.post("/sign-in", data={"email": PARENT, "password": PASSWORD, "forgery": "made up"})
    assert read(answer).errors[0].startswith("This page had been open for a long time")
    assert client.post("/sign-in", data={}, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert is_in(client) == ""


def test_no_page_changes_anything_by_being_opened(quick):
    leila(quick)
    client = quick.test_client()
    for path in ("/sign-in", "/sign-in/link", "/forgotten-password", "/sign-in/code", "/sign-out"):
        client.get(path)
    comes_in(client)
    client.get("/sign-out")
    assert is_in(client) == "Leila Amin"


def test_a_session_that_rested_too_long_says_so_and_signs_in_again(quick, hands):
    leila(quick)
    client = quick.test_client()
    comes_in(client)
    hands.on(minutes=31)
    answer = client.get("/account")
    assert answer.location == "/sign-in?next=/account"
    assert "nothing had happened for a while" in read(client.get(answer.location)).text
    assert comes_in(client, path=answer.location).location == "/account"


def test_a_session_is_over_after_twelve_hours_however_busy(quick, hands):
    ash(quick)
    client = quick.test_client()
    comes_in(client, THERAPIST, hands)
    for _ in range(12):
        hands.on(minutes=59)
        assert is_in(client) == "Ash Okoro"
    hands.moment += timedelta(minutes=13)
    assert is_in(client) == ""
