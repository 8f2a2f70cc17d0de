"""Deciding: the test applied, the evidence read, reasons a family could be sent, and why a panel was not followed."""

import pytest

from casework.actions.decision import agree_to_assess, agree_to_write_a_plan, refuse_a_plan, refuse_to_assess
from casework.errors import Refusal
from casework.record import entries as kinds
from tests.makers import a_case, accepted, assessing, day, joined, received, requested

ON = day("2026-03-02")
REASONS = {
    "family_words": "We read what you told us. Amira may need more help than schools usually give.",
    "evidence": ["story"],
    "test_applied": True,
}


def asked():
    """A request that nobody has decided."""
    return a_case(requested(), joined())


def advised(about, view):
    """The same with the panel's view."""
    return a_case(requested(), joined(), kinds.PanelAdvised(on=ON, about=about, view=view, paper="v" * 64))


def refused(deed, case, reasons):
    """What a decision says when it is refused, and beside which question."""
    with pytest.raises(Refusal) as said:
        deed(case, ON, reasons=reasons)
    return said.value.sentence, said.value.field


@pytest.mark.parametrize(
    ("deed", "entry"), [(agree_to_assess, kinds.AssessmentAgreed), (refuse_to_assess, kinds.AssessmentRefused)]
)
def test_a_decision_keeps_its_reasons(deed, entry):
    paper, decided = deed(asked(), ON, reasons=REASONS)
    assert (type(decided), decided.reasons, paper.content) == (entry, paper.digest, REASONS)


@pytest.mark.parametrize("name", ["family_words", "evidence", "test_applied"])
@pytest.mark.parametrize("deed", [agree_to_assess, refuse_to_assess])
def test_a_decision_without_its_reasons_is_refused_beside_the_question(deed, name):
    assert refused(deed, asked(), REASONS | {name: ""})[1] == name


def test_a_few_words_are_not_reasons():
    assert refused(agree_to_assess, asked(), REASONS | {"family_words": "x" * 39})[1] == "family_words"


def test_not_following_the_panel_needs_its_own_reason():
    assert refused(agree_to_assess, advised("request", "no"), REASONS)[1] == "departure"
    assert agree_to_assess(advised("request", "no"), ON, reasons=REASONS | {"departure": "New evidence came."})


@pytest.mark.parametrize("case", [advised("request", "yes"), advised("issue", "no")])
def test_following_the_panel_or_another_panel_needs_no_more(case):
    assert agree_to_assess(case, ON, reasons=REASONS)


@pytest.mark.parametrize("deed", [agree_to_write_a_plan, refuse_a_plan])
def test_whether_a_plan_is_needed_is_decided_on_accepted_advice(deed):
    assert "advice" in refused(deed, assessing(received()), REASONS)[0]
    assert deed(assessing(received(), accepted()), ON, reasons=REASONS)
