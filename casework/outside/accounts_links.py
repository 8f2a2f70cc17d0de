"""One-time links: a token in an email, of which only a digest is kept, used once and for one purpose."""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select, update

from casework.outside import clock
from casework.outside.accounts_sessions import digest
from casework.outside.database import db, one_write
from casework.outside.schema.people import links


class Links:
    """Make, look at, use."""

    def __init__(self, now=clock.now):
        self._now = now

    def make(self, purpose: str, subject: str, lasts: timedelta) -> str:
        """A new link's token. Earlier links for the same purpose and subject stop working: only the newest counts."""
        token, now = secrets.token_urlsafe(32), self._now()
        row = {"token": digest(token), "purpose": purpose, "subject": subject, "made_at": now}
        with one_write():
            db.session.execute(delete(links).where(links.c.expires_at < now))
            earlier = links.c.subject == subject, links.c.purpose == purpose, links.c.used_at.is_(None)
            db.session.execute(update(links).where(*earlier).values(used_at=now))
            db.session.execute(insert(links).values(expires_at=now + lasts, **row))
        return token

    def look(self, token: str, purpose: str) -> str | None:
        """The subject of a link that has not been used and has not run out, without using it."""
        asked = select(links.c.subject).where(*_usable(token, purpose, self._now()))
        return db.session.scalar(asked)

    def use(self, token: str, purpose: str) -> str | None:
        """Use a link: its subject once, and None for whoever comes second, even at the same moment."""
        now = self._now()
        with one_write():
            subject = self.look(token, purpose)
            taken = db.session.execute(update(links).where(*_usable(token, purpose, now)).values(used_at=now))
            return subject if taken.rowcount else None


def _usable(token: str, purpose: str, now: datetime):
    """What must be true of a link that still works."""
    here = links.c.token == digest(token), links.c.purpose == purpose
    return *here, links.c.used_at.is_(None), links.c.expires_at > now
