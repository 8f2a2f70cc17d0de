"""The sweep when things go wrong: killed half way, four at once, nights missed, a clock that is wrong or changed."""

import os
import signal
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest

from casework.commands.sweep import sweep
from casework.commands.work import sweep_is_due
from casework.law.counting import add_working_days
from casework.outside.database import db
from casework.outside.lists.escalations import EscalationLists
from casework.outside.post import Post
from casework.record.entries import Chased
from tests.makers import day
from tests.office import assess

FIRST, SECOND, THIRD = map(day, ("2026-03-05", "2026-03-09", "2026-03-10"))  # see test_sweep.py


class Together(EscalationLists):
    """The lists, in which several sweeps all read what waits before any of them goes on."""

    def __init__(self, number):
        self._all = Barrier(number)

    def to_chase(self, on, *, after, limit):
        """What waits, once everybody has read it."""
        found = super().to_chase(on, after=after, limit=limit)
        if not after:
            self._all.wait(20)
        return found


class Killed(Post):
    """A post in which the machine dies outright while the letters of one case are being written."""

    def __init__(self, now, *, after):
        super().__init__(now)
        self._left = after

    def owe(self, ref, owed, *, on):
        """Owe letters; or die, in the middle of the transaction that owes them."""
        super().owe(ref, owed, on=on)
        self._left -= 1
        if not self._left:
            os.kill(os.getpid(), signal.SIGKILL)


def swept(house, on) -> int:
    """Sweep as of a day."""
    return sweep(house.on(on), on)


def rungs(house, ref) -> list[str]:
    """The rungs in a diary, in order, each with the day it was climbed."""
    db.session.rollback()
    written = house.office.diary.written(ref)
    return [f"{each.entry.step} {each.entry.on}" for each in written if isinstance(each.entry, Chased)]


def letters(house, ref) -> list[tuple[str, str, str]]:
    """What the ladder owes on a case."""
    owed = [row for row in house.office.post.of_case(ref) if "chased" in row.letter]
    return sorted((row.letter, row.person, row.service) for row in owed)


def test_a_sweep_killed_half_way_is_done_by_the_next_and_nothing_twice(each_house):
    refs = [assess(each_house) for _ in range(3)]
    db.session.rollback()
    child = os.fork()
    if not child:  # a process of its own, with connections of its own, that dies in the middle of the second case
        db.engine.dispose(close=False)
        there = each_house.on(FIRST)
        sweep(replace(there, post=Killed(there.now, after=2)), FIRST)
        os._exit(0)
    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL
    assert [rungs(each_house, ref) for ref in refs] == [["E01 2026-03-05"], [], []]
    assert each_house.office.lists.audit.last_swept(FIRST) is None
    assert swept(each_house, FIRST) == 2
    assert [rungs(each_house, ref) for ref in refs] == [["E01 2026-03-05"]] * 3
    assert letters(each_house, refs[0]) == letters(each_house, refs[1]) != []
    assert each_house.run("verify").exit_code == each_house.run("rebuild", "--check").exit_code == 0


def test_four_sweeps_at_once_climb_each_rung_once(each_house):
    refs = [assess(each_house) for _ in range(3)]
    lists = replace(each_house.office.lists, escalations=Together(4))
    each_house.office = replace(each_house.office, lists=lists)
    assert sum(each_house.at_once(*[lambda: swept(each_house, FIRST)] * 4)) == 3
    assert [rungs(each_house, ref) for ref in refs] == [["E01 2026-03-05"]] * 3
    assert letters(each_house, refs[0]) == letters(each_house, refs[2]) != []


@pytest.mark.parametrize(
    ("missed", "climbed"),
    # One night, three and ten after working day 3: only the highest rung reached is climbed, on the day it is.
    [(1, "E01 2026-03-06"), (3, "E01 2026-03-08"), (10, "E04 2026-03-15")],
)
def test_after_missed_nights_the_highest_rung_is_climbed_on_the_first_night_there_is(house, missed, climbed):
    ref = assess(house)
    assert swept(house, FIRST + timedelta(days=missed)) == 1
    assert rungs(house, ref) == [climbed]


def test_a_clock_put_back_climbs_nothing_again_and_forgets_nothing(house):
    ref = assess(house)
    assert [swept(house, SECOND), swept(house, FIRST), swept(house, FIRST - timedelta(days=300))] == [1, 0, 0]
    assert swept(house, THIRD) == 1
    assert rungs(house, ref) == ["E02 2026-03-09", "E03 2026-03-10"]
    assert house.office.lists.audit.last_swept(THIRD) == THIRD


@pytest.mark.parametrize(
    ("before", "after", "last"),
    [
        # The clocks go forward at 01:00 UTC on 29 March 2026 and back at 01:00 UTC on 25 October.
        ("2026-03-29T01:59", "2026-03-29T02:00", "2026-03-28"),
        ("2026-10-25T02:59", "2026-10-25T03:00", "2026-10-24"),
        ("2028-02-29T02:59", "2028-02-29T03:00", "2028-02-28"),
    ],
)
def test_a_night_on_which_the_clocks_change_and_a_leap_day_are_swept_once(before, after, last):
    before, after = (datetime.fromisoformat(words).replace(tzinfo=UTC) for words in (before, after))
    assert not sweep_is_due(day(last), before)
    assert sweep_is_due(day(last), after)
    assert not sweep_is_due(after.date(), after + timedelta(hours=12))


def test_a_machine_whose_clock_jumps_back_does_not_sweep_a_day_twice():
    assert not sweep_is_due(day("2026-03-10"), datetime(2026, 3, 9, 12, tzinfo=UTC))


def test_working_days_step_over_a_leap_day_like_any_other():
    assert add_working_days(day("2028-02-28"), 1) == day("2028-02-29")
    assert add_working_days(day("2028-02-29"), 1) == day("2028-03-01")
