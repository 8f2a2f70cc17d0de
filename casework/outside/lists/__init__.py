"""What lists read: one file an audience, each asking a fixed number of questions of indexed rows."""

from dataclasses import dataclass

from casework.outside.lists.advice import AdviceLists
from casework.outside.lists.audit import AuditLists
from casework.outside.lists.breaches import BreachLists
from casework.outside.lists.compliance import ComplianceLists
from casework.outside.lists.desk import DeskLists
from casework.outside.lists.digests import DigestLists
from casework.outside.lists.escalations import EscalationLists
from casework.outside.lists.family import FamilyLists
from casework.outside.lists.others import OtherChildren
from casework.outside.lists.owed import OwedLists
from casework.outside.lists.promises import PromiseLists
from casework.outside.lists.schools import SchoolLists
from casework.outside.lists.views import Views


@dataclass(frozen=True)
class Lists:
    """Every list there is, by who reads it."""

    desk: DeskLists
    escalations: EscalationLists
    family: FamilyLists
    advice: AdviceLists
    schools: SchoolLists
    audit: AuditLists
    compliance: ComplianceLists
    breaches: BreachLists
    digests: DigestLists
    promises: PromiseLists
    owed: OwedLists
    views: Views
    others: OtherChildren


def all_lists() -> Lists:
    """The lists of the real database."""
    return Lists(
        DeskLists(),
        EscalationLists(),
        FamilyLists(),
        AdviceLists(),
        SchoolLists(),
        AuditLists(),
        ComplianceLists(),
        BreachLists(),
        DigestLists(),
        PromiseLists(),
        OwedLists(),
        Views(),
        OtherChildren(),
    )
