"""The worker: sends what is owed every few seconds, and sweeps once a night."""

import logging
import os
import signal
from contextlib import nullcontext
from threading import Event
from zoneinfo import ZoneInfo

import click
from flask import current_app
from flask.cli import with_appcontext

from casework.commands.deliver import deliver
from casework.commands.digests import send_digests
from casework.commands.parent import follow_parent
from casework.commands.sweep import sweep

LONDON = ZoneInfo("Europe/London")
NIGHT_ENDS = 3  # o'clock in London; later than every change of the clocks, so no night has two such hours
PAUSE = 3.0  # seconds between two looks at the post when nothing is waiting
AT_ONCE = 1  # plans, and letters, printed between two looks at whether to stop: a long plan takes some seconds
GIVES_WAY = 5  # how far the worker steps back when the machine is busy: someone waits for a page, nobody for a letter

log = logging.getLogger(__name__)


def run_worker(office, deliver, sweep, stop: Event, *, fresh=nullcontext, pause: float = PAUSE) -> None:
    """Sweep and deliver until `stop` is set.

    `deliver(office, limit)` answers with how many things it did; `sweep(office, day)`
    marks its day as swept. `fresh` opens what one round may keep (a database
    session), so that no round reads what an older one remembers. What either
    raises is not caught: the worker ends, says why, and is started again.
    """
    while not stop.is_set():
        with fresh():
            done = deliver(office, AT_ONCE)
        # After each letter, not after the last: thousands may wait, and the sweep must not wait for them.
        with fresh():
            day = office.today()
            if sweep_is_due(office.lists.audit.last_swept(day), office.now()):
                log.info("Swept %s: %s climbed.", day, sweep(office, day))
        if not done:
            stop.wait(pause)


def sweep_is_due(last_swept, now) -> bool:
    """Whether tonight's sweep is still to be done: after three in the morning, London time, and not done today.

    After days without a worker one sweep is right, not one for each day missed:
    it climbs the highest rung reached, and a reminder for last Tuesday would be stale.
    """
    there = now.astimezone(LONDON)
    return there.hour >= NIGHT_ENDS and (last_swept is None or last_swept < there.date())


def night(office, day) -> int:
    """One night: the rungs that have fallen due, and after them the digests of a Friday, which tell of them."""
    climbed = sweep(office, day)
    log.info("%s digests owed.", send_digests(office, day))
    return climbed


@click.command()
@click.option("--pause", default=PAUSE, show_default=True, help="Seconds between two looks at the post.")
@with_appcontext
def work(pause):
    """Send what is owed and sweep once a night, until stopped."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s worker: %(message)s")
    logging.getLogger("casework").setLevel(logging.INFO)  # ours; the printers would tell of every font
    os.nice(GIVES_WAY)
    stop = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    follow_parent(stop.set)
    app = current_app._get_current_object()
    run_worker(app.extensions["golden-thread"].office, deliver, night, stop, fresh=app.app_context, pause=pause)
