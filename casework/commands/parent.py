"""Ends a child when the process that looks after it is gone, however it went."""

import os
from collections.abc import Callable
from threading import Event, Thread

PARENT = "GOLDEN_THREAD_PARENT"  # in the environment of a child: the number of the process it belongs to
LOOK_EVERY = 1.0  # seconds


def follow_parent(end: Callable[[], None]) -> None:
    """Call `end` once the process named in the environment is no longer our parent.

    Nothing is followed when none is named: a worker started by hand or by a
    service manager lives on its own. A parent that was killed outright cannot
    say goodbye, and orphans would keep the port.
    """
    parent = os.environ.get(PARENT)
    if parent:
        Thread(target=_watch, args=(int(parent), end), name="follow-parent", daemon=True).start()


def _watch(parent: int, end: Callable[[], None]) -> None:
    """Look every second; the system gives an orphan another parent."""
    never = Event()
    while os.getppid() == parent:
        never.wait(LOOK_EVERY)
    end()
