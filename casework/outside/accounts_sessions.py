"""Sessions: where somebody is signed in, in rows that can be ended; only a digest of each token is kept."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, delete, insert, select, update

from casework.outside import clock
from casework.outside.closing import close_account
from casework.outside.database import db, one_write
from casework.outside.people import PERSON, person_in
from casework.outside.schema.people import people, user_sessions as s
from casework.record.register import Person

LONGEST = timedelta(hours=12)  # of any session, however busy
HALF_LASTS = timedelta(minutes=15)  # to find the phone with the codes
FORGOTTEN = timedelta(days=30)  # after which the row of a session goes
EVERY = timedelta(minutes=1)  # how often we write down that somebody is still here


@dataclass(frozen=True)
class Session:
    """Somewhere a person is signed in. `key` names it on a page; the token that opens it is in their browser alone."""

    key: str
    person: Person
    began_at: datetime
    seen_at: datetime
    with_second_factor: bool
    where: str


class Sessions:
    """Begin, find and end. A family's session rests for `family` before it ends, anybody else's for `staff`."""

    def __init__(self, now=clock.now, *, family=timedelta(minutes=30), staff=timedelta(minutes=60)):
        self._now = now
        self._family, self._staff = family, staff

    def begin(self, person: str, *, with_second_factor: bool = False, where: str = "", half: bool = False) -> str:
        """Start a session and answer with its token. A half one opens nothing but the page that asks for the code."""
        token, now = secrets.token_urlsafe(32), self._now()
        row = {"token": digest(token), "person": person, "where": where[:200], "half": half}
        with one_write():
            db.session.execute(delete(s).where(s.c.began_at < now - FORGOTTEN))
            db.session.execute(
                insert(s).values(began_at=now, seen_at=now, with_second_factor=with_second_factor, **row)
            )
        return token

    def find(self, token: str) -> Session | None:
        """The session of a token while it lasts: not ended, not idle too long, not older than 12 hours."""
        row = self._row(token, half=False)
        if row is None or not self._lasts(row):
            return None
        if self._now() - row.seen_at > EVERY:
            with one_write():
                db.session.execute(update(s).where(s.c.token == row.token).values(seen_at=self._now()))
        return _session(row)

    def half(self, token: str) -> Session | None:
        """A session whose first step was right, while there is still time for the code."""
        row = self._row(token, half=True)
        return _session(row) if row and row.ended_at is None and self._now() - row.began_at <= HALF_LASTS else None

    def lapsed(self, token: str) -> str:
        """Whose session this was that ran out by itself: somebody who was typing. Nothing for one that was ended."""
        row = self._row(token, half=False)
        return row.person if row and row.ended_at is None and not self._lasts(row) else ""

    def of(self, person: Person) -> list[Session]:
        """Everywhere a person is signed in now, the newest first."""
        now = self._now()
        lasts = s.c.seen_at >= now - self._idle(person.post), s.c.began_at >= now - LONGEST
        here = s.c.person == person.id, s.c.ended_at.is_(None), s.c.half.is_(False)
        asked = _asked().where(*here, *lasts).order_by(s.c.began_at.desc())
        return [_session(row) for row in db.session.execute(asked)]

    def end(self, token: str) -> None:
        """End one session, by its token."""
        self._end(s.c.token == digest(token))

    def end_one(self, person: str, key: str) -> None:
        """End one of a person's own sessions, by the key a page names it with."""
        self._end(and_(s.c.token == key, s.c.person == person))

    def end_all(self, person: str, *, but: str = "") -> None:
        """End every session of a person, and every link on its way to them. `but` is the token of one to leave."""
        with one_write():
            close_account(person, self._now(), but=digest(but) if but else "")

    def _end(self, which):
        with one_write():
            db.session.execute(update(s).where(which, s.c.ended_at.is_(None)).values(ended_at=self._now()))

    def _row(self, token, *, half):
        """The row of a token, with its person, unless their account is shut."""
        here = s.c.token == digest(token), s.c.half.is_(half), people.c.state != "disabled"
        return db.session.execute(_asked().where(*here)).first() if token else None

    def _lasts(self, row) -> bool:
        now = self._now()
        rested = now - row.seen_at <= self._idle(row.post)
        return row.ended_at is None and rested and now - row.began_at <= LONGEST

    def _idle(self, post):
        return self._staff if post else self._family


def digest(token: str) -> str:
    """What is kept of a token: it is long and random, so a plain digest cannot be undone."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def _asked():
    """A session with its person, in one question."""
    return select(*PERSON, s).join(people, people.c.id == s.c.person)


def _session(row) -> Session:
    return Session(row.token, person_in(row), row.began_at, row.seen_at, row.with_second_factor, row.where)
