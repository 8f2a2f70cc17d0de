"""Second factors: a code works once, around its time, and a spare one when the phone is lost."""

from concurrent.futures import ThreadPoolExecutor

import pyotp
import pytest

from casework.outside.accounts import Accounts
from casework.outside.accounts_codes import Codes
from casework.outside.database import db
from casework.outside.schema.people import spare_codes
from tests.casework.outside.register_makers import a_therapist

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture
def codes(registers, hands):
    """Second factors in an empty database."""
    return Codes(hands)


def shown(hands, secret=SECRET, late=0) -> str:
    """What an authenticator shows, whose clock is so many seconds late."""
    return pyotp.TOTP(secret).at(int(hands().timestamp()) - late)


def test_the_code_of_now_is_right_and_another_is_not(codes, hands):
    codes.turn_on("ash", SECRET)
    assert not codes.right("ash", "000000")
    assert codes.right("ash", shown(hands))


def test_a_code_is_right_once(codes, hands):
    codes.turn_on("ash", SECRET)
    code = shown(hands)
    assert codes.right("ash", code)
    assert not codes.right("ash", code)
    hands.on(seconds=30)
    assert not codes.right("ash", code)
    assert codes.right("ash", shown(hands))


@pytest.mark.parametrize(("late", "right"), [(-60, False), (-30, True), (0, True), (30, True), (60, False)])
def test_a_phones_clock_may_be_one_step_wrong(codes, hands, late, right):
    codes.turn_on("ash", SECRET)
    assert codes.right("ash", shown(hands, late=late)) is right


def test_an_earlier_code_is_not_right_after_a_later_one(codes, hands):
    codes.turn_on("ash", SECRET)
    earlier = shown(hands, late=30)
    assert codes.right("ash", shown(hands))
    assert not codes.right("ash", earlier)


@pytest.mark.parametrize("code", ["", " ", "12345", "１２３４５６", "\x00", "\ud800", "a" * 200])
def test_what_is_no_code_is_never_right(codes, code):
    codes.turn_on("ash", SECRET)
    assert not codes.right("ash", code)
    assert not codes.right("nobody", code)


def test_a_new_second_factor_is_asked_for_only_after_a_code_from_it(codes, hands):
    codes.start("ash")
    secret, uri = codes.pending("ash", name="ash@health.example", area="Saltmarsh")
    assert not codes.is_on("ash")
    assert not codes.right("ash", shown(hands, secret))
    assert "issuer=Golden%20Thread%2C%20Saltmarsh" in uri
    assert not codes.confirm("ash", "000000")
    assert codes.confirm("ash", shown(hands, secret))
    assert codes.is_on("ash")
    assert codes.pending("ash", name="", area="") == ("", "")


def test_the_code_that_turned_it_on_does_not_sign_in_as_well(codes, hands):
    codes.start("ash")
    secret, _ = codes.pending("ash", name="", area="")
    assert codes.confirm("ash", shown(hands, secret))
    assert not codes.right("ash", shown(hands, secret))


def test_the_old_phone_works_until_the_new_one_does_and_then_no_more(codes, hands):
    codes.turn_on("ash", SECRET)
    codes.start("ash")
    secret, _ = codes.pending("ash", name="", area="")
    assert codes.right("ash", shown(hands))
    assert codes.confirm("ash", shown(hands, secret))
    hands.on(seconds=30)
    assert not codes.right("ash", shown(hands))
    assert codes.right("ash", shown(hands, secret))


def test_starting_again_forgets_the_secret_that_was_shown_before(codes, hands):
    codes.start("ash")
    before, _ = codes.pending("ash", name="", area="")
    codes.start("ash")
    assert codes.pending("ash", name="", area="")[0] != before
    assert not codes.confirm("ash", shown(hands, before))


def test_nothing_is_confirmed_that_was_not_started(codes):
    assert not codes.confirm("ash", "000000")
    assert codes.pending("ash", name="", area="") == ("", "")


def test_each_spare_code_works_once_however_it_is_typed(codes):
    codes.turn_on("ash", SECRET)
    first, second, *rest = codes.new_spares("ash")
    assert len({first, second, *rest}) == 8
    assert codes.right("ash", f" {first.upper()} ")
    assert not codes.right("ash", first)
    assert codes.right("ash", second.replace("-", ""))
    assert codes.spares_left("ash") == 6


def test_spare_codes_are_one_persons_and_kept_nowhere_as_they_are(codes):
    codes.turn_on("ash", SECRET)
    codes.turn_on("bea", SECRET)
    spare = codes.new_spares("ash")[0]
    assert not codes.right("bea", spare)
    assert spare.replace("-", "") not in str(db.session.execute(spare_codes.select()).all())


def test_new_spare_codes_end_the_old_ones(codes):
    codes.turn_on("ash", SECRET)
    old = codes.new_spares("ash")[0]
    codes.new_spares("ash")
    assert not codes.right("ash", old)
    assert codes.spares_left("ash") == 8


def test_turning_it_off_ends_the_codes_and_the_spare_ones(codes, hands):
    codes.turn_on("ash", SECRET)
    spare = codes.new_spares("ash")[0]
    codes.turn_off("ash")
    assert not codes.is_on("ash")
    assert not codes.right("ash", shown(hands))
    assert not codes.right("ash", spare)


def test_turning_it_on_and_off_is_written_down_without_the_secret(people, hands):
    accounts = Accounts(hands, quick=True)
    ash = a_therapist(people)
    accounts.codes.start(ash.id)
    secret, _ = accounts.codes.pending(ash.id, name="", area="")
    assert accounts.confirm(ash.id, "000000") == []
    assert len(accounts.confirm(ash.id, shown(hands, secret))) == 8
    accounts.turn_off(ash.id, by="admin-1")
    off, on, _ = people.changes_of(ash.id)
    assert (off["by"], off["after"], on["after"]) == ("admin-1", {"second factor": "off"}, {"second factor": "on"})


def test_one_code_entered_by_many_at_once_is_right_once(registers, codes, hands):
    codes.turn_on("ash", SECRET)

    def enter(_):
        with registers.app_context():
            return codes.right("ash", shown(hands))

    with ThreadPoolExecutor(6) as crowd:
        assert sorted(crowd.map(enter, range(6))) == [False] * 5 + [True]
