"""Lines through time: one a series, each with a mark and a dash of its own, so that nobody needs to see colours."""

from collections.abc import Sequence
from dataclasses import dataclass

from casework.charts.scale import Scale, Tick, spread, ticks

WIDTH, HEIGHT = 420, 260
LEFT, RIGHT, TOP, BOTTOM = 40, 90, 14, 226
LABEL_HEIGHT = 17
LABEL_WIDTH = 34  # what the name of a month takes


@dataclass(frozen=True)
class Point:
    """One number of a line, in words for whoever asks the mark."""

    x: float
    y: float
    words: str


@dataclass(frozen=True)
class Line:
    """One series: `look` (1, 2, 3 …) says how it is drawn; `path` has a gap wherever there is no number."""

    name: str
    look: int
    path: str
    points: tuple[Point, ...]
    label: tuple[float, float]


@dataclass(frozen=True)
class LineChart:
    """A frame, its ticks, its lines, and a target across it where there is one."""

    width: float
    height: float
    left: float
    right: float
    up: tuple[Tick, ...]
    along: tuple[Tick, ...]
    lines: tuple[Line, ...]
    target: Tick | None


def line_chart(
    labels: Sequence[str],
    series: Sequence[tuple[str, Sequence[float | None]]],
    *,
    unit: str = "",
    top: float | None = None,
    target: float | None = None,
) -> LineChart:
    """Lines over the same labels; None in a series is a gap and never a nought.

    `unit` is written after each number ("%"). `top` ends the scale where it is known (100 for shares).
    `target` is drawn across.
    """
    known = [value for _, values in series for value in values if value is not None]
    marks = ticks(top if top is not None else max([*known, target or 0], default=1))
    up, along = Scale(0, marks[-1], BOTTOM, TOP), _along(labels)
    lines = [_line(each, number, labels, up=up, along=along, unit=unit) for number, each in enumerate(series, start=1)]
    return LineChart(
        *(WIDTH, HEIGHT, LEFT, WIDTH - RIGHT),
        up=tuple(Tick(up.at(mark), f"{mark:,}{unit}") for mark in marks),
        along=tuple(Tick(along.at(place), words) for place, words in _some(labels)),
        lines=tuple(_named(lines, WIDTH - RIGHT)),
        target=Tick(up.at(target), f"target {target:g}{unit}") if target is not None else None,
    )


def _along(labels) -> Scale:
    """From the first label to the last, a little inside the frame."""
    inset = min(20, (WIDTH - RIGHT - LEFT) / 2 / max(1, len(labels)))
    return Scale(0, max(1, len(labels) - 1), LEFT + inset, WIDTH - RIGHT - inset)


def _some(labels):
    """As many labels as there is room for, counted back from the last, which is always there."""
    every = max(1, -(-len(labels) * LABEL_WIDTH // (WIDTH - RIGHT - LEFT)))
    return [(place, words) for place, words in enumerate(labels) if (len(labels) - 1 - place) % every == 0]


def _line(named, look, labels, *, up, along, unit) -> Line:
    """One series, its label not yet placed."""
    name, values = named
    there = [(place, value) for place, value in enumerate(values) if value is not None]
    points = tuple(
        Point(along.at(place), up.at(value), f"{name}, {labels[place]}: {value:g}{unit}") for place, value in there
    )
    before = {place for place, _ in there}
    path = "".join(
        f"{'L' if place - 1 in before else 'M'}{point.x:g} {point.y:g}"
        for (place, _), point in zip(there, points, strict=True)
    )
    return Line(name, look, path, points, (0, 0))


def _named(lines, right):
    """The lines with their names beside their last points, none upon another; a line without points has no name."""
    drawn = [line for line in lines if line.points]
    heights = spread([line.points[-1].y for line in drawn], LABEL_HEIGHT, low=TOP, high=BOTTOM)
    for line, height in zip(drawn, heights, strict=True):
        yield Line(line.name, line.look, line.path, line.points, (right + 14, height))
