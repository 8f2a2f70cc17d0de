"""What may be done now and what not yet: both tables asked, and nothing offered that is over and done with."""

from casework import access, moves
from casework.desk.deeds import ALL, deeds_of
from casework.record import entries as kinds
from tests.makers import (
    MANAGER,
    OFFICER,
    PARENT,
    a_case,
    accepted,
    assessing,
    day,
    hearing,
    joined,
    received,
    requested,
)

ALLOCATED = kinds.CaseworkerAllocated(on=day("2026-02-03"), about=OFFICER.id)


def pages(deeds) -> list[str]:
    """The pages of some deeds."""
    return [deed.page for deed in deeds]


def test_every_deed_is_a_row_of_both_tables():
    for deed in ALL:
        assert deed.action in access.rights() and deed.action in moves.lawful(), deed.action


def test_a_new_case_is_given_to_somebody_and_decided():
    deeds = deeds_of(OFFICER, a_case(requested(), joined()))
    assert pages(deeds.next) == ["allocate", "tell-partners", "assess"]
    assert ("Ask for advice", "We can ask for advice once we have agreed to assess.") in [
        (deed.words, why) for deed, why in deeds.not_yet
    ]


def test_what_is_done_is_not_offered_again():
    told = kinds.PartnersTold(on=day("2026-02-04"))
    deeds = deeds_of(OFFICER, a_case(requested(), joined(), ALLOCATED, told))
    assert pages(deeds.next) == ["assess"]
    assert [deed.words for deed in deeds.now if deed.page == "allocate"] == ["Change the caseworker"]


def test_once_advice_is_accepted_a_plan_is_decided():
    assert "plan-decision" not in pages(deeds_of(OFFICER, assessing(ALLOCATED)).next)
    assert pages(deeds_of(OFFICER, assessing(ALLOCATED, received(), accepted())).next) == ["plan-decision"]


def test_while_the_family_is_heard_the_plan_comes_first():
    assert pages(deeds_of(OFFICER, hearing(ALLOCATED)).next) == ["plan", "plan/schools"]


def test_nobody_is_offered_what_access_does_not_give_them():
    case = hearing(joined())
    offered = deeds_of(PARENT, case)
    assert all(access.may(PARENT, deed.action, case) for deed in (*offered.next, *offered.now))
    assert deeds_of(MANAGER, case).next
