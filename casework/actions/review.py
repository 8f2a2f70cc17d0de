"""Reviewing a plan: at least once a year, and sooner for a child under five."""

from casework.actions.decision import checked_reasons
from casework.errors import Refusal
from casework.record import entries as kinds


def record_a_review(case, today, *, met_on, reasons):
    """A review was held and the plan stays as it is; the family is told, with their rights (s.44(1); reg 20(10), (11)).

    `met_on` is the day of the meeting. The decision is notified today. Raises Refusal for
    a meeting before the plan was made or in the future, or for reasons that could not stand in a letter.
    """
    if met_on > today or met_on < case.final.on:
        raise Refusal("The day of the review meeting must be between the day of the plan and today.", "met_on")
    paper = checked_reasons(case, "review", reasons | {"met_on": met_on.isoformat()}, answer="no change")
    return [paper, kinds.PlanReviewed(on=today, reasons=paper.digest)]
