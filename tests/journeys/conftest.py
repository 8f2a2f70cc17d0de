"""Where a journey begins: a town on Monday 7 September 2026, served to a browser, on each database."""

import os
from pathlib import Path

import pytest

from tests.journeys.town import open_town
from tests.journeys.visitor import Walk

PICTURES = os.environ.get("PICTURES", "")


@pytest.fixture
def town(database_url, tmp_path, live_server):
    """The demonstration's people, no cases, and an address to open in a browser."""
    town = open_town(tmp_path, database_url, "2026-09-07")
    town.address = live_server(town.app)
    yield town
    town.close()


@pytest.fixture
def walk(town, database_url, new_context):
    """A walk through the town, which leaves its pictures where PICTURES says; axe scans it on the first database."""
    return Walk(town, new_context, Path(PICTURES) if PICTURES else None, scans=database_url.startswith("sqlite"))
