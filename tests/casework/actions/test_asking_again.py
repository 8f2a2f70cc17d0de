"""Chase now: the author or the inbox is asked, the manager has a copy, once a working day, and no rung is climbed."""

import pytest

from casework import chasing
from casework.actions.asking_again import chase_now
from casework.errors import Refusal
from casework.record import entries as kinds
from casework.record.register import Missing
from tests.makers import assessing, day, received

SLT, SERVICE = "speech_language-1", "speech-and-language"
FRIDAY = day("2026-03-06")
HOLDERS = {(SERVICE, "service manager"): "val", (SERVICE, "head of service"): "iris"}
NAMED = kinds.AdviserNamed(on=day("2026-03-02"), about=SLT, adviser="ash")


def chased(on=FRIDAY, person="jo", time="10:42"):
    """It was chased by hand."""
    return kinds.ChasedByHand(on=on, about=SLT, person=person, time=time)


def press(case, on=FRIDAY, person="jo", missing=None):
    """What a press writes."""
    around = {"holders": HOLDERS, "missing": missing or {}}
    [entry] = chase_now(case, on, about=SLT, person=person, time="15:00", **around)
    return entry


def test_the_author_is_asked_and_the_manager_has_a_copy():
    entry = press(assessing(NAMED))
    assert (entry.to, entry.copied, entry.time, entry.person) == ("ash", ("val",), "15:00", "jo")


def test_the_inbox_is_asked_while_nobody_is_named_or_the_author_is_away():
    assert press(assessing()).to == ""
    away = press(assessing(NAMED), missing={"ash": Missing("ash", FRIDAY)})
    assert (away.to, away.missing) == ("", (("author", "ash", "2026-03-06"),))
    assert press(assessing(NAMED), missing={"ash": Missing("ash", FRIDAY, "wyn")}).to == "wyn"


def test_a_manager_who_is_away_without_cover_leaves_the_copy_to_the_next_one_up():
    holders = {(SERVICE, "head of service"): "iris"}
    gone = {(SERVICE, "service manager"): Missing("val", FRIDAY)}
    [entry] = chase_now(assessing(), FRIDAY, about=SLT, person="jo", time="9:00", holders=holders, missing=gone)
    assert (entry.copied, entry.gaps) == (("iris",), ("service manager",))


@pytest.mark.parametrize(
    ("on", "person", "sentence"),
    [
        (FRIDAY, "jo", "You chased this today at 10:42."),
        (FRIDAY, "sam", "A colleague chased this today at 10:42."),
        (day("2026-03-08"), "jo", "You chased this on Fri 6 March 2026 at 10:42."),  # the Sunday after
    ],
)
def test_a_second_press_on_the_same_working_day_is_refused_with_the_time_of_the_first(on, person, sentence):
    with pytest.raises(Refusal, match=sentence):
        press(assessing(chased()), on, person)


def test_on_the_next_working_day_it_may_be_chased_again():
    assert press(assessing(chased()), day("2026-03-09")).on == day("2026-03-09")


@pytest.mark.parametrize(
    "entry",
    [
        received(on="2026-03-04"),
        kinds.AdviceWithdrawn(on=day("2026-03-04"), about=SLT, paper="w"),
        kinds.ExcuseRecorded(on=day("2026-03-04"), about=SLT, duty=chasing.LEGAL_LIMIT, ground="away", paper="p"),
        kinds.FirstResponseGiven(on=day("2026-03-04"), about=SLT, response="no_concerns", paper="p", closes=True),
    ],
)
def test_nobody_is_chased_for_what_is_not_owed(entry):
    with pytest.raises(Refusal, match="Nothing is owed"):
        press(assessing(entry))


def test_no_rung_is_climbed_or_skipped():
    before, after = assessing(), assessing(chased())
    advice = after.advice[SLT]
    assert (advice.steps, advice.level, advice.told) == ((), 0, ())
    limit = {"legal_due": day("2026-04-13"), "ladders": [chasing.first()]}
    looks = [chasing.next_look(case, case.advice[SLT], **limit) for case in (before, after)]
    assert looks[0] == looks[1]
