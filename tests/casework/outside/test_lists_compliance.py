"""Figures and the lists behind them, on both databases: what SQL counts is what the diaries say, read slowly."""

from collections import Counter
from dataclasses import asdict
from datetime import timedelta

import pytest

from casework.outside.lists.compliance import LISTS
from casework.timeliness import Asked
from tests.casework import counted_slowly
from tests.casework.advice_lives import LIVES, keep
from tests.casework.counted_slowly import LIMITS
from tests.makers import day
from tests.office import SEEDED, open_house

DAYS = [day(each) for each in ("2026-03-09", "2026-03-10", "2026-03-18", "2026-03-31", "2026-04-14", "2026-06-30")]
BOTH = ("speech-and-language", "social-care")


@pytest.fixture(scope="module")
def lives(registers_url, tmp_path_factory):
    """Every life of a request there is, each a case, on each server in turn: these tests only read."""
    with open_house(registers_url, tmp_path_factory.mktemp("lives")) as house:
        for number, diary in enumerate(LIVES.values(), start=1):
            keep(house.office, f"EHC-2026-{number:04}", diary)
        yield house.office.lists.compliance, list(LIVES.values())


def asked(on, services=BOTH, limits=LIMITS, **more) -> Asked:
    """Everything up to a day."""
    return Asked(services, "2020-01", "2030-12", on, limits, **more)


def agrees(lists, diaries, on, **more):
    """What the lists count and what the diaries say are one."""
    words, late = counted_slowly.counted(diaries, on, **more)
    services = {service for service, _, _ in words} or BOTH
    tallies = lists.tallies(asked(on, services, **more))
    said = {key: {name: number for name, number in asdict(tally).items() if number} for key, tally in tallies.items()}
    expected = {key: {name: n for name, n in numbers.items() if name != "level_0"} for key, numbers in words.items()}
    assert said == expected
    assert {key: tally.level_0 for key, tally in tallies.items()} == {key: n["level_0"] for key, n in words.items()}
    for limit in LIMITS:
        found = lists.lateness(asked(on, services, (limit,), **more), "service", "month")
        for (service, month), one in found.items():
            assert one.received == late.get((service, limit, month, True), Counter())
            assert one.not_received == late.get((service, limit, month, False), Counter())
        assert len(found) == len({(s, m) for s, each, m, _ in late if each == limit})


def test_every_figure_is_what_the_diaries_say(lives):
    for on in DAYS:
        agrees(*lives, on)


def test_every_figure_of_the_demonstration_area_is_what_its_diaries_say(saltmarsh):
    office = saltmarsh.office
    diaries = [office.diary.written(ref) for ref in office.diary.refs()]
    for back in range(0, 800, 80):
        agrees(office.lists.compliance, diaries, SEEDED - timedelta(days=back))
    agrees(office.lists.compliance, diaries, SEEDED, advice="school_nursing")


def test_a_number_and_its_list_are_one(lives):
    lists, _ = lives
    for limit in LIMITS:
        [whole] = [one for one in totals(lists, limit).values()]
        for which in LISTS:
            rows, more = lists.requests(asked(DAYS[-1], limits=(limit,)), which)
            assert (len(rows), more) == (getattr(whole, which, whole.due - whole.in_time), False)


def totals(lists, limit):
    """Everything of one limit, together."""
    found = {}
    for (_, name, _), tally in lists.tallies(asked(DAYS[-1], limits=(limit,))).items():
        found[name] = found[name] + tally if name in found else tally
    return found


def test_a_list_is_paged_by_key_the_earliest_first(lives, monkeypatch):
    lists, _ = lives
    monkeypatch.setattr("casework.outside.lists.compliance.ROWS", 4)
    seen, after, more = [], None, True
    while more:
        rows, more = lists.requests(asked(DAYS[-1], limits=("full",)), "due", after=after)
        assert len(rows) <= 4
        seen += [(row.due, row.ref, row.row) for row in rows]
        after = seen[-1]
    assert seen == sorted(set(seen)) and len(seen) == totals(lists, "full")["full"].due


def test_days_late_narrow_a_list(lives):
    lists, _ = lives
    rows, _ = lists.requests(asked(DAYS[-1], limits=("full",)), "not_in_time", days=(1, 7))
    assert [row.late for row in rows] == [1, 7]
    silent = (DAYS[-1] - day("2026-03-16")).days
    rows, _ = lists.requests(asked(DAYS[-1], limits=("full",)), "not_received", days=(silent, silent))
    assert {row.due for row in rows} == {day("2026-03-16")} and all(row.standing == "out" for row in rows)


def test_one_service_is_told_nothing_of_another(lives):
    lists, _ = lives
    mine = asked(DAYS[-1], services=["social-care"])
    assert {service for service, _, _ in lists.tallies(mine)} == {"social-care"}
    assert {service for (service,) in lists.lateness(asked(DAYS[2], ["social-care"]), "service")} <= {"social-care"}
    assert {row.service for row in lists.requests(mine, "due")[0]} == {"social-care"}
    assert lists.tallies(asked(DAYS[-1], services=[])) == {}


def test_nothing_has_fallen_due_before_the_first_last_day_is_over(lives):
    lists, _ = lives
    assert lists.tallies(asked(day("2026-03-09"))) == {}
