"""Asking: what opens a case, what the family adds, and what is refused with its sentence."""

import pytest

from casework.actions.request import (
    add_a_document,
    add_to_the_story,
    ask_for_an_assessment,
    check_birth_date,
    correct_the_child,
    rights_are_the_young_persons,
    tell_partners,
    withdraw_the_request,
)
from casework.errors import Refusal
from casework.record import entries as kinds
from casework.record.case import Case
from casework.record.papers import Paper
from tests.makers import CHILD, STORY, a_case, day, joined, requested

TODAY = day("2026-02-02")
DOCUMENT = {"name": "letter.pdf", "media_type": "application/pdf", "size": 9, "digest": "d" * 64}


def asks(**also):
    """What a parent’s request leaves: papers by kind, and entries in order."""
    people = [{"person": "parent-1", "capacity": "parent", "purpose": "their child"}]
    said = {"door": "parent", "child": CHILD, "story": STORY, "people": people} | also
    came = ask_for_an_assessment(Case("EHC-2026-0001"), TODAY, **said)
    return [each for each in came if isinstance(each, Paper)], [each for each in came if isinstance(each, kinds.Entry)]


def test_a_request_counts_from_the_day_it_reached_us():
    papers, entries = asks(received_on=day("2026-01-30"), keyed_from="letter")
    assert [type(each).__name__ for each in entries] == ["RequestReceived", "PartyJoined", "RequestAcknowledged"]
    assert (entries[0].on, entries[0].keyed_from) == (day("2026-01-30"), "letter")
    assert entries[-1].on == TODAY
    assert (entries[0].child, entries[0].story) == (papers[0].digest, papers[1].digest)


def test_a_request_cannot_have_come_tomorrow():
    with pytest.raises(Refusal, match="must be today or in the past") as refused:
        asks(received_on=day("2026-02-03"))
    assert refused.value.field == "received_on"


def test_what_is_counted_for_fairness_is_named_by_no_entry():
    papers, entries = asks(equality={"ethnicity": "prefer not to say"}, notes=[{"words": "Ring first."}])
    [counted] = [each for each in papers if each.kind == "equality"]
    assert not any(counted.digest in vars(each).values() for each in entries)
    assert [each.kind for each in papers] == ["child", "story", "note", "equality"]


def test_consents_and_documents_come_with_the_request():
    _, entries = asks(consents=[{"who": "health", "choice": "no"}], documents=[DOCUMENT])
    assert [type(each).__name__ for each in entries][2:4] == ["ConsentRecorded", "DocumentAdded"]


@pytest.mark.parametrize("born", ["2026-02-03", "2001-02-01"])
def test_a_birth_date_that_cannot_be_is_refused_beside_its_question(born):
    with pytest.raises(Refusal) as refused:
        asks(child=CHILD | {"born": born})
    assert refused.value.field == "child_dob"
    with pytest.raises(Refusal):
        correct_the_child(a_case(requested()), TODAY, child=CHILD | {"born": born})


@pytest.mark.parametrize(
    ("born", "on"), [("2001-02-02", "2026-02-02"), ("2026-02-02", "2026-02-02"), ("2003-02-28", "2028-02-29")]
)
def test_a_birth_date_that_can_be_is_taken(born, on):
    assert check_birth_date(born, day(on)) is None


def test_rights_pass_the_day_after_compulsory_school_age_ends_and_not_on_a_birthday():
    assert not rights_are_the_young_persons("2010-01-15", day("2026-06-26"))
    assert rights_are_the_young_persons("2010-01-15", day("2026-06-27"))


def test_the_same_file_is_added_once():
    case = a_case(requested(), kinds.DocumentAdded(on=TODAY, paper=Paper("document", DOCUMENT).digest))
    with pytest.raises(Refusal, match="already have this file"):
        add_a_document(case, TODAY, document=DOCUMENT)
    paper, entry = add_a_document(a_case(requested()), TODAY, document=DOCUMENT, kept_from=("parent-2",))
    assert (paper.kept_from, entry.paper) == (("parent-2",), paper.digest)


def test_earlier_words_stay_when_more_are_added():
    paper, entry = add_to_the_story(a_case(requested(), joined()), TODAY, words="She has started to hum.")
    assert (paper.kind, entry.story) == ("story", paper.digest)


def test_partners_are_told_once():
    assert tell_partners(a_case(requested()), TODAY) == [kinds.PartnersTold(on=TODAY)]
    with pytest.raises(Refusal, match="already been told"):
        tell_partners(a_case(requested(), kinds.PartnersTold(on=TODAY)), TODAY)


def test_a_request_is_taken_back_in_the_familys_own_words():
    paper, entry = withdraw_the_request(a_case(requested()), TODAY, words="We are moving.")
    assert (paper.content, entry.paper) == ({"words": "We are moving."}, paper.digest)
