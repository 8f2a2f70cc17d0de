"""Schools and colleges: asked about being named, and answering once with reasons."""

import pytest

from casework.actions.schools import consult_a_setting, reply_to_a_consultation
from casework.errors import Refusal
from casework.record import entries as kinds
from tests.makers import day, hearing

ON = day("2026-05-12")
ASKED = kinds.SettingConsulted(on=ON, about="elm-park", plan="p" * 64)
JOINED = kinds.PartyJoined(on=ON, about="", capacity="setting consulted", purpose="to reply", setting="elm-park")
SAID = kinds.SettingReplied(on=ON, about="elm-park", answer="yes", paper="r" * 64)


def refused(deed, *args, **details):
    """What a deed says when it is refused, and beside which question."""
    with pytest.raises(Refusal) as said:
        deed(*args, **details)
    return said.value.sentence, said.value.field


def test_a_school_is_asked_with_the_draft_and_joins_the_case():
    asked, joined = consult_a_setting(hearing(), ON, setting="elm-park")
    assert (asked.about, asked.plan) == ("elm-park", "p" * 64)
    assert (joined.capacity, joined.setting) == ("setting consulted", "elm-park")


def test_nobody_is_asked_when_no_school_was_chosen():
    assert refused(consult_a_setting, hearing(), ON, setting="") == ("Choose a school or college.", "setting")


def test_a_school_is_not_asked_again_while_its_answer_is_awaited():
    assert "already been asked" in refused(consult_a_setting, hearing(ASKED, JOINED), ON, setting="elm-park")[0]


def test_a_school_that_answered_may_be_asked_again_about_a_changed_draft():
    again = consult_a_setting(hearing(ASKED, JOINED, SAID), ON, setting="elm-park")
    assert [type(entry).__name__ for entry in again] == ["SettingConsulted"]


def test_an_answer_is_kept_with_its_words():
    paper, entry = reply_to_a_consultation(
        hearing(ASKED), ON, setting="elm-park", answer="yes if", words="With training"
    )
    assert (paper.content["words"], entry.answer) == ("With training", "yes if")


@pytest.mark.parametrize(
    ("case", "answer", "words", "sentence"),
    [
        (hearing(), "yes", "", "has not been asked"),
        (hearing(ASKED, SAID), "no", "Full", "already have your reply"),
        (hearing(ASKED), "perhaps", "x", "Choose your answer"),
        (hearing(ASKED), "no", "  ", "Give your reasons"),
        (hearing(ASKED), "yes if", "", "Give your reasons"),
    ],
)
def test_an_answer_that_cannot_stand_is_refused(case, answer, words, sentence):
    said = refused(reply_to_a_consultation, case, ON, setting="elm-park", answer=answer, words=words)
    assert sentence in said[0]
