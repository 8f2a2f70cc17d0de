"""Calendars by private address: a long random token, of which only a digest is kept, that ends at a press.

A guess would have to be right in 256 bits, so unknown addresses are not counted as
tries: a count would be a row that any stranger can make us write.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import insert, select, update

from casework.errors import Refusal
from casework.outside import clock
from casework.outside.accounts_sessions import digest
from casework.outside.database import db, hold, one_write
from casework.outside.people import PERSON, person_in
from casework.outside.register_changes import note
from casework.outside.schema.people import feeds as t, people
from casework.record.register import Person

MOST_CALENDARS = 10
FULL = "You have 10 calendars, which is the most that fits. End one first."
EVERY = timedelta(minutes=1)  # how often we write down that one was fetched
OWED, CASE = "owed", "case"


@dataclass(frozen=True)
class Feed:
    """One calendar: whose, and of what: the filters of a list of what is owed, or a family’s case."""

    id: str
    person: Person
    name: str
    kind: str
    subject: str
    made_at: datetime
    fetched_at: datetime | None


class Calendars:
    """Make, find, end. A calendar stops by itself when its owner’s account is shut, or they move to another post."""

    def __init__(self, now=clock.now):
        self._now = now

    def make(self, feed: str, person: Person, *, name: str, kind: str, subject: str) -> str:
        """The token of a new calendar, which is never told again; nothing when this form has made one already.

        `feed` is the id of the form. Raises Refusal when there are too many.
        """
        token, now = secrets.token_urlsafe(32), self._now()
        with one_write():
            hold(f"calendars {person.id}")
            if db.session.execute(select(t.c.id).where(t.c.id == feed)).first():
                return ""
            if len(self.of(person)) >= MOST_CALENDARS:
                raise Refusal(FULL, "name")
            row = {"id": feed, "token": digest(token), "person": person.id, "name": name, "kind": kind}
            place = {"post": person.post, "service": person.service, "setting": person.setting}
            db.session.execute(insert(t).values(subject=subject, made_at=now, **row, **place))
            note(now, person.id, "accounts", person.id, before={}, after={"calendar": name})
        return token

    def of(self, person: Person) -> list[Feed]:
        """A person's calendars that still answer, the oldest first."""
        found = db.session.execute(_answering().where(t.c.person == person.id).order_by(t.c.made_at, t.c.id))
        return [_feed(row) for row in found]

    def find(self, token: str) -> Feed | None:
        """The calendar of an address, unless it was ended, or its owner's account is shut, or they have moved."""
        row = db.session.execute(_answering().where(t.c.token == digest(token))).first()
        return _feed(row) if row else None

    def fetched(self, feed: Feed) -> None:
        """Note that it was fetched, at most once a minute."""
        now = self._now()
        if feed.fetched_at is None or now - feed.fetched_at > EVERY:
            with one_write():
                db.session.execute(update(t).where(t.c.id == feed.id).values(fetched_at=now))

    def end(self, feed: str, person: str) -> None:
        """End one of a person's own calendars: its address finds nothing from now on."""
        mine = t.c.id == feed, t.c.person == person, t.c.ended_at.is_(None)
        with one_write():
            ended = db.session.execute(update(t).where(*mine).values(ended_at=self._now()))
            if ended.rowcount:
                note(self._now(), person, "accounts", person, before={}, after={"calendar": "ended"})


def _answering():
    """Calendars that still answer, with their owners: who are where they were when they made them."""
    asked = select(*PERSON, *(t.c[name].label(f"feed_{name}") for name in _OWN))
    same = [people.c[name] == t.c[name] for name in ("post", "service", "setting")]
    joined = asked.join(people, people.c.id == t.c.person)
    return joined.where(t.c.ended_at.is_(None), people.c.state != "disabled", *same)


_OWN = ("id", "name", "kind", "subject", "made_at", "fetched_at")


def _feed(row) -> Feed:
    own = {name: getattr(row, f"feed_{name}") for name in _OWN}
    return Feed(person=person_in(row), **own)
