"""Annual reviews of a plan that is in force."""

from dataclasses import dataclass
from typing import ClassVar

from casework.record.entry import Entry


@dataclass(frozen=True, kw_only=True)
class PlanReviewed(Entry):
    """The plan was reviewed (s.44(1)) and we told the family that it stays as it is (reg 20(10), (11))."""

    reasons: str
    milestones: ClassVar = ("plan reviewed", "decision notified")
