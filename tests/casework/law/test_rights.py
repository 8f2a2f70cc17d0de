"""Whose rights they are, and until when."""

import pytest

from casework.law import rights
from tests.casework.law.slowly import day


@pytest.mark.parametrize(("born", "last_day"), [("2009-08-31", "2025-06-27"), ("2009-09-01", "2026-06-26")])
def test_rights_pass_after_the_last_friday_in_june_and_not_on_the_birthday(born, last_day):
    assert rights.compulsory_school_age_ends(day(born)) == day(last_day)
    assert (rights.rights_pass_on(day(born)) - day(last_day)).days == 1


def test_the_time_to_appeal_rolls_and_the_time_to_ask_for_mediation_does_not():
    sent = day("2025-12-31")
    assert rights.last_day_to_appeal(sent) == day("2026-03-02")
    assert rights.last_day_to_ask_for_mediation(sent) == day("2026-02-28")


def test_a_later_certificate_gives_longer_and_an_earlier_one_takes_nothing_away():
    assert rights.last_day_to_appeal(day("2026-10-01"), day("2026-11-29")) == day("2027-01-04")
    assert rights.last_day_to_appeal(day("2026-10-01"), day("2026-10-05")) == day("2026-12-01")
