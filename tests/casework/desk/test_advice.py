"""Advice at the desk: offered by what is known of the child, read, accepted, sent back, withdrawn, settled."""

from datetime import timedelta

import pytest

from casework import advising
from casework.actions import carry_out
from casework.actions.advice import accept_advice, confirm_the_story_read, give_a_first_response, submit_advice
from casework.actions.decision import agree_to_assess
from casework.commands.sweep import sweep
from tests.casework.content_makers import an_advice
from tests.casework.desk.desk_makers import (
    ADVISED,
    ASH,
    ASSESSED,
    JO,
    PRIYA,
    SAM,
    SLT,
    VAL,
    advised,
    asked,
    assessing,
    page,
    read,
    refused,
    send,
)
from tests.office import REASONS


def at(ref, rest=""):
    """A page of a case."""
    return f"/desk/case/{ref}/{rest}"


def agreed(desk, **child):
    """A case we have just agreed to assess."""
    ref = asked(desk, **child)
    carry_out(desk.on(ASSESSED), JO, agree_to_assess, ref, reasons=REASONS)
    return ref


def test_everyone_regulation_six_names_is_ticked_with_why(desk):
    ref = agreed(desk)
    shown = page(desk.client(JO), at(ref, "ask-for-advice"))
    for words in ("Psychological advice", "SEND Regs reg 6(1)(d)", "Medical advice", "School nursing", "Elm park"):
        assert words in shown.text, words
    ticked = [box for box in shown.form.boxes if box["type"] == "checkbox" and box.has("checked")]
    assert len(ticked) >= 5


def test_one_press_asks_everyone_who_is_ticked_once(desk):
    ref = agreed(desk)
    client = desk.client(JO)
    form = page(client, at(ref, "ask-for-advice")).form
    for _ in range(2):
        assert client.post(form.action, data=form.values).status_code == 303
    asked_of = {one.kind: one.service for one in desk.case(ref).advice.values()}
    assert (
        asked_of["educational_psychology"] == "educational-psychology" and asked_of["education_setting"] == "elm-park"
    )
    assert len(desk.case(ref).advice) == len(asked_of)
    again = page(client, at(ref, "ask-for-advice"))
    assert "Asked already on Mon 11 May 2026." in again.text
    assert not [box for box in again.form.boxes if box["type"] == "checkbox" and box.has("checked")]


def test_one_adviser_may_be_asked_by_name_and_anybody_the_family_named(desk):
    ref = agreed(desk)
    client = desk.client(JO)
    form = page(client, at(ref, "ask-for-advice")).form
    values = {name: value for name, value in form.values.items() if not name.endswith(tuple("0123456789"))}
    assert "Tick at least one service" in read(client.post(form.action, data=values)).text
    more = {
        "more": "speech_language",
        "more_of": "speech-and-language",
        "more_why": "Her mother asked for her therapist.",
    }
    assert client.post(form.action, data=values | more).status_code == 303
    [one] = desk.case(ref).advice.values()
    assert (one.kind, one.service, one.asked_for) == ("speech_language", "speech-and-language", True)
    assert "Her mother asked" in one.why


def test_asking_all_is_all_or_nothing(desk):
    ref = assessing(desk)
    client = desk.client(JO)
    form = page(client, at(ref, "ask-for-advice")).form
    more = {"more": "speech_language", "more_of": "speech-and-language"}
    answer = client.post(form.action, data={**form.values, **more})
    assert "already been asked for this advice" in read(answer).text
    assert list(desk.case(ref).advice) == [SLT]


def test_advice_is_read_in_its_sections_with_what_a_reader_would_look_at(desk):
    ref = advised(desk)
    shown = page(desk.client(JO), at(ref, f"advice/{SLT}"))
    for words in ("The advice", "It cannot be changed", "Story read by", "Ash Okoro", "Needs", "N1"):
        assert words in shown.text, words
    assert shown.link("Accept it") == at(ref, f"advice/{SLT}/accept")


def test_advice_is_accepted(desk):
    ref = advised(desk)
    assert send(desk.client(JO), at(ref, f"advice/{SLT}/accept")).status_code == 303
    assert desk.case(ref).advice[SLT].accepted_on
    assert "already been accepted" in refused(send(desk.client(JO), at(ref, f"advice/{SLT}/accept")))


def test_advice_is_sent_back_with_a_reason_and_a_day(desk):
    ref = advised(desk)
    path = at(ref, f"advice/{SLT}/return")
    shown = page(desk.client(JO), path)
    held = shown.form.values
    assert [held[f"missing_by-{part}"] for part in ("day", "month", "year")] == [["14"], ["5"], ["2026"]]
    said = {"reason": "provision has no amount", "words": "Say how often and for how long."}
    assert "Say what is missing" in refused(send(desk.client(JO), path, reason=said["reason"]))
    assert send(desk.client(JO), path, **said).status_code == 303
    assert desk.case(ref).advice[SLT].standing == "returned"
    assert "Say how often and for how long." in page(desk.client(JO), at(ref, f"advice/{SLT}")).text


def test_a_request_that_went_to_the_wrong_team_is_withdrawn_and_asked_again(desk):
    ref = assessing(desk)
    path = at(ref, f"advice/{SLT}/withdraw")
    answer = send(desk.client(JO), path, words="She is seen by another team.", again="yes")
    assert answer.location == at(ref, "ask-for-advice") and desk.case(ref).advice[SLT].withdrawn_on
    assert "already been answered" in refused(send(desk.client(JO), path, words="x", again="no"))


def test_a_reply_that_closes_is_accepted_with_what_it_needs_confirmed(desk):
    ref = assessing(desk)
    carry_out(desk.on(ADVISED), ASH, confirm_the_story_read, ref, about=SLT, person=ASH.id)
    closing = next(one for one in advising.first_responses("speech_language") if one.closes and one.to_accept)
    carry_out(
        desk.on(ADVISED), ASH, give_a_first_response, ref, about=SLT, response=closing.code, answers=_said(closing)
    )
    shown = page(desk.client(JO), at(ref, f"advice/{SLT}/accept"))
    assert all(words in shown.text for words in closing.to_accept)
    assert "Tick the box when this is so" in refused(send(desk.client(JO), at(ref, f"advice/{SLT}/accept")))


def _said(response):
    """Something in every answer that a first response needs."""
    said = {}
    for field in response.needs:
        plain = {"date": "2026-03-20", "confirm": "yes"}.get(field.kind, "We looked in our own records.")
        said[field.name] = field.options[0].value if field.options else plain
    return said


def test_the_ladder_shows_who_was_told_and_who_would_be(desk):
    ref = assessing(desk)
    for days in range(1, 16):
        there = desk.on(ASSESSED + timedelta(days=days))
        sweep(there, ASSESSED + timedelta(days=days))
    desk.turn_to(ASSESSED + timedelta(days=16))
    shown = page(desk.client(JO), at(ref, f"advice/{SLT}"))
    rungs = [each.text for each in shown.main.of("gd-rung")]
    assert any(rung.startswith("Level 1Tue 17 March 2026told Val Price") for rung in rungs), rungs
    assert any(rung.startswith("Level 3Tue 24 March 2026would tell the director") for rung in rungs), rungs


def test_only_a_manager_settles_and_says_how(desk):
    ref = assessing(desk)
    there = desk.on(ASSESSED + timedelta(days=15))
    sweep(there, ASSESSED + timedelta(days=15))
    path = at(ref, f"advice/{SLT}/settle")
    assert desk.client(JO).get(path).status_code == 404
    assert "Say how it was settled" in refused(send(desk.client(SAM), path))
    assert send(desk.client(SAM), path, words="Another therapist sees her on Friday.").status_code == 303
    assert desk.case(ref).advice[SLT].settled_on


@pytest.mark.parametrize("rest", ["", "/accept", "/return", "/withdraw", "/settle"])
def test_a_request_that_is_not_there_is_not_found(desk, rest):
    ref = assessing(desk)
    assert desk.client(SAM).get(at(ref, f"advice/nothing-1{rest}")).status_code == 404
    other = assessing(desk, officer=PRIYA)
    assert desk.client(JO).get(at(other, f"advice/{SLT}{rest}")).status_code == 404
    assert desk.client(VAL).get(at(other, f"advice/{SLT}{rest}")).status_code == 404


def test_what_was_accepted_before_is_still_there_to_read(desk):
    ref = assessing(desk)
    carry_out(desk.on(ADVISED), ASH, confirm_the_story_read, ref, about=SLT, person=ASH.id)
    carry_out(desk.on(ADVISED), ASH, submit_advice, ref, about=SLT, advice=an_advice())
    carry_out(desk.on(ADVISED), JO, accept_advice, ref, about=SLT)
    shown = page(desk.client(JO), at(ref, f"advice/{SLT}"))
    assert "Accepted" in shown.text and "Accept it" not in shown.links
