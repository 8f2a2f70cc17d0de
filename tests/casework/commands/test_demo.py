"""Making the demonstration area from the command line, and saying who lives there; never where real families are."""

import json
from dataclasses import replace

import pyotp
import pytest

from tests.office import begin, open_house


@pytest.fixture
def bare(sqlite_url, tmp_path):
    """An office with nobody in it."""
    with open_house(sqlite_url, tmp_path) as house:
        yield house


def test_an_area_is_made_once(bare):
    answer = bare.run("seed", "--cases", "1", "--as-of", "2026-11-24")
    assert (answer.exit_code, answer.stdout.splitlines()[-1]) == (0, "Saltmarsh has 1 cases.")
    again = bare.run("seed", "--cases", "1")
    assert again.stdout == "There are cases already, so nothing was added.\n"
    assert len(bare.office.diary.refs()) == 1


def test_nothing_is_made_up_where_there_are_cases(house):
    begin(house)
    people = len(house.office.people.staff("caseworker"))
    assert house.run("seed").stdout == "There are cases already, so nothing was added.\n"
    assert len(house.office.people.staff("caseworker")) == people


def test_nothing_is_made_up_where_real_families_are(house):
    house.office = replace(house.office, area=replace(house.office.area, demonstration=False))
    house.move_to(house.office.today())
    answer = house.run("seed", "--cases", "1")
    assert answer.exit_code == 1
    assert "demonstration = no" in answer.stderr
    assert house.office.diary.refs() == []


def test_everyone_who_can_sign_in_is_printed_with_the_way_in(saltmarsh):
    said = json.loads(saltmarsh.run("demo-people").stdout)
    assert {"parent", "caseworker"} <= {"parent" if one["capacity"] == "family" else one["capacity"] for one in said}
    for one in said:
        person = saltmarsh.office.people.by_email(one["email"])
        assert (person.id, person.name) == (one["id"], one["name"])
        assert bool(one["second_factor_secret"]) == bool(person.post)
        assert not person.post or pyotp.TOTP(one["second_factor_secret"]).now()
