"""One-time links: coming in by email, an invitation, a forgotten password; the same answer for everybody."""

from datetime import timedelta
from email import message_from_bytes
from email.policy import default

import pytest

from casework.commands.deliver import deliver
from tests.casework.outside.register_makers import THERAPIST, a_therapist
from tests.portal.signing_in import (
    PARENT,
    PASSWORD,
    SECRET,
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
OVER = "This link has been used or has run out"


@pytest.fixture
def app(quick):
    """The service."""
    return quick


def asks_for(client, path, email=PARENT):
    """Ask for a link by email."""
    return send(client, path, email=email)


def invited(app, person, lasts=timedelta(days=7)) -> str:
    """The address of an invitation."""
    with app.app_context():
        return f"/invitation/{office_of(app).accounts.make_link('invitation', person.id, lasts)}"


def test_a_parent_comes_in_by_a_link_that_works_once_and_only_when_pressed(app):
    leila(app)
    client = app.test_client()
    asks_for(client, "/sign-in/link")
    [(to, letter, link)] = mail(app)
    assert (to, letter) == (PARENT, "one-time-link")
    for _ in range(3):
        assert "Leila Amin" in read(client.get(link)).text
    assert is_in(client) == ""
    assert send(client, link).location == "/my-cases"
    assert is_in(client) == "Leila Amin"
    answer = app.test_client().get(link)
    assert (answer.status_code, read(answer).h1) == (410, OVER)


def test_a_link_makes_an_invited_parent_active(app):
    with app.app_context():
        one = office_of(app).people.enrol(name="Tom Fielding", email=PARENT)
    client = app.test_client()
    asks_for(client, "/sign-in/link")
    send(client, mail(app)[0][2])
    with app.app_context():
        assert office_of(app).people.person(one.id).state == "active"


def test_a_link_runs_out_after_an_hour_and_the_page_offers_another(app, hands):
    leila(app)
    client = app.test_client()
    asks_for(client, "/sign-in/link")
    hands.on(minutes=61)
    page = read(client.get(mail(app)[0][2]))
    assert page.h1 == OVER
    assert page.link("Send me a new link") == "/sign-in/link"


def test_a_link_that_ran_out_while_its_page_was_open_says_so(app, hands):
    leila(app)
    client = app.test_client()
    asks_for(client, "/sign-in/link")
    link = mail(app)[0][2]
    form = read(client.get(link)).form
    hands.on(minutes=61)
    answer = client.post(link, data=form.values)
    assert (answer.status_code, read(answer).h1, is_in(client)) == (410, OVER, "")


def test_a_link_cannot_be_pressed_from_somebody_elses_page(app):
    leila(app)
    asks_for(app.test_client(), "/sign-in/link")
    link, client = mail(app)[0][2], app.test_client()
    assert read(client.post(link, data={"forgery": "made up"})).errors
    assert is_in(client) == ""
    assert send(client, link).location == "/my-cases"


def test_a_parent_who_asked_for_a_code_gives_it_after_a_link_too(app, hands):
    one = leila(app)
    with app.app_context():
        office_of(app).accounts.turn_on(one.id, SECRET)
    client = app.test_client()
    asks_for(client, "/sign-in/link")
    assert send(client, mail(app)[0][2]).location == "/sign-in/code"
    assert is_in(client) == ""
    assert send(client, "/sign-in/code", code=code_now(hands)).location == "/my-cases"


@pytest.mark.parametrize("path", ["/sign-in/link", "/forgotten-password"])
def test_everybody_gets_the_same_answer_and_only_those_it_is_for_get_a_link(app, path):
    one = leila(app)
    ash(app)
    with app.app_context():
        people = office_of(app).people
        people.enrol(name="No Password", email="invited@mail.example")
        shut = people.enrol(name="Sam Shut", email="shut@mail.example")
        people.change(shut.id, by="admin-1", state="disabled")
    answers = set()
    for email in (PARENT, THERAPIST, "invited@mail.example", "shut@mail.example", "nobody@mail.example"):
        answer = asks_for(app.test_client(), path, email)
        answers.add((answer.status_code, read(answer).text))
    assert len(answers) == 1
    told = {to for to, _, _ in mail(app)}
    assert told == {one.email, "invited@mail.example"} | ({THERAPIST} if path == "/forgotten-password" else set())


def test_a_mailbox_is_not_flooded_and_the_answer_stays_the_same(app, hands):
    leila(app)
    answers = {read(asks_for(app.test_client(), "/sign-in/link")).text for _ in range(8)}
    assert len(answers) == 1
    assert len(mail(app)) == 4
    hands.on(minutes=16)
    asks_for(app.test_client(), "/sign-in/link")
    assert len(mail(app)) == 5


def test_no_link_is_sent_to_a_wrong_kind_of_address(app):
    assert read(asks_for(app.test_client(), "/sign-in/link", "not an address")).beside
    assert read(asks_for(app.test_client(), "/sign-in/link", "")).beside == ["Enter your email address"]
    assert mail(app) == []


def test_a_link_is_made_from_the_settings_and_not_from_what_a_browser_says_we_are_called(app):
    leila(app)
    client = app.test_client()
    form = read(client.get("/forgotten-password", headers={"Host": "evil.example"})).form
    client.post("/forgotten-password", data=form.filled(email=PARENT), headers={"Host": "evil.example"})
    with app.app_context():
        facts = [row.facts for row in office_of(app).post.unsent()]
    assert "evil.example" not in str(facts)


def test_a_forgotten_password_is_chosen_again_and_everywhere_else_is_signed_out(app):
    leila(app)
    client, elsewhere = app.test_client(), app.test_client()
    comes_in(elsewhere)
    asks_for(client, "/forgotten-password")
    link = mail(app)[0][2]
    assert send(client, link, password=NEW).location == "/my-cases"
    assert is_in(client) == "Leila Amin"
    assert is_in(elsewhere) == ""
    assert read(signs_in(app.test_client(), password=PASSWORD)).beside
    assert signs_in(app.test_client(), password=NEW).location == "/my-cases"
    assert read(app.test_client().get(link)).h1 == OVER
    assert mail(app)[-1][:2] == (PARENT, "password-changed")


def test_a_password_that_will_not_do_does_not_use_the_link_up(app):
    leila(app)
    client = app.test_client()
    asks_for(client, "/forgotten-password")
    link = mail(app)[0][2]
    for poor in ("", "short", "password1234", "leila amin 2026"):
        assert len(read(send(client, link, password=poor)).beside) == 1
    assert send(client, link, password=NEW).location == "/my-cases"


def test_a_new_password_is_not_a_way_round_the_code(app, hands):
    ash(app)
    client = app.test_client()
    asks_for(client, "/forgotten-password", THERAPIST)
    assert send(client, mail(app)[0][2], password=NEW).location == "/sign-in/code"
    assert is_in(client) == ""
    assert client.get("/account/first-factor").location == "/sign-in?again=yes"
    assert send(client, "/sign-in/code", code=code_now(hands)).location == "/advice"


def test_a_guesser_cannot_keep_somebody_out_who_reads_their_mail(app):
    leila(app)
    for _ in range(12):
        signs_in(app.test_client(), password="wrong password here")
    client = app.test_client()
    asks_for(client, "/sign-in/link")
    assert send(client, mail(app)[0][2]).location == "/my-cases"


def test_the_first_of_two_links_no_longer_works(app):
    leila(app)
    client = app.test_client()
    for _ in range(2):
        asks_for(client, "/forgotten-password")
    first, second = (link for _, _, link in mail(app))
    assert read(client.get(first)).h1 == OVER
    assert send(client, second, password=NEW).location == "/my-cases"


@pytest.mark.parametrize("other", ["/link/", "/invitation/"])
def test_a_link_to_choose_a_password_opens_no_other_page(app, other):
    leila(app)
    asks_for(app.test_client(), "/forgotten-password")
    token = mail(app)[0][2].rsplit("/", 1)[1]
    assert app.test_client().get(other + token).status_code == 410


def test_no_link_opens_for_an_account_that_was_shut_or_whose_address_changed(app):
    one = leila(app)
    moved, shut = {"email": "new@mail.example"}, {"state": "disabled"}
    for path, email, changes in (("/sign-in/link", PARENT, moved), ("/forgotten-password", moved["email"], shut)):
        asks_for(app.test_client(), path, email)
        link = mail(app)[-1][2]
        with app.app_context():
            office_of(app).people.change(one.id, by="admin-1", **changes)
        assert app.test_client().get(link).status_code == 410


def test_a_parent_who_is_invited_chooses_a_password_and_is_in(app):
    with app.app_context():
        one = office_of(app).people.enrol(name="Tom Fielding", email="tom@mail.example")
    client = app.test_client()
    link = invited(app, one)
    assert "tom@mail.example" in read(client.get(link)).text
    assert send(client, link, password=NEW).location == "/my-cases"
    assert is_in(client) == "Tom Fielding"
    assert mail(app) == []


def test_somebody_invited_to_work_here_sets_up_a_code_before_anything_opens(app, hands):
    with app.app_context():
        one = a_therapist(office_of(app).people)
    client = app.test_client()
    assert send(client, invited(app, one), password=NEW).location == "/account/first-factor"
    assert is_in(client) == ""
    page = read(client.get("/account/first-factor"))
    assert page.top.of("gt-picture")[0].all("svg")
    key = page.main.of("gt-key")[0].text.replace(" ", "")
    assert read(send(client, "/account/first-factor", code="000000")).beside[0].startswith("That code is not right")
    shown = read(send(client, "/account/first-factor", code=code_now(hands, key)))
    assert shown.h1 == "Keep your spare codes"
    assert len(shown.main.of("gt-key")) == 8
    assert shown.link("I have kept them") == "/advice"
    assert is_in(client) == "Ash Okoro"


def test_an_invitation_runs_out(app, hands):
    with app.app_context():
        one = a_therapist(office_of(app).people)
    link = invited(app, one)
    hands.on(days=7)
    assert read(app.test_client().get(link)).h1 == OVER


def test_each_email_leaves_with_its_link_and_says_nothing_of_who_it_is_to(app):
    one = leila(app)
    for path in ("/sign-in/link", "/forgotten-password"):
        asks_for(app.test_client(), path)
    send(app.test_client(), mail(app)[1][2], password=NEW)
    with app.app_context():
        office = office_of(app)
        token = office.accounts.make_link("invitation", one.id, timedelta(days=7))
        facts = {"link": f"{office.site_url}/invitation/{token}", "until": "2026-12-01"}
        office.post.owe_email(PARENT, "set-up-your-account", facts, on=office.today())
        owed = mail(app)
        assert deliver(office) == len(owed) == 4
    letters = ["one-time-link", "new-password", "password-changed", "set-up-your-account"]
    assert [letter for _, letter, _ in owed] == letters
    for (to, _, link), file in zip(owed, sorted(outbox(app).glob("*.eml"))[-4:], strict=True):
        sent = message_from_bytes(file.read_bytes(), policy=default)
        assert sent["To"] == to == PARENT
        assert link in sent.get_content()
        assert "Leila" not in f"{sent['Subject']} {sent.get_content()}"


def outbox(app):
    """The folder that mail is kept in."""
    return app.config["GOLDEN_THREAD"].instance / "outbox"
