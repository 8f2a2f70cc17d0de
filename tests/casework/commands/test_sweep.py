"""The nightly sweep: only cases whose day has come, each rung climbed once, and an empty post said and passed over."""

from dataclasses import replace
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import select

from casework.actions import carry_out
from casework.actions.request import withdraw_the_request
from casework.commands.sweep import sweep
from casework.outside.database import db
from casework.outside.lists.escalations import EscalationLists
from casework.outside.schema.record import sweeps
from casework.record.entries import Chased
from casework.record.register import Cover
from tests.makers import day
from tests.office import ASH, LEILA, SAM, VAL, assess, begin

# Asked on Monday 2 March 2026: working day 3 is the 5th, 5 the 9th, 6 the 10th, 8 the 12th, 10 the 16th, 11 the 17th.
FIRST, SECOND, THIRD, LATE, LEVEL_2 = map(day, ("2026-03-05", "2026-03-09", "2026-03-10", "2026-03-17", "2026-03-19"))


class Together(EscalationLists):
    """The lists, in which several sweeps all read what waits before any of them goes on."""

    def __init__(self, sweeps):
        self._all = Barrier(sweeps)

    def to_chase(self, on, *, after, limit):
        """What waits, once the others have read it too."""
        found = super().to_chase(on, after=after, limit=limit)
        if not after:
            self._all.wait(20)
        return found


class Counted(EscalationLists):
    """The lists, remembering which cases a sweep was given."""

    def __init__(self):
        self.given = []

    def to_chase(self, on, *, after, limit):
        """What waits."""
        found = super().to_chase(on, after=after, limit=limit)
        self.given += found
        return found


def swept(house, on) -> int:
    """Sweep as of a day."""
    return sweep(house.on(on), on)


def climbed(house, ref) -> list[Chased]:
    """The rungs in a diary, in the order they were climbed."""
    db.session.rollback()
    return [each.entry for each in house.office.diary.written(ref) if isinstance(each.entry, Chased)]


def with_lists(house, lists):
    """The office with other lists of what is late."""
    house.office = replace(house.office, lists=replace(house.office.lists, escalations=lists))
    return lists


def test_nothing_is_sent_before_its_day(each_house):
    ref = assess(each_house)
    assert swept(each_house, day("2026-03-04")) == 0
    assert climbed(each_house, ref) == []
    assert swept(each_house, FIRST) == 1
    assert [each.step for each in climbed(each_house, ref)] == ["E01"]


def test_only_cases_whose_day_has_come_are_looked_at(house):
    ref = assess(house)
    begin(house)
    lists = with_lists(house, Counted())
    swept(house, day("2026-03-04"))
    assert lists.given == []
    swept(house, FIRST)
    assert lists.given == [ref]
    swept(house, FIRST)
    assert lists.given == [ref]


@pytest.mark.parametrize(
    ("nights", "step", "fell_on"),
    [(0, "E06", None), (1, "E06", LATE), (3, "E07", day("2026-03-19")), (10, "E09", day("2026-03-30"))],
)
def test_after_missed_nights_the_highest_rung_is_climbed_once_and_keeps_the_day_it_fell_due(
    house, nights, step, fell_on
):
    ref, came_back = assess(house), LATE + timedelta(days={0: 0, 1: 1, 3: 3, 10: 14}[nights])
    assert [swept(house, came_back), swept(house, came_back)] == [1, 0]
    [rung] = climbed(house, ref)
    assert (rung.step, rung.on, rung.fell_on) == (step, came_back, fell_on)


class Killed(BaseException):
    """What ends a sweep from outside: nothing in it may catch this."""


def test_a_sweep_killed_half_way_and_run_again_climbs_each_rung_once(each_house):
    refs = [assess(each_house) for _ in range(3)]

    class Stops(EscalationLists):
        def to_chase(self, on, *, after, limit):
            if after:
                raise Killed
            return super().to_chase(on, after=after, limit=2)

    lists = each_house.office.lists.escalations
    with_lists(each_house, Stops())
    with pytest.raises(Killed):
        swept(each_house, FIRST)
    assert each_house.office.lists.audit.last_swept(FIRST) is None
    assert [len(climbed(each_house, ref)) for ref in refs] == [1, 1, 0]
    with_lists(each_house, lists)
    assert swept(each_house, FIRST) == 1
    assert [[each.step for each in climbed(each_house, ref)] for ref in refs] == [["E01"]] * 3


def test_a_clock_that_jumps_back_a_day_sends_nothing_twice(each_house):
    ref, before = assess(each_house), FIRST - timedelta(days=1)
    assert [swept(each_house, on) for on in (FIRST, before, FIRST, FIRST + timedelta(days=1))] == [1, 0, 0, 0]
    [rung] = climbed(each_house, ref)
    assert (rung.on, rung.fell_on) == (FIRST, None)
    assert each_house.office.lists.audit.last_swept(before) == before


def test_a_second_sweep_of_the_same_day_climbs_nothing(each_house):
    ref = assess(each_house)
    assert [swept(each_house, FIRST), swept(each_house, FIRST)] == [1, 0]
    assert len(climbed(each_house, ref)) == 1
    assert each_house.office.lists.audit.last_swept(FIRST) == FIRST


@pytest.mark.parametrize("sweeps_at_once", [2, 4])
def test_sweeps_at_once_climb_each_rung_once(each_house, sweeps_at_once):
    refs = [assess(each_house), assess(each_house)]
    with_lists(each_house, Together(sweeps_at_once))
    answers = each_house.at_once(*[lambda: swept(each_house, FIRST)] * sweeps_at_once)
    assert sum(answers) == 2
    assert [[each.step for each in climbed(each_house, ref)] for ref in refs] == [["E01"], ["E01"]]
    assert db.session.scalar(select(sweeps.c.chased)) == 2


def test_after_a_missed_week_only_the_highest_rung_is_climbed(house):
    ref = assess(house)
    assert swept(house, LATE) == 1
    assert [each.step for each in climbed(house, ref)] == ["E06"]
    assert swept(house, LEVEL_2) == 1
    assert [each.level for each in climbed(house, ref)] == [1, 2]


def test_the_one_whose_service_is_late_is_told_and_the_family_too(house):
    ref = assess(house, adviser=ASH.id)
    swept(house, LATE)
    assert climbed(house, ref)[0].told == (VAL.id, ASH.id, "jo", SAM.id)
    owed = [(row.letter, row.person) for row in house.office.post.of_case(ref) if row.owed_on == LATE]
    assert owed == [*[("advice-chased", who) for who in (VAL.id, ASH.id, "jo", SAM.id)], ("advice-is-late", LEILA.id)]


def test_whoever_covers_for_someone_away_is_told_instead(house):
    ref = assess(house, adviser=ASH.id)
    cover = {"by": VAL.id, "email": "cover@health.example", "post": "adviser", "service": "speech-and-language"}
    house.office.people.enrol(id="wyn", name="Wyn Dale", state="active", **cover)
    house.office.people.arrange_cover(Cover(VAL.id, "wyn", THIRD, LATE, "Leave"), by=VAL.id)
    swept(house, THIRD)
    assert "wyn" in climbed(house, ref)[0].told
    assert VAL.id not in climbed(house, ref)[0].told
    swept(house, LEVEL_2)
    assert VAL.id in climbed(house, ref)[1].told


def test_an_empty_post_is_passed_to_the_next_one_up_and_said(house):
    ref = assess(house, adviser=ASH.id)
    director = {"post": "director", "service": "speech-and-language", "email": "dir@health.example"}
    house.office.people.enrol(id="dir", name="Di Rowe", by="import", state="active", **director)
    house.office.people.change(VAL.id, by="import", state="disabled")
    swept(house, THIRD)
    [rung] = climbed(house, ref)
    assert rung.told == ("dir", ASH.id, "jo")
    assert rung.gaps == ("service manager", "head of service")


def test_when_everyone_is_missing_the_gaps_are_kept_and_the_rung_is_climbed(house):
    ref = assess(house)
    house.office.people.change(VAL.id, by="import", state="disabled")
    assert swept(house, THIRD) == 1
    [rung] = climbed(house, ref)
    assert set(rung.gaps) >= {"service manager", "head of service", "director", "executive", "author"}


@pytest.mark.parametrize("ended_on", [THIRD, day("2026-03-04")])
def test_a_case_that_ended_is_not_chased_and_holds_nobody_else_up(house, ended_on):
    ended, goes_on = assess(house), assess(house)
    carry_out(house.on(ended_on), LEILA, withdraw_the_request, ended, words="We are moving away.")
    lists = with_lists(house, Counted())
    assert swept(house, LATE) == 1
    assert lists.given == [goes_on]
    assert climbed(house, ended) == []
    assert len(climbed(house, goes_on)) == 1


def test_a_case_that_ends_while_the_sweep_is_on_holds_nobody_else_up(house):
    ended, goes_on = assess(house), assess(house)

    class Slow(EscalationLists):
        def to_chase(self, on, *, after, limit):
            found = super().to_chase(on, after=after, limit=limit)
            if not after:
                carry_out(house.on(LATE), LEILA, withdraw_the_request, ended, words="We are moving away.")
            return found

    with_lists(house, Slow())
    assert swept(house, LATE) == 1
    assert [len(climbed(house, ref)) for ref in (ended, goes_on)] == [0, 1]


def test_more_cases_than_one_batch_are_all_looked_at(house):
    refs = [assess(house) for _ in range(4)]
    lists = with_lists(house, Counted())
    found, after = [], ""
    while batch := lists.to_chase(FIRST, after=after, limit=3):
        found += batch
        after = batch[-1]
    assert found == refs


def test_the_command_says_what_it_did(house):
    ref = assess(house)
    answer = house.run("sweep", "--as-of", "2026-03-05")
    assert (answer.exit_code, answer.stdout) == (0, "Swept 2026-03-05: 1 rung climbed.\n")
    assert house.run("sweep", "--as-of", "2026-03-05").stdout == "Swept 2026-03-05: 0 rungs climbed.\n"
    assert climbed(house, ref)[0].on == FIRST
    assert "is not a day" in house.run("sweep", "--as-of", "2026-02-30").stderr
