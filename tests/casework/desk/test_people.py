"""Who is on a case: given to a caseworker, a lead named, somebody invited, somebody's part ended."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from casework.outside.database import db
from casework.outside.schema.record import post
from casework.record.register import Cover
from tests.casework.desk.desk_makers import ASKED, JO, LEILA, PRIYA, SAM, SERVED, asked, page, refused, send


def at(ref, rest):
    """A page of a case."""
    return f"/desk/case/{ref}/{rest}"


def test_a_case_is_given_to_a_caseworker_who_is_chosen_by_what_they_have(desk):
    ref = asked(desk, officer=None)
    absence = Cover(PRIYA.id, "", SERVED - timedelta(days=1), SERVED + timedelta(days=1))
    desk.office.people.arrange_cover(absence, by=SAM.id)
    shown = page(desk.client(SAM), at(ref, "allocate"))
    assert "Jo Marsh" in shown.text and "open request" in shown.text and "away now" in shown.text
    assert "Choose a caseworker" in refused(send(desk.client(SAM), at(ref, "allocate")))
    answer = send(desk.client(SAM), at(ref, "allocate"), person=JO.id)
    assert (answer.status_code, answer.location, desk.case(ref).caseworker) == (303, at(ref, "")[:-1], JO.id)


def test_a_caseworker_who_gives_a_case_away_goes_back_to_the_worklist(desk):
    ref = asked(desk)
    assert send(desk.client(JO), at(ref, "allocate"), person=PRIYA.id).location == "/desk"
    assert "already the caseworker" in refused(send(desk.client(SAM), at(ref, "allocate"), person=PRIYA.id))


def test_a_lead_professional_is_named_and_changed(desk):
    ref = asked(desk)
    shown = page(desk.client(JO), at(ref, "lead"))
    assert "Anna Birch, Elm park" in shown.text  # somebody at the child's own school
    assert send(desk.client(JO), at(ref, "lead"), person=PRIYA.id).status_code == 303
    assert desk.case(ref).lead == PRIYA.id
    assert "already the lead" in refused(send(desk.client(JO), at(ref, "lead"), person=PRIYA.id))


def test_somebody_is_invited_with_a_capacity_a_purpose_and_a_link(desk):
    ref = asked(desk)
    said = {"name": "Robin Amin", "email": "robin.amin@demo.example", "capacity": "parent", "purpose": "is her father"}
    assert send(desk.client(JO), at(ref, "join"), **said).status_code == 303
    party = desk.case(ref).parties[-1]
    assert (party.capacity, party.purpose, party.until) == ("parent", "is her father", None)
    owed = db.session.execute(select(post.c.letter, post.c.email).where(post.c.email == said["email"])).all()
    assert owed == [("choose-a-password", said["email"])]
    assert "already on this case" in refused(send(desk.client(JO), at(ref, "join"), **said))


@pytest.mark.parametrize(
    ("box", "typed", "says"),
    [
        ("name", "", "Enter their name"),
        ("purpose", " ", "Say why they are joining"),
        ("email", "robin", "in the right shape"),
        ("name", "x" * 300, "200 characters or fewer"),
        ("purpose", "\x00", "cannot be printed"),
        ("until_day", "31", "must have a month and a year"),
    ],
)
def test_what_is_wrong_with_an_invitation_is_said_beside_its_box(desk, box, typed, says):
    said = {"name": "Robin", "email": "", "capacity": "supporter", "purpose": "helps the family"} | {box: typed}
    ref = asked(desk)
    shown = refused(send(desk.client(JO), at(ref, "join"), **said))
    assert says in shown and len(desk.case(ref).parties) == 2


def test_a_last_day_in_the_past_is_refused_and_keeps_what_was_typed(desk):
    ref = asked(desk)
    said = {"name": "Robin", "capacity": "supporter", "purpose": "helps the family", "until_day": "1"}
    said |= {"until_month": "2", "until_year": "2026"}
    answer = send(desk.client(JO), at(ref, "join"), **said)
    assert "today or in the future" in refused(answer) and 'value="helps the family"' in answer.text


def test_somebodys_part_is_ended_and_what_they_did_stays(desk):
    ref = asked(desk)
    shown = page(desk.client(JO), at(ref, "leave/leila/parent"))
    assert "What they did stays in the diary" in shown.text
    assert send(desk.client(JO), at(ref, "leave/leila/parent")).status_code == 303
    assert not desk.case(ref).family
    assert desk.client(JO).get(at(ref, "leave/leila/parent")).status_code == 404


def test_the_same_form_sent_twice_counts_once(desk):
    ref = asked(desk, officer=None)
    client = desk.client(SAM)
    form = page(client, at(ref, "allocate")).form
    for _ in range(2):
        assert client.post(form.action, data=form.filled(person=JO.id)).status_code == 303
    assert desk.case(ref).n == len(desk.office.diary.written(ref)) and desk.case(ref).caseworker_since == SERVED


def test_a_form_of_nobodys_is_not_carried_out(desk):
    ref = asked(desk, officer=None)
    answer = desk.client(SAM).post(at(ref, "allocate"), data={"person": JO.id, "forgery": "made up", "token": "0" * 32})
    assert answer.status_code == 200 and desk.case(ref).caseworker == ""
    elsewhere = desk.client(SAM).post(at(ref, "allocate"), headers={"Sec-Fetch-Site": "cross-site"})
    assert elsewhere.status_code == 403


@pytest.mark.parametrize(
    "rest",
    [
        "allocate", "lead", "join", "leave/leila/parent", "tell-partners", "note", "message", "document", "child",
        "consent", "add-to-the-story", "withdraw", "duplicates", "strike-out/2", "excuse",
        "excuse/ASSESS_DECISION_6W/-", "panel", "assess", "plan-decision", "review", "ask-for-advice", "story", "",
    ],
)  # fmt: skip
def test_a_page_of_a_case_opens_to_nobody_who_is_nothing_to_it(desk, rest):
    ref = asked(desk, ASKED, officer=PRIYA)
    for actor in (JO, LEILA):
        assert desk.client(actor).get(at(ref, rest).rstrip("/")).status_code == 404, (actor.name, rest)
    assert desk.app.test_client().get(at(ref, rest).rstrip("/")).status_code == 303
