"""Who is on a case, and who is written to because of it."""

from casework import letters
from casework.actions.joining import join_the_case
from casework.actions.request import ask_for_an_assessment
from casework.record.case import Case
from casework.record.entries import PartyJoined, body_of, entry_from
from tests.makers import CHILD, STORY, a_case, day, joined, requested, written

ASKED = day("2026-02-02")


def invited(*entries):
    """Those whom these entries make us write to about joining."""
    owed = letters.owed(written(*entries), a_case(*entries))
    return [letter.person for letter in owed if letter.letter == "invitation"]


def test_somebody_whom_an_officer_adds_is_written_to():
    came = join_the_case(a_case(requested()), ASKED, capacity="supporter", purpose="to help", person="robin")
    assert invited(requested(), *came) == ["robin"]


def test_somebody_who_comes_with_their_own_request_is_not_invited_to_it():
    people = [{"person": "leila", "capacity": "parent", "purpose": "their child"}]
    asked = {"door": "parent", "child": CHILD, "story": STORY, "people": people}
    came = ask_for_an_assessment(Case("EHC-2026-0001"), ASKED, **asked)
    assert invited(*[entry for entry in came if hasattr(entry, "on")]) == []


def test_whether_somebody_was_invited_is_kept_in_the_diary():
    entry = joined(invite=True)
    body = body_of(entry)
    assert entry_from({"PartyJoined": PartyJoined}, "PartyJoined", entry.on, about=entry.about, body=body) == entry
