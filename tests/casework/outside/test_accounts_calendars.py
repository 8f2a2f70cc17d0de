"""Calendars by private address: kept as a digest, found while their owner is who they were, ended at a press."""

import pytest
from sqlalchemy import select

from casework.errors import Refusal
from casework.outside.accounts_calendars import MOST_CALENDARS, Calendars
from casework.outside.database import db
from casework.outside.schema.people import feeds
from tests.casework.outside.register_makers import a_therapist


@pytest.fixture
def calendars(people, hands):
    """Calendars on a clock with hands."""
    return Calendars(hands)


@pytest.fixture
def ash(people):
    """A therapist."""
    return a_therapist(people, state="active")


def made(calendars, person, form="form-1"):
    """A calendar of what somebody owes."""
    return calendars.make(form, person, name="What I owe", kind="owed", subject="standing=late")


def test_an_address_finds_its_calendar_and_is_kept_nowhere(calendars, ash):
    token = made(calendars, ash)
    feed = calendars.find(token)
    assert (feed.person.id, feed.kind, feed.subject) == (ash.id, "owed", "standing=late")
    assert token not in repr(db.session.execute(select(feeds)).all())
    assert calendars.find(f"{token}x") is None and calendars.find("") is None


def test_a_second_press_makes_no_second_calendar(calendars, ash):
    made(calendars, ash)
    assert made(calendars, ash) == ""
    assert len(calendars.of(ash)) == 1


def test_it_is_ended_at_once_by_its_owner_alone(calendars, ash):
    token = made(calendars, ash)
    calendars.end("form-1", "somebody-else")
    assert calendars.find(token)
    calendars.end("form-1", ash.id)
    assert calendars.find(token) is None and calendars.of(ash) == []


@pytest.mark.parametrize("change", [{"state": "disabled"}, {"service": "early-help"}, {"post": "service manager"}])
def test_it_stops_when_the_account_is_shut_or_the_person_moves_and_does_not_begin_again(calendars, people, ash, change):
    token, before = made(calendars, ash), {name: getattr(ash, name) for name in change}
    people.change(ash.id, by="an administrator", **change)
    assert calendars.find(token) is None
    people.change(ash.id, by="an administrator", **before)
    assert calendars.find(token) is None


def test_another_phone_number_leaves_it_alone(calendars, people, ash):
    token = made(calendars, ash)
    people.change(ash.id, by="an administrator", phone="07700 900999", service=ash.service)
    assert calendars.find(token)


def test_when_it_was_fetched_is_noted_at_most_once_a_minute(calendars, hands, ash):
    token = made(calendars, ash)
    calendars.fetched(calendars.find(token))
    first = calendars.find(token).fetched_at
    hands.on(seconds=59)
    calendars.fetched(calendars.find(token))
    assert calendars.find(token).fetched_at == first
    hands.on(minutes=5)
    calendars.fetched(calendars.find(token))
    assert calendars.find(token).fetched_at == hands.moment


def test_there_are_never_too_many(calendars, ash):
    for number in range(MOST_CALENDARS):
        made(calendars, ash, f"form-{number}")
    with pytest.raises(Refusal, match="End one first"):
        made(calendars, ash, "one more")
