"""The databases that tests are given: each its own, migrated, empty, and the same on both servers."""

import pytest
from sqlalchemy import create_engine, inspect, text

from casework.outside.database import db
from tests import stores


@pytest.fixture
def engine(database_url):
    """A bare connection to a fresh database, without any of our pragmas or sessions."""
    made = create_engine(database_url)
    yield made
    made.dispose()


@pytest.mark.parametrize("turn", [1, 2])
def test_a_database_is_empty_each_time(engine, turn):
    with engine.begin() as connection:
        assert connection.scalar(text("SELECT count(*) FROM refs")) == 0
        connection.execute(text("INSERT INTO refs (year, last) VALUES (2026, :turn)"), {"turn": turn})


def test_it_has_every_table_there_is(engine):
    assert set(inspect(engine).get_table_names()) == {*db.metadata.tables, "alembic_version"}


def test_the_postgresql_server_lives_in_another_time_zone(postgresql_url):
    engine = create_engine(postgresql_url)
    with engine.connect() as connection:
        assert connection.scalar(text("SHOW timezone")) == "Pacific/Auckland"
    engine.dispose()


def test_migrations_go_down_to_nothing_and_up_again(database_url):
    stores.migrate(database_url, to="base")
    engine = create_engine(database_url)
    assert set(inspect(engine).get_table_names()) == {"alembic_version"}
    stores.migrate(database_url)
    assert "entries" in inspect(engine).get_table_names()
    engine.dispose()


def test_the_migrations_make_what_the_code_says(database_url):
    assert stores.differences(database_url) == []
