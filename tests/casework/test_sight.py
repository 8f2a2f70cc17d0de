"""Who may see which part of the record: the grid, and what it must never say."""

import pytest

from casework import sight
from casework.record.papers import Paper
from tests.makers import OFFICER, OTHER_PARENT, PARENT, THERAPIST, a_case, assessing, joined, requested

FAMILY = ("parent", "young person", "child", "restricted parent", "former holder", "alternative person", "carer")
NOBODYS = ("agency administrator", "operator", "ended", "conflicted", "anyone")


def test_the_grid_has_27_kinds_and_17_sections():
    assert len(sight.grid()) == 27
    assert all(len(row) == 17 for row in sight.grid().values())


@pytest.mark.parametrize("capacity", FAMILY)
def test_no_family_member_sees_notes_safeguarding_or_quality(capacity):
    assert not any(sight.grid()[capacity][section] for section in ("NT", "SG", "QA"))


@pytest.mark.parametrize("capacity", NOBODYS)
def test_those_who_are_nothing_to_a_case_see_nothing(capacity):
    assert not any(sight.grid()[capacity].values())


def test_only_a_manager_approves_an_issued_plan():
    assert [name for name, row in sight.grid().items() if "a" in row["PI"]] == ["manager"]


def test_a_parent_sees_advice_once_it_is_released_and_not_before():
    case = a_case(requested(), joined())
    assert not sight.may_see(PARENT, case, "HE")
    assert sight.may_see(PARENT, case, "HE", released=True)
    assert not sight.may_see(OTHER_PARENT, case, "HE", released=True)


def test_a_health_adviser_sees_no_social_care_and_a_masked_address():
    case = assessing(joined("", "health adviser", service="speech-and-language"))
    assert not sight.may_see(THERAPIST, case, "SC", released=True)
    assert sight.masked(THERAPIST, case, "CT")


def test_the_caseworker_of_another_case_sees_only_that_it_exists():
    from_another_team = a_case(requested())
    given = assessing()
    assert sight.may_see(OFFICER, from_another_team, "NT")
    assert "ID" in sight.visible(OFFICER, given)


def test_a_paper_kept_from_parents_is_kept_from_a_parent_and_not_from_the_officer():
    case = a_case(requested(), joined())
    paper = Paper("document", {"name": "note.pdf"}, kept_from=("parent",))
    assert sight.kept_from(PARENT, case, paper)
    assert not sight.kept_from(OFFICER, case, paper)
    assert not sight.kept_from(PARENT, case, Paper("document", {"name": "note.pdf"}))
