"""Messages, notes, and a wrong entry struck out without being lost."""

import pytest

from casework.actions.upkeep import add_a_note, send_a_message, strike_out_an_entry
from casework.errors import Refusal
from casework.record import entries as kinds
from tests.makers import a_case, day, joined, requested

TODAY = day("2026-02-03")
TOLD = kinds.PartnersTold(on=TODAY)
CASE = a_case(requested(), joined(), TOLD)


def struck(case, number, reason="It was another child."):
    """Strike one entry out."""
    return strike_out_an_entry(case, TODAY, number=number, reason=reason)


def test_a_message_names_who_wrote_and_to_whom():
    paper, entry = send_a_message(CASE, TODAY, sender="jo", to="parent-1", words="We have it.")
    assert (entry.sender, entry.about, paper.content) == ("jo", "parent-1", {"words": "We have it."})


@pytest.mark.parametrize("words", ["", "  \n"])
def test_nothing_is_no_message_and_no_note(words):
    with pytest.raises(Refusal, match="Write your message"):
        send_a_message(CASE, TODAY, sender="jo", to="parent-1", words=words)
    with pytest.raises(Refusal, match="Write the note"):
        add_a_note(CASE, TODAY, note={"kind": "note", "words": words})


def test_a_struck_entry_counts_no_more_and_stays():
    _, entry = struck(CASE, 3)
    after = a_case(requested(), joined(), TOLD, entry)
    assert (CASE.partners_told_on, after.partners_told_on) == (TODAY, None)
    assert (after.n, after.struck) == (4, {3})


@pytest.mark.parametrize("number", [0, 1, 4, -1])
def test_the_request_itself_and_what_is_not_there_cannot_be_struck_out(number):
    with pytest.raises(Refusal, match="after the request itself"):
        struck(CASE, number)


def test_an_entry_is_struck_out_once_and_with_a_reason():
    _, entry = struck(CASE, 3)
    with pytest.raises(Refusal, match="already been struck out"):
        struck(a_case(requested(), joined(), TOLD, entry), 3)
    with pytest.raises(Refusal, match="what was wrong"):
        struck(CASE, 3, reason=" ")
