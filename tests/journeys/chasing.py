"""The sixth part: medical advice is late, the ladder is climbed, the family reads it in plain words, and it comes."""

from casework.actions import carry_out
from casework.actions.advice import submit_advice
from tests.casework.content_makers import an_advice
from tests.journeys.advising import BEA, NEED, OUTCOME, PROVISION
from tests.journeys.shortcuts import MEDICAL, acting
from tests.journeys.visitor import DESK, Walk, a_day

IRIS = "iris.cole@demo.example"


def late_advice_is_chased(walk: Walk, family, sam, ref: str) -> None:
    """From the first rung to the day it comes, and everyone who was told hears of it."""
    the_ladder_is_climbed(walk, family, sam, ref)
    the_adviser_says_why(walk, family, ref)
    it_comes_and_all_are_told(walk, family, ref)


def the_ladder_is_climbed(walk: Walk, family, sam, ref: str) -> None:
    """A day after each rung the night clerk looks; a second look on the same day finds nothing to do."""
    assert walk.town.sweep("2026-10-28") == 1
    assert walk.town.sweep("2026-10-28") == 0
    page = family.open(f"/my-cases/{ref}")
    assert "Community Paediatrics is late" in page.text, page.text
    assert "We have asked their manager" in page.text and "You do not need to do anything" in page.text
    page = sam.open("/desk/escalations")
    assert "Saltmarsh Community Paediatrics" in page.text and "1 late of 1" in page.text
    sam.open(f"/desk/escalations/{ref}/{MEDICAL}")


def the_adviser_says_why(walk: Walk, family, ref: str) -> None:
    """The paediatrician says why it is late and when it will come; the family reads the new day."""
    bea = walk.visitor(**DESK)
    page = bea.sign_in(BEA)
    assert "Late" in page.text
    bea.open(f"/advice/{ref}/{MEDICAL}")
    bea.press("I have read the story")
    bea.open(f"/advice/{ref}/{MEDICAL}/late")
    bea.refused(a_day("expected", "2026-10-01"), "Send", "Choose the reason")
    bea.refused({"reason": "staff absence"}, "Send", "today or in the future")
    bea.send(a_day("expected", "2026-11-06"), "Send")
    page = family.open(f"/my-cases/{ref}")
    assert "by Fri 6 November 2026" in page.text
    assert walk.town.sweep("2026-11-04") == 1
    page = family.open(f"/my-cases/{ref}")
    assert "We have asked their director" in page.text


def it_comes_and_all_are_told(walk: Walk, family, ref: str) -> None:
    """Advice is taken in however late it is, and everyone who was told is told."""
    walk.town.turn_to("2026-11-05")
    walk.town.deliver()
    assert "decision on how this advice will be obtained" in walk.town.mail_to(IRIS, "Level 3")
    with walk.town.inside() as office:
        adviser = acting(office, "demo-bea")
        content = an_advice("medical_paediatric", need=NEED, outcome=OUTCOME, provision=PROVISION)
        carry_out(office, adviser, submit_advice, ref, about=MEDICAL, advice=content)
    walk.town.deliver()
    walk.town.mail_to(IRIS, "Settled")
    page = family.open(f"/my-cases/{ref}")
    assert "late" not in page.main.of("gt-ten")[0].text
    page = family.open(f"/my-cases/{ref}/history")
    assert "director" in page.text
    assert walk.town.sweep("2026-11-06") == 0
