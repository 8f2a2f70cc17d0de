"""Words being written: saved as they are typed, so that a cut, a crash or another writer loses nothing."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, insert, select, update

from casework.errors import SomeoneElseWrote
from casework.outside.database import db, hold, one_write
from casework.outside.schema.record import draft_states as states
from casework.outside.schema.record import drafts

# What is written together, over weeks, can be put back; what one person types for one answer is written over.
KEEPS_STATES = ("plan",)
# What one person saves within this long is one state: saving as typed would otherwise keep every word.
ONE_STATE = timedelta(minutes=2)


@dataclass(frozen=True)
class Draft:
    """One part of something being written: its content, which version it is, and who saved it when."""

    content: Any
    version: int
    saved_at: datetime
    saved_by: str


class Drafts:
    """Drafts by kind, key and part. A save names the version it was made from."""

    def __init__(self, now):
        self._now = now

    def read(self, kind: str, key: str, part: str = "") -> Draft | None:
        """One part, or None when nothing has been saved."""
        return self.read_all(kind, key).get(part)

    def read_all(self, kind: str, key: str) -> dict[str, Draft]:
        """Every part of one thing being written, by part."""
        asked = select(drafts).where(drafts.c.kind == kind, drafts.c.key == key)
        return {
            row.part: Draft(json.loads(row.content), row.version, row.saved_at, row.saved_by)
            for row in db.session.execute(asked)
        }

    def states(self, kind: str, key: str, part: str = "") -> list[Draft]:
        """Every saved state of one part of a plan, the newest first; none for what keeps no states."""
        here = (states.c.kind == kind) & (states.c.key == key) & (states.c.part == part)
        asked = select(states).where(here).order_by(states.c.version.desc())
        return [
            Draft(json.loads(row.content), row.version, row.saved_at, row.saved_by) for row in db.session.execute(asked)
        ]

    def save(
        self, kind: str, key: str, part: str = "", *, content: Any, version: int | None, by: str, apart: bool = False
    ) -> Draft:
        """Keep what was typed and answer with the new Draft.

        `version` is the one the writer had read: 0 for none yet, None to keep theirs
        whatever was there (only for a draft that one person alone writes). `apart`
        keeps it as a state of its own, however soon it comes after the one before.
        Raises SomeoneElseWrote, with their Draft, when somebody saved in between.
        """
        with one_write():
            hold(f"{kind}/{key}/{part}")
            there = self.read(kind, key, part)
            if version is not None and version != (there.version if there else 0):
                raise SomeoneElseWrote("Someone else has changed this part since you opened it.", theirs=there)
            if there and there.content == content:
                return there
            return self._keep((kind, key, part), there, content, by=by, apart=apart)

    def _keep(self, place, there, content, *, by, apart):
        """Write the next version of a part."""
        draft = Draft(content, there.version + 1 if there else 1, self._now(), by)
        row = {
            "content": json.dumps(content, ensure_ascii=False),
            "version": draft.version,
            "saved_at": draft.saved_at,
            "saved_by": by,
        }
        kind, key, part = place
        here = (drafts.c.kind == kind) & (drafts.c.key == key) & (drafts.c.part == part)
        if there:
            db.session.execute(update(drafts).where(here).values(**row))
        else:
            db.session.execute(insert(drafts).values(kind=kind, key=key, part=part, **row))
        if kind in KEEPS_STATES:
            self._keep_state(place, row, apart=apart)
        return draft

    def _keep_state(self, place, row, *, apart):
        """Keep a state, in place of the one before it where the same person saved that a moment ago."""
        at = dict(zip(("kind", "key", "part"), place, strict=True))
        here = (states.c.kind == at["kind"]) & (states.c.key == at["key"]) & (states.c.part == at["part"])
        asked = select(states).where(here).order_by(states.c.version.desc()).limit(1)
        last = db.session.execute(asked).first()
        same = last and last.saved_by == row["saved_by"] and row["saved_at"] - last.begun_at <= ONE_STATE
        if same and not apart:
            db.session.execute(update(states).where(here & (states.c.version == last.version)).values(**row))
        else:
            db.session.execute(insert(states).values(**at, **row, begun_at=row["saved_at"]))

    def drop(self, kind: str, key: str) -> None:
        """Forget a draft that has been put in."""
        with one_write():
            for table in (drafts, states):
                db.session.execute(delete(table).where(table.c.kind == kind, table.c.key == key))
