"""Lateness: explained, excused where the law allows, chased a rung at a time, settled."""

import pytest

from casework.actions.lateness import chase, explain_lateness, record_an_excuse, settle_chasing
from casework.chasing import first
from casework.errors import Refusal
from casework.record import entries as kinds
from tests.makers import asked, assessing, day, received

SLT, LEGAL = "speech_language-1", "ASSESS_ADVICE_6W"
TODAY = day("2026-03-17")  # working day 11 after 2 March
VAL = {("speech-and-language", "service manager"): "val"}


def climbed(step="E06", level=1, told=("val",)):
    """A rung that was climbed."""
    return kinds.Chased(on=TODAY, about=SLT, step=step, level=level, told=told)


def test_a_reason_and_a_day_are_kept_and_no_date_moves():
    said = {"about": SLT, "reason": "vacancy", "expected": day("2026-04-01"), "words": "Two of us are away."}
    paper, entry = explain_lateness(assessing(), TODAY, **said)
    assert (entry.expected, entry.paper, paper.content["words"]) == (day("2026-04-01"), paper.digest, said["words"])


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"reason": "because"}, "Choose the reason"),
        ({"expected": day("2026-03-16")}, "today or in the future"),
        ({"about": "medical-1"}, "Nothing is owed"),
    ],
)
def test_an_explanation_that_explains_nothing_is_refused(said, sentence):
    whole = {"about": SLT, "reason": "vacancy", "expected": day("2026-04-01")} | said
    with pytest.raises(Refusal, match=sentence):
        explain_lateness(assessing(), TODAY, **whole)


def test_only_a_ground_of_the_law_excuses():
    said = {"duty": LEGAL, "about": SLT, "evidence": {"words": "They were away in May."}}
    _, entry = record_an_excuse(assessing(), TODAY, ground="away for 4 weeks or more", **said)
    assert (entry.duty, entry.ground) == (LEGAL, "away for 4 weeks or more")
    with pytest.raises(Refusal, match="waiting list is not a ground in law"):
        record_an_excuse(assessing(), TODAY, ground="waiting list", **said)
    with pytest.raises(Refusal, match="how you know"):
        record_an_excuse(assessing(), TODAY, ground="missed appointment", **said | {"evidence": {"words": " "}})


def test_an_excused_request_is_not_chased():
    excused = kinds.ExcuseRecorded(on=TODAY, duty=LEGAL, about=SLT, ground="missed appointment", paper="e" * 64)
    assert chase(assessing(excused), TODAY, holders=VAL, ladders=[first()]) == []


def test_each_late_request_climbs_its_own_rung():
    case = assessing(asked("medical-1", on="2026-03-10", service="paediatrics"))
    found = [(each.about, each.step) for each in chase(case, TODAY, holders=VAL, ladders=[first()])]
    assert found == [(SLT, "E06"), ("medical-1", "E02")]


def test_nobody_is_chased_for_what_has_come():
    assert chase(assessing(received()), TODAY, holders=VAL, ladders=[first()]) == []


def test_an_empty_post_moves_up_and_is_said():
    director = {("speech-and-language", "director"): "dir"}
    [rung] = chase(assessing(), TODAY, holders=director, ladders=[first()])
    assert rung.told == ("dir",)
    assert rung.gaps[:2] == ("service manager", "head of service")


def test_everyone_who_was_told_is_told_that_it_is_settled():
    paper, entry = settle_chasing(assessing(climbed()), TODAY, about=SLT, words="It comes on Friday.")
    assert (entry.told, entry.paper) == (("val",), paper.digest)


@pytest.mark.parametrize(("more", "words"), [((), "It comes on Friday."), ((climbed(),), "  ")])
def test_nothing_is_settled_without_a_rung_or_a_reason(more, words):
    with pytest.raises(Refusal):
        settle_chasing(assessing(*more), TODAY, about=SLT, words=words)
