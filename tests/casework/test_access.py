"""The same rights the other way round, a line for each capacity, so that none is added by a slip in one file."""

import pytest

from casework import access
from casework.errors import GapInOurTables, NotYours
from casework.record.people import NIGHT_CLERK, NOBODY, Actor
from tests.makers import MANAGER, OFFICER, OTHER_PARENT, PARENT, a_case, joined, requested

FAMILY = {
    "follow my case", "open a document", "add to the story", "add a document", "record consent",
    "withdraw the request", "reply to the draft", "ask for a meeting", "ask for more time", "prefer a setting",
    "write to the council",
}  # fmt: skip
ADVISER = {
    "read a request for advice", "open a document", "add a document", "name the adviser", "confirm the story read",
    "give a first response", "submit advice", "explain lateness", "claim an excuse",
}  # fmt: skip
ONLY_A_MANAGER = {
    "refuse to assess", "refuse a plan", "settle chasing", "manage people", "see the desk", "see escalations",
    "see who can do what", "arrange cover", "read the breach register", "see the ladder", "change the ladder",
    "see compliance", "see what is owed", "share a view", "let wording stand", "see what was stopped",
}  # fmt: skip


def given_to(capacity):
    return {action for action, who in access.rights().items() if capacity in who}


def test_anyone_may_read_open_pages_and_ask_and_nothing_else():
    assert given_to("anyone") == {"anyone", "ask for an assessment"}


@pytest.mark.parametrize("capacity", ["parent", "young person"])
def test_a_family_follows_adds_and_answers(capacity):
    assert given_to(capacity) == FAMILY


@pytest.mark.parametrize("capacity", ["health adviser", "social care adviser", "education adviser"])
def test_an_adviser_reads_what_was_asked_and_answers(capacity):
    assert given_to(capacity) == ADVISER


def test_the_night_clerk_chases_and_keeps_what_we_promised():
    assert given_to("night clerk") == {
        "chase", "tell the family of lateness", "record that the lead left", "note the family was told",
    }  # fmt: skip


def test_a_caseworker_cannot_refuse_an_assessment_or_a_plan():
    assert not {"refuse to assess", "refuse a plan", "manage people"} & given_to("caseworker")


def test_whatever_a_caseworker_may_do_a_manager_may_do():
    assert given_to("caseworker") - given_to("manager") <= {"submit advice"}
    assert given_to("manager") - given_to("caseworker") == ONLY_A_MANAGER


def test_a_school_that_was_consulted_only_replies():
    assert given_to("setting consulted") == {"read a consultation", "open a document", "reply to a consultation"}


def test_one_parent_is_nothing_to_another_familys_case():
    case = a_case(requested(), joined())
    assert access.may(PARENT, "follow my case", case)
    with pytest.raises(NotYours):
        access.require(OTHER_PARENT, "follow my case", case)
    with pytest.raises(NotYours):
        access.require(NOBODY, "follow my case", case)


def test_a_question_without_a_row_is_a_gap_and_not_a_no():
    with pytest.raises(GapInOurTables, match="no row"):
        access.may(MANAGER, "see everything", a_case(requested()))


def test_a_post_nobody_has_listed_brings_nothing():
    case = a_case(requested())
    assert not access.may(Actor("x", "X", post="wizard"), "read the case", case)


def test_the_reasoning_can_be_read():
    case = a_case(requested(), joined())
    assert access.why(PARENT, "follow my case", case) == "Leila Amin may follow my case, as parent."
    assert "gives it to manager" in access.why(OFFICER, "refuse to assess", case)
    assert access.may(NIGHT_CLERK, "chase", case)
