"""Patience with guessers: so many tries in a quarter of an hour, then a wait; never a lock-out for good."""

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import delete, func, insert, select

from casework.outside import clock
from casework.outside.database import db, hold, one_write
from casework.outside.schema.people import attempts

WINDOW = timedelta(minutes=15)
# Tries in one window. A school sends hundreds of people through one address, so an address has more.
MOST = {"account": 10, "code": 5, "address": 100, "mail": 4, "mail from": 30}


class Tries:
    """Tries are counted before they are judged, so that four at once are four, not one."""

    def __init__(self, now=clock.now):
        self._now = now

    def begin(self, **about: str) -> datetime | None:
        """Count one try about these: account=, code=, address=, mail= or mail_from=. None when they must wait.

        Answers with the moment it is counted under, for `forgive`. An empty value is not counted.
        """
        named = {kind.replace("_", " "): value for kind, value in about.items() if value}
        keys = {_key(kind, value): MOST[kind] for kind, value in named.items()}
        now = self._now()
        with one_write():
            for key in sorted(keys):
                hold(f"try {key}")
            if any(self._lately(key, now) >= most for key, most in keys.items()):
                return None
            db.session.execute(delete(attempts).where(attempts.c.at < now - WINDOW))
            db.session.execute(insert(attempts), [{"key": key, "at": now} for key in keys])
        return now

    def forgive(self, at: datetime, **about: str) -> None:
        """A try was right: it does not count."""
        keys = [_key(kind.replace("_", " "), value) for kind, value in about.items() if value]
        with one_write():
            db.session.execute(delete(attempts).where(attempts.c.key.in_(keys), attempts.c.at == at))

    def _lately(self, key, now) -> int:
        """How many tries there have been about one thing in the last quarter of an hour."""
        counted = select(func.count()).select_from(attempts)
        return db.session.scalar(counted.where(attempts.c.key == key, attempts.c.at > now - WINDOW))


def _key(kind, value):
    """What is kept of an account or an address: enough to count, and nothing to read."""
    return hashlib.sha256(f"{kind} {value.strip().casefold()}".encode()).hexdigest()
