"""How each answer to a stopped sending changes a case: not at all; the post is what it changes."""

from casework.record import entries as kinds
from casework.record.case import Case, reads


@reads(kinds.StoppedSendingAllowed)
def _allowed(case: Case, entry) -> Case:
    return case


@reads(kinds.StoppedSendingWithdrawn)
def _withdrawn(case: Case, entry) -> Case:
    return case
