"""Stopping and coming back, telling a person instead, and what somebody who has signed in is not asked again."""

import json

import pytest

from tests.portal.asking import PARENT, SETTING, YOUNG_PERSON, Asker, an_app, asked, inside, office_of, post_owed
from tests.reader import read


@pytest.fixture
def app(sqlite_url, tmp_path):
    """The whole service on 2 November 2026."""
    with inside(an_app(tmp_path, sqlite_url)) as app:
        yield app


def link_for(asker, email: str) -> str:
    """Ask for a link and answer with its address, as the email carries it."""
    form = asker.open("later").form
    page = read(asker.client.post(form.action, data=form.filled(email=email)))
    assert page.h1 == "We are sending you a link"
    row = next(row for row in reversed(post_owed(asker.app)) if row.letter == "carry-on-asking")
    assert row.email == email
    return json.loads(row.facts)["link"].removeprefix("http://localhost")


def test_a_link_brings_everything_back_on_another_device_once(app):
    link = link_for(asked(app, "parent", PARENT), "sara@home.example")
    phone = Asker(app, "parent")
    page = read(phone.client.get(link))
    assert page.h1 == "Welcome back"
    page = read(phone.client.post(link, data=page.form.values, follow_redirects=True))
    assert page.h1 == "You can send this now"
    assert "Amira" in phone.open("check").text
    assert read(app.test_client().get(link)).h1 == "This link has been used, or is too old"


def test_a_mail_program_that_opens_the_link_does_not_use_it_up(app):
    link = link_for(asked(app, "parent", PARENT), "sara@home.example")
    for _ in range(3):
        assert read(app.test_client().get(link)).h1 == "Welcome back"


def test_a_link_nobody_made_brings_nothing_back(app):
    assert read(app.test_client().get("/ask/back/nonsense")).h1 == "This link has been used, or is too old"


def test_the_email_is_the_one_they_gave_us_already(app):
    assert asked(app, "parent", PARENT).open("later").form.values["email"] == ["sara@home.example"]


def test_a_link_needs_an_address_it_can_go_to(app):
    asker = asked(app, "parent", PARENT)
    form = asker.open("later").form
    page = read(asker.client.post(form.action, data=form.filled(email="sara")))
    assert page.beside == ["Enter an email address in the right shape, like name@example.com"]


def test_answers_can_be_taken_off_a_shared_computer(app):
    asker = asked(app, "parent", PARENT)
    form = asker.open("later").form
    form = read(asker.client.post(form.action, data=form.filled(email="sara@home.example"))).form
    page = read(asker.client.post(form.action, data=form.values, follow_redirects=True))
    assert page.said == ["Your answers are no longer on this device. The link in your email brings them back."]
    assert asker.open("check").h1 == "What you need"


def test_somebody_who_comes_back_in_the_same_browser_goes_on_where_they_were(app):
    asker = asked(app, "parent", {slug: PARENT[slug] for slug in ("intent", "child-first-name")})
    page = read(asker.client.get("/ask"))
    assert read(asker.client.get(page.link("Carry on"), follow_redirects=True)).h1 == "What is Amira’s last name?"
    form = asker.open("start").form
    page = read(asker.client.post(form.action, data=form.values | {"then": "go on"}, follow_redirects=True))
    assert page.h1 == "What is Amira’s last name?"


def test_every_question_says_whom_to_call_instead(app):
    asker = asked(app, "parent", PARENT)
    for slug in ("intent", "love", "documents", "share-choices"):
        page = asker.open(slug)
        assert "I would rather tell someone" in page.text
        assert page.links["01632 960100"] == "tel:01632960100"


def test_a_call_that_is_asked_for_is_kept_for_the_team_with_the_day_to_make_it_by(app):
    asker = asked(app, "parent", PARENT)
    form = asker.open("tell-someone", back="love").form
    sent = form.filled(name="Sara Khan", phone="07700 900111", when="Morning")
    page = read(asker.client.post(form.action, data=sent, follow_redirects=True))
    assert page.h1 == "We will call you by Wed 4 November 2026"
    [call] = office_of(app).drafts.read_all("calls", "waiting").values()
    assert (call.content["name"], call.content["by"], call.content["door"]) == ("Sara Khan", "2026-11-04", "parent")
    row = next(row for row in post_owed(app) if row.letter == "call-asked-for")
    assert "Sara" not in row.facts


def test_a_call_needs_a_name_and_a_number(app):
    asker = Asker(app, "parent")
    form = asker.open("tell-someone").form
    page = read(asker.client.post(form.action, data=form.values))
    assert page.beside == ["Enter your name", "Enter a phone number"]


def signed_in(app, asker, **person):
    """Enrol somebody and sign them in, in this asker’s browser."""
    office = office_of(app)
    who = office.people.enrol(**person)
    office.accounts.set_password(who.id, "three quiet words")
    form = read(asker.client.get("/sign-in")).form_to("/sign-in")
    asker.client.post(form.action, data=form.filled(email=who.email, password="three quiet words"))
    return who


def test_somebody_signed_in_is_not_asked_who_they_are_and_the_case_joins_their_account(app):
    asker = Asker(app, "parent")
    who = signed_in(app, asker, name="Sara Khan", email="sara@home.example", phone="07700 900111")
    asker.start()
    assert asker.open("your-name").form.values["your_name"] == ["Sara Khan"]
    told = ("intent", "child-first-name", "child-last-name", "child-dob", "child-address", "your-relationship")
    page = asker.answer_all({slug: PARENT[slug] for slug in told}).send()
    assert page.link("See where it is") == f"/my-cases/{asker.case().ref}"
    assert [(party.person, party.capacity) for party in asker.case().parties] == [(who.id, "parent")]


def test_how_we_work_with_them_is_not_asked_for_a_second_child(app):
    asker = Asker(app, "parent")
    signed_in(app, asker, name="Sara Khan", email="sara@home.example")
    asker.start()
    asker.answer_all(
        PARENT | {"language": {"language": "Somali"}, "adjustments": {"adjustments": "Not before ten."}}
    ).send()
    asker.start()
    assert asker.open("language").form.values["language"] == ["Somali"]
    assert asker.open("adjustments").form.values["adjustments"] == ["Not before ten."]
    assert "child_first_name" in asker.open("child-first-name").form.values


def test_an_email_address_that_somebody_has_already_leads_to_their_account(app):
    office = office_of(app)
    known = office.people.enrol(name="Sara Khan", email="sara@home.example")
    asker = asked(app, "parent", PARENT)
    asker.send()
    assert asker.case().parties[0].person == known.id


@pytest.mark.parametrize(("door", "answers"), [("setting", SETTING), ("young-person", YOUNG_PERSON)])
def test_a_draft_of_one_door_is_no_draft_of_another(app, door, answers):
    asker = asked(app, door, answers)
    asker.door = "parent"
    assert asker.open("check").h1 == "What you need"
