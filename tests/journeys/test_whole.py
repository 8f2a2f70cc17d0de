"""A family's request becomes an issued plan, in a browser, on both databases."""

import os
from pathlib import Path

import pytest

from tests.journeys.asking import a_parent_asks
from tests.journeys.town import open_town
from tests.journeys.visitor import Walk

PICTURES = os.environ.get("PICTURES")


@pytest.fixture
def walk(database_url, tmp_path, live_server, new_context):
    """A walk that begins on Monday 7 September 2026."""
    town = open_town(tmp_path, database_url, "2026-09-07")
    town.address = live_server(town.app)
    yield Walk(town, new_context, Path(PICTURES) if PICTURES else None)
    town.close()


@pytest.mark.journey
def test_a_request_becomes_an_issued_plan(walk):
    family, ref = a_parent_asks(walk)
    assert walk.town.refs() == [ref]
    assert walk.town.faults() == []
