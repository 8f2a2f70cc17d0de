"""What stands at each rung of the ladder, and what the night clerk should look at."""

from datetime import date

from sqlalchemy import and_, func, select

from casework.outside.database import db
from casework.outside.schema.record import contributions, worklist

OWED = ("asked", "first response given", "returned")
MOST_MARKS = 600


class EscalationLists:
    """Requests for advice by how late they are and who has been told."""

    def to_chase(self, day: date, *, after: str, limit: int) -> list[tuple[str, tuple[str, ...]]]:
        """The next cases whose day has come, with the services that owe advice on them, by reference after `after`."""
        asked = (
            select(contributions.c.ref, contributions.c.service)
            .where(contributions.c.next_chase <= day, contributions.c.ref > after)
            .order_by(contributions.c.ref)
            .limit(limit)
        )
        found = db.session.execute(asked).all()
        if len(found) == limit and found[0].ref != found[-1].ref:
            found = [row for row in found if row.ref != found[-1].ref]  # the last case may be cut; it comes next time
        services: dict[str, list[str]] = {}
        for row in found:
            services.setdefault(row.ref, []).append(row.service)
        return [(ref, tuple(dict.fromkeys(names))) for ref, names in services.items()]

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
