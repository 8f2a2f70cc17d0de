"""Forms that came after a session had run out: kept for an hour, for the person who typed them and nobody else."""

import json
import secrets
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import delete, insert, select

from casework.outside import clock
from casework.outside.database import db, one_write
from casework.outside.schema.people import kept_forms

LASTS = timedelta(hours=1)
MOST = 400_000  # characters of one form: many times the longest story


@dataclass(frozen=True)
class KeptForm:
    """Where a form was sent to, and every field of it as it was typed: name and value, in order."""

    path: str
    fields: tuple[tuple[str, str], ...]


class KeptForms:
    """Keep, read, drop."""

    def __init__(self, now=clock.now):
        self._now = now

    def keep(self, person: str, path: str, fields) -> str:
        """Keep a form and answer with the key it is read by; nothing when it is too long to keep."""
        said = json.dumps([list(field) for field in fields], ensure_ascii=False)
        if len(said) > MOST:
            return ""
        key, now = secrets.token_urlsafe(24), self._now()
        with one_write():
            db.session.execute(delete(kept_forms).where(kept_forms.c.kept_at < now - LASTS))
            db.session.execute(insert(kept_forms).values(id=key, person=person, path=path, fields=said, kept_at=now))
        return key

    def read(self, key: str, person: str) -> KeptForm | None:
        """A form that this person typed within the hour, or None."""
        here = kept_forms.c.id == key, kept_forms.c.person == person, kept_forms.c.kept_at >= self._now() - LASTS
        row = db.session.execute(select(kept_forms).where(*here)).first()
        return KeptForm(row.path, tuple((name, value) for name, value in json.loads(row.fields))) if row else None

    def drop(self, key: str) -> None:
        """Forget a form that is done with."""
        with one_write():
            db.session.execute(delete(kept_forms).where(kept_forms.c.id == key))
