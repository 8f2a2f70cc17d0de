"""The registers and the tables of rights: somebody invited, changed, covered for; who can do what, as it is."""

import pytest
from sqlalchemy import select

from casework.outside.database import db
from casework.outside.schema.people import register_changes
from casework.tables import rows
from tests.casework.desk.desk_makers import JO, LEILA, PRIYA, SAM, SERVED, page, read, refused, send

HERE = "/desk/people"


def test_somebody_new_is_enrolled_and_the_change_is_written_down(desk):
    said = {"name": "Dan Okafor", "email": "dan.okafor@demo.example", "post": "caseworker", "service": "council-send"}
    answer = send(desk.client(SAM), f"{HERE}/invite", **said)
    person = desk.office.people.by_email(said["email"])
    assert answer.location == f"{HERE}/{person.id}" and person.post == "caseworker"
    notes = db.session.execute(select(register_changes.c.by).where(register_changes.c.key == person.id)).all()
    assert ("sam",) in notes
    assert "has that email address already" in refused(send(desk.client(SAM), f"{HERE}/invite", **said))


def test_people_are_found_by_name_and_by_service(desk):
    client = desk.client(SAM)
    assert page(client, f"{HERE}?q=priya").link("Priya Nair") == f"{HERE}/{PRIYA.id}"
    assert "Ash Okoro" in page(client, f"{HERE}?service=speech-and-language").text
    assert "Nobody was found for “zzz”" in page(client, f"{HERE}?q=zzz").text


def test_the_register_is_changed_by_name(desk):
    client = desk.client(SAM)
    form = page(client, f"{HERE}/{PRIYA.id}").forms[0]
    assert client.post(form.action, data=form.filled(details_phone="01632 960199")).status_code == 303
    assert desk.office.people.person(PRIYA.id).phone == "01632 960199"
    taken = read(client.post(form.action, data=form.filled(details_email="jo@demo.example")))
    assert "already uses that email address" in taken.text


def test_an_absence_is_arranged_with_who_covers(desk):
    client = desk.client(SAM)
    form = page(client, f"{HERE}/{PRIYA.id}").forms[1]
    days = {"away_since_day": "11", "away_since_month": "5", "away_since_year": "2026"}
    days |= {"away_until_day": "15", "away_until_month": "5", "away_until_year": "2026"}
    assert client.post(form.action, data=form.filled(**days, away_covered_by=JO.id)).status_code == 303
    assert desk.office.people.away(PRIYA.id, SERVED).covered_by == JO.id
    assert "Away until Fri 15 May 2026; Jo Marsh covers" in page(client, f"{HERE}/{PRIYA.id}").text
    wrong = read(client.post(form.action, data=form.filled(**days | {"away_until_day": "1"})))
    assert "on or after the first" in wrong.text


@pytest.mark.parametrize("path", [HERE, f"{HERE}/invite", f"{HERE}/{PRIYA.id}"])
def test_only_managers_and_administrators_keep_the_registers(desk, path):
    for actor in (JO, LEILA):
        assert desk.client(actor).get(path).status_code == 404
    assert desk.client(SAM).get(f"{HERE}/nobody").status_code == 404


def test_who_can_do_what_is_the_table_itself(desk):
    shown = page(desk.client(JO), "/desk/who-can-do-what")
    for row in rows("access"):
        assert row["action"] in shown.text.casefold(), row["action"]
    for row in rows("sight"):
        assert row["capacity"] in shown.text.casefold()
    assert desk.client(LEILA).get("/desk/who-can-do-what").status_code == 404
