"""How much advice came in time: counted by service, limit and month, and the requests that were counted."""

from collections import Counter
from datetime import timedelta

from sqlalchemy import and_, case, func, or_, select, tuple_

from casework.outside.database import db
from casework.outside.schema.record import contributions, worklist
from casework.outside.schema.record import timeliness as t
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
# Which requests each number of a Tally counted, and each list that the pages lead to.
LISTS = {
    "due": _counted,
    "in_time": c.standing == IN_TIME,
    "not_in_time": c.standing.in_(NOT_IN_TIME),
    "late": c.standing == LATE,
    "not_received": c.standing.in_((OUT, NEVER)),
    "excused": c.excused,
    "nil": c.nil,
    "returned": and_(_counted, c.returned > 0),
    **{f"level_{level}": and_(_counted, c.level == level) for level in range(5)},
    "withdrawn": c.standing.in_((WITHDRAWN, WITHDRAWN_LATE)),
    "withdrawn_late": c.standing == WITHDRAWN_LATE,
    "not_needed": c.standing == NOT_NEEDED,
}
# The columns in the order of ix_timeliness_figures, so that the index alone is read, once and in order.
GROUPS = (c.month, c.limit, c.service, c.standing, c.excused, c.nil, c.returned, c.level)
OTHERS = {WITHDRAWN: "withdrawn", WITHDRAWN_LATE: "withdrawn_late", NOT_NEEDED: "not_needed"}
STANDINGS = {IN_TIME: "in_time", LATE: "late", OUT: "out", NEVER: "never"}


class ComplianceLists:
    """Requests for advice by whether they were answered in time."""

    def tallies(self, asked: Asked) -> dict[tuple[str, str, str], Tally]:
        """Everything counted, by (service, limit, month). One question; what fell due not at all is not there."""
        # COALESCE keeps the database from preferring an index that begins with the limit and is in no useful order.
        limits = func.coalesce(c.limit, "").in_(asked.limits)
        where = [_months(asked), limits, *_where(asked)]
        found = db.session.execute(select(*GROUPS, func.count()).where(*where).group_by(*GROUPS))
        numbers: dict[tuple, Counter] = {}
        for month, limit, service, *stood, number in found:
            counted = numbers.setdefault((service, limit, month), Counter())
            for name in _names(*stood):
                counted[name] += number
        return {key: Tally(**counted) for key, counted in numbers.items()}

    def lateness(self, asked: Asked, *by: str) -> dict[tuple, Lateness]:
        """How late, counted by days, for each value of the columns `by` (service, month). One question."""
        keys = [c[name] for name in by]
        out_since = case((c.standing == OUT, c.due))  # its days grow until the day asked about
        columns = [c.standing, c.late, out_since]
        where = [c.limit.in_(asked.limits), _months(asked), LISTS["not_in_time"], *_where(asked)]
        found = select(*keys, *columns, func.count()).where(*where)
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
        where = [c.limit.in_(asked.limits), c.due.between(*asked.days), *_where(asked), LISTS[which]]
        where += [_late_by(asked, *days)] if days else []
        where += [tuple_(*key) > tuple_(*after)] if after else []
        columns = [t, worklist.c.child, worklist.c.initials, worklist.c.caseworker, contributions.c.asked_on]
        of_it = and_(contributions.c.ref == c.ref, contributions.c.about == c.about)
        found = select(*columns).join(worklist, worklist.c.ref == c.ref).join(contributions, of_it)
        found = found.where(*where).order_by(*key)
        rows = list(db.session.execute(found.limit(ROWS + 1)))
        return rows[:ROWS], len(rows) > ROWS


def _names(standing, *stood):
    """The numbers of a Tally in which a request is counted that stood so."""
    if standing in OTHERS:
        yield from ("withdrawn", "withdrawn_late") if standing == WITHDRAWN_LATE else (OTHERS[standing],)
        return
    excused, nil, returned, level = stood
    yield STANDINGS[standing]
    yield from (name for name, held in (("excused", excused), ("nil", nil), ("returned", returned)) if held)
    if level:
        yield f"level_{level}"


def _months(asked: Asked):
    """Due in the months asked about."""
    return c.month.between(asked.first, asked.last)


def _where(asked: Asked):
    """Of each request and limit, the one row that says how it stood on the day asked about."""
    where = [c.service.in_(asked.services), c.since <= asked.as_at, c.until > asked.as_at]
    return [*where, c.advice == asked.advice] if asked.advice else where


def _late_by(asked, least, most):
    """Late by so many days, both included: as it came or ended, or so far."""
    due = c.due.between(asked.as_at - timedelta(days=most), asked.as_at - timedelta(days=least))
    return and_(LISTS["not_in_time"], or_(c.late.between(least, most), and_(c.standing == OUT, due)))
