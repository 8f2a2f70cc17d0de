"""The worker sends what is owed, sweeps once a night in London, and stops when it is told to."""

from contextlib import contextmanager
from datetime import UTC, date, datetime
from threading import Event
from types import SimpleNamespace

import pytest

from casework.commands.work import run_worker, sweep_is_due

TODAY = date(2026, 7, 14)


class Sweeps:
    """The list of days swept, kept in memory."""

    def __init__(self, last=None):
        self.last = last

    def last_swept(self, up_to):
        """The last day swept."""
        return self.last


def an_office(last_swept=None):
    """An office at ten in the morning on 14 July 2026."""
    audit = Sweeps(last_swept)
    now = datetime(2026, 7, 14, 9, tzinfo=UTC)
    return SimpleNamespace(lists=SimpleNamespace(audit=audit), today=lambda: TODAY, now=lambda: now)


def sweep(office, day):
    """A sweep that does nothing but mark its day."""
    office.lists.audit.last = day
    return 0


def work_through(office, answers, fresh=None):
    """Run the worker until it has delivered with these answers: the days it swept, and the answers left over."""
    stop, swept, left = Event(), [], list(answers)

    def deliver(_, limit):
        answer = left.pop(0)
        if not left:
            stop.set()
        return answer

    def note(there, day):
        swept.append(day)
        return sweep(there, day)

    run_worker(office, deliver, note, stop, pause=0.0, **({"fresh": fresh} if fresh else {}))
    return swept, left


@pytest.mark.parametrize(
    ("now", "last", "due"),
    [
        ("2026-07-14T01:59+00:00", date(2026, 7, 13), False),  # 02:59 in London
        ("2026-07-14T02:00+00:00", date(2026, 7, 13), True),  # three o’clock in London’s summer
        ("2026-12-14T02:00+00:00", date(2026, 12, 13), False),  # two o’clock in its winter
        ("2026-12-14T03:00+00:00", date(2026, 12, 13), True),
        ("2026-07-14T12:00+00:00", date(2026, 7, 14), False),
        ("2026-07-14T12:00+00:00", date(2026, 7, 7), True),
        ("2026-07-14T12:00+00:00", None, True),
        ("2026-07-14T23:30+00:00", date(2026, 7, 14), False),  # already the 15th in London, but not yet three
        ("2026-10-25T01:30+00:00", date(2026, 10, 24), False),  # the night with two half past ones
        ("2026-10-25T03:00+00:00", date(2026, 10, 24), True),
    ],
)
def test_the_sweep_is_due_once_a_day_after_three_in_london(now, last, due):
    assert sweep_is_due(last, datetime.fromisoformat(now)) is due


def test_after_a_missed_week_one_sweep_is_made_not_seven():
    assert work_through(an_office(date(2026, 7, 7)), [0, 0, 0])[0] == [TODAY]


def test_a_day_that_was_swept_is_not_swept_again():
    assert work_through(an_office(TODAY), [0, 0])[0] == []


def test_what_is_owed_is_sent_until_nothing_waits():
    assert work_through(an_office(TODAY), [3, 3, 1, 0]) == ([], [])


def test_each_look_at_the_post_starts_with_nothing_remembered():
    opened = []

    @contextmanager
    def fresh():
        opened.append("opened")
        yield
        opened.append("closed")

    work_through(an_office(TODAY), [2, 0], fresh)
    assert opened == ["opened", "closed"] * 4  # two letters’ turns, each with a look at whether to sweep


def test_the_sweep_does_not_wait_for_the_last_of_many_letters():
    office, stop, swept_by = an_office(), Event(), []

    def deliver(_, limit):
        swept_by.append(office.lists.audit.last)
        if len(swept_by) == 3:
            stop.set()
        return 1

    run_worker(office, deliver, sweep, stop, pause=0.0)
    assert swept_by == [None, TODAY, TODAY]


def test_a_worker_told_to_stop_beforehand_does_nothing():
    stop = Event()
    stop.set()
    run_worker(an_office(), None, None, stop)


def test_what_the_post_raises_ends_the_worker_rather_than_being_passed_over():
    def broken(office, limit):
        raise OSError("The disk is full.")

    with pytest.raises(OSError, match="full"):
        run_worker(an_office(TODAY), broken, None, Event())
