"""Every kind of thing that can be written in a diary: facts, in the past tense."""

from datetime import date

from casework.record.entries.advice import (
    AdviceAccepted,
    AdviceReceived,
    AdviceRequested,
    AdviceReturned,
    AdviceWithdrawn,
    AdviserNamed,
    Chased,
    ChasedByHand,
    ChasingSettled,
    ExcuseClaimed,
    ExcuseRecorded,
    ExcuseTurnedDown,
    FirstResponseGiven,
    LatenessExplained,
    ResponseCountersigned,
    StoryRead,
)
from casework.record.entries.decision import (
    AssessmentAgreed,
    AssessmentRefused,
    PanelAdvised,
    PlanAgreed,
    PlanRefused,
)
from casework.record.entries.guarding import StoppedSendingAllowed, StoppedSendingWithdrawn
from casework.record.entries.plan import (
    DraftPlanServed,
    FamilyReplied,
    FinalPlanSent,
    MeetingAskedFor,
    MeetingHeld,
    MoreTimeAskedFor,
    MoreTimeGiven,
    SettingConsulted,
    SettingPreferred,
    SettingReplied,
    WordingLetStand,
)
from casework.record.entries.promises import (
    FamilyMessageAnswered,
    FamilyMessageReceived,
    FamilyToldOfCaseworker,
    FamilyToldOfLateness,
    FamilyUpdated,
    LeadProfessionalLeft,
    ReplyNotNeeded,
)
from casework.record.entries.request import (
    CaseworkerAllocated,
    ChildDetailsCorrected,
    ConsentRecorded,
    DocumentAdded,
    DuplicateSetAside,
    LeadProfessionalNamed,
    PartnersTold,
    PartyJoined,
    PartyLeft,
    RequestAcknowledged,
    RequestReceived,
    RequestWithdrawn,
    StoryAdded,
)
from casework.record.entries.review import PlanReviewed
from casework.record.entries.upkeep import (
    EntryStruckOut,
    MessageSent,
    NoteAdded,
)
from casework.record.entry import Entry, body_of
from casework.record.entry import entry_from as _entry_from

__all__ = [
    "AdviceAccepted",
    "AdviceReceived",
    "AdviceRequested",
    "AdviceReturned",
    "AdviceWithdrawn",
    "AdviserNamed",
    "AssessmentAgreed",
    "AssessmentRefused",
    "CaseworkerAllocated",
    "Chased",
    "ChasedByHand",
    "ChasingSettled",
    "ChildDetailsCorrected",
    "ConsentRecorded",
    "DocumentAdded",
    "DraftPlanServed",
    "DuplicateSetAside",
    "Entry",
    "EntryStruckOut",
    "ExcuseClaimed",
    "ExcuseRecorded",
    "ExcuseTurnedDown",
    "FamilyMessageAnswered",
    "FamilyMessageReceived",
    "FamilyReplied",
    "FamilyToldOfCaseworker",
    "FamilyToldOfLateness",
    "FamilyUpdated",
    "FinalPlanSent",
    "FirstResponseGiven",
    "KINDS",
    "LatenessExplained",
    "LeadProfessionalLeft",
    "LeadProfessionalNamed",
    "MeetingAskedFor",
    "MeetingHeld",
    "MessageSent",
    "MoreTimeAskedFor",
    "MoreTimeGiven",
    "NoteAdded",
    "PanelAdvised",
    "PartnersTold",
    "PartyJoined",
    "PartyLeft",
    "PlanAgreed",
    "PlanRefused",
    "PlanReviewed",
    "ReplyNotNeeded",
    "RequestAcknowledged",
    "RequestReceived",
    "RequestWithdrawn",
    "ResponseCountersigned",
    "SettingConsulted",
    "SettingPreferred",
    "SettingReplied",
    "StoppedSendingAllowed",
    "StoppedSendingWithdrawn",
    "StoryAdded",
    "StoryRead",
    "WordingLetStand",
    "body_of",
    "entry_from",
]

KINDS = {kind.__name__: kind for kind in Entry.__subclasses__()}


def entry_from(kind: str, on: date, about: str, body: dict) -> Entry:
    """Read an entry back. Raises TypeError, loudly, for a kind or a field nobody can read."""
    return _entry_from(KINDS, kind, on, about=about, body=body)
