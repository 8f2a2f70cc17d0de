"""The database: one connection rule for SQLite and PostgreSQL, and the one way to write."""

import sqlite3
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import BigInteger, DateTime, Integer, MetaData, event, text
from sqlalchemy.engine import Engine
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

PRAGMAS = (
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",  # with NORMAL a power cut can lose writes we have acknowledged
    "PRAGMA foreign_keys=ON",
    "PRAGMA busy_timeout=15000",
    "PRAGMA recursive_triggers=ON",  # without it INSERT OR REPLACE slips past the triggers on entries
    "PRAGMA temp_store=MEMORY",
    "PRAGMA cache_size=-20000",
)
NAMES = {
    "ix": "ix_%(column_0_N_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
_writing: ContextVar[bool] = ContextVar("writing", default=False)


class Base(DeclarativeBase):
    """Only the home of the metadata: we use tables and plain rows, no lazy relations."""

    metadata = MetaData(naming_convention=NAMES)


db = SQLAlchemy(model_class=Base)
Number = BigInteger().with_variant(Integer, "sqlite")  # SQLite numbers rows by itself only in an INTEGER column


class UTCDateTime(TypeDecorator):
    """A moment, always aware and always UTC. A naive one is refused, for it could be any moment."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value, dialect):
        """Keep a moment; raises ValueError for a naive one."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("A moment needs its time zone.")
        return value.astimezone(UTC)

    def process_result_value(self, value, dialect):
        """Give back an aware moment; SQLite forgets the zone, so it is said again."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


@event.listens_for(Engine, "connect")
def _prepare(connection, _record):
    """Give every SQLite connection our pragmas, and take transactions out of the driver's hands."""
    if isinstance(connection, sqlite3.Connection):
        connection.isolation_level = None
        for pragma in PRAGMAS:
            connection.execute(pragma)


@event.listens_for(Engine, "begin")
def _begin(connection):
    """A writer takes the lock before it reads: a lock taken later fails at once, whatever the timeout says."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE" if _writing.get() else "BEGIN")


@contextmanager
def one_write():
    """Everything inside is written together or not at all; may be nested, and commits at the outermost exit.

    What was read before the outermost entry is forgotten: it may be stale.
    """
    if _writing.get():
        yield
        return
    db.session.rollback()
    mark = _writing.set(True)
    try:
        yield
        db.session.commit()
    except BaseException:
        db.session.rollback()
        raise
    finally:
        _writing.reset(mark)


def hold(key: str) -> None:
    """Wait until nobody else is writing about `key`, until this transaction ends.

    SQLite has one writer at a time already; PostgreSQL is asked for a lock on the key.
    """
    if db.session.get_bind().dialect.name == "postgresql":
        db.session.execute(text("SELECT pg_advisory_xact_lock(hashtext(:key))"), {"key": key})
