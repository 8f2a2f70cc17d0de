"""The demonstration area: made by deeds with dates, the same each time, and nobody real in it."""

import re

import pytest

from casework.tables import rows
from tests import stores
from tests.office import SEEDED, open_house, seeded

MADE_UP_PHONE = re.compile(r"01632 960\d{3}|07700 900\d{3}")


def checks(number: str) -> bool:
    """Whether the last digit of an NHS number is right."""
    left = 11 - sum(int(digit) * weight for digit, weight in zip(number, range(10, 1, -1), strict=False)) % 11
    return left % 11 == int(number[9])


def worklist(house) -> list[dict]:
    """The worklist’s row of every case."""
    return [house.office.diary.rows(ref)["case"] for ref in house.office.diary.refs()]


@pytest.fixture(scope="module")
def again(shared_folder, tmp_path_factory):
    """Five lives of the same seed, made twice: what the worklist of each says."""
    found = []
    for number in (1, 2):
        folder = tmp_path_factory.mktemp("again")
        stores.sqlite_template(shared_folder)
        (folder / f"{stores.TEMPLATE}.sqlite3").write_bytes(stores.sqlite_template(shared_folder).read_bytes())
        made = seeded(folder, cases=5, seed=7)
        with open_house(stores.fresh_sqlite(made, folder), folder, SEEDED) as house:
            found.append(worklist(house))
    return found


def test_the_same_seed_makes_the_same_area(again):
    first, second = again
    assert len(first) == 5
    assert first == second


def test_another_seed_makes_another_area(again, saltmarsh):
    assert [row["child"] for row in worklist(saltmarsh)] != [row["child"] for row in again[0]]


def test_cases_stand_at_many_stages_and_nothing_is_after_the_last_day(saltmarsh):
    lived = worklist(saltmarsh)
    assert len(lived) == 8
    assert len({row["stage"] for row in lived}) >= 5
    for ref in saltmarsh.office.diary.refs():
        days = [each.entry.on for each in saltmarsh.office.diary.written(ref)]
        assert max(days) <= SEEDED
        assert all(each.at.date() <= SEEDED for each in saltmarsh.office.diary.written(ref))


def test_every_life_holds_together(saltmarsh):
    assert saltmarsh.run("verify").exit_code == 0
    assert saltmarsh.run("rebuild", "--check").exit_code == 0


def test_the_night_clerk_left_nothing_undone(saltmarsh):
    assert saltmarsh.office.lists.escalations.to_chase(SEEDED.replace(day=SEEDED.day - 3), after="", limit=50) == []


def test_nobody_in_it_is_real(saltmarsh):
    for row in worklist(saltmarsh):
        assert row["nhs_number"].startswith("999")
        assert checks(row["nhs_number"])
    for row in (*rows("demonstration-people"), *rows("demonstration-services"), *rows("demonstration-settings")):
        assert row["email"].endswith(".example") or not row["email"]
        assert MADE_UP_PHONE.fullmatch(row["phone"]) or not row["phone"]
