"""Promises of our own: messages answered, lateness told of, a lead professional who left, a new caseworker told of."""

from dataclasses import dataclass
from typing import ClassVar

from casework.record.entry import Entry


@dataclass(frozen=True, kw_only=True)
class FamilyMessageReceived(Entry):
    """One of the family (`sender`) wrote to us or called; `about` names the message, so that it can be answered."""

    sender: str
    paper: str
    way: str = "message"
    milestones: ClassVar = ("family message received",)


@dataclass(frozen=True, kw_only=True)
class FamilyMessageAnswered(Entry):
    """An officer (`sender`) answered one of the family (`about`). One reply may answer several messages."""

    sender: str
    paper: str
    answers: tuple[str, ...]
    way: str = "message"
    milestones: ClassVar = ("family message answered",)

    @property
    def concerns(self) -> tuple[str, ...]:
        """The messages it answers."""
        return self.answers


@dataclass(frozen=True, kw_only=True)
class ReplyNotNeeded(Entry):
    """An officer said why a message (`about`) that somebody (`sender`) wrote to us needs no reply."""

    sender: str
    paper: str
    milestones: ClassVar = ("no reply needed",)


@dataclass(frozen=True, kw_only=True)
class FamilyToldOfLateness(Entry):
    """The family was told, by a letter that this entry owes, that a duty of our own (`about`: its id) is late."""

    milestones: ClassVar = ("family told of lateness",)


@dataclass(frozen=True, kw_only=True)
class FamilyUpdated(Entry):
    """An officer (`sender`) told the family how everything that is late (`things`) is going."""

    sender: str
    things: tuple[str, ...]
    paper: str
    milestones: ClassVar = ("family told how it is going", "family told of lateness")

    @property
    def concerns(self) -> tuple[str, ...]:
        """What it tells of."""
        return self.things


@dataclass(frozen=True, kw_only=True)
class LeadProfessionalLeft(Entry):
    """The lead professional (`about`) left this child's case, or their post."""

    why: str
    milestones: ClassVar = ("lead professional left",)


@dataclass(frozen=True, kw_only=True)
class FamilyToldOfCaseworker(Entry):
    """One of the family (`person`) was really told who looks after the case now (`about`).

    `how` is email, letter or telephone call: the email or letter has left, or an officer has spoken to them.
    """

    person: str
    how: str
    sometimes: ClassVar = ("family told of new caseworker",)
