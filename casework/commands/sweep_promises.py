"""The night clerk's part in what we promise families: lateness of ours told, and a lead professional gone noted."""

import logging
from datetime import date, timedelta

from casework.actions import carry_out
from casework.actions.promises import record_that_the_lead_left, tell_the_family_of_lateness
from casework.record.people import NIGHT_CLERK

BATCH = 200
LEFT_THE_CASE, LEFT_THE_POST = "Their time on the case ended.", "They left their post."
log = logging.getLogger(__name__)


def keep_promises(office, day: date) -> None:
    """Look at the cases whose day has come. Two nights at once write each fact once: a case is read under its lock."""
    for ref in _each(office.lists.promises.to_tell, day, key=lambda ref: ref):
        _guarded(ref, lambda ref=ref: carry_out(office, NIGHT_CLERK, tell_the_family_of_lateness, ref))
    for row in _each(office.lists.promises.leads_gone, day, key=lambda row: row.ref):
        _guarded(row.ref, lambda row=row: _gone(office, row))


def _each(asked, day, *, key):
    """Everything a list holds, a batch at a time."""
    after = ""
    while batch := asked(day, after=after, limit=BATCH):
        yield from batch
        after = key(batch[-1])


def _guarded(ref, write) -> None:
    """One case, or its problem noted: one that cannot be written must not keep every other from it."""
    try:
        write()
    except Exception:
        log.exception("The night clerk could not keep the promises of %s", ref)


def _gone(office, row) -> None:
    """A lead professional who has gone. Somebody named again since their time on the case ended has come back."""
    case = office.diary.read(row.ref)
    if case.lead != row.lead:
        return  # another night wrote it first
    if row.until is None:
        carry_out(office, NIGHT_CLERK, record_that_the_lead_left, row.ref, why=LEFT_THE_POST)
    elif case.lead_since <= row.until:
        left_on = max(case.lead_since, row.until) + timedelta(days=1)
        carry_out(office, NIGHT_CLERK, record_that_the_lead_left, row.ref, why=LEFT_THE_CASE, left_on=left_on)
