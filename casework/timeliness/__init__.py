"""Advice in time: how each request stood against its limits on any day, and what is counted of that."""

from casework.timeliness.limits import Column, Limit, columns, limits
from casework.timeliness.standing import (
    COUNTED,
    IN_TIME,
    LATE,
    NEVER,
    NOT_IN_TIME,
    NOT_NEEDED,
    OUT,
    WITHDRAWN,
    WITHDRAWN_LATE,
    Stood,
    month_of,
    rows_of,
)
from casework.timeliness.tally import NOBODY_LATE, Asked, Lateness, Tally, day_by_which, per_cent

__all__ = [
    "COUNTED",
    "IN_TIME",
    "LATE",
    "NEVER",
    "NOBODY_LATE",
    "NOT_IN_TIME",
    "NOT_NEEDED",
    "OUT",
    "WITHDRAWN",
    "WITHDRAWN_LATE",
    "Asked",
    "Column",
    "Lateness",
    "Limit",
    "Stood",
    "Tally",
    "columns",
    "day_by_which",
    "limits",
    "month_of",
    "per_cent",
    "rows_of",
]
