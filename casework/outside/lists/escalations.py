"""What stands at each rung of the ladder, and what the night clerk should look at."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, case, func, or_, select, tuple_

from casework.outside.database import db
from casework.outside.schema.record import contributions, worklist

OWED = ("asked", "first response given", "returned")
MOST_MARKS = 600
PAGE = 25


@dataclass(frozen=True)
class Week:
    """What is owed by some services: how much falls due in a week, is at each level, and is past the law's limit."""

    due: int
    level_1: int
    level_2: int
    level_3: int
    past_limit: int


class EscalationLists:
    """Requests for advice by how late they are and who has been told."""

    def owing(self) -> list[str]:
        """Every service with a request that the ladder still watches."""
        c = contributions.c
        asked = select(c.service).where(c.next_chase.is_not(None)).distinct()
        return list(db.session.scalars(asked.order_by(c.service)))

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

    def escalated(self, services: list[str], *, after=None) -> tuple[list, bool]:
        """A page of what these services owe that has reached a level, the highest first, and whether there is more.

        `after` is the key of the last row of the page before: (level, day of the full advice, ref, row).
        """
        c = contributions.c
        asked = _late_columns().where(_owed(services), c.level > 0)
        if after:
            level, *rest = after
            beyond = and_(c.level == level, tuple_(c.full_due, c.ref, c.row) > tuple(rest))
            asked = asked.where(or_(c.level < level, beyond))
        found = list(db.session.execute(asked.order_by(*_gravest()).limit(PAGE + 1)))
        return found[:PAGE], len(found) > PAGE

    def those(self, services: list[str], pairs: list[tuple[str, str]]) -> list:
        """These requests, (ref, about) each, of these services, in the order of the list."""
        c = contributions.c
        asked = _late_columns().where(c.service.in_(services), tuple_(c.ref, c.about).in_(pairs))
        return list(db.session.execute(asked.order_by(*_gravest())))

    def week(self, services: list[str], today: date, monday: date, sunday: date) -> Week:
        """What these services owe, counted: full advice due between two days, by level, and past the legal limit."""
        c = contributions.c
        counted = [_so_many(c.full_due.between(monday, sunday)), *(_so_many(c.level == level) for level in (1, 2, 3))]
        asked = select(*counted, _so_many(c.legal_due < today)).where(_owed(services))
        return Week(*db.session.execute(asked).one())

    def overdue(self, services: list[str], today: date, limit: int) -> tuple[list, int]:
        """The first of what is overdue or has been escalated, in the order of the list, and how many there are."""
        c = contributions.c
        late = or_(c.level > 0, c.full_due < today, and_(c.standing == "asked", c.first_due < today))
        where = _owed(services), late
        found = list(db.session.execute(_late_columns().where(*where).order_by(*_gravest()).limit(limit)))
        number = db.session.scalar(select(func.count()).select_from(contributions).where(*where))
        return found, number


def _late_columns():
    """What a row of the list of late requests shows: initials, and nothing more of the child."""
    c = contributions.c
    columns = [c.ref, c.row, c.about, c.advice, c.service, c.standing, c.level, c.first_due, c.full_due, c.expected]
    return select(*columns, worklist.c.initials, worklist.c.caseworker).join(worklist, worklist.c.ref == c.ref)


def _gravest():
    """The order of the list: the highest level first, then the longest late."""
    c = contributions.c
    return c.level.desc(), c.full_due, c.ref, c.row


def _owed(services):
    """What these services still owe: asked for, and not withdrawn, received or closed."""
    return and_(contributions.c.service.in_(services), contributions.c.standing.in_(OWED))


def _so_many(condition):
    """How many rows hold."""
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)
