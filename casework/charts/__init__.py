"""Numbers in, geometry out: lines, bars and histograms as a page draws them. It knows no page and no case.

Lengths are in units of a viewBox that is about as wide as a telephone, so that letters stay readable on one.
templates/macros/chart.html draws what these answer with; the same numbers stand in a table beside each.
"""

from casework.charts.bars import Bar, BarChart, bar_chart
from casework.charts.histogram import Band, Histogram, bands_of, histogram
from casework.charts.lines import Line, LineChart, Point, line_chart
from casework.charts.scale import Scale, Tick, ticks

__all__ = [
    "Band",
    "Bar",
    "BarChart",
    "Histogram",
    "Line",
    "LineChart",
    "Point",
    "Scale",
    "Tick",
    "bands_of",
    "bar_chart",
    "histogram",
    "line_chart",
    "ticks",
]
