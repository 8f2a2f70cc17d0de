"""A year in the life of an area: every kind of thing happens, and after every day everything holds that must always."""

import os
import subprocess
import sys
from datetime import date

import pytest

from casework.commands.simulated_nights import Clerk
from casework.demonstration.always import Watch
from casework.demonstration.nights import AS_USUAL, CLOCK_BACK, CUT_SHORT, MISSED, TWO_AT_ONCE, nights
from casework.demonstration.people import enrol_everyone
from casework.demonstration.simulation import Simulation, Years
from casework.tables import rows
from portal import wiring
from tests import stores
from tests.makers import day
from tests.office import House, open_house

pytestmark = pytest.mark.timeout(600)  # seconds: a whole year is the longest thing that one fixture does here
A_YEAR = Years(cases=8, first=day("2025-09-01"), last=day("2026-08-31"), seed=1)
SHORT = Years(cases=3, first=day("2026-02-02"), last=day("2026-03-31"), seed=5)
# What comes about in this year beside requests that go well.
HAPPENS = set(
    "AdviceWithdrawn AssessmentRefused ChasedByHand ChasingSettled ChildDetailsCorrected EntryStruckOut FamilyUpdated"
    " FamilyToldOfLateness FinalPlanSent LatenessExplained RequestWithdrawn ResponseCountersigned StoryAdded".split()
)
# What people try and are told that they cannot: advice that comes after the plan, for one.
SENTENCES = {row["otherwise say"] for row in rows("moves")}


def lived(house: House, years: Years) -> tuple[Simulation, list[str]]:
    """An area lived through, and every promise broken on any day of it."""
    enrol_everyone(house.office)
    clerk = Clerk(house.app, house.office, wiring.office_on)
    simulation, watch = Simulation(house.office, wiring.office_on, years, clerk=clerk), Watch(house.office)
    return simulation, [f"{today}: {sentence}" for today in simulation.days() for sentence in watch.look()]


@pytest.fixture(scope="module")
def year(shared_folder, tmp_path_factory):
    """A house in which a year has been lived, the simulation, and the promises broken in it."""
    folder = tmp_path_factory.mktemp("year")
    url = stores.fresh_sqlite(stores.sqlite_template(shared_folder), folder)
    with open_house(url, folder, A_YEAR.first) as house:
        yield house, *lived(house, A_YEAR)


def test_every_promise_holds_on_every_day(year):
    house, simulation, broken = year
    assert broken == []
    assert house.run("rebuild", "--check").exit_code == 0
    assert house.run("verify").exit_code == 0


def test_much_happens_that_should_not(year):
    house, simulation, _ = year
    diaries = [house.office.diary.written(ref) for ref in house.office.diary.refs()]
    happened = {type(each.entry).__name__ for written in diaries for each in written}
    assert HAPPENS <= happened
    assert len({house.office.diary.read(ref).door for ref in house.office.diary.refs()}) > 1
    assert set(simulation.nights) == {AS_USUAL, MISSED, TWO_AT_ONCE, CUT_SHORT, CLOCK_BACK}
    late = [each for written in diaries for each in written if each.entry.on < each.at.date()]
    assert late, "nothing was typed in late"


def test_whoever_is_refused_is_told_so_in_a_sentence_of_the_table(year):
    _, simulation, _ = year
    assert set(simulation.refused) <= SENTENCES


def test_one_three_and_ten_nights_are_missed_together():
    befalls = nights(A_YEAR.first, A_YEAR.last, A_YEAR.drawn("nights"))
    runs = "".join("x" if kind == MISSED else " " for kind in befalls.values()).split()
    assert {len(run) for run in runs} >= {1, 3, 10}


def test_the_same_seed_gives_the_same_diaries(sqlite_url, postgresql_url, tmp_path):
    (tmp_path / "here").mkdir()
    with open_house(postgresql_url, tmp_path / "here", date(2031, 7, 1)) as house:
        lived(house, SHORT)
        here = house.office.diary.heads()
    said = ["--cases", str(SHORT.cases), "--from", str(SHORT.first), "--to", str(SHORT.last), "--seed", str(SHORT.seed)]
    environ = os.environ | {"INSTANCE_PATH": str(tmp_path), "DATABASE_URL": sqlite_url, "PYTHONHASHSEED": "7"}
    flask = [sys.executable, "-m", "flask", "--app", "portal", "simulate", *said]
    subprocess.run(flask, env=environ, check=True, capture_output=True)
    with open_house(sqlite_url, tmp_path / "here") as house:
        assert house.office.diary.heads() == here
