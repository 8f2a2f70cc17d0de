"""Patience with guessers: so many tries, a wait, and nobody locked out for good."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from casework.outside.accounts_tries import MOST, Tries
from casework.outside.database import db
from casework.outside.schema.people import attempts
from tests.casework.outside.register_makers import PARENT


@pytest.fixture
def tries(registers, hands):
    """Tries in an empty database."""
    return Tries(hands)


def many(tries, hands, number, **about) -> int:
    """Try so often, a second apart; answers with how many were let through."""
    let = 0
    for _ in range(number):
        let += tries.begin(**about) is not None
        hands.on(seconds=1)
    return let


def test_ten_guesses_at_an_account_are_looked_at_in_a_quarter_of_an_hour(tries, hands):
    assert many(tries, hands, 15, account=PARENT) == MOST["account"] == 10
    hands.on(minutes=15)
    assert tries.begin(account=PARENT)


def test_guesses_are_let_through_again_one_by_one_as_the_old_ones_pass(tries, hands):
    many(tries, hands, 10, account=PARENT)
    hands.on(minutes=14, seconds=51)
    assert many(tries, hands, 3, account=PARENT) == 3
    assert tries.begin(account="other@mail.example")


def test_the_wait_is_a_quarter_of_an_hour_to_the_second(tries, hands):
    for _ in range(10):
        assert tries.begin(account=PARENT)
    hands.on(minutes=14, seconds=59)
    assert tries.begin(account=PARENT) is None
    hands.on(seconds=1)
    assert tries.begin(account=PARENT)


def test_two_spellings_of_an_address_are_one_account(tries, hands):
    many(tries, hands, 10, account=PARENT)
    assert tries.begin(account=f" {PARENT.upper()} ") is None


def test_many_accounts_from_one_address_are_one_guesser(tries, hands):
    let = sum(many(tries, hands, 1, account=f"{number}@mail.example", address="192.0.2.7") for number in range(110))
    assert let == MOST["address"] == 100
    assert tries.begin(account=PARENT, address="192.0.2.7") is None
    assert tries.begin(account=PARENT, address="192.0.2.8")


def test_a_try_that_must_wait_is_not_counted_so_waiting_is_never_longer(tries, hands):
    many(tries, hands, 10, account=PARENT, address="192.0.2.7")
    many(tries, hands, 100, account=PARENT, address="192.0.2.7")
    hands.on(minutes=13, seconds=20)
    assert tries.begin(account=PARENT, address="192.0.2.7")


def test_a_right_try_does_not_count(tries, hands):
    for _ in range(30):
        counted = tries.begin(account=PARENT, address="192.0.2.7")
        tries.forgive(counted, account=PARENT, address="192.0.2.7")
        hands.on(seconds=1)
    assert tries.begin(account=PARENT)


def test_a_right_try_does_not_forgive_the_wrong_ones(tries, hands):
    many(tries, hands, 9, account=PARENT)
    tries.forgive(tries.begin(account=PARENT), account=PARENT)
    hands.on(seconds=1)
    assert many(tries, hands, 5, account=PARENT) == 1


def test_an_address_nobody_knows_is_not_counted(tries, hands):
    assert many(tries, hands, 12, account=PARENT, address="") == 10
    assert tries.begin(account="other@mail.example", address="")


def test_no_address_can_be_read_from_what_is_kept(tries):
    tries.begin(account=PARENT, address="192.0.2.7")
    kept = str(db.session.execute(attempts.select()).all())
    assert PARENT not in kept
    assert "192.0.2.7" not in kept


def test_old_tries_are_forgotten(tries, hands):
    many(tries, hands, 5, account=PARENT)
    hands.on(minutes=20)
    tries.begin(account="other@mail.example")
    assert len(db.session.execute(attempts.select()).all()) == 1


def test_guesses_that_come_all_at_once_are_all_counted(registers, tries):

    def guess(_):
        with registers.app_context():
            return tries.begin(account=PARENT, address="192.0.2.7") is not None

    with ThreadPoolExecutor(8) as crowd:
        assert sum(crowd.map(guess, range(40))) == MOST["account"]
