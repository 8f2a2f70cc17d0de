"""The order of the law, written down once: what is in breach of it first, then the nearest last day.

The weight of a duty says what its limit is: one the law gives, one that the law
lifts for a recorded reason, a promise (of the Code, or of this area), or one that
is met and kept for showing. Of two on one day, the law comes before a promise.
lists/owed.py says the same in SQL, over an index that begins with the weight.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from casework.law.clocks import Deadline
from casework.tables import rows

LAW, LIFTED, PROMISE, DONE = range(4)
OWED_WEIGHTS = (LAW, LIFTED, PROMISE)


@dataclass(frozen=True)
class Key:
    """The place of one row among all: its day, its weight, and which row of which case it is.

    `day` is the last day while it is owed, and the day it was met once it is done.
    """

    day: date
    weight: int
    ref: str
    row: int


@cache
def _kinds() -> dict[str, str]:
    """The limits of limit-kinds.csv that somebody owes something by, with their kind."""
    return {row["limit"]: row["kind"] for row in rows("limit-kinds") if row["owed"]}


def is_owed(deadline: Deadline) -> bool:
    """Whether a duty is something to be done by a day, and not time that somebody must be given."""
    return deadline.duty.limit in _kinds()


def weight_of(deadline: Deadline) -> int:
    """LAW, LIFTED, PROMISE or DONE."""
    if deadline.met_on:
        return DONE
    if deadline.excuse:
        return LIFTED
    return LAW if _kinds().get(deadline.duty.limit) == "law" else PROMISE


def place(key, today: date) -> tuple:
    """What rows are sorted by: breaches of the law, then by day, the law before a promise. Takes a Key or a row."""
    breach = key.weight == LAW and key.day < today
    return (not breach, key.day, key.weight, key.ref, key.row)


def in_order(running: Iterable[Deadline], today: date) -> list[Deadline]:
    """Duties of one case in the order of the law, as a list shows them."""
    numbered = enumerate(running)
    keyed = [(place(Key(each.due, weight_of(each), "", number), today), each) for number, each in numbered]
    return [each for _, each in sorted(keyed, key=lambda pair: pair[0])]
