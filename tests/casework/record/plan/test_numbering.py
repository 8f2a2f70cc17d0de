"""References are given once, and links follow them."""

from dataclasses import replace

from casework.record.plan import Need, next_ref, renumbered
from tests.casework.content_makers import a_plan, a_provision, an_outcome


def test_the_next_reference_follows_the_highest():
    assert next_ref("N", []) == "N1"
    needs = [Need("N1", "B", "", ""), Need("N3", "B", "", "")]
    assert next_ref("N", needs) == "N4"
    assert next_ref("P", [a_provision(ref="new")]) == "P1"


def test_lines_are_numbered_from_one_and_keep_their_links():
    first, second = Need("ep/N1", "B", "", "One"), Need("slt/N1", "C", "", "Two")
    plan = a_plan(
        needs=(first, second),
        outcomes=(an_outcome(ref="slt/O1", needs=("slt/N1", "ep/N1")),),
        provisions=(a_provision(ref="slt/P9", needs=("slt/N1",), outcomes=("slt/O1",)),),
        none_because={"ep/N1": "Met by the school", "J": "Not wanted"},
    )
    numbered = renumbered(plan)
    assert [need.ref for need in numbered.needs] == ["N1", "N2"]
    assert numbered.outcomes[0].needs == ("N2", "N1")
    assert (numbered.provisions[0].ref, numbered.provisions[0].needs) == ("P1", ("N2",))
    assert numbered.provisions[0].outcomes == ("O1",)
    assert numbered.none_because == {"N1": "Met by the school", "J": "Not wanted"}


def test_a_link_to_nothing_is_dropped_so_that_the_gaps_show_it():
    plan = a_plan(provisions=(a_provision(needs=("N7",)),))
    assert renumbered(plan).provisions[0].needs == ()


def test_numbering_twice_changes_nothing():
    plan = renumbered(a_plan())
    assert renumbered(plan) == plan
    assert replace(plan) == plan
