"""Every kind of thing that can be written in a diary: facts, in the past tense, written once."""

from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import ClassVar


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What happened on a day. `about` says which one, where a case has several (a request for advice, a school).

    An entry holds dates, kinds, ids and digests; words are in the paper a digest names.
    `milestones` are the facts that the timetable runs its duties from.
    """

    on: date
    about: str = ""
    milestones: ClassVar[tuple[str, ...]] = ()


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
    """A person (`about`) joined the case, in a capacity, for a purpose, until a day or until told otherwise."""

    capacity: str
    purpose: str
    until: date | None = None
    setting: str = ""


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


@dataclass(frozen=True, kw_only=True)
class LeadProfessionalNamed(Entry):
    """The person (`about`) who keeps services joined up for this child."""


@dataclass(frozen=True, kw_only=True)
class PartnersTold(Entry):
    """Health, social care and the school were told that we are considering an assessment (reg 4(2))."""

    milestones: ClassVar = ("partners told",)


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


@dataclass(frozen=True, kw_only=True)
class AssessmentRefused(Entry):
    """We told the family that we will not assess, why, and their rights (s.36(5); reg 5(3))."""

    reasons: str
    milestones: ClassVar = ("assessment decision notified", "assessment refused", "decision notified")


@dataclass(frozen=True, kw_only=True)
class AdviceRequested(Entry):
    """We asked a service for advice (reg 6(1)); `about` names the request."""

    advice: str
    service: str
    adviser: str = ""
    why: str = ""
    milestones: ClassVar = ("advice requested",)


@dataclass(frozen=True, kw_only=True)
class AdviserNamed(Entry):
    """The service said who will write the advice."""

    adviser: str


@dataclass(frozen=True, kw_only=True)
class StoryRead(Entry):
    """An adviser confirmed having read the family's story, so that nobody asks them to repeat it."""

    person: str


@dataclass(frozen=True, kw_only=True)
class FirstResponseGiven(Entry):
    """The service said what will follow, or why nothing will."""

    response: str
    paper: str
    closes: bool = False
    milestones: ClassVar = ("first response given",)


@dataclass(frozen=True, kw_only=True)
class ResponseCountersigned(Entry):
    """The agency's lead put their name to a reply that says nothing is needed."""

    person: str


@dataclass(frozen=True, kw_only=True)
class AdviceReceived(Entry):
    """Advice arrived, however late (reg 8). What was sent is frozen."""

    paper: str
    milestones: ClassVar = ("advice received",)


@dataclass(frozen=True, kw_only=True)
class AdviceAccepted(Entry):
    """The caseworker accepted the advice, or the reply that closes the request without it."""

    milestones: ClassVar = ("advice accepted",)


@dataclass(frozen=True, kw_only=True)
class AdviceReturned(Entry):
    """The caseworker sent advice back with a reason. The first due date still shows."""

    paper: str


@dataclass(frozen=True, kw_only=True)
class AdviceWithdrawn(Entry):
    """We no longer ask this service: it went to the wrong team, or is not needed."""

    paper: str
    milestones: ClassVar = ("advice withdrawn",)


@dataclass(frozen=True, kw_only=True)
class LatenessExplained(Entry):
    """An adviser said why advice is late and when it will come."""

    reason: str
    expected: date
    paper: str = ""


@dataclass(frozen=True, kw_only=True)
class ExcuseRecorded(Entry):
    """A ground the law allows lifts a time limit (reg 5(4), 8(2), 10(4)). No date moves."""

    duty: str
    ground: str
    paper: str


@dataclass(frozen=True, kw_only=True)
class Chased(Entry):
    """The night clerk climbed one rung of the ladder for a request for advice."""

    step: str
    level: int
    told: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ChasingSettled(Entry):
    """What was late came in, or a manager settled it; everyone who was told is told."""

    told: tuple[str, ...] = ()
    paper: str = ""


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


@dataclass(frozen=True, kw_only=True)
class DraftPlanServed(Entry):
    """The draft (`about`: which draft) was served on the family (s.38(1); reg 13(1))."""

    plan: str
    milestones: ClassVar = ("draft plan served",)


@dataclass(frozen=True, kw_only=True)
class FamilyReplied(Entry):
    """A parent or young person (`about`) told us what they think of the draft."""

    paper: str


@dataclass(frozen=True, kw_only=True)
class MeetingAskedFor(Entry):
    """A parent or young person (`about`) asked to meet an officer about the draft (reg 13(1)(b))."""

    paper: str


@dataclass(frozen=True, kw_only=True)
class MeetingHeld(Entry):
    """We met the family about the draft."""

    paper: str


@dataclass(frozen=True, kw_only=True)
class MoreTimeAskedFor(Entry):
    """A parent or young person (`about`) asked for longer than 15 days."""

    paper: str


@dataclass(frozen=True, kw_only=True)
class MoreTimeGiven(Entry):
    """We gave the family longer to reply to the draft."""

    until: date


@dataclass(frozen=True, kw_only=True)
class SettingPreferred(Entry):
    """The family asked for a school or college (`about`) to be named (s.38(2)(b))."""

    name: str = ""


@dataclass(frozen=True, kw_only=True)
class SettingConsulted(Entry):
    """We asked a school or college (`about`) about naming it (s.39(2), s.40(3); Code 9.83)."""

    plan: str
    milestones: ClassVar = ("setting consulted",)


@dataclass(frozen=True, kw_only=True)
class SettingReplied(Entry):
    """The school or college (`about`) answered."""

    answer: str
    paper: str
    milestones: ClassVar = ("setting replied",)


@dataclass(frozen=True, kw_only=True)
class FinalPlanSent(Entry):
    """The final plan (`about`: which version) went to the family, the setting and health (reg 13(2))."""

    plan: str
    setting: str = ""
    milestones: ClassVar = ("final plan sent", "decision notified")


@dataclass(frozen=True, kw_only=True)
class MessageSent(Entry):
    """Someone wrote to someone (`about`) about this case."""

    paper: str
    sender: str


@dataclass(frozen=True, kw_only=True)
class NoteAdded(Entry):
    """An officer noted something, or a telephone call."""

    paper: str


@dataclass(frozen=True, kw_only=True)
class RequestWithdrawn(Entry):
    """The family took their request back."""

    paper: str
    milestones: ClassVar = ("request withdrawn",)


@dataclass(frozen=True, kw_only=True)
class EntryStruckOut(Entry):
    """An earlier entry (`about`: its number) was wrong; the paper says why. Nothing is overwritten."""

    paper: str


KINDS = {kind.__name__: kind for kind in Entry.__subclasses__()}


def body_of(entry: Entry) -> dict:
    """What an entry says beyond its day and what it is about, as plain JSON values."""
    said = {name: value for name, value in asdict(entry).items() if name not in ("on", "about")}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in said.items()}


def entry_from(kind: str, on: date, about: str, body: dict) -> Entry:
    """Read an entry back. Raises TypeError, loudly, for a kind or a field nobody can read."""
    if kind not in KINDS:
        raise TypeError(f"The diary holds an entry nobody can read: {kind}")
    types = {each.name: each.type for each in fields(KINDS[kind])}
    said = {name: _read(value, types.get(name)) for name, value in body.items()}
    return KINDS[kind](on=on, about=about, **said)


def _read(value, written_as):
    """One field, as the entry declares it."""
    if value is not None and written_as in (date, date | None):
        return date.fromisoformat(value)
    return tuple(value) if isinstance(value, list) else value
