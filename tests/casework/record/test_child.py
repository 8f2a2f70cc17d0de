"""A child's age and year group, by school years."""

from datetime import date

import pytest

from casework.record.child import Child, age, year_group, year_name


@pytest.mark.parametrize(
    ("born", "on", "year"),
    [
        ("2021-08-31", "2025-09-01", 0),
        ("2021-09-01", "2025-09-01", -1),
        ("2021-08-31", "2025-08-31", -1),
        ("2017-05-04", "2026-03-03", 4),
        ("2012-02-29", "2025-09-01", 9),
        ("2001-01-01", "2026-03-03", 20),
    ],
)
def test_a_year_group_changes_on_the_first_of_september(born, on, year):
    assert year_group(date.fromisoformat(born), date.fromisoformat(on)) == year


def test_a_birthday_on_the_leap_day_comes_on_the_first_of_march():
    assert age(date(2012, 2, 29), date(2026, 2, 28)) == 13
    assert age(date(2012, 2, 29), date(2026, 3, 1)) == 14


@pytest.mark.parametrize(
    ("year", "words"), [(-2, "Before nursery"), (-1, "Nursery"), (0, "Reception"), (13, "Year 13")]
)
def test_a_year_group_has_a_name(year, words):
    assert year_name(year) == words


def test_the_year_group_a_setting_told_us_is_used_before_the_birth_date():
    kept_back = Child("Sam", born="2017-05-04", year_group="Year 3")
    assert kept_back.year_on(date(2026, 3, 3)) == 3
    assert Child("Sam", born="2017-05-04").year_on(date(2026, 3, 3)) == 4
    assert Child("Sam", born="2017-05-04").year_on(None) is None
    assert Child("Sam").year_on(date(2026, 3, 3)) is None


def test_a_child_is_called_what_they_like_to_be_called():
    assert Child("Samira", "Okafor", "Sam").called == "Sam"
    assert Child("Samira", "Okafor").called == "Samira"
    assert Child("Samira", "Okafor").full_name == "Samira Okafor"
    assert Child("Samira", "Okafor").initials == "SO"
    assert Child("Samira").initials == "S"
