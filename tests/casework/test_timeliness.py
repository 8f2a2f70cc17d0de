"""How a request stood on each day: the figures' rules, one life at a time, and against a slow reading of the diary."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from casework.law.clocks import deadlines
from casework.record import entries as kinds
from casework.record.case import Case, fold
from casework.timeliness import Tally, day_by_which, limits, per_cent, rows_of
from tests.casework import counted_slowly
from tests.casework.advice_lives import LIVES, SLT, begun
from tests.casework.law.slowly import ALWAYS_THE_SAME
from tests.makers import day, received

LATER = "2026-06-30"
# Life, limit, day asked about, and how it stood: standing, days late once fixed.
EXPECTED = [
    ("silent", "first", "2026-03-09", None),
    ("silent", "first", "2026-03-10", ("out", None)),
    ("silent", "legal", LATER, ("out", None)),
    ("on the last day", "first", LATER, ("in time", None)),
    ("on the last day", "full", LATER, ("in time", None)),
    ("a day late", "first", LATER, ("late", 1)),
    ("a day late", "full", LATER, ("late", 1)),
    ("a day late", "legal", LATER, ("in time", None)),
    ("the advice is the first response", "first", LATER, ("in time", None)),
    ("returned, then accepted", "full", "2026-03-17", ("out", None)),
    ("returned, then accepted", "full", LATER, ("late", 7)),
    ("returned, then accepted", "legal", LATER, ("in time", None)),
    ("returned and silent", "full", "2026-03-17", ("in time", None)),
    ("returned and silent", "full", "2026-03-18", ("out", None)),
    ("returned and silent", "first", LATER, ("in time", None)),
    ("nothing needed", "full", "2026-03-17", ("out", None)),
    ("nothing needed", "full", "2026-03-18", ("in time", None)),
    ("nothing needed, said late", "legal", LATER, ("late", 2)),
    ("nothing needed, sent back", "full", LATER, ("out", None)),
    ("nothing needed, not accepted", "legal", LATER, ("out", None)),
    ("withdrawn before its day", "first", LATER, ("withdrawn", None)),
    ("withdrawn on its day", "full", LATER, ("withdrawn", None)),
    ("withdrawn after its day", "full", "2026-03-25", ("out", None)),
    ("withdrawn after its day", "full", LATER, ("withdrawn late", None)),
    ("the case ended first", "full", LATER, ("not needed", None)),
    ("the case ended without it", "full", LATER, ("never came", 35)),
    ("excused by the law", "legal", LATER, ("late", 14)),
    ("over Easter", "full", "2026-04-15", ("in time", None)),
    ("a month's last day", "full", LATER, ("in time", None)),
    ("struck out", "full", LATER, ("out", None)),
]


def told(diary):
    """Every row that a diary gives."""
    case = fold(diary, Case("EHC-2026-0001"))
    return rows_of(case, deadlines(case.facts, case.excuses))


def stood(diary, limit, on):
    """The row that says how the only request of a diary stood on a day, or None while its last day is not over."""
    rows = told(diary)
    found = [row for row in rows if row["limit"] == limit and row["since"] <= on < row["until"]]
    assert len(found) <= 1
    return found[0] if found else None


@pytest.mark.parametrize(("life", "limit", "on", "expected"), EXPECTED)
def test_a_request_stands_as_its_diary_says(life, limit, on, expected):
    row = stood(LIVES[life], limit, day(on))
    assert (row and (row["standing"], row["late"])) == expected


@pytest.mark.parametrize(
    ("life", "limit", "on", "excused"),
    [
        ("excused by the law", "legal", LATER, True),
        ("excused by the law", "full", LATER, False),
        ("excused after it was late", "legal", "2026-04-19", False),
        ("excused after it was late", "legal", "2026-04-20", True),
        ("excused and in time", "legal", LATER, False),
        ("put on hold", "full", LATER, True),
    ],
)
def test_an_excuse_lifts_the_limit_it_was_recorded_for_and_only_what_is_not_in_time(life, limit, on, excused):
    assert stood(LIVES[life], limit, day(on))["excused"] is excused


def test_the_highest_level_stays_when_it_is_settled():
    days = ("2026-03-18", "2026-03-19", LATER)
    assert [stood(LIVES["settled"], "full", day(on))["level"] for on in days] == [0, 2, 2]
    assert stood(LIVES["silent"], "full", day(LATER))["level"] == 4


def test_a_request_belongs_to_the_month_of_its_last_day():
    assert stood(LIVES["a month's last day"], "full", day(LATER))["month"] == "2026-03"
    assert stood(LIVES["the next month's first"], "full", day(LATER))["month"] == "2026-04"
    assert stood(LIVES["over Easter"], "full", day(LATER))["due"] == day("2026-04-14")


def test_a_life_without_trouble_takes_one_row_a_limit():
    rows = told(LIVES["on the last day"])
    assert [row["limit"] for row in rows] == ["first", "full", "legal"]


# What may happen next, by name, and after how many days: lives nobody would think of.
HAPPENS = some.lists(
    some.tuples(
        some.sampled_from(
            ["reply", "closing reply", "advice", "advice", "backdated", "return", "accept", "withdraw", "end", "chase",
             "settle", "lawful", "hold"]
        ),
        some.integers(0, 12),
    ),
    max_size=9,
)  # fmt: skip


def lived(happened):
    """A diary in which these things happened, those that the deeds would have refused left out."""
    on, entries, open_, closing, over = day("2026-03-02"), [], False, False, False
    for what, days in happened:
        on += timedelta(days=days)
        refused = over or {"advice": open_, "backdated": open_, "return": not (open_ or closing)}.get(what, False)
        refused |= what in ("reply", "closing reply", "withdraw") and open_
        refused |= what == "accept" and not (open_ or closing)
        if refused:
            continue
        open_ = what in ("advice", "backdated") or (open_ and what != "return")
        closing = what == "closing reply" or (closing and what not in ("return", "reply", "advice", "backdated"))
        over = what in ("accept", "withdraw", "end")
        entries.append(one(what, on))
    return begun(*entries)


def one(what, on):
    """One entry."""
    at = {"on": on, "about": SLT}
    reply = {"response": "x", "paper": "f" * 64}
    earlier = max(day("2026-03-02"), on - timedelta(days=5))
    return {
        "reply": kinds.FirstResponseGiven(**at, **reply),
        "closing reply": kinds.FirstResponseGiven(**at, **reply, closes=True),
        "advice": received(on=on.isoformat()),
        "backdated": received(on=earlier.isoformat()),
        "return": kinds.AdviceReturned(**at, paper="b" * 64),
        "accept": kinds.AdviceAccepted(**at),
        "withdraw": kinds.AdviceWithdrawn(**at, paper="w" * 64),
        "end": kinds.RequestWithdrawn(on=on, paper="w" * 64),
        "chase": kinds.Chased(**at, step="E07", level=on.day % 5),
        "settle": kinds.ChasingSettled(**at),
        "lawful": kinds.ExcuseRecorded(
            **at, duty="ASSESS_ADVICE_6W", ground="missed appointment", paper="e" * 64
        ),
        "hold": kinds.ExcuseRecorded(
            **at, duty="LOCAL_SIMPLE_5WD", ground="caseworker put it on hold", paper="e" * 64
        ),
    }[what]  # fmt: skip


@ALWAYS_THE_SAME
@given(HAPPENS)
def test_any_life_stands_on_any_day_as_somebody_reading_the_diary_would_say(happened):
    diary = lived(happened)
    rows = told(diary)
    for on in (day("2026-03-04") + timedelta(days=number) for number in range(0, 88, 4)):
        [request] = counted_slowly.followed(counted_slowly.told(diary, on)).values()
        for limit in limits():
            found = [row for row in rows if row["limit"] == limit and row["since"] <= on < row["until"]]
            assert said_by(found, on) == counted_slowly.judged(request, limit, on)


def said_by(found, on):
    """What the row of a day says, in the words of the slow reading."""
    if not found:
        return None
    [row] = found
    first = {"in time": "in_time", "never came": "never", "withdrawn late": "withdrawn", "not needed": "not_needed"}
    words = {first.get(row["standing"], row["standing"])}
    words |= {"withdrawn_late"} if row["standing"] == "withdrawn late" else set()
    if words & {"withdrawn", "not_needed"}:
        return words, None
    words |= {name for name in ("nil", "excused", "returned") if row[name]} | {f"level_{row['level']}"}
    return words, (on - row["due"]).days if row["standing"] == "out" else row["late"]


def test_shares_are_said_both_ways_and_silence_stays_in_them():
    month = Tally(in_time=6, late=2, out=1, never=1, excused=2, level_1=3, withdrawn=4)
    assert (month.due, month.share, month.share_without_excused, month.not_received) == (10, 60, 75, 2)
    assert month.level_0 == 7
    assert (Tally().share, Tally().share_without_excused) == (None, None)
    assert Tally(late=1, excused=1).share_without_excused is None
    assert month + month == Tally(in_time=12, late=4, out=2, never=2, excused=4, level_1=6, withdrawn=8)


@pytest.mark.parametrize(
    ("part", "whole", "said"), [(1, 2, 50), (1, 8, 13), (999, 1000, 99), (1, 1000, 1), (0, 9, 0), (9, 9, 100)]
)
def test_a_share_is_whole_and_never_says_all_or_none_when_it_is_not(part, whole, said):
    assert per_cent(part, whole) == said


@pytest.mark.parametrize(
    ("days", "median", "ninetieth"),
    [
        ([], None, None),
        ([4], 4, 4),
        ([1, 9], 1, 9),
        ([1, 2, 3], 2, 3),
        (list(range(1, 11)), 5, 9),
        (list(range(1, 12)), 6, 10),
        ([1] * 9 + [40], 1, 1),
        ([1] * 8 + [40] * 2, 1, 40),
    ],
)
def test_the_smallest_number_of_days_that_covers_half_and_nine_in_ten(days, median, ninetieth):
    grouped = {each: days.count(each) for each in days}
    assert (day_by_which(grouped, 50), day_by_which(grouped, 90)) == (median, ninetieth)


def test_the_limits_are_those_of_the_timetable():
    assert [(limit.name, limit.duty) for limit in limits().values()] == list(counted_slowly.DUTIES.items())
