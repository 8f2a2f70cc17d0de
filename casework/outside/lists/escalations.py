"""What stands at each rung of the ladder, and what the night clerk should look at."""

from datetime import date

from sqlalchemy import and_, func, select

from casework.outside.database import db
from casework.outside.schema.record import contributions, worklist

OWED = ("asked", "first response given", "returned")
MOST_MARKS = 600


class EscalationLists:
    """Requests for advice by how late they are and who has been told."""

    def owing(self) -> list[str]:
        """Every service with a request that the ladder still watches."""
        c = contributions.c
        return list(db.session.scalars(select(c.service).where(c.next_chase.is_not(None)).distinct().order_by(c.service)))

    def to_chase(self, day: date, *, after: str, limit: int) -> list[str]:
        """The next cases whose day has come, by reference after `after`."""
        c = contributions.c
        asked = select(c.ref).where(c.next_chase <= day, c.ref > after).distinct().order_by(c.ref).limit(limit)
        return list(db.session.scalars(asked))

    def standing(self, services: list[str], until: date) -> list:
        """How many requests are owed by service, day of the full advice, and level, up to a day: one row each."""
        c = contributions.c
        asked = select(c.service, c.full_due, c.level, func.count().label("number")).where(
            _owed(services), c.full_due <= until
        )
        return list(db.session.execute(asked.group_by(c.service, c.full_due, c.level)))

    def marks(self, services: list[str], until: date) -> list:
        """One row for each request owed, up to a day, the highest rung first: never more than can be drawn."""
        c = contributions.c
        columns = [c.ref, c.about, c.advice, c.service, c.standing, c.level, c.first_due, c.full_due, c.legal_due]
        asked = select(*columns, worklist.c.initials, worklist.c.caseworker).join(worklist, worklist.c.ref == c.ref)
        asked = asked.where(_owed(services), c.full_due <= until).order_by(c.level.desc(), c.full_due, c.ref, c.row)
        return list(db.session.execute(asked.limit(MOST_MARKS)))


def _owed(services):
    """What these services still owe: asked for, and not withdrawn, received or closed."""
    return and_(contributions.c.service.in_(services), contributions.c.standing.in_(OWED))
