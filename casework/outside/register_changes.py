"""Who changed what in the registers, and when: one row a change, written with it, never a secret in it."""

import json
from datetime import datetime

from sqlalchemy import insert, select

from casework.outside.database import db
from casework.outside.schema.people import register_changes


def note(at: datetime, by: str, register: str, key: str, *, before: dict, after: dict) -> None:
    """Write a change down, in the transaction that makes it."""
    said = {"before": json.dumps(before, ensure_ascii=False), "after": json.dumps(after, ensure_ascii=False)}
    db.session.execute(insert(register_changes).values(at=at, by=by, register=register, key=key, **said))


def changes_of(key: str, limit: int = 50) -> list[dict]:
    """What was changed about a person, a service or a setting, newest first: at, by, register, before and after."""
    asked = select(register_changes).where(register_changes.c.key == key).order_by(register_changes.c.id.desc())
    found = [dict(row._mapping) for row in db.session.execute(asked.limit(limit))]
    return [row | {"before": json.loads(row["before"]), "after": json.loads(row["after"])} for row in found]
