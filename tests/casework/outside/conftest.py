"""A database that the tests of one file share, emptied after each: making one for each of them would take a minute."""

import pytest

from casework.outside.database import db, one_write
from casework.outside.people import People
from casework.outside.schema import people as t
from tests import postgres, stores
from tests.casework.outside.register_makers import Hands, opened

TABLES = (t.people, t.services, t.settings, t.cover, t.register_changes, t.secrets, t.spare_codes)
TABLES += (t.user_sessions, t.links, t.attempts, t.kept_forms, t.views, t.feeds)


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def registers_url(request, shared_folder, tmp_path_factory):
    """The address of a migrated database, on each server in turn."""
    if request.param == "sqlite":
        yield stores.fresh_sqlite(stores.sqlite_template(shared_folder), tmp_path_factory.mktemp("registers"))
        return
    name, url = stores.fresh_postgres(stores.postgres_template(shared_folder))
    yield url
    postgres.drop(name)


@pytest.fixture(scope="module")
def open_registers(registers_url):
    """An app around that database."""
    with opened(registers_url) as app:
        yield app


@pytest.fixture
def registers(open_registers):
    """The registers, empty, with an app whose context other threads may open."""
    yield open_registers
    db.session.rollback()
    with one_write():
        for table in TABLES:
            db.session.execute(table.delete())
    db.session.remove()


@pytest.fixture
def hands():
    """A clock whose hands this test moves."""
    return Hands()


@pytest.fixture
def people(registers, hands):
    """People, services and settings."""
    return People(hands)
