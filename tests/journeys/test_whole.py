"""A family's request becomes an issued plan, in a browser, on both databases."""

import os
from pathlib import Path

import pytest

from tests.journeys.advising import (
    BY_OTHERS,
    OT,
    a_therapist_advises,
    accepts,
    it_is_sent_back_once,
    nothing_is_needed,
    others_advise,
)
from tests.journeys.asking import a_parent_asks
from tests.journeys.deciding import advice_is_asked_for, it_is_decided_to_assess, the_panel_advises
from tests.journeys.taking_in import the_request_is_taken_in
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
    twin = walk.town.has_a_twin(first_name="Noor", last_name="Khan", born="2018-03-31")
    family, ref = a_parent_asks(walk)
    assert walk.town.refs() == [twin, ref]
    jo, sam = the_request_is_taken_in(walk, ref, twin)
    the_panel_advises(walk, jo, ref)
    it_is_decided_to_assess(walk, jo, ref)
    advice_is_asked_for(walk, jo, ref)
    walk.town.turn_to("2026-10-14")
    ash = a_therapist_advises(walk, ref)
    nothing_is_needed(walk, ref)
    others_advise(walk.town, ref)
    it_is_sent_back_once(jo, ash, ref)
    accepts(jo, ref, OT, *BY_OTHERS)
    assert walk.town.faults() == []
