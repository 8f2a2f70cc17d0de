"""A late health contribution is escalated, excused, given and settled: every floor of the house in one walk."""

from datetime import date
from threading import Barrier, Thread

import pytest

from casework.actions import carry_out
from casework.actions.advice import confirm_the_story_read, submit_advice
from casework.commands.sweep import sweep
from casework.law.clocks import deadlines
from casework.record.register import Cover
from tests.casework.content_makers import an_advice
from tests.journeys.shortcuts import MEDICAL, acting, asked_of_health
from tests.journeys.taking_in import JO
from tests.journeys.visitor import DESK, PHONE, a_day
from tests.makers import day

LEILA, OMAR = "leila.amin@demo.example", "omar.sen@demo.example"
LIMIT = "ASSESS_ADVICE_6W"


def two_sweeps_at_once(town, written: str) -> int:
    """The rungs that two night clerks climb together."""
    town.turn_to(written)
    climbed, ready = [], Barrier(2)

    def clerk():
        with town.inside() as office:
            ready.wait()
            climbed.append(sweep(office, day(written)))

    clerks = [Thread(target=clerk) for _ in range(2)]
    for each in clerks:
        each.start()
    for each in clerks:
        each.join()
    return len([step for step in town.case(town.refs()[0]).advice[MEDICAL].steps]) if len(climbed) == 2 else -1


def limit(town, ref: str):
    """The legal limit of the medical advice."""
    case = town.case(ref)
    return next(each for each in deadlines(case.facts, case.excuses) if (each.duty.id, each.about) == (LIMIT, MEDICAL))


@pytest.mark.journey
def test_late_health_advice_is_chased_excused_and_settled(town, walk):
    ref = asked_of_health(town)
    assert two_sweeps_at_once(town, "2026-10-28") == 1
    while_the_head_of_service_is_away(town)
    assert town.sweep("2026-11-05") == 1, "After missed nights the highest rung alone is climbed."
    assert town.case(ref).advice[MEDICAL].level == 3
    the_one_who_covers_is_told(town)
    family = walk.visitor(**PHONE)
    the_family_reads_it(family, ref)
    the_lead_sees_it(walk, ref)
    an_exception_is_recorded(walk, town, ref)
    assert (limit(town, ref).due, limit(town, ref).standing(day("2026-11-24"))) == (day("2026-11-23"), "late, excused")
    page = family.open(f"/my-cases/{ref}")
    assert "It is excused: the law allows for this" in page.text
    it_comes(town, ref)
    assert limit(town, ref).standing(day("2026-12-01")) == "met late, excused"
    assert town.sweep("2026-12-02") == 0
    page = family.open(f"/my-cases/{ref}")
    assert not page.main.of("gt-late__mark")
    assert town.faults() == []


def while_the_head_of_service_is_away(town) -> None:
    """Iris is away for a fortnight, and Omar covers for her."""
    with town.inside() as office:
        away = Cover("demo-iris", "demo-omar", date(2026, 11, 2), date(2026, 11, 13))
        office.people.arrange_cover(away, by="demo-max")


def the_one_who_covers_is_told(town) -> None:
    town.deliver()
    assert "decision on how this advice will be obtained" in town.mail_to(OMAR, "Level 3")


def the_family_reads_it(family, ref: str) -> None:
    family.sign_in(LEILA)
    page = family.open(f"/my-cases/{ref}")
    assert "Community Paediatrics is late" in page.text and "We have asked their director" in page.text


def the_lead_sees_it(walk, ref: str) -> None:
    omar = walk.visitor(**DESK)
    page = omar.sign_in(OMAR)
    assert page.h1 == "Late advice" and "1 late of 1" in page.text
    page = omar.open(f"/desk/escalations/{ref}/{MEDICAL}")
    assert "AA" in page.h1 and "Amira" not in page.text


def an_exception_is_recorded(walk, town, ref: str) -> None:
    """The family missed an appointment: a ground the law knows. The date does not move."""
    town.turn_to("2026-11-24")
    jo = walk.visitor(**DESK)
    jo.sign_in(JO)
    jo.open(f"/desk/case/{ref}/excuse")
    jo.open(f"/desk/case/{ref}/excuse/{LIMIT}/{MEDICAL}")
    jo.refused({"ground": "missed appointment"}, "Record it", "Say what happened")
    days = a_day("since", "2026-11-03") | a_day("until", "2026-11-20")
    words = {"words": "Amira was ill on 3 November, and the clinic’s next day was 20 November."}
    page = jo.send(words | days, "Record it")
    assert "The date stays where the law put it" in page.said[0]


def it_comes(town, ref: str) -> None:
    """The advice arrives eight days after the limit, and is taken in."""
    town.turn_to("2026-12-01")
    with town.inside() as office:
        bea = acting(office, "demo-bea")
        carry_out(office, bea, confirm_the_story_read, ref, about=MEDICAL, person=bea.id)
        carry_out(office, bea, submit_advice, ref, about=MEDICAL, advice=an_advice("medical_paediatric"))
    town.deliver()
    town.mail_to(OMAR, "Settled")
