"""Every row beside the diary can be made again from it, and a row that differs is seen."""

import pytest

from casework.outside.database import db
from tests.office import assess, begin, tamper

WRONG = [
    ("UPDATE worklist SET child = 'Somebody Else'", "case"),
    ("UPDATE worklist SET next_due = '2030-01-01'", "case"),
    ("UPDATE worklist SET seal = ''", "case"),
    ("UPDATE duties SET due = '2030-01-01' WHERE row = 1", "duties"),
    ("DELETE FROM duties WHERE row = 1", "duties"),
    ("UPDATE contributions SET next_chase = NULL", "contributions"),
    ("UPDATE timeliness SET standing = 'in time'", "timeliness"),
    ("DELETE FROM parties", "parties"),
    ("INSERT INTO consultations (ref, row, setting, asked_on, answer) "
     "SELECT ref, 1, 'elm-park', '2026-03-03', '' FROM worklist LIMIT 1", "consultations"),
    ("INSERT INTO outcomes (ref, row, outcome, category, due, wish) "
     "SELECT ref, 1, 'O1', 'learning', '2027-01-01', '' FROM worklist LIMIT 1", "outcomes"),
]  # fmt: skip


def test_rows_written_by_deeds_are_what_the_diary_tells(each_house):
    begin(each_house)
    assess(each_house)
    answer = each_house.run("rebuild", "--check")
    assert (answer.exit_code, answer.stdout) == (0, "2 cases: every row is what the diary tells.\n")


@pytest.mark.parametrize(("statement", "part"), WRONG)
def test_a_wrong_row_is_seen_and_rebuild_mends_it(house, statement, part):
    ref = assess(house)
    right = house.office.diary.rows(ref)
    tamper(statement)
    checked = house.run("rebuild", "--check")
    assert (checked.exit_code, checked.stderr) == (1, f"{ref}: {part} is not what the diary tells.\n")
    assert house.office.diary.rows(ref) != right
    assert house.run("rebuild").stdout == "1 of 1 cases rebuilt.\n"
    db.session.rollback()
    assert house.office.diary.rows(ref) == right
    assert house.run("rebuild", "--check").exit_code == 0


def test_a_case_the_worklist_forgot_comes_back(each_house):
    ref = assess(each_house)
    right = each_house.office.diary.rows(ref)
    derived = ("duties", "contributions", "timeliness", "parties", "owed", "identifiers", "worklist")
    tamper(*[f"DELETE FROM {name}" for name in derived])
    assert each_house.run("rebuild", "--check").exit_code == 1
    assert each_house.run("rebuild").exit_code == 0
    assert each_house.office.diary.rows(ref) == right


def test_nothing_is_written_when_nothing_is_wrong(house):
    assess(house)
    assert house.run("rebuild").stdout == "1 cases: every row is what the diary tells.\n"
