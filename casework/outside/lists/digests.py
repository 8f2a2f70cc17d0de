"""Who has had the digest of which Friday."""

from datetime import date

from sqlalchemy import insert, select

from casework.outside.database import db, hold, one_write
from casework.outside.schema.people import digests

EVERYBODY = ""  # the row that says a Friday is done, so that somebody who comes later waits for the next


class DigestLists:
    """One row a person and Friday, written with the email."""

    def claim(self, friday: date, person: str, on: date) -> bool:
        """Note that a person is owed a digest now; False when they were before. Call inside one_write."""
        hold(f"digest-{friday}-{person}")
        if self._there(friday, person):
            return False
        db.session.execute(insert(digests).values(friday=friday, person=person, sent_on=on))
        return True

    def done(self, friday: date) -> bool:
        """Whether everybody has had the digest of a Friday."""
        return self._there(friday, EVERYBODY)

    def mark_done(self, friday: date, on: date) -> None:
        """Note that everybody has."""
        with one_write():
            self.claim(friday, EVERYBODY, on)

    def last(self, person: str) -> date | None:
        """The day the newest digest went to a person."""
        asked = select(digests.c.sent_on).where(digests.c.person == person)
        return db.session.scalar(asked.order_by(digests.c.friday.desc()).limit(1))

    def _there(self, friday, person) -> bool:
        asked = select(digests.c.friday).where(digests.c.friday == friday, digests.c.person == person)
        return db.session.scalar(asked) is not None
