"""Which letters an entry makes us owe, to whom, each of them once."""

import pytest

from casework.letters import RECIPIENTS, owed, recipients, title
from casework.record import entries as kinds
from casework.tables import rows
from tests.makers import PARENT, asked, assessing, day, joined, written

TODAY = day("2026-03-17")
SLT = "speech_language-1"


def letters_for(entry, *more):
    """(letter, who) for each letter this entry makes us owe on a case being assessed."""
    case = assessing(*more)
    [last] = written(entry)
    return [(one.letter, one.person or one.service or one.setting) for one in owed([last], case)]


def chased(step, level=0, **said):
    """A rung that was climbed."""
    return kinds.Chased(on=TODAY, about=SLT, step=step, level=level, **said)


def test_each_parent_gets_a_letter_of_their_own():
    withdrawn = kinds.RequestWithdrawn(on=TODAY, paper="w" * 64)
    found = letters_for(withdrawn, joined("parent-2"))
    assert found == [("request-withdrawn", PARENT.id), ("request-withdrawn", "parent-2")]


def test_a_parent_who_joined_twice_gets_one():
    withdrawn = kinds.RequestWithdrawn(on=TODAY, paper="w" * 64)
    assert letters_for(withdrawn, joined(PARENT.id, "young person")) == [("request-withdrawn", PARENT.id)]


def test_a_service_is_written_to_until_somebody_is_named():
    assert letters_for(asked()) == [("advice-request", "speech-and-language")]
    named = kinds.AdviserNamed(on=TODAY, about=SLT, adviser="ash")
    assert ("advice-request", "ash") in letters_for(asked(), named)


def test_an_adviser_and_the_inbox_are_reminded_and_the_family_is_not():
    found = letters_for(chased("E01", told=("ash",), inbox=True))
    assert found == [("advice-chased", "ash"), ("advice-chased", "speech-and-language")]


def test_the_family_hears_on_the_day_it_is_late():
    assert ("advice-is-late", PARENT.id) in letters_for(chased("E06", 1, told=("val",), family="late"))


def test_nobody_is_written_to_for_a_note():
    assert letters_for(kinds.NoteAdded(on=TODAY, paper="n" * 64)) == []


def test_a_request_typed_here_is_not_sent_back_to_be_checked():
    request = {"on": TODAY, "door": "parent", "child": "c" * 64, "story": "s" * 64}
    assert letters_for(kinds.RequestReceived(**request)) == []
    keyed = kinds.RequestReceived(**request, keyed_from="letter")
    assert letters_for(keyed) == [("we-wrote-down-your-request", PARENT.id)]


def test_a_word_that_nobody_has_given_a_meaning_stops_the_letter():
    with pytest.raises(KeyError):
        recipients("the King", asked(), assessing())
    assert "family" in RECIPIENTS


def test_nobody_is_written_to_who_is_not_there():
    assert recipients("caseworker", asked(), assessing()) == []
    assert recipients("setting named", asked(), assessing()) == []


def test_every_letter_has_plain_words():
    for row in rows("letters"):
        assert row["words"] == title(row["letter"]) and "-" not in row["words"], row["letter"]
