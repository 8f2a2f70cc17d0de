"""The migrations make what the code says, go down to nothing, and come up again, on both servers."""

import pytest
from sqlalchemy import inspect, text

from casework.outside.database import db
from casework.outside.schema.guards import GUARDED
from tests import stores


def tables(url) -> set[str]:
    """The tables there are."""
    with stores.connected(url):
        return set(inspect(db.engine).get_table_names()) - {"alembic_version"}


def guards(url) -> set[str]:
    """The names of the guards that are up."""
    asked = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT DISTINCT trigger_name FROM information_schema.triggers",
    }
    with stores.connected(url), db.engine.connect() as connection:
        return set(connection.execute(text(asked[connection.dialect.name])).scalars())


@pytest.fixture
def url(database_url):
    """A database as the migrations leave it."""
    return database_url


def test_up_down_and_up_again(url):
    there, up = tables(url), guards(url)
    assert there == set(db.metadata.tables)
    assert stores.differences(url) == []
    assert {name.rsplit("_", 1)[0] for name in up} == {*GUARDED, "ladders"}
    stores.migrate(url, "base")
    assert (tables(url), guards(url)) == (set(), set())
    stores.migrate(url)
    assert (tables(url), guards(url)) == (there, up)
    assert stores.differences(url) == []
