"""Sending a request: the case it opens, who joins it, the receipt, and what a second press does."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from casework.record.entries import RequestAcknowledged, RequestReceived
from casework.record.papers import Paper
from tests.makers import day
from tests.portal.asking import (
    PARENT,
    an_app,
    asked,
    inside,
    office_of,
    post_owed,
)
from tests.reader import read

OLDER = PARENT | {"child-dob": {"child_dob-day": "1", "child_dob-month": "3", "child_dob-year": "2009"}}


@pytest.fixture
def app(sqlite_url, tmp_path):
    """The whole service on 2 November 2026."""
    with inside(an_app(tmp_path, sqlite_url)) as app:
        yield app


def joined(app, case) -> dict:
    """Who is on a case: capacity by name, or by the school's id."""
    people = office_of(app).people
    return {(people.person(p.person).name if p.person else p.setting): p.capacity for p in case.parties}


def test_a_parent_opens_a_case_with_only_what_we_must_have(app):
    asker = asked(app, "parent", PARENT)
    page = asker.send()
    case = asker.case()
    assert page.h1 == "We have your request for Amira"
    assert case.ref in page.text
    assert (case.requested_on, case.stage, case.door) == (day("2026-11-02"), "deciding whether to assess", "parent")
    assert joined(app, case) == {"Sara Khan": "parent"}
    written = [type(each.entry) for each in office_of(app).diary.written(case.ref)]
    assert {RequestReceived, RequestAcknowledged} <= set(written)


def test_the_receipt_says_the_dates_the_timetable_gives(app):
    asker = asked(app, "parent", PARENT)
    page = asker.send()
    assert "by Monday 14 December 2026 whether we will assess" in page.text
    assert "Send the final plan by Mon 22 March 2027" in page.text
    assert page.headings(2)[:2] == ["What happens next", "The dates we must keep"]


def test_the_dates_can_be_put_in_a_calendar(app):
    asker = asked(app, "parent", PARENT)
    page = asker.send()
    file = asker.client.get(page.link("Put the dates in my calendar"))
    assert file.mimetype == "text/calendar"
    assert "DTSTART;VALUE=DATE:20261214" in file.text


def test_a_copy_of_the_receipt_goes_to_an_email_address(app):
    asker = asked(app, "parent", PARENT)
    form = asker.send().form_to("/copy")
    page = read(asker.client.post(form.action, data=form.filled(email="gran@home.example"), follow_redirects=True))
    assert page.said == ["We are sending the reference and the dates to gran@home.example."]
    assert ("copy-of-receipt", "gran@home.example") in [(row.letter, row.email) for row in post_owed(app)]


def test_a_copy_cannot_go_to_what_is_no_address(app):
    asker = asked(app, "parent", PARENT)
    form = asker.send().form_to("/copy")
    page = read(asker.client.post(form.action, data=form.filled(email="gran")))
    assert page.beside == ["Enter an email address in the right shape, like name@example.com"]


def test_a_receipt_is_only_for_the_browser_that_sent_it(app):
    asked(app, "parent", PARENT).send()
    assert app.test_client().get("/ask/parent/sent").status_code == 404
    assert app.test_client().get("/ask/parent/sent/dates.ics").status_code == 404


def test_the_same_form_sent_twice_is_one_case_and_one_person(app):
    asker = asked(app, "parent", PARENT)
    form = asker.open("check").form
    first = asker.client.post(form.action, data=form.values)
    second = asker.client.post(form.action, data=form.values)
    assert first.location == second.location
    assert len(office_of(app).diary.refs()) == 1
    assert len(office_of(app).people.search("Sara Khan")) == 1


def test_two_presses_at_the_same_moment_open_one_case(database_url, tmp_path):
    with inside(an_app(tmp_path, database_url)) as app:
        asker = asked(app, "parent", PARENT)
        form, window = asker.open("check").form, app.test_client()
        window.set_cookie("thread", asker.client.get_cookie("thread").value)
        with ThreadPoolExecutor(2) as both:
            pressed = both.map(lambda client: client.post(form.action, data=form.values), (asker.client, window))
        assert {answer.location for answer in pressed} == {"/ask/parent/sent"}
        assert len(office_of(app).diary.refs()) == 1
        assert len(office_of(app).people.search("Sara Khan")) == 1


def test_going_back_after_sending_shows_the_receipt(app):
    asker = asked(app, "parent", PARENT)
    asker.send()
    for page in ("check", "love", "ready"):
        assert asker.open(page).h1 == "We have your request for Amira"


def test_the_next_child_is_a_new_request(app):
    asker = asked(app, "parent", PARENT)
    asker.send()
    form = asker.open("start").form
    asker.client.post(form.action, data=form.values)
    twin = PARENT | {"child-first-name": {"child_first_name": "Bilal"}}
    assert asker.answer_all(twin).send().h1 == "We have your request for Bilal"
    assert len(office_of(app).diary.refs()) == 2


def test_nothing_is_sent_without_what_we_must_have(app):
    asker = asked(app, "parent", {slug: PARENT[slug] for slug in ("intent", "child-first-name")})
    page = asker.open("check")
    assert "Before you can send this, we need:" in page.text
    assert page.forms == []
    sent = asker.open("love").form.values
    answer = read(asker.client.post("/ask/parent/check", data=sent))
    assert answer.errors[0].startswith("Answer “What is your child’s last name?”")
    assert office_of(app).diary.refs() == []


def test_the_story_is_kept_as_it_was_told_and_the_details_as_a_childs(app):
    asker = asked(app, "parent", PARENT)
    asker.put("love", love="Her laugh.\n\nHer boats.")
    asker.put("language", language="Somali")
    asker.send()
    case, papers = asker.case(), office_of(app).papers
    story = papers.read(case.ref, case.stories[0]).content
    assert story["answers"]["love"] == "Her laugh.\n\nHer boats."
    assert story["communication"] == {"language": "Somali"}
    child = papers.read(case.ref, case.child).content
    assert (child["first_name"], child["born"], child["address"]) == (
        "Amira",
        "2016-03-31",
        "4 Quay Street\nSaltmarsh\nZZ9 1AA",
    )


def test_each_choice_about_sharing_is_kept_with_who_what_why_and_until_when(app):
    asker = asked(app, "parent", PARENT)
    asker.put("share-choices", share_choices_supporter="yes", share_choices_private_therapist="ask me each time")
    asker.send()
    case = asker.case()
    kept = [office_of(app).papers.read(case.ref, paper).content for paper in case.consents]
    assert [(each["consent"], each["choice"], each["until"]) for each in kept] == [
        ("supporter", "yes", "2027-11-02"),
        ("private therapist", "ask me each time", "2027-05-02"),
    ]
    assert all(each["who"] and each["what"] and each["why"] for each in kept)


def test_what_few_should_see_goes_to_the_team_and_not_into_the_story(app):
    asker = asked(app, "parent", PARENT)
    asker.put("keep-private", keep_private="Her father must not know where we live.")
    asker.put("ethnicity", ethnicity="White")
    unsafe = {"other_parent_write": "no, it would not be safe", "other_parent_unsafe_why": "There is a court order."}
    asker.put("other-parent", **unsafe)
    asker.send()
    case, papers = asker.case(), office_of(app).papers
    who, private = (papers.read(case.ref, paper).content for paper, _ in case.notes)
    assert "There is a court order." in who["words"]
    assert private["kind"] == "told in confidence"
    assert private["words"].endswith("Her father must not know where we live.")
    assert papers.read(case.ref, case.stories[0]).content["answers"] == {}


def test_what_is_counted_for_fairness_is_kept_and_no_entry_names_it(app):
    asker = asked(app, "parent", PARENT)
    asker.put("ethnicity", ethnicity="White")
    asker.send()
    case, paper = asker.case(), Paper("equality", {"ethnicity": "White"})
    assert office_of(app).papers.read(case.ref, paper.digest) == paper
    named = [str(each.entry) for each in office_of(app).diary.written(case.ref)]
    assert not any(paper.digest in entry for entry in named)


def test_another_parent_joins_when_the_asker_says_so(app):
    asker = asked(app, "parent", PARENT)
    asker.put(
        "other-parent", other_parent_write="yes", other_parent_name="Omar Khan", other_parent_email="omar@home.example"
    )
    asker.send()
    assert joined(app, asker.case()) == {"Sara Khan": "parent", "Omar Khan": "parent"}


def test_another_parent_whom_it_is_unsafe_to_write_to_is_never_written_to(app):
    asker = asked(app, "parent", PARENT)
    asker.put("other-parent", other_parent_write="no, it would not be safe", other_parent_name="Omar Khan")
    assert "Please do not write to them: it would not be safe." in asker.open("check").text
    asker.send()
    assert joined(app, asker.case()) == {"Sara Khan": "parent"}
    assert office_of(app).people.search("Omar") == []


def test_an_account_grows_out_of_the_request(app):
    page = asked(app, "parent", PARENT).send()
    assert "We are emailing you a link to choose a password." in page.text
    row = next(row for row in post_owed(app) if row.letter == "choose-a-password")
    assert row.email == "sara@home.example"
    link = json.loads(row.facts)["link"].removeprefix("http://localhost")
    browser = app.test_client()
    form = read(browser.get(link)).form
    words = {box: "three quiet words" for box in form.values if "password" in box}
    browser.post(form.action, data=form.values | words)
    assert office_of(app).people.by_email("sara@home.example").state == "active"


def test_somebody_without_email_is_written_to_where_the_child_lives(app):
    contact = {"your-contact": {"your_contact-post": "yes", "your_contact-phone": "", "your_contact-email": ""}}
    asker = asked(app, "parent", PARENT | contact)
    assert "We will write to you at every step." in asker.send().text
    person = office_of(app).people.person(asker.case().parties[0].person)
    assert (person.email, person.address_lines[0]) == ("", "4 Quay Street")


def test_a_parent_who_asks_for_a_young_person_is_told_who_decides_and_may_go_on(app):
    asker = asked(app, "parent")
    first = {slug: OLDER[slug] for slug in ("intent", "child-first-name", "child-last-name")}
    answer = asker.answer_all(first).put("child-dob", **OLDER["child-dob"])
    page = read(asker.client.get(answer.location))
    assert page.h1 == "Amira decides now"
    assert read(asker.client.get(page.link("Carry on"), follow_redirects=True)).h1 == "Where does Amira live?"
    rest = {slug: OLDER[slug] for slug in ("child-address", "your-name", "your-relationship", "your-contact")}
    page = asker.answer_all(rest).send()
    assert "We will write to Amira, who decides now" in page.text
    assert joined(app, asker.case()) == {"Sara Khan": "requester", "Amira Khan": "young person"}


def test_words_nobody_could_read_do_not_stop_a_request(app):
    asker = asked(app, "parent", PARENT)
    asker.put("nhs-number", press="later", nhs_number="12")
    asker.send()
    case = asker.case()
    assert office_of(app).papers.read(case.ref, case.child).content["nhs_number"] == ""
