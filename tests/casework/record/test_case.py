"""A case is what its diary says."""

import pytest

from casework.record import entries as kinds
from casework.record.case import READINGS, Case, fold, present
from casework.record.entry import Entry
from casework.record.people import NOBODY, capacities
from tests.makers import (
    OFFICER,
    PARENT,
    THERAPIST,
    a_case,
    agreed,
    asked,
    assessing,
    day,
    joined,
    received,
    requested,
    served,
    written,
)


def test_every_kind_of_entry_can_be_read():
    assert set(kinds.KINDS.values()) == set(READINGS)


def test_an_entry_nobody_can_read_stops_the_fold():
    class Invented(Entry):
        """Not a kind of ours."""

    with pytest.raises(TypeError, match="nobody can read"):
        fold(written(requested(), Invented(on=day("2026-02-03"))), Case("EHC-2026-0001"))


def test_a_kind_that_was_never_ours_is_refused_by_name():
    with pytest.raises(TypeError, match="RequestLost"):
        kinds.entry_from("RequestLost", day("2026-02-03"), "", {})


@pytest.mark.parametrize("kind", kinds.KINDS.values(), ids=lambda kind: kind.__name__)
def test_what_an_entry_says_is_read_back_as_it_was_written(kind):
    fill = {"str": "x", "int": 2, "bool": True, "date": day("2026-03-04")}
    said = {}
    for name, type_ in kind.__annotations__.items():
        word = getattr(type_, "__name__", str(type_))
        said[name] = fill.get(word, ("a", "b") if "tuple" in str(type_) else day("2026-03-04"))
    said = {name: value for name, value in said.items() if name not in ("milestones", "sometimes")}
    entry = kind(on=day("2026-02-03"), about="one", **said)
    assert kinds.entry_from(kind.__name__, entry.on, entry.about, kinds.body_of(entry)) == entry


def test_a_request_is_where_a_case_begins():
    case = a_case(requested("2026-02-02"), joined())
    assert (case.stage, case.requested_on, case.n) == ("deciding whether to assess", day("2026-02-02"), 2)
    assert [party.person for party in case.family] == [PARENT.id]


def test_folding_in_two_halves_tells_the_same_case():
    diary = written(requested(), joined(), agreed(), asked(), received())
    assert fold(diary[3:], fold(diary[:3], Case("EHC-2026-0001"))) == fold(diary, Case("EHC-2026-0001"))


def test_a_struck_out_entry_is_read_as_if_it_had_never_been_written():
    case = a_case(requested(), joined(), agreed(), kinds.EntryStruckOut(on=day("2026-03-03"), about="3", paper="w"))
    assert case.stage == "deciding whether to assess"
    assert case.struck == {3}
    assert "assessment agreed" not in {fact.milestone for fact in case.facts}


def test_returned_advice_is_owed_again_from_the_first_day():
    case = assessing(received(), kinds.AdviceReturned(on=day("2026-03-12"), about="speech_language-1", paper="why"))
    assert case.advice["speech_language-1"].standing == "returned"
    assert case.advice["speech_language-1"].is_open
    assert ("advice received", "speech_language-1") not in {(fact.milestone, fact.about) for fact in case.facts}


def test_one_late_service_never_makes_another_late():
    case = assessing(asked("medical_paediatric-1", service="paediatrics"), received("medical_paediatric-1"))
    assert case.advice["speech_language-1"].is_open
    assert not case.advice["medical_paediatric-1"].is_open


def test_a_party_whose_time_is_over_is_no_longer_on_the_case():
    case = a_case(requested(), joined(until=day("2026-03-01")))
    assert present(case, day("2026-03-01")).family
    assert not present(case, day("2026-03-02")).family


def test_a_case_nobody_has_been_given_belongs_to_every_caseworker():
    assert "caseworker" in capacities(OFFICER, a_case(requested()))
    given = a_case(requested(), kinds.CaseworkerAllocated(on=day("2026-02-03"), about="officer-2"))
    assert "caseworker" not in capacities(OFFICER, given)
    assert "council" in capacities(OFFICER, given)


def test_everyone_in_a_service_that_was_asked_has_its_capacity_and_nobody_else():
    case = assessing(joined("", "health adviser", service="speech-and-language"))
    assert "health adviser" in capacities(THERAPIST, case)
    assert "health adviser" not in capacities(PARENT, case)


def test_nobody_in_particular_is_nothing_to_any_case():

    assert capacities(NOBODY, a_case(requested(), joined(""))) == {"anyone"}


def test_the_draft_a_family_has_is_the_last_one_served():
    case = assessing(served("2026-05-11", "1"), served("2026-06-01", "2"))
    assert case.draft.number == "2"


def test_two_services_of_one_agency_are_two_parties():
    case = a_case(
        requested(),
        joined("", "health adviser", service="speech-and-language"),
        joined("", "health adviser", service="community-paediatrics"),
    )
    assert {party.service for party in case.parties} == {"speech-and-language", "community-paediatrics"}
