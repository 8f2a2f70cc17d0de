"""The nightly sweep: only the requests whose next day has come are looked at, and each rung is climbed once."""

import logging
from datetime import date

import click
from flask import current_app
from flask.cli import with_appcontext

from casework import moves
from casework.actions import carry_out
from casework.actions.lateness import chase
from casework.commands.days import DAY
from casework.commands.sweep_promises import keep_promises
from casework.record.case import Case, fold
from casework.record.people import NIGHT_CLERK

BATCH = 200
log = logging.getLogger(__name__)


def sweep(office, day: date) -> int:
    """Chase what has fallen due by `day`. Answers with the number of rungs climbed.

    `office` is one whose today is `day`. Two sweeps at once climb each rung once:
    each case is read again under its own lock, and a rung climbed is in the diary.
    """
    owing = office.lists.escalations.owing()
    office.people.note_vacancies(owing, day)
    told_for, climbed = None, 0
    for ref in _waiting(office, day):
        told_for = told_for or office.people.told_for(owing, day)  # asked once, and not on a quiet night
        climbed += _guarded(office, ref, told_for)
    keep_promises(office, day)
    office.lists.audit.mark_swept(day, climbed, office.now())
    return climbed


def _guarded(office, ref, told_for) -> int:
    """One case's rungs, or its problem noted: a case that cannot be chased must not keep every other from it."""
    try:
        return _climb(office, ref, told_for)
    except Exception:
        log.exception("The sweep could not chase %s", ref)
        return 0


def _climb(office, ref, told_for) -> int:
    """The rungs of one case; none when the case has ended since it was listed."""
    with office.diary.one_write():
        before = fold(office.diary.lock(ref), Case(ref))
        if not moves.possible("chase", before):
            return 0
        return carry_out(office, NIGHT_CLERK, chase, ref, **told_for, ladders=office.ladders.all()).n - before.n


def _waiting(office, day):
    """The cases whose next day has come."""
    after = ""
    while batch := office.lists.escalations.to_chase(day, after=after, limit=BATCH):
        yield from batch
        after = batch[-1]


@click.command("sweep")
@click.option("--as-of", "day", type=DAY, help="Sweep as if it were this day (YYYY-MM-DD), on a training copy.")
@with_appcontext
def sweep_now(day):
    """Send the reminders and escalations that have fallen due."""
    office = current_app.extensions["golden-thread"].office
    day = day or office.today()
    climbed = sweep(current_app.extensions["office-on"](office, day), day)
    click.echo(f"Swept {day:%Y-%m-%d}: {climbed} {'rung' if climbed == 1 else 'rungs'} climbed.")
