"""Tables that disagree with each other, or with the code, are found before anyone relies on them."""

from importlib import import_module

import pytest

from casework import access, chasing, letters, moves
from casework.actions import review
from casework.chasing import checking
from casework.tables import rows
from tests.makers import day

TODAY = day("2026-03-02")
check = import_module("casework.commands.check")  # its package calls the command by the same name


def test_the_tables_agree_with_each_other_and_with_the_code(house):
    answer = house.run("check")
    assert (answer.exit_code, answer.stdout) == (0, "The tables agree with each other and with the code.\n")


def test_every_deed_is_found_by_its_name():
    assert check.deeds()["record a review"] is review.record_a_review
    assert "check birth date" not in check.deeds()


def with_rows(monkeypatch, table, *more):
    """The tables as if one of them had other rows."""
    monkeypatch.setattr(check, "rows", lambda name: (*rows(name), *more) if name == table else rows(name))


def test_a_deed_without_its_rows_is_found(monkeypatch, house):
    without = {name: who for name, who in access.rights().items() if name != "record a review"}
    monkeypatch.setattr(access, "rights", lambda: without)
    answer = house.run("check")
    assert answer.exit_code == 1
    assert "access.csv has no row for the deed “record a review”." in answer.stderr
    assert "moves.csv names “record a review”, which nobody can do." in answer.stderr


def test_a_deed_that_no_stage_allows_is_found(monkeypatch):
    without = {name: when for name, when in moves.lawful().items() if name != "chase"}
    monkeypatch.setattr(moves, "lawful", lambda: without)
    assert list(check.disagreements()) == ["moves.csv has no row for the deed “chase”."]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ({"when written": "PlanEaten", "to": "family"}, "letters.csv names “PlanEaten”, which no diary can hold."),
        ({"when written": "PlanAgreed", "to": "family; the King"}, "letters.csv writes to “the King”, and nobody has"),
    ],
)
def test_a_letter_for_nothing_or_to_nobody_is_found(monkeypatch, row, sentence):
    with_rows(monkeypatch, "letters", row)
    [found] = check.disagreements()
    assert found.startswith(sentence)


def test_a_post_that_the_ladder_tells_and_nobody_lists_is_found(monkeypatch):
    known = tuple(post for post in chasing.posts() if post != "director")
    monkeypatch.setattr(checking, "posts", lambda: known)
    [first, *_] = check.disagreements()
    assert first.startswith("chasing.csv, E08: No post called “director” can be told. Choose from: author, service")


def test_a_ladder_without_rungs_is_found(monkeypatch):
    monkeypatch.setattr(chasing, "first", lambda: chasing.Ladder(1, TODAY, (), ()))
    said = ["chasing.csv: One rung, and only one, must report that the law’s limit has passed."]
    assert list(check.disagreements()) == said


def test_words_to_the_family_that_no_letter_would_carry_are_found(monkeypatch):
    known = [row for row in rows("letters") if row["letter"] != "advice-is-late"]
    monkeypatch.setattr(check, "rows", lambda name: known if name == "letters" else rows(name))
    assert list(check.disagreements()) == ["letters.csv has no letter to the family for “late”."]


def test_every_recipient_a_letter_names_is_known():
    assert {to for row in rows("letters") for to in row["to"].split("; ")} <= letters.RECIPIENTS.keys()
