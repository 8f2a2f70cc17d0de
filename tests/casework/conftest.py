"""Houses for tests: a real office with a few people in it, on SQLite or on each server in turn."""

import pytest
from sqlalchemy import text

from casework.outside.database import db
from tests import postgres, stores
from tests.office import SEEDED, enrol, open_house, seeded


@pytest.fixture(scope="session")
def emptied_url(shared_folder):
    """The address of a PostgreSQL database that tests share, one after another: making one takes a second."""
    name, url = stores.fresh_postgres(stores.postgres_template(shared_folder))
    yield url
    postgres.drop(name)


@pytest.fixture
def house(sqlite_url, tmp_path):
    """An office on SQLite with a few people in it."""
    with open_house(sqlite_url, tmp_path) as house:
        enrol(house.office)
        yield house


@pytest.fixture(params=["sqlite", "postgresql"])
def each_house(request, tmp_path):
    """An office with a few people in it, on each server in turn; the shared database is emptied after each test."""
    url = request.getfixturevalue("sqlite_url" if request.param == "sqlite" else "emptied_url")
    with open_house(url, tmp_path) as house:
        enrol(house.office)
        yield house
        if request.param == "postgresql":
            _empty()


@pytest.fixture(scope="module")
def saltmarsh(shared_folder, tmp_path_factory):
    """Eight lives of the demonstration area, shared by the tests of one module, on SQLite."""
    stores.sqlite_template(shared_folder)
    folder = tmp_path_factory.mktemp("saltmarsh")
    with open_house(stores.fresh_sqlite(seeded(shared_folder), folder), folder, SEEDED) as house:
        yield house


def _empty() -> None:
    """Take every row away but the first ladder, which is there from the start.

    The guards stand aside for a replica, which only the server's owner may say it is.
    """
    db.session.rollback()
    db.session.execute(text("SET LOCAL session_replication_role = replica"))
    names = ", ".join(f'"{table.name}"' for table in db.metadata.tables.values() if table.name != "ladders")
    db.session.execute(text(f"TRUNCATE {names} RESTART IDENTITY CASCADE"))
    db.session.execute(text("DELETE FROM ladders WHERE number > 1"))
    db.session.commit()
