"""Keeping the file: messages, notes and putting mistakes right."""

from dataclasses import dataclass

from casework.record.entry import Entry


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
class EntryStruckOut(Entry):
    """An earlier entry (`about`: its number) was wrong; the paper says why. Nothing is overwritten."""

    paper: str
