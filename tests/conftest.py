"""What every test may ask for: a fresh database on either server, a served app, and a browser kept indoors."""

import os
from contextlib import ExitStack
from pathlib import Path

import psycopg  # noqa: F401 - imported before any test freezes the clock: its first import in a freeze warns
import pytest

from tests import browser, postgres, quick, stores

SHARED = pytest.StashKey[Path]()


def pytest_configure(config):
    """Make the run's shared folder, in the one process that will see every other end."""
    quick.compile_once()
    quick.write_to_memory()
    if not hasattr(config, "workerinput"):
        config.stash[SHARED] = postgres.make_folder()


def pytest_unconfigure(config):
    """Stop what was started and leave nothing behind, however the tests went."""
    if SHARED in config.stash:
        postgres.remove_folder(config.stash[SHARED])


@pytest.fixture(scope="session")
def shared_folder() -> Path:
    """A folder that all processes of this test run share."""
    return Path(os.environ[postgres.FOLDER])


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request) -> str:
    """The address of a fresh database, migrated and empty: the test runs once on SQLite and once on PostgreSQL."""
    return request.getfixturevalue(f"{request.param}_url")


@pytest.fixture
def sqlite_url(shared_folder, tmp_path) -> str:
    """The address of a fresh SQLite database, migrated and empty."""
    return stores.fresh_sqlite(stores.sqlite_template(shared_folder), tmp_path)


@pytest.fixture
def postgresql_url(shared_folder):
    """The address of a fresh PostgreSQL database, migrated and empty, on a server of the tests' own."""
    name, url = stores.fresh_postgres(stores.postgres_template(shared_folder))
    yield url
    postgres.drop(name)


@pytest.fixture
def live_server():
    """Serve an app for a browser: live_server(app) answers with its address, as often as wanted."""
    with ExitStack() as served:
        yield lambda app: served.enter_context(browser.serving(app))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Debian's Chromium, which may call nobody."""
    return {**browser_type_launch_args, **browser.launch_arguments()}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    """A reader in England at a desk; a test of a phone gives new_context its own viewport."""
    return {**browser_context_args, "locale": "en-GB", "timezone_id": "Europe/London"}


@pytest.fixture
def new_context(new_context):
    """new_context(**settings) opens a browser of somebody else's; all of them are watched, and page is one of them."""
    watch = browser.Watch()
    yield lambda **settings: watch.over(new_context(**settings))
    assert watch.faults == []
