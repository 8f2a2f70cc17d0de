"""Simulating an area from the command line: it needs a database of its own, reports, and keeps what was lived."""

import json
from dataclasses import replace

import pytest

from casework.commands.simulated_nights import Clerk
from casework.demonstration.people import enrol_everyone
from casework.outside.database import db
from tests.office import begin, open_house

SAID = ("simulate", "--cases", "1", "--from", "2026-02-02", "--to")


@pytest.fixture
def bare(sqlite_url, tmp_path):
    """An office with nobody in it."""
    with open_house(sqlite_url, tmp_path) as house:
        yield house


def test_a_report_is_read_by_people_and_by_machines(bare):
    answer = bare.run(*SAID, "2026-02-12", "--check")
    assert answer.exit_code == 0
    said = answer.stdout.splitlines()
    assert said[0] == "From Mon 2 February 2026 to Thu 12 February 2026, seed 1"
    assert said[-1] == "Every promise held, every day."
    again = bare.run(*SAID, "2026-02-12", "--json")
    assert "There are cases here already" in again.stderr


def test_a_machine_reads_the_same_figures(bare):
    answer = bare.run(*SAID, "2026-02-12", "--json")
    assert answer.exit_code == 0, answer.stderr or answer.exception
    said = json.loads(answer.stdout)
    assert (said["from"], said["lived_until"], said["seed"], said["broken"]) == ("2026-02-02", "2026-02-12", 1, None)
    assert said["requests"] == len(bare.office.diary.refs()) == 1
    assert said["duties"]["ASSESS_DECISION_6W"] == {"in_time": 0, "late": 0, "excused": 0, "running": 1}
    assert sum(said["nights"].values()) == 11


def test_days_lived_before_it_is_stopped_are_kept(bare, monkeypatch):
    def stopped(clerk, day, kind):
        if day.isoformat() == "2026-02-10":
            db.session.connection().invalidate()  # as when it comes in the middle of a question
            raise KeyboardInterrupt

    monkeypatch.setattr(Clerk, "__call__", stopped)
    answer = bare.run(*SAID, "2026-02-12")
    assert answer.stdout.startswith("From Mon 2 February 2026 to Mon 9 February 2026")
    assert "Stopped. The days lived so far are kept." in answer.stderr


def test_people_who_are_not_made_up_are_left_alone(house):
    answer = house.run(*SAID, "2026-02-12")
    assert answer.exit_code == 1
    assert "The register holds 5 people who were not made up for the demonstration." in answer.stderr
    begin(house)
    assert "There are cases here already" in house.run(*SAID, "2026-02-12").stderr


def test_nobody_is_made_up_where_real_families_are(bare):
    enrol_everyone(bare.office)
    bare.office = replace(bare.office, area=replace(bare.office.area, demonstration=False))
    bare.move_to(bare.office.today())
    answer = bare.run(*SAID, "2026-02-12")
    assert (answer.exit_code, bare.office.diary.refs()) == (1, [])
    assert "demonstration = no" in answer.stderr


@pytest.mark.parametrize(
    ("last", "sentence"),
    [("2026-02-01", "The last day must not be before the first."), ("2026-02-30", "“2026-02-30” is not a day.")],
)
def test_days_that_make_no_sense_are_refused(bare, last, sentence):
    answer = bare.run(*SAID, last)
    assert answer.exit_code
    assert sentence in answer.stderr


def test_a_year_whose_holidays_nobody_knows_is_refused_by_name(bare):
    answer = bare.run("simulate", "--cases", "1", "--from", "2099-02-02", "--to", "2099-04-20")
    assert answer.exit_code == 1
    assert "holidays.csv says nothing about 2099" in answer.stderr
