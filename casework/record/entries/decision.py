"""Decisions: what a panel advised and what an officer decided."""

from dataclasses import dataclass
from typing import ClassVar

from casework.record.entry import Entry


@dataclass(frozen=True, kw_only=True)
class PanelAdvised(Entry):
    """A panel (`about`: request or issue) read the evidence and gave its view. A panel advises; an officer decides."""

    paper: str
    view: str


@dataclass(frozen=True, kw_only=True)
class AssessmentAgreed(Entry):
    """We told the family that we will assess (s.36(10); reg 5(1))."""

    reasons: str
    milestones: ClassVar = ("assessment decision notified", "assessment agreed")
    sometimes: ClassVar = ("lead professional left",)


@dataclass(frozen=True, kw_only=True)
class AssessmentRefused(Entry):
    """We told the family that we will not assess, why, and their rights (s.36(5); reg 5(3))."""

    reasons: str
    milestones: ClassVar = ("assessment decision notified", "assessment refused", "decision notified")


@dataclass(frozen=True, kw_only=True)
class PlanAgreed(Entry):
    """We told the family that we will write a plan (s.36(9), s.37(1))."""

    reasons: str
    milestones: ClassVar = ("plan decision notified", "plan agreed")


@dataclass(frozen=True, kw_only=True)
class PlanRefused(Entry):
    """We told the family that a plan is not necessary, why, and their rights (s.36(9); reg 10)."""

    reasons: str
    milestones: ClassVar = ("plan decision notified", "plan refused", "decision notified")
