"""A table that somebody has just edited wrongly is refused by its row, in a sentence, before anything is served."""

from importlib import import_module

import click
import pytest

import portal
from casework.tables import rows

check_rows = import_module("casework.commands.check_rows")

WRONG = [
    ("moves", {"when the case is": "asessing"}, "Row 2 of moves.csv: no case is ever “asessing”."),
    ("moves", {"otherwise say": " "}, "Row 2 of moves.csv: it says nothing to whoever is refused."),
    ("chasing", {"working day": "three"}, "Row 2 of chasing.csv: “three” is not a number of working days."),
    ("chasing", {"level": "9"}, "Row 2 of chasing.csv: levels.csv has no level “9”."),
    ("chasing", {"until we have": "advise"}, "Row 2 of chasing.csv: nobody knows “advise” under “until we have”."),
    ("letters", {"only when": "keyed is said"}, "Row 2 of letters.csv: RequestReceived says nothing called “keyed”."),
    ("letters", {"must say": "decide-bye"}, "Row 2 of letters.csv: must-say.csv does not list “decide-bye”."),
    ("telling", {"duty": "LOCAL_ACK"}, "Row 2 of telling.csv: timetable.csv has no rule called “LOCAL_ACK”."),
]


def with_first(monkeypatch, table, *firsts):
    """The tables as if the first row of one of them were these."""
    monkeypatch.setattr(check_rows, "rows", lambda name: (*firsts, *rows(name)[1:]) if name == table else rows(name))


def test_the_tables_as_they_are_can_be_believed():
    assert list(check_rows.wrong_rows()) == []


@pytest.mark.parametrize(("table", "changes", "sentence"), WRONG)
def test_a_wrong_cell_is_refused_by_its_row(monkeypatch, table, changes, sentence):
    with_first(monkeypatch, table, {**rows(table)[0], **changes})
    assert list(check_rows.wrong_rows()) == [sentence]


@pytest.mark.parametrize("table", ["access", "moves", "chasing", "posts", "telling"])
def test_two_rows_about_one_thing_are_refused(monkeypatch, table):
    word = rows(table)[0][check_rows.ONE_EACH[table]]
    with_first(monkeypatch, table, rows(table)[0], rows(table)[0])
    assert list(check_rows.wrong_rows()) == [f"{table}.csv has 2 rows for “{word}”."]


def test_nothing_is_served_by_a_table_that_cannot_be_believed(monkeypatch):
    with_first(monkeypatch, "chasing", {**rows("chasing")[0], "level": "9"})
    with pytest.raises(click.ClickException, match="^Row 2 of chasing.csv: levels.csv has no level “9”.$"):
        portal.create_app()
