"""A scale from numbers to lengths, with ticks where a reader would put them."""

from dataclasses import dataclass
from math import floor, log10

STEPS = (1, 2, 5, 10)


@dataclass(frozen=True)
class Scale:
    """Numbers from `low` to `high` laid out from `start` to `end`; upwards where `end` is the smaller."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Where a number lies, to a tenth of a unit."""
        span = self.high - self.low
        part = (value - self.low) / span if span else 0
        return round(self.start + part * (self.end - self.start), 1)


@dataclass(frozen=True)
class Tick:
    """One mark of a scale: where it is and what it says."""

    at: float
    words: str


def ticks(top: float, most: int = 5) -> tuple[int, ...]:
    """Whole numbers from 0 to the first at or above `top`, evenly apart by 1, 2 or 5 and tens of these.

    Never more than `most` steps; nothing to count gives 0 and 1.
    """
    top = max(top, 1)
    power = 10 ** max(0, floor(log10(top / most)) if top > most else 0)
    step = next(each * power for each in STEPS if each * power * most >= top)
    return tuple(range(0, -(-int(-(-top // 1)) // step) * step + 1, step))


def spread(places: list[float], apart: float, *, low: float, high: float) -> list[float]:
    """The same places moved so that none is nearer to the next than `apart`, between `low` and `high`, order kept.

    Where there is no room for all, they stand evenly from `low` on.
    """
    order = sorted(range(len(places)), key=lambda which: (places[which], which))
    found = [min(max(places[which], low), high) for which in order]
    for place in range(1, len(found)):
        found[place] = max(found[place], found[place - 1] + apart)
    for place in reversed(range(len(found))):
        top = high if place == len(found) - 1 else found[place + 1] - apart
        found[place] = min(found[place], top)
    shift = max(0, low - found[0]) if found else 0
    moved = dict(zip(order, (round(each + shift, 1) for each in found), strict=True))
    return [moved[which] for which in range(len(places))]
