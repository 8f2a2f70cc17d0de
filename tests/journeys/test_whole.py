"""A family's request becomes an issued plan, in a browser, on both databases. PICTURES=<folder> keeps what was seen."""

import pytest

from tests.journeys import advising, chasing, deciding, issuing, planning
from tests.journeys.asking import a_parent_asks
from tests.journeys.taking_in import the_request_is_taken_in


@pytest.mark.journey
@pytest.mark.timeout(1200)
def test_a_request_becomes_an_issued_plan(walk):
    """One child's case, by six people and more, with every page that they meet scanned and read."""
    twin = walk.town.another_is_asked_for(first_name="Noor", last_name="Khan", born="2018-03-31")
    family, ref = a_parent_asks(walk)
    assert walk.town.refs() == [twin, ref]
    jo, sam = the_request_is_taken_in(walk, family, ref, twin)
    deciding.the_panel_advises(walk, jo, ref)
    deciding.it_is_decided_to_assess(walk, jo, ref)
    deciding.advice_is_asked_for(walk, jo, ref)
    advising.advice_is_given(walk, jo, ref)
    chasing.late_advice_is_chased(walk, family, sam, ref)
    advising.accepts(jo, ref, chasing.MEDICAL)
    planning.a_plan_is_agreed(walk, jo, ref)
    planning.it_is_written(jo, ref)
    planning.it_is_served(walk, jo, ref)
    planning.the_family_answers(walk, family, ref)
    planning.a_school_is_asked(walk, jo, ref)
    issuing.a_plan_is_issued(walk, family, jo, ref)
    issuing.everybody_looks_round(family, jo, sam, ref)
    assert walk.town.faults() == []
