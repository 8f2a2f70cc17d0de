"""Without JavaScript: asking, a first response and an answer to the draft work all the same."""

import pytest

from tests.casework.desk.plan_makers import hearing
from tests.journeys.asking import a_parent_asks
from tests.journeys.shortcuts import MEDICAL, asked_of_health
from tests.journeys.test_late_health import LEILA
from tests.journeys.visitor import DESK, PHONE, a_day

PLAIN = {"java_script_enabled": False}
BEA = "bea.lund@demo.example"


@pytest.mark.journey
def test_a_parent_asks_without_a_script(walk):
    _, ref = a_parent_asks(walk, **PLAIN)
    assert walk.town.refs() == [ref]
    assert walk.town.faults() == []


@pytest.mark.journey
def test_an_adviser_gives_a_first_response_without_a_script(walk):
    ref = asked_of_health(walk.town)
    bea = walk.visitor(**DESK, **PLAIN)
    bea.sign_in(BEA)
    bea.follow("I will send full advice")
    answers = a_day("expected", "2026-10-20") | {"author": "Bea Lund, community paediatrician"}
    bea.refused({"author": answers["author"]}, "Send", "When will you send it?")
    page = bea.send(answers, "Send")
    assert "Your first response has been sent" in page.said[0]
    assert walk.town.case(ref).advice[MEDICAL].response == "detailed_to_follow"


@pytest.mark.journey
def test_a_family_answers_the_draft_without_a_script(walk):
    walk.town.turn_to("2026-05-12")
    with walk.town.inside() as office:
        ref = hearing(office)
    leila = walk.visitor(**PHONE, **PLAIN)
    leila.sign_in(LEILA)
    leila.open(f"/my-cases/{ref}")
    leila.follow("Read the draft and reply")
    leila.follow("Tell us what you think")
    page = leila.send({"section_B": "She understands more than she says."}, "Send my comments")
    assert "Thank you" in page.said[0]
    leila.open(f"/my-cases/{ref}/draft/school")
    leila.send({"setting": "elm-park"}, "Tell us")
    case = walk.town.case(ref)
    assert len(case.replies) == 1 and case.preferred == "elm-park"
