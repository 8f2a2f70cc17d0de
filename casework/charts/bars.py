"""Bars that lie down, one below another, each under its own name: the name of a service is long."""

from collections.abc import Sequence
from dataclasses import dataclass

from casework.charts.scale import Scale, Tick, ticks

WIDTH, RIGHT = 420, 322
ROW, BAR = 42, 16
TOP, FOOT = 8, 24
LONGEST = 52  # letters of a name that fit above a bar


@dataclass(frozen=True)
class Bar:
    """One bar: its name above it, its number in words after it. A bar of nothing has no width."""

    name: str
    words: str
    name_y: float
    y: float
    width: float


@dataclass(frozen=True)
class BarChart:
    """The bars, the ticks below them, and a target down through them where there is one."""

    width: float
    height: float
    left: float
    thick: float
    bottom: float
    full: float
    bars: tuple[Bar, ...]
    along: tuple[Tick, ...]
    target: Tick | None


def bar_chart(
    bars: Sequence[tuple[str, float | None, str]], *, unit: str = "", top: float | None = None, target=None
) -> BarChart:
    """A bar for each (name, number, words for the number), in the order given; None draws no bar, only the words."""
    marks = ticks(top if top is not None else max([value or 0 for _, value, _ in bars] + [target or 0, 1]))
    along = Scale(0, marks[-1], 0, RIGHT)
    bottom = TOP + ROW * len(bars)
    drawn = tuple(
        Bar(_short(name), words, TOP + ROW * row + 13, TOP + ROW * row + 19, along.at(value or 0))
        for row, (name, value, words) in enumerate(bars)
    )
    return BarChart(
        *(WIDTH, bottom + FOOT, 0, BAR, bottom, RIGHT),
        bars=drawn,
        along=tuple(Tick(along.at(mark), f"{mark:,}{unit}") for mark in marks),
        target=Tick(along.at(target), f"target {target:g}{unit}") if target is not None else None,
    )


def _short(name):
    """A name cut at a word where it would not fit; the table beside the chart has it whole."""
    if len(name) <= LONGEST:
        return name
    return f"{name[:LONGEST].rsplit(' ', 1)[0]} …"
