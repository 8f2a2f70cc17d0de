"""Where a journey may begin later on: a case brought by deeds as far as a walk wants it."""

from casework.actions import carry_out
from casework.actions.advice import ask_for_advice
from casework.actions.decision import agree_to_assess
from casework.actions.joining import allocate_a_caseworker, name_the_lead_professional
from casework.record.people import Actor
from tests.journeys.deciding import REASONS

MEDICAL = "medical_paediatric-1"


def acting(office, person: str) -> Actor:
    """One of the demonstration's people, at work."""
    one = office.people.person(person)
    return Actor(one.id, one.name, one.post, one.service, one.setting, True)


def asked_of_health(town) -> str:
    """A case whose medical advice was asked for on Monday 12 October 2026."""
    ref = town.another_is_asked_for()
    town.turn_to("2026-10-12")
    with town.inside() as office:
        carry_out(office, acting(office, "demo-sam"), allocate_a_caseworker, ref, person="demo-jo")
        jo = acting(office, "demo-jo")
        reasons = {"family_words": REASONS, "evidence": ["The story"], "test_applied": "yes", "decided_by": "Jo Marsh"}
        carry_out(office, jo, agree_to_assess, ref, reasons=reasons)
        carry_out(office, jo, name_the_lead_professional, ref, person=jo.id)
        asked = {"advice": "medical_paediatric", "service": "community-paediatrics", "agency": "health"}
        carry_out(office, jo, ask_for_advice, ref, **asked)
    return ref
