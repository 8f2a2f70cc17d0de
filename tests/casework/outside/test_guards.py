"""What is written in a diary cannot be changed or removed, by any statement, on either server."""

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from casework.outside.database import db
from casework.outside.schema import record as t
from casework.outside.schema.guards import GUARDED, SENTENCE, drop_guards, make_guards
from tests.office import begin

CHANGES = (
    "UPDATE entries SET about = 'somebody else'",
    "UPDATE entries SET seq = seq + 100",
    "DELETE FROM entries",
    "DELETE FROM entries WHERE n = 3",
    "UPDATE papers SET text = '{}'",
    "DELETE FROM papers",
)
REPLACED = (
    "INSERT OR REPLACE INTO entries SELECT seq, ref, n, 'PartyLeft', \"on\", about, body, recorded_at, recorded_by, "
    "on_behalf_of, seal FROM entries",
    "INSERT OR REPLACE INTO papers SELECT ref, digest, kind, '{}' FROM papers",
    "REPLACE INTO papers SELECT ref, digest, kind, '{}' FROM papers",
)


def kept():
    """Every entry and paper there is."""
    db.session.rollback()
    return [list(db.session.execute(select(table))) for table in (t.entries, t.papers)]


def refused(statement):
    """Say a statement to the database, and be refused in our own words."""
    with pytest.raises(DBAPIError, match=SENTENCE):
        db.session.execute(text(statement))


@pytest.mark.parametrize("statement", CHANGES)
def test_no_statement_changes_or_removes_what_was_written(each_house, statement):
    begin(each_house)
    before = kept()
    refused(statement)
    assert kept() == before != [[], []]


@pytest.mark.parametrize("statement", REPLACED)
def test_nothing_is_replaced_by_writing_it_again_on_sqlite(house, statement):
    begin(house)
    before = kept()
    refused(statement)
    assert kept() == before


@pytest.mark.parametrize("table", GUARDED)
def test_no_table_of_the_diary_is_emptied_on_postgresql(each_house, table):
    begin(each_house)
    before = kept()
    if db.engine.dialect.name == "postgresql":
        refused(f"TRUNCATE {table} CASCADE")
    assert kept() == before


def test_the_guards_come_down_and_go_up_again(each_house):
    begin(each_house)
    dialect = db.engine.dialect.name
    for statement in drop_guards(dialect):
        db.session.execute(text(statement))
    db.session.execute(text("UPDATE entries SET about = 'changed'"))
    for statement in make_guards(dialect):
        db.session.execute(text(statement))
    refused("UPDATE entries SET about = 'again'")
