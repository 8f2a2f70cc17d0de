"""The desk keeps what it promised, and a family reads it: updates, the lead professional, a new caseworker."""

from casework.actions import carry_out
from casework.actions.joining import allocate_a_caseworker, name_the_lead_professional
from casework.actions.lateness import chase
from casework.law.clocks import deadlines
from casework.record.people import NIGHT_CLERK
from tests.casework.desk.desk_makers import (
    AGREED,
    ASH,
    JO,
    LEILA,
    PRIYA,
    SAM,
    SERVED,
    asked,
    assessing,
    page,
    refused,
    send,
)
from tests.makers import day

LATE, LATER = day("2026-03-17"), day("2026-04-01")  # a rung tells the family; its fourteen days have passed


def standings(desk, ref, duty, on):
    """How each promise of one kind stands."""
    case = desk.case(ref)
    return [each.standing(on) for each in deadlines(case.facts, case.excuses) if each.duty.id == duty]


def told_late(desk) -> str:
    """A case whose advice is late, and whose family was told so by a rung of the ladder."""
    ref = assessing(desk)
    night = desk.on(LATE)
    carry_out(night, NIGHT_CLERK, chase, ref, holders={}, ladders=night.ladders.all())
    return ref


def test_a_family_reads_what_we_promised_and_then_that_we_broke_it(desk):
    ref = told_late(desk)
    desk.turn_to(LATE)
    coming = page(desk.client(LEILA), f"/my-cases/{ref}").text
    assert "While something is late we tell you how it is going, next by Tue 31 March 2026." in coming
    desk.turn_to(LATER)
    broken = page(desk.client(LEILA), f"/my-cases/{ref}").text
    assert "We promised to tell you by Tue 31 March 2026 how what is late is going." in broken
    assert "We have not yet, and we are sorry." in broken


def test_an_update_goes_in_one_press_from_what_the_record_knows(desk):
    ref = told_late(desk)
    desk.turn_to(LATER)
    shown = page(desk.client(JO), f"/desk/case/{ref}/update")
    assert "1 day late" in shown.text and "It was due on Mon 16 March 2026." in shown.form.values["words"][0]
    assert send(desk.client(JO), f"/desk/case/{ref}/update").status_code == 303
    assert standings(desk, ref, "LOCAL_UPDATE_14D", LATER) == ["met late", "not yet due"]
    assert [row.letter for row in desk.office.post.of_case(ref)].count("how-it-is-going") == 1
    assert "Jo Marsh told you how what is late is going" in page(desk.client(LEILA), f"/my-cases/{ref}").text
    assert "Write how it is going" in refused(send(desk.client(JO), f"/desk/case/{ref}/update", words=" "))


def test_where_nothing_is_late_there_is_nothing_to_send(desk):
    ref = asked(desk, on=SERVED)
    shown = page(desk.client(JO), f"/desk/case/{ref}/update")
    assert "Nothing that this family waits for is late" in shown.text


def test_a_lead_who_left_is_recorded_and_the_next_is_asked_for(desk):
    ref = asked(desk)
    carry_out(desk.on(AGREED), JO, name_the_lead_professional, ref, person=ASH.id)
    answer = send(desk.client(JO), f"/desk/case/{ref}/lead-left", why="They moved away.")
    assert answer.location.endswith(f"/desk/case/{ref}/lead")
    shown = page(desk.client(LEILA), f"/my-cases/{ref}").text
    assert "We promise to name a lead professional by Tue 26 May 2026." in shown
    assert "Nobody is the lead" in refused(send(desk.client(JO), f"/desk/case/{ref}/lead-left", why="Again."))


def test_a_call_that_told_them_of_the_new_caseworker_is_noted(desk):
    ref = asked(desk)
    nothing = page(desk.client(SAM), f"/desk/case/{ref}/told").text
    assert "there is nothing to note" in nothing
    carry_out(desk.office, SAM, allocate_a_caseworker, ref, person=PRIYA.id)
    assert "Your case officer changed on Mon 11 May 2026." in page(desk.client(LEILA), f"/my-cases/{ref}").text
    assert send(desk.client(SAM), f"/desk/case/{ref}/told", person=LEILA.id).status_code == 303
    assert standings(desk, ref, "LOCAL_OFFICER_SAME_DAY", SERVED) == ["met"]
