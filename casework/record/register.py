"""Who works where: people, the services that give advice, and settings."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Person:
    """Somebody with an account, or somebody we only write to.

    `post` is what they are employed as, one of posts.csv; empty for a family member.
    `state` is invited, active or disabled.
    """

    id: str
    name: str
    email: str = ""
    phone: str = ""
    address: str = ""
    post: str = ""
    service: str = ""
    setting: str = ""
    registration: str = ""
    working_days: str = ""
    photo: str = ""
    language: str = ""
    prefers: str = ""
    state: str = "invited"

    @property
    def address_lines(self) -> tuple[str, ...]:
        """The address, line by line, as an envelope wants it."""
        return _lines(self.address)


@dataclass(frozen=True)
class Service:
    """A service that gives advice, or a body that letters are sent to. `agency` is health, education, social care…"""

    id: str
    name: str
    agency: str
    gives: tuple[str, ...] = ()
    email: str = ""
    phone: str = ""
    address: str = ""

    @property
    def address_lines(self) -> tuple[str, ...]:
        """The address, line by line."""
        return _lines(self.address)


@dataclass(frozen=True)
class Setting:
    """A school, college or nursery. `kind` says which; `phase` says for whom."""

    id: str
    name: str
    kind: str = ""
    phase: str = ""
    urn: str = ""
    head: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    maintained_by: str = ""

    @property
    def address_lines(self) -> tuple[str, ...]:
        """The address, line by line."""
        return _lines(self.address)


@dataclass(frozen=True)
class Cover:
    """While somebody is away, who covers for them ("" for nobody). Both days are days away."""

    person: str
    covered_by: str
    since: date
    until: date
    reason: str = ""
    id: int = field(default=0, compare=False)


@dataclass(frozen=True)
class Missing:
    """Somebody who cannot be told themselves, or, without a person, a post that nobody holds.

    `since` is the first day away, or the day the post was found empty; None when nobody wrote it down.
    `acting` is whoever acts for them, "" for nobody.
    """

    person: str = ""
    since: date | None = None
    acting: str = ""


@dataclass(frozen=True)
class Vacancy:
    """A post that nobody holds, the service or agency it answers for, and since when we have known."""

    post: str
    place: str
    since: date


def _lines(address: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in address.splitlines() if line.strip())
