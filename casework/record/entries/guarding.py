"""Another child was found in something about to leave, and somebody decided."""

from dataclasses import dataclass

from casework.record.entry import Entry


@dataclass(frozen=True, kw_only=True)
class StoppedSendingAllowed(Entry):
    """What the guard stopped (`about`: its number) was sent all the same; the paper says why."""

    paper: str


@dataclass(frozen=True, kw_only=True)
class StoppedSendingWithdrawn(Entry):
    """What the guard stopped (`about`: its number) is not sent; the paper says why, and what is done instead."""

    paper: str
