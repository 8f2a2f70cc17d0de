"""The register of what passed the legal limit: still owed, or given after it."""

from datetime import date

from sqlalchemy import and_, func, select, tuple_

from casework.outside.database import db
from casework.outside.schema.record import contributions as c
from casework.outside.schema.record import duties, worklist

PAGE = 50
MOST_COUNTED = 500
LIMIT = "ASSESS_ADVICE_6W"
NOT_GIVEN = ("asked", "first response given", "returned", "reply to accept")


class BreachLists:
    """Requests for advice whose six weeks have passed (regulation 8), the longest past first."""

    def rows(self, services: list[str], today: date, *, given: bool, after=None) -> tuple[list, bool]:
        """A page of them, and whether there are more: still owed, or for `given` those that came after the limit.

        `after` is the key of the last row of the page before: (legal limit, ref, row).
        """
        key = (c.c.legal_due, c.c.ref, c.c.row)
        columns = [
            *(c.c.ref, c.c.row, c.c.about, c.c.advice, c.c.service, c.c.standing, c.c.level),
            *(c.c.asked_on, c.c.legal_due),
            *(c.c.received_on, c.c.accepted_on, c.c.lateness, c.c.expected),
            *(worklist.c.initials, worklist.c.caseworker, duties.c.excuse),
        ]
        of_it = and_(duties.c.ref == c.c.ref, duties.c.duty == LIMIT, duties.c.about == c.c.about)
        asked = select(*columns).join(worklist, worklist.c.ref == c.c.ref).outerjoin(duties, of_it)
        asked = asked.where(_passed(services, today, given), *([tuple_(*key) > after] if after else []))
        found = list(db.session.execute(asked.order_by(*key).limit(PAGE + 1)))
        return found[:PAGE], len(found) > PAGE

    def count(self, services: list[str], today: date, *, given: bool) -> int:
        """How many there are, counted to 500."""
        some = select(c.c.ref).where(_passed(services, today, given)).limit(MOST_COUNTED).subquery()
        return db.session.scalar(select(func.count()).select_from(some))


def _passed(services, today, given):
    """What is past the limit: not given, or given after it."""
    came = func.coalesce(c.c.received_on, c.c.accepted_on)
    gave = and_(c.c.standing.in_(("received", "accepted")), came > c.c.legal_due)
    return and_(c.c.service.in_(services), c.c.legal_due < today, gave if given else c.c.standing.in_(NOT_GIVEN))
