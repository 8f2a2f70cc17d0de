"""A case is what its diary says: the shape of a case, and the fold that reads it."""

from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from casework.law.clocks import Excuse, Fact
from casework.record.claims import Claim
from casework.record.entries import Entry, EntryStruckOut
from casework.record.lateness import without_what_came
from casework.record.people import FAMILY, Actor
from casework.record.written import Written

NOTHING = MappingProxyType({})


@dataclass(frozen=True)
class Party:
    """A person joined to a case: in what capacity, why, from when and until when."""

    person: str
    capacity: str
    purpose: str
    since: date
    until: date | None = None
    setting: str = ""
    service: str = ""

    def is_(self, actor: Actor) -> bool:
        """Whether this party is the actor: in person, or by working for the setting or service that was joined."""
        return (
            self.person == actor.id
            or bool(self.setting and self.setting == actor.setting)
            or bool(self.service and self.service == actor.service)
        )


@dataclass(frozen=True)
class Advice:
    """One request for advice and where it stands.

    `given` holds each day advice came with the day it was sent back, if it was; `returns` each day anything
    was sent back; `climbed` each level reached with its day. They tell how it stood on a day that is past.
    """

    about: str
    kind: str
    service: str
    asked_on: date
    adviser: str = ""
    why: str = ""
    asked_for: bool = False
    story_read_by: tuple[str, ...] = ()
    response: str = ""
    response_paper: str = ""
    responded_on: date | None = None
    closes: bool = False
    countersigned_by: str = ""
    paper: str = ""
    received_on: date | None = None
    accepted_on: date | None = None
    returned: str = ""
    withdrawn_on: date | None = None
    lateness: str = ""
    expected: date | None = None
    steps: tuple[tuple[str, date], ...] = ()
    level: int = 0
    told: tuple[str, ...] = ()
    settled_on: date | None = None
    replied_on: date | None = None
    given: tuple[tuple[date, date | None], ...] = ()
    returns: tuple[date, ...] = ()
    climbed: tuple[tuple[int, date], ...] = ()
    chased: tuple[tuple[date, str, str], ...] = ()

    @property
    def is_open(self) -> bool:
        """Still owed something: not received, not closed by an accepted reply, not withdrawn."""
        answered = self.received_on and not self.returned
        return not (answered or self.accepted_on or self.withdrawn_on)

    @property
    def waits_for_adviser(self) -> bool:
        """Whether the next step is the adviser's, so that reminders make sense."""
        return self.is_open and not self.closes

    @property
    def standing(self) -> str:
        """One word or two for lists: what has happened to this request so far."""
        if self.withdrawn_on:
            return "withdrawn"
        if self.accepted_on:
            return "accepted"
        if self.returned:
            return "returned"
        if self.received_on:
            return "received"
        if self.closes:
            return "reply to accept"
        return "first response given" if self.response else "asked"


@dataclass(frozen=True)
class Consultation:
    """A school or college that was asked, and what it said."""

    setting: str
    asked_on: date
    plan: str = ""
    answer: str = ""
    paper: str = ""
    replied_on: date | None = None


@dataclass(frozen=True)
class FamilyMessage:
    """What one of the family wrote or said to us, and what became of it. `reply` and `no_reply` are papers."""

    about: str
    sender: str
    paper: str
    on: date
    way: str = "message"
    answered_on: date | None = None
    reply: str = ""
    answered_by: str = ""
    answered_way: str = ""
    no_reply: str = ""

    @property
    def waits(self) -> bool:
        """Whether it has been neither answered nor said to need no reply."""
        return not (self.answered_on or self.no_reply)


@dataclass(frozen=True)
class Version:
    """A plan as it was served or sent: which one, when, and the digest of its words."""

    number: str
    plan: str
    on: date


@dataclass(frozen=True)
class Case:
    """Where a case stands, computed from its diary each time it is read. Nobody stores one."""

    ref: str
    n: int = 0
    stage: str = "not opened"
    door: str = ""
    requested_on: date | None = None
    closed_on: date | None = None
    child: str = ""
    stories: tuple[str, ...] = ()
    consents: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    parties: tuple[Party, ...] = ()
    caseworker: str = ""
    caseworker_since: date | None = None
    caseworker_told: frozenset[str] = frozenset()
    lead: str = ""
    lead_since: date | None = None
    partners_told_on: date | None = None
    set_aside: frozenset[str] = frozenset()
    panels: tuple[tuple[str, str, str, date], ...] = ()
    reasons: str = ""
    advice: MappingProxyType = field(default_factory=lambda: NOTHING)
    drafts: tuple[Version, ...] = ()
    final: Version | None = None
    reviewed_on: date | None = None
    replies: tuple[tuple[str, str, date], ...] = ()
    meetings: tuple[tuple[str, str, date], ...] = ()
    more_time_asked: tuple[tuple[str, str, date], ...] = ()
    more_time_until: date | None = None
    wording_stands: frozenset[str] = frozenset()
    preferred: str = ""
    preferred_name: str = ""
    consultations: MappingProxyType = field(default_factory=lambda: NOTHING)
    named_setting: str = ""
    messages: tuple[tuple[str, str, str, date], ...] = ()
    family_messages: MappingProxyType = field(default_factory=lambda: NOTHING)
    told_late: MappingProxyType = field(default_factory=lambda: NOTHING)
    updates: tuple[tuple[str, str, date], ...] = ()
    notes: tuple[tuple[str, date], ...] = ()
    facts: tuple[Fact, ...] = ()
    excuses: tuple[Excuse, ...] = ()
    claims: tuple[Claim, ...] = ()
    last_on: date | None = None
    struck: frozenset[int] = field(default=frozenset())

    def parties_of(self, actor: Actor) -> list[Party]:
        """The parties this actor is: in person, or by working for the setting or service that was joined."""
        return [party for party in self.parties if actor.id and party.is_(actor)]

    @property
    def family(self) -> tuple[Party, ...]:
        """The parents and the young person joined to this case, in the order they joined."""
        return tuple(party for party in self.parties if party.capacity in FAMILY)

    @property
    def is_closed(self) -> bool:
        """Whether the request has come to its end without a plan."""
        return self.closed_on is not None

    @property
    def draft(self) -> Version | None:
        """The draft last served, if any."""
        return self.drafts[-1] if self.drafts else None


def present(case: Case, today: date) -> Case:
    """The case with only the parties whose time on it has not ended: who may act and see today."""
    return replace(case, parties=tuple(p for p in case.parties if p.until is None or p.until >= today))


def fold(written: list[Written], case: Case) -> Case:
    """Read entries onto a case. Struck-out entries are read as if they had never been written.

    Raises TypeError for a kind nobody can read: a diary half understood is worse than none.
    """
    struck = {int(each.entry.about) for each in written if isinstance(each.entry, EntryStruckOut)}
    if struck and case.n:
        raise ValueError("A diary with a new strike-out is folded again from its beginning.")
    good = [each.entry for each in written if each.n not in struck]
    for entry in good:
        case = _with_facts(entry, _read(entry, case))
    if not written:
        return case
    days = [entry.on for entry in good] + ([case.last_on] if case.last_on else [])
    return replace(case, n=written[-1].n, last_on=max(days), struck=case.struck | struck)


def _with_facts(entry: Entry, case: Case) -> Case:
    """Some entries leave facts that the timetable runs from, and some end what the family was told is late."""
    if not entry.milestones:
        return case
    facts = tuple(Fact(milestone, entry.on, about) for milestone in entry.milestones for about in entry.concerns)
    return without_what_came(replace(case, facts=case.facts + facts), entry)


def _read(entry: Entry, case: Case) -> Case:
    """What this one entry changes; each kind's reading is registered in record/reading.py."""
    reading = READINGS.get(type(entry))
    if reading is None:
        raise TypeError(f"The diary holds an entry nobody can read: {entry!r}")
    return reading(case, entry)


READINGS: dict = {}


def reads(*kinds):
    """Register a function (case, entry) -> case as the reading of these kinds of entry."""

    def keep(reading):
        for kind in kinds:
            if kind in READINGS:
                raise TypeError(f"{kind.__name__} is read twice.")
            READINGS[kind] = reading
        return reading

    return keep
