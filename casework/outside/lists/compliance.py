"""How much advice came in time: counted by service, limit and month, and the requests that were counted."""

from collections import Counter
from dataclasses import fields
from datetime import timedelta

from sqlalchemy import and_, case, func, or_, select, tuple_

from casework.outside.database import db
from casework.outside.schema.record import timeliness as t
from casework.outside.schema.record import worklist
from casework.timeliness import (
    COUNTED,
    IN_TIME,
    LATE,
    NEVER,
    NOT_IN_TIME,
    NOT_NEEDED,
    OUT,
    WITHDRAWN,
    WITHDRAWN_LATE,
    Asked,
    Lateness,
    Tally,
)

ROWS = 50
c = t.c
_counted = c.standing.in_(COUNTED)
_not_in_time = c.standing.in_(NOT_IN_TIME)
# What each number of a Tally counts. The pages' lists ask the same, so that a number and its list cannot differ.
COUNTS = {
    "in_time": c.standing == IN_TIME,
    "late": c.standing == LATE,
    "out": c.standing == OUT,
    "never": c.standing == NEVER,
    "excused": c.excused,
    "nil": c.nil,
    "returned": and_(_counted, c.returned > 0),
    **{f"level_{level}": and_(_counted, c.level == level) for level in (1, 2, 3, 4)},
    "withdrawn": c.standing.in_((WITHDRAWN, WITHDRAWN_LATE)),
    "withdrawn_late": c.standing == WITHDRAWN_LATE,
    "not_needed": c.standing == NOT_NEEDED,
}
LISTS = COUNTS | {
    "due": _counted,
    "not_in_time": _not_in_time,
    "not_received": c.standing.in_((OUT, NEVER)),
    "level_0": and_(_counted, c.level == 0),
}


class ComplianceLists:
    """Requests for advice by whether they were answered in time."""

    def tallies(self, asked: Asked) -> dict[tuple[str, str, str], Tally]:
        """Everything counted, by (service, limit, month). One question; what fell due not at all is not there."""
        counts = [func.sum(case((COUNTS[each.name], 1), else_=0)) for each in fields(Tally)]
        found = select(c.service, c.limit, c.month, *counts).where(*_where(asked))
        rows = db.session.execute(found.group_by(c.service, c.limit, c.month))
        return {(service, limit, month): Tally(*numbers) for service, limit, month, *numbers in rows}

    def lateness(self, asked: Asked, *by: str) -> dict[tuple, Lateness]:
        """How late, counted by days, for each value of the columns `by` (service, month). One question."""
        keys = [c[name] for name in by]
        out_since = case((c.standing == OUT, c.due))  # its days grow until the day asked about
        columns = [c.standing, c.late, out_since]
        found = select(*keys, *columns, func.count()).where(*_where(asked), _not_in_time)
        late: dict[tuple, Lateness] = {}
        for *key, standing, days, since, number in db.session.execute(found.group_by(*keys, *columns)):
            there = late.setdefault(tuple(key), Lateness(Counter(), Counter()))
            counted = there.received if standing == LATE else there.not_received
            counted[(asked.as_at - since).days if since else days] += number
        return late

    def requests(self, asked: Asked, which: str, *, days: tuple[int, int] | None = None, after=None):
        """A page of the requests that a number counted, the earliest due first, and whether there are more.

        `which` is a name of LISTS; `days` narrows to those late by so many; `after` is the key of the last
        row of the page before: (due, ref, row).
        """
        key = (c.due, c.ref, c.row)
        where = [*_where(asked), LISTS[which], *([_late_by(asked, *days)] if days else [])]
        where += [tuple_(*key) > tuple_(*after)] if after else []
        columns = [t, worklist.c.child, worklist.c.initials, worklist.c.caseworker]
        found = select(*columns).join(worklist, worklist.c.ref == c.ref).where(*where).order_by(*key)
        rows = list(db.session.execute(found.limit(ROWS + 1)))
        return rows[:ROWS], len(rows) > ROWS


def _where(asked: Asked):
    """Of each request and limit, the one row that says how it stood on the day asked about."""
    where = [
        c.limit.in_(asked.limits),
        c.month.between(asked.first, asked.last),
        c.service.in_(asked.services),
        c.since <= asked.as_at,
        c.until > asked.as_at,
    ]
    return [*where, c.advice == asked.advice] if asked.advice else where


def _late_by(asked, least, most):
    """Late by so many days, both included: as it came or ended, or so far."""
    due = c.due.between(asked.as_at - timedelta(days=most), asked.as_at - timedelta(days=least))
    return and_(_not_in_time, or_(c.late.between(least, most), and_(c.standing == OUT, due)))
