"""The links between needs, outcomes and provision."""

from casework.record.plan import Need
from tests.casework.content_makers import a_plan, a_provision, an_outcome


def test_lines_are_found_by_section_and_by_the_need_they_meet():
    health = Need("N2", "C", "health_related_to_sen", "Sam tires after an hour.")
    plan = a_plan(
        needs=a_plan().needs + (health,),
        outcomes=(an_outcome(), an_outcome(ref="O2", needs=("N2",))),
        provisions=(a_provision(), a_provision(ref="P2", section="G", needs=("N2",), outcomes=("O2",))),
    )
    assert [need.ref for need in plan.needs_in("C")] == ["N2"]
    assert [line.ref for line in plan.provisions_in("G")] == ["P2"]
    assert [line.ref for line in plan.outcomes_for("N2")] == ["O2"]
    assert [line.ref for line in plan.provisions_for("N1")] == ["P1"]
    assert plan.provisions_in("H1") == ()
