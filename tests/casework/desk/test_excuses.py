"""Lawful exceptions: claimed by an adviser, accepted or not by the caseworker, and a waiting list refused."""

from datetime import timedelta

import pytest

from casework.actions import carry_out
from casework.actions.excusing import claim_an_excuse
from tests.casework.desk.desk_makers import ASH, ASKED, JO, LEILA, SAM, SLT, asked, assessing, page, refused, send

LEGAL = "ASSESS_ADVICE_6W"
WEEK_13 = ASKED + timedelta(weeks=13)
SAID = {"ground": "missed appointment", "words": "Noor could not come on 3 March; the clinic wrote it down."}
FIRST_DAY = {"since_day": "3", "since_month": "3", "since_year": "2026"}


def at(ref, rest=""):
    """The page of exceptions of a case, or one below it."""
    return f"/desk/case/{ref}/excuse{rest}"


def claimed(desk) -> str:
    """A case whose advice is late, and whose adviser has asked for an exception."""
    desk.turn_to(WEEK_13)
    ref = assessing(desk)
    evidence = {"words": SAID["words"], "since": "2026-03-03"}
    said = {"duty": LEGAL, "about": SLT, "ground": SAID["ground"], "evidence": evidence, "person": ASH.id}
    carry_out(desk.office, ASH, claim_an_excuse, ref, **said)
    return ref


def test_a_ground_the_law_allows_is_recorded_with_its_days_and_no_date_moves(desk):
    ref = asked(desk)
    shown = page(desk.client(JO), at(ref))
    assert "Decide whether to assess" in shown.text and "A waiting list" in shown.text
    assert "Tell the family that we have their request" not in shown.links
    path = at(ref, "/ASSESS_DECISION_6W/-")
    said = {"ground": "away for 4 weeks or more", "words": "Abroad from 2 February; a letter from the airline."}
    days = {"since_day": "2", "since_month": "2", "since_year": "2026"}
    assert "Say what happened" in refused(send(desk.client(JO), path, ground=said["ground"]))
    assert "Enter the first day it covers" in refused(send(desk.client(JO), path, **said))
    short = days | {"until_day": "20", "until_month": "2", "until_year": "2026"}
    wrong = refused(send(desk.client(JO), path, **said, **short))
    assert "needs 28 days without a break; from 2 February to 20 February is 19 days" in wrong
    assert send(desk.client(JO), path, **said, **days).status_code == 303
    [excuse] = desk.case(ref).excuses
    assert (excuse.duty, excuse.ground, excuse.accepted_by) == ("ASSESS_DECISION_6W", said["ground"], JO.id)
    shown = page(desk.client(JO), f"/desk/case/{ref}").text
    assert "Excused: away for 4 weeks or more, from Mon 2 February 2026. Accepted by Jo Marsh" in shown


@pytest.mark.parametrize(
    ("ground", "why"),
    [
        ("waiting list", "A waiting list is not a ground in law. Regulation 8(2) names the only grounds"),
        ("a school holiday of less than 4 weeks", "Regulations 5(4) and 10(4) need the school to be shut"),
    ],
)
def test_what_is_no_ground_is_refused_in_a_sentence_that_says_why(desk, ground, why):
    ref = assessing(desk)
    answers = {"ground": ground, "words": "There are 40 before her.", **FIRST_DAY}
    assert why in refused(send(desk.client(JO), at(ref, f"/{LEGAL}/{SLT}"), **answers))
    assert why in refused(send(desk.client(ASH), f"/advice/{ref}/{SLT}/exception", **answers))
    assert desk.case(ref).excuses == desk.case(ref).claims == ()


def test_an_adviser_asks_and_nothing_is_lifted_until_it_is_accepted(desk):
    desk.turn_to(WEEK_13)
    ref = assessing(desk)
    answer = send(desk.client(ASH), f"/advice/{ref}/{SLT}/exception", **SAID, **FIRST_DAY)
    assert answer.status_code == 303
    [claim] = desk.case(ref).claims
    assert (claim.person, claim.waits, claim.ground) == (ASH.id, True, "missed appointment")
    shown = page(desk.client(ASH), f"/advice/{ref}/{SLT}").text
    assert "Exception claimed, not accepted yet: missed appointment" in shown and "Late, excused" not in shown
    again = send(desk.client(ASH), f"/advice/{ref}/{SLT}/exception", **SAID, **FIRST_DAY)
    assert "already, and waits" in refused(again)


def test_what_was_claimed_stands_ready_to_be_accepted(desk):
    ref = claimed(desk)
    shown = page(desk.client(JO), at(ref))
    assert "Exception claimed, not accepted yet" in shown.text and shown.link("Accept it")
    assert "We have been asked to excuse this, because your child could not be seen" in _family(desk, ref)
    assert send(desk.client(JO), at(ref, f"/{LEGAL}/{SLT}")).status_code == 303
    case = desk.case(ref)
    assert (case.claims, [excuse.accepted_by for excuse in case.excuses]) == ((), [JO.id])
    assert "late, excused" in page(desk.client(JO), f"/desk/case/{ref}/advice/{SLT}").text
    assert "It is excused: the law allows for this, because your child could not be seen" in _family(desk, ref)


def test_what_is_not_accepted_says_so_to_everybody(desk):
    ref = claimed(desk)
    path = at(ref, f"/{LEGAL}/{SLT}/not-accepted")
    assert "Say why it is not accepted" in refused(send(desk.client(SAM), path))
    assert send(desk.client(SAM), path, words="The clinic moved it; the family was there.").status_code == 303
    [claim] = desk.case(ref).claims
    assert (claim.turned_down_on, desk.case(ref).excuses) == (WEEK_13, ())
    assert "Exception not accepted: missed appointment" in page(desk.client(ASH), f"/advice/{ref}/{SLT}").text
    assert "We did not accept it, so this counts as late" in _family(desk, ref)
    assert desk.client(SAM).get(path).status_code == 404


def _family(desk, ref) -> str:
    """What the family reads."""
    return page(desk.client(LEILA), f"/my-cases/{ref}").text


def test_a_limit_that_is_not_running_cannot_be_excused(desk):
    ref = asked(desk)
    for duty in ("LOCAL_ACK_2WD/-", "ASSESS_ADVICE_6W/-", "NOTHING/-", "PLAN_FINAL_20W/x"):
        assert desk.client(SAM).get(at(ref, f"/{duty}")).status_code == 404
