"""One flat row for each duty that is owed, or was met while the request is on its way: what lists of what is owed read.

Advice is owed by three days (a first response, the full advice, the legal limit), and
an adviser reads them as one line: the nearest promise, until the legal limit itself
has passed. So each of the three says from when and until when it is shown.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from casework.law.clocks import Deadline
from casework.owing.brag import near_on
from casework.owing.order import LAW, is_owed, weight_of
from casework.record.case import Case
from casework.tables import rows as table_rows

A_DAY = timedelta(days=1)
ON_ITS_WAY = frozenset(row["stage"] for row in table_rows("stages") if row["open"])
ADVISER, SETTING = "adviser", "setting"


def owed_rows(case: Case, running: Sequence[Deadline], child: dict) -> list[dict]:
    """The rows of a case, from its running deadlines in order. Today plays no part."""
    met_too = case.stage in ON_ITS_WAY
    kept = [each for each in running if is_owed(each) and (each.is_open or met_too and each.met_on)]
    numbers: Counter = Counter()
    found = []
    for each in kept:
        numbers[each.duty.id, each.about] += 1
        nth = numbers[each.duty.id, each.about]
        found.append(_row(case, each, nth) | _around(case, child) | _owner(case, each) | _shown(each, kept))
    return found


def _row(case, deadline, nth) -> dict:
    """What is owed, and the days of it."""
    return {
        "ref": case.ref,
        "duty": deadline.duty.id,
        "about": deadline.about,
        "nth": nth,
        "owed_by": deadline.duty.owed_by,
        "weight": weight_of(deadline),
        "day": deadline.met_on or deadline.due,
        "started": deadline.started,
        "due": deadline.due,
        "near_on": near_on(deadline.started, deadline.due),
        "done_on": deadline.met_on,
        "excuse": deadline.excuse or "",
    }


def _around(case, child) -> dict:
    """What the case itself is narrowed by."""
    attended = next((party.setting for party in case.parties if party.capacity == "setting attended"), "")
    return {"caseworker": case.caseworker, "stage": case.stage, "born": child["born"], "school": attended}


def _owner(case, deadline) -> dict:
    """Who owes it, where that is somebody outside the council’s own team.

    A reply that says nothing is needed waits for the caseworker to accept it, and is nobody else’s meanwhile.
    """
    advice = case.advice.get(deadline.about) if deadline.duty.owed_by == ADVISER else None
    theirs = advice is not None and (advice.waits_for_adviser or not deadline.is_open)
    return {
        "service": advice.service if theirs else "",
        "adviser": advice.adviser if theirs else "",
        "setting": deadline.about if deadline.duty.owed_by == SETTING else "",
        "advice": advice.kind if advice else "",
        "level": advice.level if advice else 0,
    }


def _shown(deadline, kept) -> dict:
    """From when and until when it is shown, both included, and the legal limit behind an adviser’s promise."""
    if deadline.duty.owed_by != ADVISER or not deadline.is_open:
        return {"shown_from": date.min, "shown_until": _last_of(deadline, kept), "legal_due": None}
    beside = [each for each in kept if each.is_open and _same(each, deadline)]
    legal = next((each.due for each in beside if weight_of(each) == LAW), None)
    nearest = min(beside, key=lambda each: each.due)
    if weight_of(deadline) == LAW and nearest is not deadline:
        return {"shown_from": deadline.due + A_DAY, "shown_until": date.max, "legal_due": None}
    last = date.max if legal is None or deadline.due == legal else legal
    return {"shown_from": date.min, "shown_until": last if nearest is deadline else date.min, "legal_due": legal}


def _last_of(deadline, kept) -> date:
    """Until when a line that is no adviser’s is shown: always, or never where another says just the same.

    One update may be owed of several late things, and is one line.
    """
    if deadline.duty.owed_by == SETTING or not deadline.is_open:
        return date.max
    alike = [each for each in kept if each.is_open and _says(each) == _says(deadline)]
    return date.max if alike[0] is deadline else date.min


def _says(deadline):
    """What a line says of the council’s own duty."""
    return deadline.duty.id, deadline.started, deadline.due


def _same(one, other) -> bool:
    """Whether two duties are of one request for advice."""
    return (one.duty.owed_by, one.about) == (other.duty.owed_by, other.about)
