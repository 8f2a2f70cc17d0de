"""Away and cover: whoever covers for a caseworker acts as they do for those days, and lists agree with pages."""

from datetime import timedelta

import pytest

from casework import access
from casework.record import entries as kinds
from casework.record.people import capacities
from casework.record.register import Cover
from tests.casework.desk.desk_makers import (
    ASH, DOT, JO, LEILA, PRIYA, SAM, SERVED, VAL, asked, page, refused, send,
)  # fmt: skip
from tests.makers import a_case, requested

HERE = "/cover"
TODAY, WEEK = SERVED, SERVED + timedelta(days=6)


def days(prefix, since, until):
    """The boxes of two days."""
    boxes = {}
    for name, on in (("since", since), ("until", until)):
        boxes |= {f"{prefix}_{name}_{part}": str(getattr(on, part)) for part in ("day", "month", "year")}
    return boxes


def form_of(client, place=0):
    """One of the forms of the page."""
    return page(client, HERE).forms[place]


def covered(desk, by=PRIYA.id, until=WEEK):
    """Jo is away from today and somebody covers; answers with the number of the absence."""
    desk.office.people.arrange_cover(Cover(JO.id, by, TODAY, until), by=SAM.id)
    return desk.office.people.absences.listed([JO.id], TODAY)[-1].id


def test_whoever_covers_opens_and_lists_the_cases_for_those_days_and_no_longer(own_desk):
    ref = asked(own_desk)
    client = own_desk.client(PRIYA)
    assert client.get(f"/desk/case/{ref}").status_code == 404 and ref not in page(client, "/desk?whose=mine").text
    covered(own_desk)
    assert client.get(f"/desk/case/{ref}").status_code == 200
    assert "owed by Jo Marsh, whom you cover" in page(client, "/desk?whose=mine").text
    assert send(client, f"/desk/case/{ref}/note", kind="note", words="I rang the school for Jo.").status_code == 303
    own_desk.turn_to(WEEK + timedelta(days=1))
    assert client.get(f"/desk/case/{ref}").status_code == 404 and ref not in page(client, "/desk?whose=mine").text


def test_a_cover_that_is_ended_early_ends_at_once(own_desk):
    ref, number = asked(own_desk), covered(own_desk)
    assert send(own_desk.client(JO), f"{HERE}/{number}/end").location == HERE
    assert own_desk.client(PRIYA).get(f"/desk/case/{ref}").status_code == 404
    with_it = own_desk.office.people.changes_of(JO.id)[0]
    assert (with_it["register"], with_it["by"], with_it["after"]) == ("cover", "jo", {"until": "2026-05-10"})
    assert "over already" in refused(send(own_desk.client(JO), f"{HERE}/{number}/end"))


def test_cover_passes_on_from_somebody_who_is_away_too(own_desk):
    covered(own_desk)
    own_desk.office.people.arrange_cover(Cover(PRIYA.id, SAM.id, TODAY, TODAY), by=SAM.id)
    absences = own_desk.office.people.absences
    assert absences.covering(SAM.id, TODAY) == {JO.id, PRIYA.id}
    assert absences.covering(PRIYA.id, TODAY) == frozenset()
    assert absences.covering(PRIYA.id, TODAY + timedelta(days=1)) == {JO.id}


def test_a_person_writes_down_their_own_absence_and_who_covers(own_desk):
    client = own_desk.client(JO)
    form = form_of(client)
    said = days("mine", TODAY + timedelta(days=1), WEEK)
    assert client.post(form.action, data=form.filled(**said, mine_covered_by=PRIYA.id)).location == HERE
    shown = page(client, HERE).text
    assert "Tue 12 May 2026 to Sun 17 May 2026" in shown and "Priya Nair covers" in shown and "Cancel it" in shown
    assert "You cover for" in page(own_desk.client(PRIYA), HERE).text
    assert client.post(form.action, data=form.filled(**said, mine_covered_by=PRIYA.id)).location == HERE
    assert len(own_desk.office.people.absences.listed([JO.id], TODAY)) == 1
    assert "meets an absence until Sun 17 May 2026" in refused(client.post(form.action, data=form.filled(**said)))
    late = refused(client.post(form.action, data=form.filled(**days("mine", TODAY, TODAY - timedelta(days=1)))))
    assert "today or in the future" in late


def test_a_caseworker_is_covered_by_somebody_of_the_team(own_desk):
    client = own_desk.client(SAM)
    form = form_of(client, 1)
    said = days("theirs", TODAY, WEEK)
    answer = client.post(form.action, data=form.filled(**said, theirs_person=JO.id, theirs_covered_by=ASH.id))
    assert "somebody of the casework team" in refused(answer)


def test_a_manager_writes_it_down_for_their_own_people_and_for_nobody_else(own_desk):
    client = own_desk.client(VAL)
    form = form_of(client, 1)
    said = days("theirs", TODAY, WEEK)
    assert client.post(form.action, data=form.filled(**said, theirs_person=ASH.id)).status_code == 303
    assert "Nobody covers, so the service manager hears" in page(client, HERE).text
    other = client.post(form.action, data=form.filled(**said, theirs_person=JO.id))
    assert "Choose from the answers on this page" in refused(other)
    number = covered(own_desk)
    assert own_desk.client(LEILA).get(HERE).status_code == 404
    for actor, status in ((VAL, 404), (ASH, 404), (PRIYA, 404), (SAM, 200)):
        assert own_desk.client(actor).get(f"{HERE}/{number}/end").status_code == status, actor.name


def test_posts_that_nobody_holds_are_shown_with_since_when(own_desk):
    own_desk.office.people.note_vacancies(["community-paediatrics", "speech-and-language"], TODAY - timedelta(days=2))
    shown = page(own_desk.client(DOT), HERE).text
    assert "Service manager, Community paediatrics found empty on Sat 9 May 2026; next up: head of service" in shown
    assert "Service manager, Speech and language" not in shown
    own_desk.office.people.enrol(
        name="Mo Day", post="service manager", service="community-paediatrics", state="active", by="import"
    )
    own_desk.office.people.note_vacancies(["community-paediatrics"], TODAY)
    assert "Service manager, Community paediatrics" not in page(own_desk.client(DOT), HERE).text


@pytest.mark.parametrize(
    ("post", "has"), [("caseworker", True), ("send manager", True), ("adviser", False), ("", False)]
)
def test_cover_is_a_capacity_of_the_councils_own_team_alone(post, has):
    case = a_case(requested(), kinds.CaseworkerAllocated(on=TODAY, about=JO.id))
    cover = PRIYA.__class__("x", "X", post=post, covering=frozenset({JO.id}))
    assert ("caseworker" in capacities(cover, case)) is has
    assert access.may(cover, "add a note", case) is has or post == "send manager"
