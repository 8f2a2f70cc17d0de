"""The night clerk of a simulated area: the real sweep, on whatever kind of night it is."""

from dataclasses import replace
from datetime import timedelta
from threading import Thread

from casework.commands.sweep import sweep
from casework.demonstration.nights import AS_USUAL, CLOCK_BACK, CUT_SHORT, MISSED, TWO_AT_ONCE


ONE_DAY = timedelta(days=1)


class PowerCut(Exception):
    """The machine stops in the middle of a sweep."""


class HalfTheCases:
    """What waits to be chased, for a machine that stops half way through."""

    def __init__(self, lists):
        self._lists = lists

    def __getattr__(self, name):
        """Everything else is asked of the lists as they are."""
        return getattr(self._lists, name)

    def to_chase(self, day, *, after, limit):
        """The first half of what waits; then the power is cut."""
        if after:
            raise PowerCut
        found = self._lists.to_chase(day, after=after, limit=limit)
        if len(found) < 2:
            raise PowerCut
        return found[: len(found) // 2]


class Clerk:
    """The night clerk of a simulated area: the real sweep, on whatever kind of night it is."""

    def __init__(self, app, office, office_on):
        self._app, self._office, self._on = app, office, office_on
        self._ways = {
            AS_USUAL: self._sweep,
            MISSED: lambda day: None,
            TWO_AT_ONCE: self._two_at_once,
            CUT_SHORT: self._cut_short,
            CLOCK_BACK: lambda day: self._sweep(day - ONE_DAY),
        }

    def __call__(self, day, kind) -> None:
        """The work of the night before a day."""
        self._ways[kind](day)

    def _sweep(self, day):
        sweep(self._on(self._office, day), day)

    def _two_at_once(self, day):
        """Two machines sweep the same night at the same time."""

        def one():
            with self._app.app_context():
                self._sweep(day)

        both = [Thread(target=one) for _ in range(2)]
        for each in both:
            each.start()
        for each in both:
            each.join()

    def _cut_short(self, day):
        """The machine stops after half of the cases; what was climbed is kept, and the next night does the rest."""
        there = self._on(self._office, day)
        half = replace(there, lists=replace(there.lists, escalations=HalfTheCases(there.lists.escalations)))
        try:
            sweep(half, day)
        except PowerCut:
            pass
