"""The night clerk tells a family of our own lateness once, and notes a lead professional who has gone."""

import pytest

from casework.actions import carry_out
from casework.actions.joining import join_the_case, name_the_lead_professional
from casework.commands.sweep import sweep
from casework.law.clocks import deadlines
from casework.outside.database import db
from tests.makers import day
from tests.office import ASH, JO, LEILA, VAL, assess, begin

MISSED = day("2026-03-17")  # asked on 2 February: we had until the 16th to decide
LEFT = day("2026-03-10")


def swept(house, on):
    """Sweep as of a day."""
    sweep(house.on(on), on)
    db.session.rollback()


def kinds_of(house, ref) -> list[str]:
    """What the diary holds."""
    return [type(each.entry).__name__ for each in house.office.diary.written(ref)]


def test_a_day_of_ours_that_passed_is_told_once_on_the_night_after(each_house):
    ref = begin(each_house)
    swept(each_house, day("2026-03-16"))
    assert "FamilyToldOfLateness" not in kinds_of(each_house, ref)
    for night in (MISSED, MISSED, day("2026-03-18")):
        swept(each_house, night)
    assert kinds_of(each_house, ref).count("FamilyToldOfLateness") == 1
    [letter] = [row for row in each_house.office.post.of_case(ref) if row.letter == "we-are-late"]
    assert (letter.person, letter.owed_on) == (LEILA.id, MISSED)
    case = each_house.office.diary.read(ref)
    [update] = [each for each in deadlines(case.facts) if each.duty.id == "LOCAL_UPDATE_14D"]
    assert update.due == day("2026-03-31")
    assert each_house.run("rebuild", "--check").exit_code == 0


def led(house, *, person=VAL.id, until=None) -> str:
    """A case with a lead professional."""
    ref = assess(house)
    if until:
        joined = {"person": person, "capacity": "health adviser", "purpose": "to lead", "until": until}
        carry_out(house.on(day("2026-03-02")), JO, join_the_case, ref, **joined)
    carry_out(house.on(day("2026-03-02")), JO, name_the_lead_professional, ref, person=person)
    return ref


def lead_gaps(house, ref, on):
    """(day it began, how it stands) of each gap since the lead was named."""
    case = house.office.diary.read(ref)
    found = [each for each in deadlines(case.facts) if each.duty.id == "LOCAL_LEAD_10WD"]
    return [(each.started, each.standing(on)) for each in found if each.about]


def test_a_lead_whose_account_is_shut_has_left_their_post(each_house):
    ref = led(each_house)
    swept(each_house, LEFT)
    assert lead_gaps(each_house, ref, LEFT) == []
    each_house.on(LEFT).people.change(VAL.id, by=JO.id, state="disabled")
    for _ in range(2):
        swept(each_house, LEFT)
    assert lead_gaps(each_house, ref, LEFT) == [(LEFT, "not yet due")]
    assert each_house.office.diary.read(ref).lead == ""


@pytest.mark.parametrize("swept_on", ["2026-03-11", "2026-03-20"])
def test_a_lead_whose_time_on_the_case_ended_left_the_day_after_its_last(house, swept_on):
    ref = led(house, until=LEFT)
    swept(house, LEFT)
    assert house.office.diary.read(ref).lead == VAL.id
    swept(house, day(swept_on))
    assert [began for began, _ in lead_gaps(house, ref, day(swept_on))] == [day("2026-03-11")]


def test_a_lead_who_is_named_again_after_their_time_ended_stays(house):
    ref = led(house, until=LEFT)
    swept(house, day("2026-03-11"))
    carry_out(house.on(day("2026-03-12")), JO, name_the_lead_professional, ref, person=VAL.id)
    swept(house, day("2026-03-13"))
    assert house.office.diary.read(ref).lead == VAL.id
    carry_out(house.on(day("2026-03-13")), JO, name_the_lead_professional, ref, person=ASH.id)
    assert [standing for _, standing in lead_gaps(house, ref, day("2026-03-20"))] == ["met"]
