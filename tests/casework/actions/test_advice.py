"""Advice: asked for, answered, given however late, accepted or sent back; what is submitted is frozen."""

import pytest

from casework.actions.advice import (
    accept_advice,
    ask_for_advice,
    confirm_the_story_read,
    give_a_first_response,
    name_the_adviser,
    return_advice,
    submit_advice,
    withdraw_a_request_for_advice,
)
from casework.errors import Refusal
from casework.record import entries as kinds
from tests.casework.content_makers import an_advice
from tests.makers import accepted, assessing, day, received

SLT, TODAY = "speech_language-1", day("2026-03-20")
READ = kinds.StoryRead(on=TODAY, about=SLT, person="ash")
ASK = {"advice": "speech_language", "service": "speech-and-language", "agency": "health"}
BACK = {"about": SLT, "reason": "unsigned", "words": "Please sign it.", "missing_by": day("2026-03-27")}


def test_a_service_that_is_asked_joins_the_case_to_answer():
    medical = {"advice": "medical_paediatric", "service": "paediatrics", "agency": "health"}
    asked, joined = ask_for_advice(assessing(), TODAY, **medical)
    assert (asked.about, joined.capacity, joined.service) == ("medical_paediatric-1", "health adviser", "paediatrics")


def test_a_service_is_not_asked_twice_while_it_still_owes():
    with pytest.raises(Refusal, match="already been asked"):
        ask_for_advice(assessing(), TODAY, **ASK)
    asked, *_ = ask_for_advice(assessing(received(), accepted()), TODAY, **ASK)
    assert asked.about == "speech_language-2"


def test_nobody_gives_advice_before_they_have_read_the_familys_story():
    with pytest.raises(Refusal, match="Read the family’s story first"):
        submit_advice(assessing(), TODAY, about=SLT, advice=an_advice())


def test_advice_is_taken_in_however_late_and_frozen():
    late = day("2026-09-01")
    paper, entry = submit_advice(assessing(READ), late, about=SLT, advice=an_advice())
    assert (entry.on, entry.paper) == (late, paper.digest)


def test_everyone_who_was_told_it_was_late_is_told_that_it_came():
    told = kinds.Chased(on=TODAY, about=SLT, step="E06", level=1, told=("val",))
    *_, settled = submit_advice(assessing(READ, told), TODAY, about=SLT, advice=an_advice())
    assert (type(settled), settled.told) == (kinds.ChasingSettled, ("val",))


@pytest.mark.parametrize("day_", ["2026-03-01", "2026-03-21"])
def test_advice_cannot_have_come_before_we_asked_or_tomorrow(day_):
    with pytest.raises(Refusal, match="between the day we asked and today"):
        submit_advice(assessing(READ), TODAY, about=SLT, advice=an_advice(), received_on=day(day_))


def test_what_was_sent_is_changed_only_when_it_was_sent_back():
    with pytest.raises(Refusal, match="already been sent"):
        submit_advice(assessing(READ, received()), TODAY, about=SLT, advice=an_advice())
    paper, returned = return_advice(assessing(READ, received()), TODAY, **BACK)
    assert submit_advice(assessing(READ, received(), returned), TODAY, about=SLT, advice=an_advice())


def test_advice_is_accepted_once_and_then_stays():
    [entry] = accept_advice(assessing(received()), TODAY, about=SLT)
    assert entry.about == SLT
    for deed, said in ((accept_advice, {"about": SLT}), (return_advice, BACK)):
        with pytest.raises(Refusal, match="accepted"):
            deed(assessing(received(), accepted()), TODAY, **said)


@pytest.mark.parametrize(("deed", "said"), [(accept_advice, {"about": SLT}), (return_advice, BACK)])
def test_there_is_nothing_to_accept_or_send_back_before_it_comes(deed, said):
    with pytest.raises(Refusal, match="nothing to"):
        deed(assessing(), TODAY, **said)


def test_a_request_we_never_made_is_answered_by_nobody():
    deeds = ((name_the_adviser, {"person": "ash"}), (accept_advice, {}), (confirm_the_story_read, {"person": "a"}))
    for deed, said in deeds:
        with pytest.raises(Refusal, match="not waiting for that advice"):
            deed(assessing(), TODAY, about="medical-9", **said)


def test_a_request_taken_back_says_why_and_is_answered_no_more():
    paper, entry = withdraw_a_request_for_advice(assessing(), TODAY, about=SLT, words="Wrong team.")
    with pytest.raises(Refusal, match="no longer need this advice"):
        submit_advice(assessing(READ, entry), TODAY, about=SLT, advice=an_advice())
    with pytest.raises(Refusal, match="Say why"):
        withdraw_a_request_for_advice(assessing(), TODAY, about=SLT, words=" ")


def test_the_story_is_confirmed_once_by_each():
    assert confirm_the_story_read(assessing(READ), TODAY, about=SLT, person="ash") == []
    assert confirm_the_story_read(assessing(READ), TODAY, about=SLT, person="will")


def test_a_first_response_without_what_it_needs_is_refused():
    with pytest.raises(Refusal):
        give_a_first_response(assessing(READ), TODAY, about=SLT, response="detailed_to_follow", answers={})
