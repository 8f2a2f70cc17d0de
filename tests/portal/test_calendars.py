"""Calendars that a phone follows: what they hold, how they change, and when their address finds nothing."""

from datetime import timedelta

import pytest

from casework.actions import carry_out
from casework.actions.upkeep import strike_out_an_entry
from tests import stores
from tests.casework.desk.desk_makers import (
    ASH,
    JO,
    LEILA,
    ROBIN,
    SAM,
    asked,
    assessing,
    open_desk,
    page,
    send,
)
from tests.makers import day
from tests.portal.calendar_reader import events
from tests.reader import read

TODAY = day("2026-03-09")


@pytest.fixture(scope="module")
def town(shared_folder, tmp_path_factory):
    """A desk with a case that is assessed and one that is decided on, of one family."""
    folder = tmp_path_factory.mktemp("calendars")
    with open_desk(stores.fresh_sqlite(stores.sqlite_template(shared_folder), folder), folder, TODAY) as desk:
        desk.ref = assessing(desk, day("2026-02-02"), first_name="Amira", last_name="Amin")
        yield desk


def followed(town, who, path="/calendars/new?whose=mine") -> str:
    """Make a calendar as a person does; answers with its address, as a path."""
    [box] = [box for box in read(send(town.client(who), path)).main.all("input") if box["name"] == "address"]
    return box["value"][box["value"].index("/calendar/") :]


def fetched(town, address, **headers):
    """A calendar as a program gets it, signed in nowhere."""
    return town.app.test_client().get(address, headers=headers)


def read_back(town, address) -> dict[str, dict]:
    """The events of a calendar by what they say."""
    answer = fetched(town, address)
    assert (answer.status_code, answer.mimetype) == (200, "text/calendar")
    return {event["SUMMARY"]: event for event in events(answer.get_data(as_text=True))}


def test_it_holds_reference_duty_and_last_day_and_never_a_name(town):
    found = read_back(town, followed(town, JO))
    decide = found[f"Decide whether a plan is needed, {town.ref}"]
    assert decide["DTSTART;VALUE=DATE"] == "20260525" and decide["URL"].endswith(f"/desk/case/{town.ref}")
    assert "Amira" not in repr(found) and "Amin" not in repr(found) and "Elm Park" not in repr(found)


def test_it_is_narrowed_as_the_page_it_was_made_from(town):
    assert set(read_back(town, followed(town, JO, "/calendars/new?by=advisers"))) == {
        f"Speech and language therapy advice: first response, {town.ref}"
    }
    assert len(read_back(town, followed(town, ASH))) == 1


def test_nothing_is_sent_twice_to_a_program_that_has_it(town):
    address = followed(town, JO)
    first = fetched(town, address)
    again = fetched(town, address, **{"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.get_data()) == (304, b"")
    assert first.headers["Cache-Control"] == "private, no-cache"
    assert "Last fetched" in page(town.client(JO), "/calendars").text


def test_a_date_that_changes_keeps_its_name_and_grows_and_what_is_met_goes(town):
    ref = asked(town, day("2026-03-02"), first_name="Kit", last_name="Moss")
    address, name = followed(town, JO, "/calendars/new?duty=ASSESS_DECISION_6W"), f"Decide whether to assess, {ref}"
    before = read_back(town, address)[name]
    tag = fetched(town, address).headers["ETag"]
    assert before["DTSTART;VALUE=DATE"] == "20260413"
    written = [type(each.entry).__name__ for each in town.office.diary.written(ref)]
    place = written.index("CaseworkerAllocated") + 1
    carry_out(town.on(TODAY), JO, strike_out_an_entry, ref, number=place, reason="The wrong person.")
    assert name not in read_back(town, address)
    assert fetched(town, address).headers["ETag"] != tag
    after = read_back(town, followed(town, SAM, f"/calendars/new?words={ref}"))[name]
    assert after["UID"] == before["UID"] and int(after["SEQUENCE"]) > int(before["SEQUENCE"])


def test_an_ended_an_unknown_and_a_stopped_calendar_are_not_found(town):
    address = followed(town, ASH)
    assert fetched(town, "/calendar/none.ics").status_code == 404
    assert fetched(town, f"{address[:-4]}x.ics").status_code == 404
    town.office.people.change(ASH.id, by=SAM.id, service="early-help")
    assert fetched(town, address).status_code == 404
    town.office.people.change(ASH.id, by=SAM.id, service=ASH.service)
    assert fetched(town, address).status_code == 404
    address = followed(town, ASH)
    send(town.client(ASH), "/calendars", "/end")
    assert fetched(town, address).status_code == 404


def test_a_family_follows_its_own_dates_from_its_own_page_and_nobody_elses(town):
    link = page(town.client(LEILA), f"/my-cases/{town.ref}").link("Put these dates in your calendar")
    address = followed(town, LEILA, link)
    found = read_back(town, address)
    final = next(event for words, event in found.items() if "We send you the final plan" in words)
    assert final["DTSTART;VALUE=DATE"] == f"{day('2026-02-02') + timedelta(weeks=20):%Y%m%d}"
    assert "Amira" not in repr(found) and final["DESCRIPTION"] == town.ref
    assert town.client(ROBIN).get(link).status_code == 404


def test_making_it_twice_with_one_form_makes_one(town):
    client = town.client(SAM)
    form = page(client, "/calendars/new").form
    assert client.post(form.action, data=form.filled()).status_code == 200
    assert client.post(form.action, data=form.filled()).status_code == 303
