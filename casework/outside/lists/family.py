"""The cases a parent or young person is joined to."""

from datetime import date

from sqlalchemy import or_, select

from casework.outside.database import db
from casework.outside.schema.record import parties, worklist

MOST = 50
FAMILY = ("parent", "young person")


class FamilyLists:
    """A family member's own cases."""

    def cases_of(self, person: str, today: date) -> list:
        """Every case this person is on today as a parent or young person, the newest first."""
        current = or_(parties.c.until.is_(None), parties.c.until >= today)
        asked = (
            select(worklist.c.ref, worklist.c.child, worklist.c.stage, worklist.c.requested_on, worklist.c.final_due)
            .join(parties, parties.c.ref == worklist.c.ref)
            .where(parties.c.person == person, parties.c.capacity.in_(FAMILY), current)
            .order_by(worklist.c.requested_on.desc(), worklist.c.ref.desc())
        )
        return list(db.session.execute(asked.limit(MOST)))
