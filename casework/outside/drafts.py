"""Words being written: saved as they are typed, so that a cut, a crash or another writer loses nothing."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update

from casework.errors import SomeoneElseWrote
from casework.outside.database import db, hold, one_write
from casework.outside.schema.record import drafts


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

    def save(self, kind: str, key: str, part: str = "", *, content: Any, version: int | None, by: str) -> Draft:
        """Keep what was typed and answer with the new Draft.

        `version` is the one the writer had read: 0 for none yet, None to keep theirs
        whatever was there (only for a draft that one person alone writes).
        Raises SomeoneElseWrote, with their Draft, when somebody saved in between.
        """
        with one_write():
            hold(f"{kind}/{key}/{part}")
            there = self.read(kind, key, part)
            if version is not None and version != (there.version if there else 0):
                raise SomeoneElseWrote("Someone else has changed this part since you opened it.", theirs=there)
            if there and there.content == content:
                return there
            return self._keep((kind, key, part), there, content, by)

    def _keep(self, place, there, content, by):
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
        return draft

    def drop(self, kind: str, key: str) -> None:
        """Forget a draft that has been put in."""
        with one_write():
            db.session.execute(delete(drafts).where(drafts.c.kind == kind, drafts.c.key == key))
