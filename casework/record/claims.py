"""A lawful exception that somebody asked for, until somebody accepts it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Claim:
    """A lawful exception that nobody has accepted: it waits, or was turned down on a day.

    `paper` and `why` are digests: what it rests on, and why it was turned down.
    """

    duty: str
    about: str
    ground: str
    on: date
    person: str
    paper: str
    since: date | None = None
    until: date | None = None
    turned_down_on: date | None = None
    why: str = ""

    @property
    def waits(self) -> bool:
        """Whether nobody has decided about it yet."""
        return self.turned_down_on is None

    def is_of(self, entry) -> bool:
        """Whether an entry is about the same exception."""
        return (self.duty, self.about, self.ground) == (entry.duty, entry.about, entry.ground)
