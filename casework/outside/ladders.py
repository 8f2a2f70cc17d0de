"""The ladder's versions, kept: only ever added, each with who wrote it, when and why."""

import hashlib
import json
from datetime import date

from sqlalchemy import func, insert, select

from casework.chasing import Ladder, Version, check_day, content_of, earliest, next_version, read
from casework.errors import Refusal, SomeoneElseWrote
from casework.outside import clock
from casework.outside.database import db, hold, one_write
from casework.outside.register_changes import note
from casework.outside.schema.ladders import ladders as t
from casework.outside.schema.record import contributions


class Ladders:
    """Every version of the ladder. What has been read once is kept by its digest, since no version ever changes."""

    def __init__(self, now=clock.now, known: dict | None = None):
        self._now = now
        self._known: dict[tuple, Ladder] = {} if known is None else known

    def dated(self, now) -> "Ladders":
        """The same versions, with another clock to date new ones by."""
        return Ladders(now, self._known)

    def all(self) -> tuple[Ladder, ...]:
        """Every version, the first one first. One question, and one more when there is a version not read before."""
        listed = db.session.execute(select(t.c.number, t.c.counts_from, t.c.digest).order_by(t.c.number)).all()
        keys = [tuple(row) for row in listed]
        if unread := [key[0] for key in keys if key not in self._known]:
            for row in db.session.execute(select(t).where(t.c.number.in_(unread))):
                key = (row.number, row.counts_from, row.digest)
                self._known[key] = read(row.number, row.counts_from, json.loads(row.content))
        return tuple(self._known[key] for key in keys)

    def history(self) -> tuple[Version, ...]:
        """Every version with who wrote it, when and why, the newest first."""
        ladders = {each.number: each for each in self.all()}
        columns = (t.c.number, t.c.put_back, t.c.why, t.c.by, t.c.at)
        found = db.session.execute(select(*columns).order_by(t.c.number.desc()))
        return tuple(Version(ladders[row.number], row.put_back, row.why, row.by, row.at) for row in found)

    def earliest(self, today: date) -> date:
        """The first day a change made today can count from."""
        return earliest(today, db.session.scalar(select(func.max(contributions.c.asked_on))))

    def add(self, new: Ladder, *, read: int, counts_from, why: str, by: str, today, put_back: int = 0) -> Ladder:
        """Write the next version, and write the change down. `read` is the version its writer had before them.

        Raises SomeoneElseWrote, with theirs, when another has been written since, and
        Refusal for a missing reason, or a day or a ladder that may not be.
        """
        if not why.strip():
            raise Refusal("Say why you are changing the ladder.", "why")
        with one_write():
            hold("ladders")
            there = self.history()[0]
            if there.ladder.number != read:
                raise SomeoneElseWrote("Somebody else has changed the ladder since you opened it.", theirs=there)
            check_day(counts_from, first=self.earliest(today), today=today)
            made = next_version(there.ladder, new, counts_from=counts_from)
            self._write(made, why=why.strip(), by=by, put_back=put_back)
        return made

    def _write(self, made, *, why, by, put_back):
        """One row, in the transaction already open, and the note of the change."""
        content = json.dumps(content_of(made), sort_keys=True, ensure_ascii=False)
        row = {"number": made.number, "counts_from": made.counts_from, "put_back": put_back, "why": why, "by": by}
        digest = hashlib.sha256(content.encode()).hexdigest()
        db.session.execute(insert(t).values(content=content, digest=digest, at=self._now(), **row))
        said = row | {"counts_from": made.counts_from.isoformat(), "digest": digest}
        note(self._now(), by, "ladder", str(made.number), before={"number": made.number - 1}, after=said)
