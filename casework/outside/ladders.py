"""The ladder's versions, kept: only ever added, each with who wrote it, when and why."""

import json

from sqlalchemy import select

from casework.chasing import Ladder, read
from casework.outside.database import db
from casework.outside.schema.ladders import ladders as t


class Ladders:
    """Every version of the ladder. What has been read once is kept by its digest, since no version ever changes."""

    def __init__(self):
        self._read: dict[tuple, Ladder] = {}

    def all(self) -> tuple[Ladder, ...]:
        """Every version, the first one first. One question, and one more when there is a version not read before."""
        listed = db.session.execute(select(t.c.number, t.c.counts_from, t.c.digest).order_by(t.c.number)).all()
        keys = [tuple(row) for row in listed]
        if unread := [key[0] for key in keys if key not in self._read]:
            for row in db.session.execute(select(t).where(t.c.number.in_(unread))):
                key = (row.number, row.counts_from, row.digest)
                self._read[key] = read(row.number, row.counts_from, json.loads(row.content))
        return tuple(self._read[key] for key in keys)
