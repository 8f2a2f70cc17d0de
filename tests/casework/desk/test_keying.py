"""Keying a letter or a phone call: one long page, the day we had it, and the same receipt and view for the family."""

import io

import pytest
from PIL import Image

from casework import stating
from tests.makers import day
from tests.portal.asking import PARENT, SETTING, YOUNG_PERSON, an_app, inside, office_of, post_owed
from tests.reader import read

RECEIVED = {"received_on-day": "29", "received_on-month": "10", "received_on-year": "2026"}
NEEDED = {box: said for slug, boxes in PARENT.items() if slug != "intent" for box, said in boxes.items()}


@pytest.fixture
def app(sqlite_url, tmp_path):
    """The whole service on 2 November 2026."""
    with inside(an_app(tmp_path, sqlite_url)) as app:
        yield app


@pytest.fixture
def officer(app):
    """A caseworker’s browser, signed in with a second factor."""
    office, client = office_of(app), app.test_client()
    who = office.people.enrol(name="Jo Marsh", email="jo@saltmarsh.example", post="caseworker")
    token = office.accounts.sessions.begin(who.id, with_second_factor=True)
    with client.session_transaction() as session:
        session["_user_id"] = token
        session["_fresh"] = True
    return client


def page_of(client, door="parent", **query):
    """The long page of one door."""
    return read(client.get(f"/desk/keying/{door}", query_string=query))


def the_form(page):
    """The form that opens the case."""
    return next(form for form in page.forms if "Open the case" in form.buttons)


def keyed(client, door="parent", **more):
    """Key a phone call at one door with what we must have, and read what comes back."""
    needed = {"parent": NEEDED, "young-person": YOUNG_PERSON, "setting": SETTING}[door]
    boxes = (
        needed
        if door == "parent"
        else {b: s for slug, each in needed.items() if slug != "intent" for b, s in each.items()}
    )
    form = the_form(page_of(client, door))
    seen = {"dates_seen": "2026-10-29"}  # the officer has read the dates that run from the day it came
    sent = form.values | {"keyed_from": "phone call"} | RECEIVED | seen | boxes | more
    return client.post(form.action, data=sent, content_type="multipart/form-data")


def the_case(app):
    """The case that was opened last."""
    office = office_of(app)
    return office.diary.read(office.diary.refs()[-1])


def test_only_the_council_may_key_a_request(app):
    assert app.test_client().get("/desk/keying").status_code == 303
    assert app.test_client().get("/desk/keying/parent").status_code == 303


def test_a_letter_may_come_through_any_of_the_four_doors(officer):
    page = read(officer.get("/desk/keying"))
    assert page.link("A parent or carer") == "/desk/keying/parent"
    for door in ("parent", "young-person", "setting", "professional"):
        assert page_of(officer, door).h1.startswith("Key a request from")
    assert officer.get("/desk/keying/grandmother").status_code == 404


def test_it_counts_from_the_day_we_had_it_and_says_it_was_keyed(app, officer):
    answer = keyed(officer)
    case = the_case(app)
    assert answer.location == f"/desk/case/{case.ref}"
    assert case.requested_on == day("2026-10-29")
    first = office_of(app).diary.written(case.ref)[0]
    assert first.entry.keyed_from == "phone call"
    assert office_of(app).people.person(first.behalf).name == "Sara Khan"
    assert office_of(app).people.person(first.by).name == "Jo Marsh"


def test_the_family_gets_what_we_wrote_down_and_the_same_receipt_and_a_way_in(app, officer):
    keyed(officer)
    family = the_case(app).parties[0]
    letters = {row.letter: row.how for row in post_owed(app) if row.person == family.person}
    assert letters["we-wrote-down-your-request"] == "print"
    assert letters["request-received"] == "print and email"
    assert "choose-a-password" in {row.letter for row in post_owed(app) if row.email == "sara@home.example"}


def test_the_letter_says_back_what_we_wrote_down(app, officer):
    keyed(officer, love="Her laugh")
    office = office_of(app)
    [row] = [row for row in post_owed(app) if row.letter == "we-wrote-down-your-request"]
    page = office.press.letter_html(row.letter, stating.facts(office, row, stating.recipient(office, row)))
    assert "On Thu 29 October 2026 we had your phone call" in page
    assert "Her laugh" in page


def test_the_officer_never_joins_in_the_familys_place(app, officer):
    for door in ("parent", "young-person", "setting"):
        keyed(officer, door)
        people = office_of(app).people
        assert "Jo Marsh" not in [people.person(party.person).name for party in the_case(app).parties if party.person]


def test_what_is_missing_is_said_beside_its_box_and_the_rest_is_kept(officer):
    page = read(keyed(officer, **{"child_first_name": "", "love": "Her laugh"}))
    assert page.beside == ["Enter your child’s first name"]
    assert the_form(page).values["love"] == ["Her laugh"]


def test_a_day_that_has_not_come_is_refused(officer):
    page = read(keyed(officer, **{"received_on-day": "3", "received_on-month": "11"}))
    assert page.beside == ["The day we received the request must be today or in the past."]


def test_a_birth_date_is_checked_as_it_is_for_everybody(officer):
    page = read(keyed(officer, **{"child_dob-year": "2000"}))
    assert page.beside == ["An assessment can be asked for up to the age of 25. Check the year in the date of birth."]


def test_a_way_to_reach_them_is_needed(officer):
    page = read(keyed(officer, **{"your_contact-phone": "", "your_contact-email": ""}))
    assert page.beside == ["Give at least one way to reach you: a phone number, an email address or post"]


def test_what_was_half_keyed_is_there_the_next_time(officer):
    form = the_form(page_of(officer))
    said = officer.post("/desk/keying/parent/keep", data=form.values | {"love": "Her laugh"})
    assert set(said.json) == {"saved"}
    page = page_of(officer)
    assert the_form(page).values["love"] == ["Her laugh"]
    officer.post("/desk/keying/parent/again", data=page.form_to("/again").values)
    assert the_form(page_of(officer)).values["love"] == [""]


def test_a_row_more_is_given_where_it_is_asked_for(officer):
    form = the_form(page_of(officer))
    answer = officer.post(form.action, data=form.values | {"waiting-0-for": "CAMHS", "then": "more waiting"})
    page = read(officer.get(answer.location))
    assert the_form(page).values["waiting-0-for"] == ["CAMHS"]
    assert "waiting-1-for" in the_form(page).values


def test_a_scanned_letter_is_kept_with_the_case(app, officer):
    picture = io.BytesIO()
    Image.new("RGB", (30, 20), "white").save(picture, "PNG")
    keyed(officer, documents=(io.BytesIO(picture.getvalue()), "letter.png"))
    [paper] = the_case(app).documents
    assert office_of(app).papers.read(the_case(app).ref, paper).content["name"] == "letter.png"


def test_a_scan_is_kept_though_something_else_was_wrong_and_can_be_taken_off(officer):
    picture = io.BytesIO()
    Image.new("RGB", (30, 20), "white").save(picture, "PNG")
    page = read(keyed(officer, child_first_name="", documents=(io.BytesIO(picture.getvalue()), "letter.png")))
    assert "letter.png" in page.text
    [button] = page.main.of("gt-file__off")
    form = the_form(page)
    officer.post(form.action, data=form.values | {"then": button["value"]})
    assert "letter.png" not in page_of(officer).text


def test_the_same_page_sent_twice_opens_one_case(app, officer):
    form = the_form(page_of(officer))
    sent = form.values | {"keyed_from": "letter"} | RECEIVED | NEEDED | {"dates_seen": "2026-10-29"}
    for _ in range(2):
        officer.post(form.action, data=sent)
    assert len(office_of(app).diary.refs()) == 1


def test_somebody_who_asked_to_be_called_is_on_the_list_until_they_are(app, officer):
    stranger = app.test_client()
    form = read(stranger.get("/ask/parent/tell-someone")).form
    stranger.post(form.action, data=form.filled(name="Sara Khan", phone="07700 900111"))
    page = read(officer.get("/desk/keying"))
    assert "Call by Wed 4 November 2026" in page.text
    started = the_form(read(officer.get(page.link("Write it down"))))
    assert started.values["your_name"] == ["Sara Khan"]
    assert started.values["your_contact-phone"] == ["07700 900111"]
    form = page.forms[0]
    page = read(officer.post(form.action, data=form.values, follow_redirects=True))
    assert page.said == ["You have called Sara Khan."]
    assert "Nobody is waiting for a call." in page.text


def test_the_dates_that_run_from_a_day_that_is_past_are_read_before_the_case_is_opened(app, officer):
    late = {"received_on-day": "14", "received_on-month": "9"}
    shown = read(keyed(officer, **late))
    assert "Read these dates before you open the case" in shown.text
    assert "Decide whether to assess Mon 26 October 2026" in shown.text and "7 days late" in shown.text
    form = the_form(shown)
    assert form.values["dates_seen"] == ["2026-09-14"]
    opened = officer.post(form.action, data=form.values, content_type="multipart/form-data")
    assert opened.status_code == 303 and the_case(app).requested_on == day("2026-09-14")
