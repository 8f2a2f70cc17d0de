"""Who is on a case: joining for a purpose, leaving, who is in charge of it, and who is written to because of it."""

from datetime import timedelta

import pytest

from casework import letters
from casework.actions.joining import (
    allocate_a_caseworker,
    join_the_case,
    leave_the_case,
    name_the_lead_professional,
    set_aside_a_duplicate,
)
from casework.actions.request import ask_for_an_assessment
from casework.errors import Refusal
from casework.record import entries as kinds
from casework.record.case import Case
from tests.makers import CHILD, PARENT, STORY, a_case, day, joined, requested, written

ASKED = day("2026-02-02")
A_DAY = timedelta(days=1)


def on_the_case(*more):
    """A request with a parent on it."""
    return a_case(requested(), joined(), *more)


def refused(deed, **details):
    """The words and the field of a refusal."""
    with pytest.raises(Refusal) as said:
        deed(on_the_case(), ASKED, **details)
    return said.value.sentence, said.value.field


def invited(*entries):
    """Those whom these entries make us write to about joining."""
    owed = letters.owed(written(*entries), a_case(*entries))
    return [letter.person for letter in owed if letter.letter == "invitation"]


def test_a_person_joins_in_a_capacity_for_a_purpose_until_a_day():
    until = ASKED + A_DAY
    said = {"capacity": "supporter", "purpose": "to help at meetings", "person": "robin", "until": until}
    [entry] = join_the_case(on_the_case(), ASKED, **said)
    party = on_the_case(entry).parties[-1]
    assert (party.person, party.capacity, party.purpose, party.until) == ("robin", *list(said.values())[:2], until)


def test_a_school_or_a_service_joins_as_a_whole():
    school, service = ({"setting": "elm-park"}, {"service": "early-help"})
    for whole in (school, service):
        [entry] = join_the_case(on_the_case(), ASKED, capacity="setting attended", purpose="teaches them", **whole)
        assert (entry.about, entry.setting, entry.service) == ("", whole.get("setting", ""), whole.get("service", ""))


def test_nobody_joins_without_a_purpose_or_for_a_time_that_is_over():
    said = {"capacity": "supporter", "purpose": "to help", "person": "robin"}
    assert refused(join_the_case, **said | {"purpose": "  "})[1] == "purpose"
    assert refused(join_the_case, **said, until=ASKED - A_DAY)[1] == "until"
    assert join_the_case(on_the_case(), ASKED, **said, until=ASKED)


def test_nobody_joins_twice_in_the_same_role_but_may_in_another():
    assert refused(join_the_case, capacity="parent", purpose="their child", person=PARENT.id)[1] == "person"
    assert join_the_case(on_the_case(), ASKED, capacity="supporter", purpose="to help", person=PARENT.id)


def test_a_person_leaves_the_role_they_have_and_no_other():
    [entry] = leave_the_case(on_the_case(), ASKED, person=PARENT.id, capacity="parent")
    assert entry == kinds.PartyLeft(on=ASKED, about=PARENT.id, capacity="parent")
    assert on_the_case(entry).parties == ()
    assert "not on this case" in refused(leave_the_case, person=PARENT.id, capacity="supporter")[0]


@pytest.mark.parametrize(
    ("deed", "kind"),
    [
        (allocate_a_caseworker, kinds.CaseworkerAllocated),
        (name_the_lead_professional, kinds.LeadProfessionalNamed),
    ],
)
def test_a_case_is_put_in_somebodys_charge_once_and_may_change_hands(deed, kind):
    [entry] = deed(on_the_case(), ASKED, person="jo")
    assert entry == kind(on=ASKED, about="jo")
    with pytest.raises(Refusal, match="already the"):
        deed(on_the_case(entry), ASKED, person="jo")
    assert deed(on_the_case(entry), ASKED, person="priya")


def test_a_duplicate_is_set_aside_only_with_how_we_know():
    paper, entry = set_aside_a_duplicate(on_the_case(), ASKED, other="EHC-2026-0002", reason="They are twins.")
    assert paper.content == {"other": "EHC-2026-0002", "reason": "They are twins."}
    assert (entry.about, entry.paper) == ("EHC-2026-0002", paper.digest)
    assert refused(set_aside_a_duplicate, other="EHC-2026-0002", reason=" ")[1] == "reason"


def test_somebody_whom_an_officer_adds_is_written_to():
    came = join_the_case(on_the_case(), ASKED, capacity="supporter", purpose="to help", person="robin")
    assert invited(requested(), *came) == ["robin"]


def test_somebody_who_comes_with_their_own_request_is_not_invited_to_it():
    people = [{"person": "leila", "capacity": "parent", "purpose": "their child"}]
    asked = {"door": "parent", "child": CHILD, "story": STORY, "people": people}
    came = ask_for_an_assessment(Case("EHC-2026-0001"), ASKED, **asked)
    assert invited(*[entry for entry in came if hasattr(entry, "on")]) == []


def test_whether_somebody_was_invited_is_kept_in_the_diary():
    entry = joined(invite=True)
    assert kinds.entry_from("PartyJoined", entry.on, entry.about, kinds.body_of(entry)) == entry
