"""Versions of the ladder for tests: the first one, with something changed."""

from dataclasses import replace

from casework import chasing
from tests.makers import day


def version(number: int, counts_from: str, **changes) -> chasing.Ladder:
    """The first version with rungs changed, as version `number`: E06={"working_day": 12}; None takes a rung out."""
    steps = [_changed(each, changes.get(each.id, {})) for each in chasing.first().steps]
    kept = tuple(each for each in steps if each)
    return replace(chasing.first(), number=number, counts_from=day(counts_from), steps=kept)


def _changed(step, changes):
    return None if changes is None else replace(step, **changes)
