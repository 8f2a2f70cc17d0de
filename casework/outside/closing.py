"""Shutting every way in that a person has: their sessions, and the links that are on their way to them."""

from datetime import datetime

from sqlalchemy import update

from casework.outside.database import db
from casework.outside.schema.people import feeds, links, user_sessions


def close_account(person: str, at: datetime, *, but: str = "") -> None:
    """End a person's sessions and links, in the transaction already open. `but` is the digest of one to leave."""
    open_ = user_sessions.c.person == person, user_sessions.c.ended_at.is_(None), user_sessions.c.token != but
    db.session.execute(update(user_sessions).where(*open_).values(ended_at=at))
    waiting = links.c.subject == person, links.c.used_at.is_(None)
    db.session.execute(update(links).where(*waiting).values(used_at=at))


def end_calendars(person: str, at: datetime) -> None:
    """End a person's calendars, in the transaction already open: what they were for is no longer theirs to read."""
    open_ = feeds.c.person == person, feeds.c.ended_at.is_(None)
    db.session.execute(update(feeds).where(*open_).values(ended_at=at))
