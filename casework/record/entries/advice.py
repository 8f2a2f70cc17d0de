"""Advice: asked for, answered, chased, given, accepted."""

from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from casework.record.entry import LATER, Entry


@dataclass(frozen=True, kw_only=True)
class AdviceRequested(Entry):
    """We asked a service for advice (reg 6(1)); `about` names the request."""

    advice: str
    service: str
    adviser: str = ""
    why: str = ""
    asked_for: bool = False
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
    """A ground the law allows lifts a time limit (reg 5(4), 8(2), 10(4)). No date moves.

    `since` and `until` are the days it covers; `accepted_by` is the officer who accepted it.
    """

    duty: str
    ground: str
    paper: str
    since: date | None = field(default=None, metadata=LATER)
    until: date | None = field(default=None, metadata=LATER)
    accepted_by: str = field(default="", metadata=LATER)


@dataclass(frozen=True, kw_only=True)
class ExcuseClaimed(Entry):
    """Somebody asked that a ground the law knows lift a time limit. It lifts nothing until an officer accepts it."""

    duty: str
    ground: str
    paper: str
    person: str
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class ExcuseTurnedDown(Entry):
    """An officer did not accept a ground that somebody claimed; the paper says why."""

    duty: str
    ground: str
    paper: str


@dataclass(frozen=True, kw_only=True)
class Chased(Entry):
    """The night clerk climbed one rung of the ladder for a request for advice.

    `step` is a rung of version `ladder`. `inbox` says that the service's shared inbox
    was written to, and `family` which letter the family is owed, if any.
    `gaps` are the posts that could not be told. `missing` says of each, as (post, person, day),
    who is away and since when; no person for a post that nobody holds. `fell_on` is the day the
    rung was due, where a night was missed and it was climbed later.
    """

    step: str
    level: int
    told: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    ladder: int = field(default=1, metadata=LATER)
    inbox: bool = field(default=False, metadata=LATER)
    family: str = field(default="", metadata=LATER)
    missing: tuple[tuple[str, str, str], ...] = field(default=(), metadata=LATER)
    fell_on: date | None = field(default=None, metadata=LATER)
    sometimes: ClassVar = ("family told of lateness",)


@dataclass(frozen=True, kw_only=True)
class ChasedByHand(Entry):
    """Somebody of the council's team asked after advice that is owed. It climbs no rung and skips none.

    `person` pressed, at `time` on a London clock. `to` is who was written to, "" for the
    service's inbox; `copied` are the managers who got a copy; `gaps` and `missing` as for a rung.
    """

    person: str
    time: str
    to: str = ""
    copied: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    missing: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class ChasingSettled(Entry):
    """What was late came in, or a manager settled it; everyone who was told is told."""

    told: tuple[str, ...] = ()
    paper: str = ""
