"""What stands at each rung of the ladder, and what the night clerk should look at."""

from datetime import date

from sqlalchemy import select

from casework.outside.database import db
from casework.outside.schema.record import contributions


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
