"""Asking for an assessment: who asked, who joined, what came in."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from casework.record.entry import Entry


@dataclass(frozen=True, kw_only=True)
class RequestReceived(Entry):
    """Someone asked for an assessment, or brought the child to our attention (s.36(1), s.24; reg 5(1))."""

    door: str
    child: str
    story: str
    keyed_from: str = ""
    milestones: ClassVar = ("request received",)


@dataclass(frozen=True, kw_only=True)
class ChildDetailsCorrected(Entry):
    """The child's details were put right; the earlier ones stay in the diary."""

    child: str


@dataclass(frozen=True, kw_only=True)
class StoryAdded(Entry):
    """The family added to their story. It is never asked for again."""

    story: str


@dataclass(frozen=True, kw_only=True)
class ConsentRecorded(Entry):
    """A real choice about sharing was made: who, what, why and until when are in the paper."""

    paper: str


@dataclass(frozen=True, kw_only=True)
class DocumentAdded(Entry):
    """A file came in. The paper holds its name, kind and digest."""

    paper: str


@dataclass(frozen=True, kw_only=True)
class PartyJoined(Entry):
    """Someone (`about`) joined the case, in a capacity, for a purpose, until a day or until told otherwise.

    A school or a service joins as a whole: then `setting` or `service` says which.
    `invite` says that an officer added them, so that we write to say so; whoever
    comes with a request of their own knows it already.
    """

    capacity: str
    purpose: str
    until: date | None = None
    setting: str = ""
    service: str = ""
    invite: bool = False


@dataclass(frozen=True, kw_only=True)
class PartyLeft(Entry):
    """A person (`about`) stopped holding a capacity."""

    capacity: str


@dataclass(frozen=True, kw_only=True)
class RequestAcknowledged(Entry):
    """We told the family that we have their request, and the dates we owe them."""

    milestones: ClassVar = ("request acknowledged",)


@dataclass(frozen=True, kw_only=True)
class DuplicateSetAside(Entry):
    """Another case (`about`) looked like the same child, and an officer said it is not."""

    paper: str


@dataclass(frozen=True, kw_only=True)
class CaseworkerAllocated(Entry):
    """The case was given to a caseworker (`about`)."""

    sometimes: ClassVar = ("caseworker changed", "caseworker replaced")


@dataclass(frozen=True, kw_only=True)
class LeadProfessionalNamed(Entry):
    """The person (`about`) who keeps services joined up for this child."""

    milestones: ClassVar = ("lead professional named",)


@dataclass(frozen=True, kw_only=True)
class PartnersTold(Entry):
    """Health, social care and the school were told that we are considering an assessment (reg 4(2))."""

    milestones: ClassVar = ("partners told",)


@dataclass(frozen=True, kw_only=True)
class RequestWithdrawn(Entry):
    """The family took their request back."""

    paper: str
    milestones: ClassVar = ("request withdrawn",)
