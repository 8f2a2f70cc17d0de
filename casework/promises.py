"""What we promise families beyond the law: which duties those are, what is late and has been told, and when to look."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache

from casework.law.clocks import Deadline
from casework.record.case import Case
from casework.tables import rows

REPLY, UPDATE = "LOCAL_REPLY_3WD", "LOCAL_UPDATE_14D"
LEAD, OFFICER = "LOCAL_LEAD_10WD", "LOCAL_OFFICER_SAME_DAY"
PROMISES = (REPLY, UPDATE, LEAD, OFFICER)
# Late for a family: the promise of full advice, and the law's own limit behind it. A first response is between us.
ADVICE = ("ASSESS_ADVICE_6W", "LOCAL_DETAILED_10WD")
SETTING = "CONSULT_SETTING_15D"
TOLD = "family told of lateness"
ONE_DAY = timedelta(days=1)


@cache
def waited_for() -> frozenset[str]:
    """The council's own duties whose lateness a family is told of by letter (telling.csv)."""
    return frozenset(row["duty"] for row in rows("telling") if row["late letter"])


@cache
def _heard_of() -> frozenset[str]:
    """Every duty of the council's own whose lateness a family reads of, by letter or on its page (telling.csv)."""
    others = (*PROMISES, *ADVICE, SETTING)
    return frozenset(row["duty"] for row in rows("telling") if row["late for the family"] and row["duty"] not in others)


def late_things(case: Case, running: Iterable[Deadline], today: date) -> tuple[str, ...]:
    """What this family waits for and is late today: each request or school by its name, each duty of ours by its id.

    What they were told is late stays among them until it has come.
    """
    passed = [each for each in running if each.is_open and each.due < today]
    found = [thing for each in sorted(passed, key=lambda one: one.due) if (thing := _thing(each))]
    return tuple(dict.fromkeys([*found, *case.told_late]))


def _thing(deadline: Deadline) -> str:
    """What a family waits for under this duty; nothing where it waits for nothing."""
    if deadline.duty.id in (*ADVICE, SETTING):
        return deadline.about
    return deadline.duty.id if deadline.duty.id in _heard_of() else ""


def to_tell(case: Case, running: Sequence[Deadline]) -> list[tuple[str, date]]:
    """The duties of ours whose lateness the night clerk tells this family, each with the first day to tell it: the
    day after its last, once.

    Not where a lawful exception lifts the duty: of that the family has a letter already.
    """
    return [
        (each.duty.id, each.due + ONE_DAY)
        for each in running
        if each.is_open
        and each.duty.id in waited_for()
        and not each.excuse
        and _last_told(case, each.duty.id) <= each.due
    ]


def _last_told(case, thing) -> date:
    """The last day on which the family was told that this is late; long ago when it never was."""
    return max((fact.on for fact in case.facts if (fact.milestone, fact.about) == (TOLD, thing)), default=date.min)


def next_look(case: Case, running: Sequence[Deadline]) -> date | None:
    """The next day on which the night clerk should see whether to tell this family of lateness. Today plays no part."""
    return min((day for _, day in to_tell(case, running)), default=None)


def officer_owed(case: Case, running: Iterable[Deadline]) -> bool:
    """Whether somebody in the family has still to be told who their caseworker is now."""
    return any(each.duty.id == OFFICER and each.is_open and each.about == case.caseworker for each in running)
