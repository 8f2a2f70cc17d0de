"""Accounts: who has which password, and what a new one ends."""

from datetime import timedelta

import pytest

from casework.errors import Refusal
from casework.outside.accounts import Accounts
from casework.outside.database import db
from casework.outside.schema.people import register_changes, secrets
from tests.casework.outside.register_makers import PARENT, PASSWORD, a_parent, a_therapist

HOUR = timedelta(hours=1)


@pytest.fixture
def accounts(people, hands):
    """Accounts, with a hash that costs little."""
    return Accounts(hands, quick=True)


def test_a_person_is_known_by_address_and_password(people, accounts):
    leila = a_parent(people)
    accounts.set_password(leila.id, PASSWORD)
    assert accounts.known_by(PARENT.upper(), PASSWORD).id == leila.id
    assert accounts.known_by(PARENT, PASSWORD + " ") is None
    assert accounts.known_by(PARENT, "") is None
    assert accounts.known_by("nobody@mail.example", PASSWORD) is None


def test_an_account_without_a_password_has_none_that_is_right(people, accounts):
    leila = a_parent(people)
    assert not accounts.has_password(leila.id)
    assert accounts.known_by(PARENT, "") is None
    assert not accounts.right_password(leila.id, "")
    assert not accounts.right_password("nobody", "")


def test_an_account_that_is_shut_is_known_by_nothing(people, accounts):
    leila = a_parent(people)
    accounts.set_password(leila.id, PASSWORD)
    people.change(leila.id, by="admin-1", state="disabled")
    assert accounts.known_by(PARENT, PASSWORD) is None
    accounts.welcome(leila.id)
    assert people.person(leila.id).state == "disabled"


def test_the_password_itself_is_kept_nowhere(people, accounts):
    leila = a_parent(people)
    accounts.set_password(leila.id, PASSWORD)
    kept = db.session.scalar(secrets.select().with_only_columns(secrets.c.password))
    noted = db.session.execute(register_changes.select()).all()
    assert kept.startswith("$argon2id$")
    assert PASSWORD not in f"{kept} {noted}"
    assert people.changes_of(leila.id)[0]["after"] == {"password": "changed"}


def test_a_password_costs_what_owasp_asks_for():
    assert "$m=19456,t=2,p=1$" in Accounts()._passwords.hash(PASSWORD)


def test_a_password_hashed_at_another_cost_is_hashed_again_when_it_is_next_used(people, accounts, hands):
    leila = a_parent(people)
    accounts.set_password(leila.id, PASSWORD)
    assert Accounts(hands).known_by(PARENT, PASSWORD)
    assert "$m=19456," in db.session.scalar(secrets.select().with_only_columns(secrets.c.password))


def test_one_password_typed_on_two_keyboards_is_the_same(people, accounts):
    leila = a_parent(people)
    accounts.set_password(leila.id, "cafe\u0301 au lait matin")
    assert accounts.known_by(PARENT, "caf\u00e9 au lait matin")


def test_a_first_password_makes_an_invited_person_active(people, accounts):
    leila = a_parent(people)
    accounts.set_password(leila.id, PASSWORD)
    assert people.person(leila.id).state == "active"


def test_a_new_password_ends_every_session_but_the_one_it_is_given_in(people, accounts):
    leila, ash = a_parent(people), a_therapist(people)
    mine, other, his = (accounts.sessions.begin(person) for person in (leila.id, leila.id, ash.id))
    accounts.set_password(leila.id, PASSWORD, but=mine)
    assert accounts.sessions.find(mine)
    assert accounts.sessions.find(other) is None
    assert accounts.sessions.find(his)


def test_a_new_password_ends_every_link_on_its_way(people, accounts):
    leila = a_parent(people)
    links = {purpose: accounts.make_link(purpose, leila.id, HOUR) for purpose in ("sign in", "new password")}
    accounts.set_password(leila.id, PASSWORD)
    assert [accounts.use_link(token, purpose) for purpose, token in links.items()] == [None, None]


def test_a_password_that_will_not_do_changes_nothing(people, accounts):
    leila = a_parent(people)
    accounts.set_password(leila.id, PASSWORD)
    session = accounts.sessions.begin(leila.id)
    with pytest.raises(Refusal) as refused:
        accounts.set_password(leila.id, "leila amin 2026")
    assert refused.value.field == "password"
    assert accounts.sessions.find(session)
    assert accounts.known_by(PARENT, PASSWORD)


@pytest.mark.parametrize("change", [{"state": "disabled"}, {"email": "new@mail.example"}])
def test_a_shut_account_or_another_address_ends_sessions_and_links_at_once(people, accounts, change):
    leila = a_parent(people)
    session, link = accounts.sessions.begin(leila.id), accounts.make_link("sign in", leila.id, HOUR)
    people.change(leila.id, by="admin-1", **change)
    assert accounts.sessions.find(session) is None
    assert accounts.link(link, "sign in") is None


def test_another_phone_number_ends_nothing(people, accounts):
    leila = a_parent(people)
    session = accounts.sessions.begin(leila.id)
    people.change(leila.id, by="admin-1", phone="01632 960 002")
    assert accounts.sessions.find(session)
