"""The plan: served as a draft, answered by the family, consulted on, sent as final."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from casework.record.entry import Entry


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
class WordingLetStand(Entry):
    """A manager let words stand that hold the final plan (`gates`: the key of each); the paper says why."""

    gates: tuple[str, ...]
    paper: str


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
