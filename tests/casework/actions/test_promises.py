"""Lateness told and told again, a lead professional who left, a new caseworker the family was really told of."""

import pytest

from casework import promises
from casework.actions.joining import leave_the_case
from casework.actions.promises import (
    note_the_family_was_told,
    record_that_the_lead_left,
    tell_the_family_of_lateness,
    update_the_family,
)
from casework.errors import Refusal
from casework.law.clocks import deadlines
from casework.record import entries as kinds
from casework.record.papers import Paper
from tests.makers import (
    OFFICER,
    PARENT,
    a_case,
    agreed,
    asked,
    assessing,
    day,
    hearing,
    joined,
    received,
    requested,
)

SLT = "speech_language-1"  # asked for on Monday 2 March 2026: full advice by the 16th, the law's limit on 13 April
ACKNOWLEDGED = kinds.RequestAcknowledged(on=day("2026-02-02"))
NAMED = kinds.LeadProfessionalNamed(on=day("2026-02-10"), about="lee")


def rung(step="E06", on="2026-03-17", about=SLT):
    """A rung of the ladder that wrote to the family."""
    return kinds.Chased(on=day(on), about=about, step=step, level=1, family="late")


def told(duty, on):
    """The family was told that a day of ours has passed."""
    return kinds.FamilyToldOfLateness(on=day(on), about=duty)


def updated(*things, on="2026-03-30"):
    """An officer told them how it is going."""
    return kinds.FamilyUpdated(on=day(on), sender=OFFICER.id, things=things or (SLT,), paper="u" * 64)


def stands(case, duty, on):
    """(about, last day, standing) of each deadline of one duty."""
    found = [each for each in deadlines(case.facts, case.excuses) if each.duty.id == duty]
    return [(each.about, each.due, each.standing(day(on))) for each in found]


def night(case, on):
    """What the night clerk tells the family is late."""
    return [each.about for each in tell_the_family_of_lateness(case, day(on))]


# --- lateness ---


def test_a_rung_that_wrote_to_the_family_starts_the_fourteen_days():
    quiet = kinds.Chased(on=day("2026-03-16"), about=SLT, step="E05", level=0)
    assert stands(assessing(quiet), promises.UPDATE, "2026-03-17") == []
    assert stands(assessing(rung()), promises.UPDATE, "2026-03-31") == [(SLT, day("2026-03-31"), "due today")]


def test_a_day_of_our_own_that_has_passed_is_told_by_letter_the_day_after():
    case = a_case(requested(), joined(), kinds.RequestAcknowledged(on=day("2026-02-02")))
    assert night(case, "2026-03-16") == []
    assert night(case, "2026-03-17") == ["ASSESS_DECISION_6W"]
    assert promises.next_look(case, deadlines(case.facts)) == day("2026-03-17")


def test_a_day_that_is_lawfully_missed_is_not_told_again():
    excuse = {"duty": "ASSESS_DECISION_6W", "ground": "away for 4 weeks or more", "paper": "e" * 64}
    case = a_case(requested(), joined(), kinds.ExcuseRecorded(on=day("2026-03-10"), **excuse))
    assert night(case, "2026-03-20") == []


def test_every_fourteen_days_somebody_must_say_how_it_is_going():
    case = assessing(rung())
    assert stands(case, promises.UPDATE, "2026-03-31") == [(SLT, day("2026-03-31"), "due today")]
    case = assessing(rung(), updated())
    assert stands(case, promises.UPDATE, "2026-04-01") == [
        (SLT, day("2026-03-31"), "met"),
        (SLT, day("2026-04-13"), "not yet due"),
    ]


def test_a_letter_of_the_night_clerks_never_keeps_the_promise():
    case = assessing(rung(), rung("E09", "2026-03-30"))
    assert stands(case, promises.UPDATE, "2026-04-02") == [(SLT, day("2026-03-31"), "late")]


def test_one_update_tells_of_everything_that_is_late():
    case = assessing(asked("medical-1", service="paediatrics"), rung(), rung(about="medical-1"))
    [paper, entry] = update_the_family(case, day("2026-04-14"), sender=OFFICER.id, words="We have asked again.")
    assert isinstance(paper, Paper) and set(entry.things) >= {SLT, "medical-1"}


WITHDRAWN = kinds.AdviceWithdrawn(on=day("2026-03-20"), about=SLT, paper="w" * 64)


@pytest.mark.parametrize("came", [received(on="2026-03-20"), WITHDRAWN])
def test_the_promise_ends_when_the_late_thing_comes(came):
    case = assessing(rung(), came)
    assert stands(case, promises.UPDATE, "2026-04-20") == [(SLT, day("2026-03-31"), "no longer owed")]


def test_other_advice_that_comes_ends_nothing():
    case = assessing(asked("medical-1"), rung(), received("medical-1", on="2026-03-20"))
    assert [standing for _, _, standing in stands(case, promises.UPDATE, "2026-04-20")] == ["late"]


def test_advice_that_is_struck_out_or_sent_back_is_late_again_without_a_broken_promise_of_the_past():
    wrong = kinds.EntryStruckOut(on=day("2026-03-23"), about="6", paper="s" * 64)
    struck = assessing(rung(), received(on="2026-03-20"), wrong)
    assert [standing for _, _, standing in stands(struck, promises.UPDATE, "2026-04-20")] == ["late"]
    returned = kinds.AdviceReturned(on=day("2026-04-20"), about=SLT, paper="r" * 64)
    sent_back = assessing(rung(), received(on="2026-03-20"), returned)
    assert [standing for _, _, standing in stands(sent_back, promises.UPDATE, "2026-04-21")] == ["no longer owed"]
    assert night(sent_back, "2026-04-21") == []


def test_a_decision_that_came_late_ends_what_was_told_of_it():
    before = [requested(), joined(), kinds.RequestAcknowledged(on=day("2026-02-02"))]
    late = told("ASSESS_DECISION_6W", "2026-03-17")
    case = a_case(*before, late, agreed("2026-03-24"))
    assert stands(case, promises.UPDATE, "2026-04-20") == [("ASSESS_DECISION_6W", day("2026-03-31"), "no longer owed")]
    assert not case.told_late


def test_the_final_plan_ends_every_update():
    final = kinds.FinalPlanSent(on=day("2026-06-30"), about="1", plan="p" * 64)
    case = hearing(told("LOCAL_DRAFT_14W", "2026-05-12"), final)
    assert [standing for _, _, standing in stands(case, promises.UPDATE, "2026-07-20")] == ["no longer owed"]


def test_there_is_nothing_to_tell_where_nothing_is_late():
    with pytest.raises(Refusal, match="Nothing that this family waits for is late"):
        update_the_family(assessing(ACKNOWLEDGED), day("2026-03-03"), sender=OFFICER.id, words="All is well.")
    with pytest.raises(Refusal, match="Write how it is going"):
        update_the_family(assessing(), day("2026-03-30"), sender=OFFICER.id, words=" ")


# --- the lead professional ---


def test_an_assessment_agreed_to_while_nobody_leads_is_a_gap():
    assert stands(a_case(requested(), NAMED, agreed()), promises.LEAD, "2026-03-02") == []
    assert stands(a_case(requested(), agreed()), promises.LEAD, "2026-03-16") == [("", day("2026-03-16"), "due today")]
    named = kinds.LeadProfessionalNamed(on=day("2026-03-10"), about="lee")
    assert [each[2] for each in stands(a_case(requested(), agreed(), named), promises.LEAD, "2026-03-16")] == ["met"]


def test_one_who_leaves_is_followed_by_another_within_ten_working_days():
    case = assessing(NAMED)
    [left] = record_that_the_lead_left(case, day("2026-03-30"), why="They moved to another post.")
    # Ten working days from Monday 30 March step over Good Friday and Easter Monday.
    case = a_case(requested(), joined(), NAMED, agreed(), left)
    assert case.lead == ""
    assert stands(case, promises.LEAD, "2026-04-15") == [("lee", day("2026-04-15"), "due today")]
    again = kinds.LeadProfessionalNamed(on=day("2026-04-16"), about="mo")
    named = a_case(requested(), NAMED, agreed(), left, again)
    assert [each[2] for each in stands(named, promises.LEAD, "2026-05-01")] == ["met late"]


def test_a_change_without_a_gap_owes_nothing():
    again = kinds.LeadProfessionalNamed(on=day("2026-04-16"), about="mo")
    assert stands(a_case(requested(), NAMED, agreed(), again), promises.LEAD, "2026-05-01") == []


def test_a_lead_whose_part_in_the_case_ends_leaves_a_gap():
    case = assessing(joined("lee", "social care adviser"), NAMED)
    gone = leave_the_case(case, day("2026-03-30"), person="lee", capacity="social care adviser")
    assert [type(each).__name__ for each in gone] == ["PartyLeft", "LeadProfessionalLeft"]
    both = assessing(joined("lee", "social care adviser"), joined("lee", "supporter"), NAMED)
    assert len(leave_the_case(both, day("2026-03-30"), person="lee", capacity="supporter")) == 1


@pytest.mark.parametrize(
    ("case", "details", "says"),
    [
        (assessing(), {"why": "gone"}, "Nobody is the lead"),
        (assessing(NAMED), {"why": " "}, "Say why"),
        (assessing(NAMED), {"why": "gone", "left_on": day("2026-02-09")}, "between the day they were named and today"),
        (assessing(NAMED), {"why": "gone", "left_on": day("2026-04-01")}, "between the day they were named and today"),
    ],
)
def test_a_leaving_that_cannot_be_is_refused(case, details, says):
    with pytest.raises(Refusal, match=says):
        record_that_the_lead_left(case, day("2026-03-30"), **details)


# --- the caseworker ---


def given(person, on):
    """The case was given to somebody."""
    return kinds.CaseworkerAllocated(on=day(on), about=person)


def was_told(about, on, person=PARENT.id, how="email"):
    """One of the family was told."""
    return kinds.FamilyToldOfCaseworker(on=day(on), about=about, person=person, how=how)


JO, PRIYA = given("jo", "2026-02-03"), given("priya", "2026-03-09")
BASE = (requested(), joined(), JO)


def test_the_first_caseworker_is_no_change():
    assert stands(a_case(*BASE), promises.OFFICER, "2026-02-20") == []
    assert note_the_family_was_told(a_case(*BASE), day("2026-02-03"), about="jo", person=PARENT.id, how="email") == []


def test_the_allocation_itself_tells_nobody():
    assert stands(a_case(*BASE, PRIYA), promises.OFFICER, "2026-03-09") == [("priya", day("2026-03-09"), "due today")]
    assert stands(a_case(*BASE, PRIYA), promises.OFFICER, "2026-03-10") == [("priya", day("2026-03-09"), "late")]


def test_it_is_kept_when_the_letter_has_left():
    email = {"about": "priya", "person": PARENT.id, "how": "email"}
    [note] = note_the_family_was_told(a_case(*BASE, PRIYA), day("2026-03-09"), **email)
    kept = a_case(*BASE, PRIYA, note)
    assert [each[2] for each in stands(kept, promises.OFFICER, "2026-03-20")] == ["met"]
    assert note_the_family_was_told(kept, day("2026-03-09"), **email) == []


def test_each_parent_must_be_told():
    two = (*BASE, joined("parent-2"), PRIYA, was_told("priya", "2026-03-09"))
    assert [each[2] for each in stands(a_case(*two), promises.OFFICER, "2026-03-10")] == ["late"]
    both = (*two, was_told("priya", "2026-03-10", "parent-2", "telephone call"))
    assert [each[2] for each in stands(a_case(*both), promises.OFFICER, "2026-03-20")] == ["met late"]


def test_a_letter_that_names_somebody_who_was_replaced_keeps_nothing():
    case = a_case(*BASE, PRIYA, given("dan", "2026-03-09"))
    assert note_the_family_was_told(case, day("2026-03-09"), about="priya", person=PARENT.id, how="email") == []
    late = a_case(*BASE, PRIYA, given("dan", "2026-03-09"), was_told("priya", "2026-03-09"))
    assert stands(late, promises.OFFICER, "2026-03-09") == [
        ("dan", day("2026-03-09"), "due today"),
        ("priya", day("2026-03-09"), "no longer owed"),
    ]


def test_a_call_can_be_noted_once_and_by_the_day_it_was_made():
    case = a_case(*BASE, PRIYA)
    call = {"about": "priya", "person": PARENT.id, "how": "telephone call"}
    [note] = note_the_family_was_told(case, day("2026-03-11"), told_on=day("2026-03-09"), **call)
    kept = a_case(*BASE, PRIYA, note)
    assert [each[2] for each in stands(kept, promises.OFFICER, "2026-03-20")] == ["met"]
    with pytest.raises(Refusal, match="told already"):
        note_the_family_was_told(kept, day("2026-03-11"), **call)
    with pytest.raises(Refusal, match="between the day of the change and today"):
        note_the_family_was_told(case, day("2026-03-11"), told_on=day("2026-03-08"), **call)
    with pytest.raises(Refusal, match="Choose who was told"):
        note_the_family_was_told(case, day("2026-03-11"), **call | {"person": "somebody"})
