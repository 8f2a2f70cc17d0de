"""An entry in a diary: a fact, written once, and the way it is kept as plain values."""

from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import ClassVar


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What happened on a day. `about` says which one, where a case has several (a request for advice, a school).

    An entry holds dates, kinds, ids and digests; words are in the paper a digest names.
    `milestones` are the facts that the timetable runs its duties from; `sometimes` those that follow only
    where the case stands so, which the reading of the kind decides.
    """

    on: date
    about: str = ""
    milestones: ClassVar[tuple[str, ...]] = ()
    sometimes: ClassVar[tuple[str, ...]] = ()

    @property
    def concerns(self) -> tuple[str, ...]:
        """What its milestones are about: one thing, unless a kind says otherwise."""
        return (self.about,)


LATER = MappingProxyType({"later": True})  # metadata of a field that a kind was given after entries of it were written


def body_of(entry: Entry) -> dict:
    """What an entry says beyond its day and what it is about, as plain JSON values.

    A field that came later is left out while it says no more than its default, so that older seals hold.
    """
    said = {each.name: getattr(entry, each.name) for each in fields(entry) if each.name not in ("on", "about")}
    for each in fields(entry):
        if each.metadata.get("later") and said[each.name] == each.default:
            del said[each.name]
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in said.items()}


def entry_from(kinds: dict, kind: str, on: date, *, about: str, body: dict) -> Entry:
    """Read an entry back. Raises TypeError, loudly, for a kind or a field nobody can read."""
    if kind not in kinds:
        raise TypeError(f"The diary holds an entry nobody can read: {kind}")
    days = _days(kinds[kind])
    said = {name: _frozen(value) for name, value in body.items()}
    said |= {name: date.fromisoformat(said[name]) for name in days if said.get(name) is not None}
    return kinds[kind](on=on, about=about, **said)


@cache
def _days(kind) -> frozenset[str]:
    """The fields of a kind that hold a day, or may."""
    return frozenset(each.name for each in fields(kind) if each.type in (date, date | None))


def _frozen(value):
    """Lists as tuples, those inside them too."""
    return tuple(map(_frozen, value)) if isinstance(value, list) else value
