"""Deciding: assess or not, a plan or not. The officer applies the legal test and gives reasons to the family."""

from casework.errors import Refusal
from casework.record import entries as kinds
from casework.record.papers import Paper

SHORTEST_REASONS = 40  # characters: fewer cannot be reasons about this child


def agree_to_assess(case, today, *, reasons):
    """We will assess (s.36(3), (8), (10)). `reasons` holds the test applied, evidence read and words for the family."""
    paper = checked_reasons(case, "request", reasons, answer="yes")
    return [paper, kinds.AssessmentAgreed(on=today, reasons=paper.digest)]


def refuse_to_assess(case, today, *, reasons):
    """We will not assess (s.36(5); reg 5(1), (3)). The family gets the reasons and every right they have."""
    paper = checked_reasons(case, "request", reasons, answer="no")
    return [paper, kinds.AssessmentRefused(on=today, reasons=paper.digest)]


def agree_to_write_a_plan(case, today, *, reasons):
    """A plan is necessary (s.37(1)). All advice that is owed need not be in; what is missing is shown."""
    if not any(advice.accepted_on for advice in case.advice.values()):
        raise Refusal("Accept at least one piece of advice before you decide whether a plan is needed.")
    paper = checked_reasons(case, "issue", reasons, answer="yes")
    return [paper, kinds.PlanAgreed(on=today, reasons=paper.digest)]


def refuse_a_plan(case, today, *, reasons):
    """A plan is not necessary (s.36(9); reg 10). Owed within 16 weeks of the request, with reasons and rights."""
    if not any(advice.accepted_on for advice in case.advice.values()):
        raise Refusal("Accept the advice before you decide whether a plan is needed.")
    paper = checked_reasons(case, "issue", reasons, answer="no")
    return [paper, kinds.PlanRefused(on=today, reasons=paper.digest)]


def checked_reasons(case, panel, reasons, *, answer):
    """The reasons as a paper. Raises Refusal when they could not stand in a letter to this family."""
    if len(reasons.get("family_words", "").strip()) < SHORTEST_REASONS:
        raise Refusal(
            "Write the reasons for the family: what you read, and what it means for this child.", "family_words"
        )
    if not reasons.get("evidence"):
        raise Refusal("Say which evidence you read.", "evidence")
    if not reasons.get("test_applied"):
        raise Refusal("Say that you applied the legal test, and no other.", "test_applied")
    advised = [view for about, view, _, _ in case.panels if about == panel]
    if advised and advised[-1] != answer and not reasons.get("departure", "").strip():
        raise Refusal("The panel advised something else. Say why you decided differently.", "departure")
    return Paper("reasons", reasons)
