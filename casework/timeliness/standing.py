"""How a request for advice stood against each of its limits, from one day until another.

A request counts once its last day has passed. Nothing here knows today: a stretch of days says how it stood on
each of them, by what had happened until then as the diary tells now.
"""

from dataclasses import asdict, dataclass
from datetime import date, timedelta

from casework.law.clocks import Deadline
from casework.record.case import Advice, Case
from casework.timeliness.limits import limits

FOR_EVER = date(9999, 12, 31)
ONE_DAY = timedelta(days=1)
IN_TIME, LATE, OUT, NEVER = "in time", "late", "out", "never came"
WITHDRAWN, WITHDRAWN_LATE, NOT_NEEDED = "withdrawn", "withdrawn late", "not needed"
NOT_IN_TIME = (LATE, OUT, NEVER)
COUNTED = (IN_TIME, *NOT_IN_TIME)


@dataclass(frozen=True)
class Stood:
    """How a request stood against one limit. `late` is in calendar days, once the number can change no more."""

    standing: str
    came_on: date | None
    late: int | None
    excused: bool
    nil: bool
    returned: int
    level: int


def rows_of(case: Case, running) -> list[dict]:
    """One row for each request, limit and stretch of days in which it stood the same, from the day after the limit.

    `running` are the case's deadlines. `until` is the first day of the next stretch.
    """
    by_duty = {limit.duty: limit.name for limit in limits().values()}
    return [
        {
            "about": deadline.about,
            "advice": case.advice[deadline.about].kind,
            "service": case.advice[deadline.about].service,
            "limit": by_duty[deadline.duty.id],
            "month": month_of(deadline.due),
            "due": deadline.due,
            "ref": case.ref,
            "since": since,
            "until": until,
            **asdict(stood),
        }
        for deadline in running
        if deadline.duty.id in by_duty and deadline.about in case.advice
        for since, until, stood in stretches(case, case.advice[deadline.about], deadline)
    ]


def month_of(day: date) -> str:
    """The month of a day, as 2026-10: it sorts, and reads as an address."""
    return f"{day:%Y-%m}"


def stretches(case: Case, advice: Advice, deadline: Deadline) -> list[tuple[date, date, Stood]]:
    """From which day until which (not included) a request stood how, beginning on the day after its last day."""
    ended, excused = _ended(case, deadline), _excused_on(case, deadline)
    first = deadline.due + ONE_DAY
    changes = {day for day in (*_days(advice), ended, excused) if day and day > first}
    found: list[tuple[date, Stood]] = []
    for day in (first, *sorted(changes)):
        stood = _stood(advice, deadline, day, over=(ended, excused))
        if not found or found[-1][1] != stood:
            found.append((day, stood))
    ends = [day for day, _ in found[1:]] + [FOR_EVER]
    return [(since, until, stood) for (since, stood), until in zip(found, ends, strict=True)]


def _days(advice):
    """Every day on which how a request stands may change."""
    yield from (advice.responded_on, advice.replied_on, advice.accepted_on, advice.withdrawn_on, *advice.returns)
    yield from (day for pair in advice.given for day in pair)
    yield from (day for _, day in advice.climbed)


def _ended(case, deadline) -> date | None:
    """The day on which the case came to where nobody waits for advice any more, if it did."""
    ends = (fact.on for fact in case.facts if fact.milestone in deadline.duty.all_end_with)
    return min((on for on in ends if on >= deadline.started), default=None)


def _excused_on(case, deadline) -> date | None:
    """The day on which a ground that lifts this limit was first recorded, if one was."""
    mine = (each for each in case.excuses if (each.duty, each.about) == (deadline.duty.id, deadline.about))
    return min((each.recorded_on for each in mine if each.ground in deadline.duty.excuses), default=None)


def _stood(advice, deadline, day, *, over) -> Stood:
    """How a request stood on a day, by what had happened until its end.

    `over` are the days on which the case ended and the limit was excused.
    """
    ended, excused = ((each if each and each <= day else None) for each in over)
    came, nil = _came(advice, deadline.duty, day)
    if ended and came and came > ended:
        came = None
    standing = _standing(advice, deadline.due, day, came=came, ended=ended)
    past = came if standing == LATE else ended if standing == NEVER else None
    return Stood(
        standing,
        came,
        (past - deadline.due).days if past else None,
        bool(excused) and standing in NOT_IN_TIME,
        nil and standing in COUNTED,
        sum(back <= day for back in advice.returns),
        max((level for level, on in advice.climbed if on <= day), default=0),
    )


def _came(advice, duty, day) -> tuple[date | None, bool]:
    """The day on which what a limit asks for came, as it stood on a day, and whether it was that nothing is needed.

    Advice that was sent back has not been given. A reply that nothing is needed answers on the day it was
    given, from the day it is accepted. A first response is answered by the advice itself as well.
    """
    given = [came for came, back in advice.given if came <= day and (back is None or back > day)]
    nil = not given and advice.accepted_on is not None and advice.accepted_on <= day
    answers = given + ([advice.replied_on] if nil and advice.replied_on else [])
    if "first response given" in duty.met_by and advice.responded_on and advice.responded_on <= day:
        answers.append(advice.responded_on)
    return min(answers, default=None), nil


def _standing(advice, due, day, *, came, ended) -> str:
    """One of the words for how it stood."""
    withdrawn = advice.withdrawn_on
    if withdrawn and withdrawn <= day:
        return WITHDRAWN if withdrawn <= due else WITHDRAWN_LATE
    if came:
        return IN_TIME if came <= due else LATE
    if ended:
        return NOT_NEEDED if ended <= due else NEVER
    return OUT
