"""How often what came: numbers gathered into bands of one width, two kinds stacked in each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from casework.charts.scale import Scale, Tick, ticks

WIDTH, HEIGHT = 420, 240
LEFT, RIGHT, TOP, BOTTOM = 40, 410, 14, 200
GAP = 3
WEEKS = (1, 7, 14, 28, 56)  # widths for days: a day, a week, and weeks that people say
LABEL_WIDTH = 50


@dataclass(frozen=True)
class Band:
    """One column: from which number to which (both in it), how many of each kind, and where each part stands.

    `parts` are (y, height), the first at the bottom.
    """

    least: int
    most: int
    words: str
    numbers: tuple[int, ...]
    x: float
    width: float
    parts: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Histogram:
    """The columns, the ticks up and the labels along."""

    width: float
    height: float
    left: float
    right: float
    bottom: float
    bands: tuple[Band, ...]
    up: tuple[Tick, ...]
    along: tuple[Tick, ...]


def bands_of(most: int, widths: Sequence[int] = WEEKS, columns: int = 10) -> list[tuple[int, int]]:
    """Bands from 1 up to at least `most`: of the narrowest of these widths that needs no more than so many columns.

    What lies beyond the widest is gathered in the last.
    """
    width = next((each for each in widths if each * columns >= most), widths[-1])
    number = max(1, min(columns, -(-most // width)))
    bands = [(1 + width * place, width * (place + 1)) for place in range(number)]
    return [*bands[:-1], (bands[-1][0], max(bands[-1][1], most))]


def histogram(kinds: Sequence[Mapping[int, int]], *, widths: Sequence[int] = WEEKS, columns: int = 10) -> Histogram:
    """Columns of how many there are of each number from 1 up, kinds stacked in the order given.

    Each kind says how many it has of each number.
    """
    bands = bands_of(max((number for kind in kinds for number in kind), default=1), widths, columns)
    counted = [tuple(sum(kind[n] for n in kind if least <= n <= most) for kind in kinds) for least, most in bands]
    marks = ticks(max((sum(each) for each in counted), default=1), 4)
    up, along = Scale(0, marks[-1], BOTTOM, TOP), Scale(0, len(bands), LEFT, RIGHT)
    drawn = tuple(_band(band, place, counted[place], up=up, along=along) for place, band in enumerate(bands))
    every = -(-len(bands) * LABEL_WIDTH // (RIGHT - LEFT)) or 1
    return Histogram(
        *(WIDTH, HEIGHT, LEFT, RIGHT, BOTTOM),
        bands=drawn,
        up=tuple(Tick(up.at(mark), f"{mark:,}") for mark in marks),
        along=tuple(Tick(round(band.x + band.width / 2, 1), band.words) for band in drawn[::every]),
    )


def _band(band, place, numbers, *, up, along) -> Band:
    """One column, its parts from the bottom up."""
    parts, below = [], 0
    for number in numbers:
        parts.append((up.at(below + number), round(up.at(below) - up.at(below + number), 1)))
        below += number
    least, most = band
    words = f"{least}" if least == most else f"{least}–{most}"
    x = along.at(place) + GAP / 2
    return Band(least, most, words, numbers, x, round(along.at(place + 1) - along.at(place) - GAP, 1), tuple(parts))
