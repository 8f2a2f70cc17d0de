"""One way to write: together or not at all, the lock taken first; and moments that know their zone."""

from datetime import UTC, datetime, timedelta, timezone
from threading import Event

import pytest
from sqlalchemy import select, text

from casework.outside.database import UTCDateTime, db, hold, one_write
from casework.outside.schema.record import refs

SUMMER = timezone(timedelta(hours=1))


def years() -> list[int]:
    """The years that have references, as anyone else sees them."""
    db.session.rollback()
    return sorted(db.session.scalars(select(refs.c.year)))


def put(year) -> None:
    """One row, in whatever transaction is open."""
    db.session.execute(refs.insert().values(year=year, last=1))


def test_everything_inside_is_written_together(each_house):
    with one_write():
        put(1)
        with one_write():
            put(2)
    assert years() == [1, 2]


def test_what_goes_wrong_anywhere_inside_undoes_everything(each_house):
    with pytest.raises(OSError, match="full"), one_write():
        with one_write():
            put(1)
        raise OSError("The disk is full.")
    assert years() == []
    with one_write():
        put(3)
    assert years() == [3]


def test_ctrl_c_half_way_writes_nothing(each_house):
    with pytest.raises(KeyboardInterrupt), one_write():
        put(1)
        raise KeyboardInterrupt
    assert years() == []


def test_a_second_writer_waits_and_reads_what_the_first_wrote(each_house):
    inside, said = Event(), []

    def first():
        with one_write():
            hold("a key")
            put(1)
            inside.set()
            said.append("first")

    def second():
        inside.wait(20)
        with one_write():
            hold("a key")
            said.append(sorted(db.session.scalars(select(refs.c.year))))

    assert each_house.at_once(first, second) == [None, None]
    assert said == ["first", [1]]


def test_a_reader_is_not_held_up_by_a_writer(each_house):
    inside, read = Event(), Event()

    def write():
        with one_write():
            put(1)
            inside.set()
            assert read.wait(20)

    def look():
        inside.wait(20)
        found = years()
        read.set()
        return found

    assert each_house.at_once(write, look) == [None, []]
    assert years() == [1]


@pytest.mark.parametrize("moment", [datetime(2026, 6, 1, 9, tzinfo=SUMMER), datetime(2026, 6, 1, 8, tzinfo=UTC)])
def test_a_moment_comes_back_aware_and_in_utc(each_house, moment):
    kept = UTCDateTime().process_bind_param(moment, None)
    assert (kept.hour, kept.tzinfo) == (8, UTC)
    each_house.office.lists.audit.look("EHC-2026-0001", "jo", "a page", moment)
    [look] = each_house.office.lists.audit.looks_of("EHC-2026-0001")
    assert (look.at, look.at.tzinfo) == (moment, UTC)


def test_a_moment_without_its_zone_is_refused():
    with pytest.raises(ValueError, match="needs its time zone"):
        UTCDateTime().process_bind_param(datetime(2026, 6, 1, 9), None)


def test_sqlite_keeps_every_promise_we_rely_on(house):
    def asked(pragma):
        return db.session.execute(text(f"PRAGMA {pragma}")).scalar()

    promised = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
    promised |= {"busy_timeout": 15000, "recursive_triggers": 1}
    assert {name: asked(name) for name in promised} == promised
