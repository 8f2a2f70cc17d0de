"""The table of bank holidays, against two packages that others keep, and its refusals."""

from datetime import date, timedelta

import holidays
import pytest
from govuk_bank_holidays.bank_holidays import BankHolidays

from casework.errors import GapInOurTables
from casework.law.working_days import CountedDays, calendar, read_holidays
from casework.tables import rows
from tests.casework.law.slowly import BANK_HOLIDAYS, day

YEARS = range(2014, 2031)
PACKAGE = holidays.country_holidays("GB", subdiv="ENG", years=YEARS)
GOV_UK = BankHolidays(use_cached_holidays=True).get_holidays(division="england-and-wales")


def weekdays(days):
    return {each for each in days if each.weekday() < 5 and each.year in YEARS}


def test_the_table_has_the_bank_holidays_of_the_package_holidays():
    assert set(calendar().holidays) == weekdays(PACKAGE)


def test_the_table_has_the_bank_holidays_that_gov_uk_has_published():
    published = weekdays(each["date"] for each in GOV_UK)
    known = {date.fromisoformat(row["day"]) for row in rows("holidays") if row["evidence"] == "gov.uk list"}
    assert known == published


def test_the_table_has_the_bank_holidays_of_the_projects_own_list():
    assert BANK_HOLIDAYS == {each for each in calendar().holidays if 2020 <= each.year <= 2028}


def test_years_that_nobody_has_published_say_so():
    expected = {row["day"][:4] for row in rows("holidays") if row["evidence"] == "expected"}
    assert expected == {"2029", "2030"}


@pytest.mark.parametrize("extra", ["2022-06-03", "2022-09-19", "2023-05-08"])
def test_one_off_bank_holidays_are_no_working_days(extra):
    assert not calendar().is_working_day(day(extra))


def test_a_working_day_is_neither_a_weekend_nor_a_bank_holiday():
    assert calendar().is_working_day(day("2026-04-02"))
    assert not calendar().is_working_day(day("2026-04-03"))
    assert not calendar().is_working_day(day("2026-04-04"))
    assert calendar().why_not(day("2026-04-02")) == ""
    assert calendar().why_not(day("2026-04-03")) == "bank holiday: Good Friday"
    assert calendar().why_not(day("2026-04-04")) == "weekend"


def test_a_weekend_needs_no_table_and_a_weekday_of_an_unknown_year_is_refused():
    assert not calendar().is_working_day(day("2050-01-01"))
    with pytest.raises(GapInOurTables, match="holidays.csv says nothing about 2050"):
        calendar().is_working_day(day("2050-01-03"))


def test_counted_days_know_their_neighbours():
    odd = CountedDays(day("2026-01-01"), day("2026-01-09"), lambda when: when.day % 2)
    assert odd.after(day("2026-01-02"), 2) == day("2026-01-05")
    assert odd.on_or_before(day("2026-01-04")) == day("2026-01-03")
    assert odd.on_or_after(day("2026-01-04")) == day("2026-01-05")
    assert odd.on_or_after(day("2026-01-05")) == day("2026-01-05")


def test_counted_days_do_not_guess_beyond_their_ends():
    even = CountedDays(day("2026-01-01"), day("2026-01-09"), lambda when: when.day % 2 == 0)
    assert even.on_or_before(day("2026-01-01")) is None
    assert even.on_or_before(day("2026-02-01")) is None
    for ask in (lambda: even.on_or_after(day("2026-01-09")), lambda: even.after(day("2026-01-08"), 1)):
        with pytest.raises(GapInOurTables, match="2027"):
            ask()
    with pytest.raises(GapInOurTables, match="2025"):
        even.after(day("2025-12-31"), 1)


def test_the_first_day_of_the_table_is_already_in_it():
    first = CountedDays(day("2026-01-01"), day("2026-01-09"), lambda when: True)
    assert first.after(day("2026-01-01"), 1) == day("2026-01-02")
    assert first.on_or_after(day("2026-01-01")) == day("2026-01-01")
    assert calendar().working.after(day("2014-01-01"), 1) == day("2014-01-02")
    assert calendar().working.on_or_after(day("2030-12-31")) == day("2030-12-31")


def test_the_last_day_of_the_table_is_still_in_it():
    last = CountedDays(day("2026-01-01"), day("2026-01-09"), lambda when: True)
    assert last.after(day("2026-01-08"), 1) == day("2026-01-09")
    assert last.on_or_before(day("2026-01-09")) == day("2026-01-09")
    assert last.on_or_before(day("2026-01-01")) == day("2026-01-01")


def a_year(**changes):
    """Eight Mondays of 2026 as rows; `changes` alter the third, which is row 4 of the file."""
    days = [date(2026, 3, 2) + timedelta(weeks=number) for number in range(8)]
    found = [{"day": each.isoformat(), "name": "A holiday", "evidence": "expected"} for each in days]
    found[2] |= changes
    return found


def test_a_year_of_bank_holidays_is_read():
    assert list(read_holidays(a_year()).years) == [2026]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"day": "2026-02-30"}, "Row 4 of holidays.csv has no date we can read: 2026-02-30"),
        ({"day": "2026-03-14"}, "Row 4 of holidays.csv is a weekend"),
        ({"day": "2026-03-09"}, "Row 4 of holidays.csv is not after the row before it"),
        ({"name": ""}, "Row 4 of holidays.csv does not say which holiday"),
        ({"evidence": "a friend"}, "Row 4 of holidays.csv does not say which holiday, or how we know"),
    ],
)
def test_a_wrong_row_is_refused_by_its_number(changes, sentence):
    with pytest.raises(GapInOurTables, match=sentence):
        read_holidays(a_year(**changes))


def test_a_year_half_filled_a_year_left_out_and_an_empty_table_are_refused():
    with pytest.raises(GapInOurTables, match="every bank holiday of 2026"):
        read_holidays(a_year()[:7])
    later = [row | {"day": row["day"].replace("2026", "2029")} for row in a_year()]
    with pytest.raises(GapInOurTables, match="every bank holiday of 2027"):
        read_holidays(a_year() + later)
    with pytest.raises(GapInOurTables, match="holidays.csv is empty"):
        read_holidays([])
