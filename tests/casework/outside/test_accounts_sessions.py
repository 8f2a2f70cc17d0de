"""Sessions: where somebody is signed in, for how long, and how it ends."""

import pytest

from casework.outside.accounts_sessions import Sessions
from casework.outside.database import db
from casework.outside.schema.people import user_sessions
from tests.casework.outside.register_makers import a_parent, a_therapist


@pytest.fixture
def sessions(people, hands):
    """Sessions on that clock."""
    return Sessions(hands)


def test_a_session_is_found_by_its_token_and_only_a_digest_is_kept(people, sessions):
    leila = a_parent(people)
    token = sessions.begin(leila.id, where="Chrome on a Mac")
    found = sessions.find(token)
    assert (found.person, found.where, found.with_second_factor) == (leila, "Chrome on a Mac", False)
    assert token not in str(db.session.execute(user_sessions.select()).all())
    assert sessions.find(found.key) is None


@pytest.mark.parametrize("token", ["", "nobody", "\x00", "\ud800"])
def test_no_other_token_finds_a_session(people, sessions, token):
    sessions.begin(a_parent(people).id)
    assert sessions.find(token) is None
    assert sessions.half(token) is None
    assert sessions.lapsed(token) == ""


def test_a_familys_session_rests_half_an_hour_and_staffs_an_hour(people, sessions, hands):
    family, staff = sessions.begin(a_parent(people).id), sessions.begin(a_therapist(people).id)
    hands.on(minutes=30)
    assert sessions.find(family)
    assert sessions.find(staff)
    hands.on(minutes=31)
    assert sessions.find(family) is None
    assert sessions.find(staff)
    hands.on(minutes=61)
    assert sessions.find(staff) is None


def test_a_session_that_is_used_goes_on_but_never_beyond_twelve_hours(people, sessions, hands):
    token = sessions.begin(a_parent(people).id)
    for _ in range(24):
        hands.on(minutes=30)
        assert sessions.find(token)
    hands.on(minutes=1)
    assert sessions.find(token) is None


def test_looking_again_within_a_minute_writes_nothing(people, sessions, hands):
    token, began = sessions.begin(a_parent(people).id), hands()
    hands.on(seconds=50)
    assert sessions.find(token).seen_at == began
    assert sessions.find(token).seen_at == began


def test_a_half_session_opens_nothing_and_lasts_a_quarter_of_an_hour(people, sessions, hands):
    leila = a_parent(people)
    token = sessions.begin(leila.id, half=True)
    assert sessions.find(token) is None
    assert sessions.half(token).person == leila
    assert sessions.of(leila) == []
    hands.on(minutes=16)
    assert sessions.half(token) is None


def test_a_whole_session_is_not_a_half_one(people, sessions):
    assert sessions.half(sessions.begin(a_parent(people).id)) is None


def test_a_half_session_that_was_ended_is_over(people, sessions):
    token = sessions.begin(a_parent(people).id, half=True)
    sessions.end(token)
    assert sessions.half(token) is None


def test_a_person_sees_where_they_are_signed_in_the_newest_first(people, sessions, hands):
    leila, ash = a_parent(people), a_therapist(people)
    sessions.begin(leila.id, where="gone home")
    hands.on(minutes=20)
    sessions.begin(leila.id, where="a phone")
    hands.on(minutes=11)
    sessions.begin(leila.id, where="a library")
    sessions.begin(ash.id, where="a clinic")
    assert [one.where for one in sessions.of(leila)] == ["a library", "a phone"]


def test_a_person_ends_a_session_of_their_own_and_of_nobody_else(people, sessions):
    leila, ash = a_parent(people), a_therapist(people)
    hers, his = sessions.begin(leila.id), sessions.begin(ash.id)
    sessions.end_one(leila.id, sessions.find(his).key)
    assert sessions.find(his)
    sessions.end_one(leila.id, sessions.find(hers).key)
    assert sessions.find(hers) is None


def test_a_person_ends_every_session_but_this_one(people, sessions):
    leila = a_parent(people)
    here, *others = (sessions.begin(leila.id) for _ in range(3))
    sessions.end_all(leila.id, but=here)
    assert [sessions.find(token) for token in others] == [None, None]
    assert len(sessions.of(leila)) == 1


def test_a_session_that_lapsed_is_known_from_one_that_was_ended(people, sessions, hands):
    leila = a_parent(people)
    typing, ended = sessions.begin(leila.id), sessions.begin(leila.id)
    assert sessions.lapsed(typing) == ""
    sessions.end(ended)
    hands.on(minutes=31)
    assert sessions.lapsed(typing) == leila.id
    assert sessions.lapsed(ended) == ""


def test_a_session_of_a_shut_account_is_nobodys_even_if_it_was_not_ended(people, sessions, hands):
    leila = a_parent(people)
    people.change(leila.id, by="admin-1", state="disabled")
    token = sessions.begin(leila.id)
    assert sessions.find(token) is None
    hands.on(minutes=31)
    assert sessions.lapsed(token) == ""


def test_rows_of_sessions_go_after_a_month(people, sessions, hands):
    leila = a_parent(people)
    sessions.begin(leila.id)
    hands.on(days=31)
    sessions.begin(leila.id)
    assert len(db.session.execute(user_sessions.select()).all()) == 1
