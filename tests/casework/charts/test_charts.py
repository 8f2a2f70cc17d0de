"""Numbers in, geometry out: ticks where a reader would put them, gaps that stay gaps, names that do not collide."""

import pytest

from casework.charts import Scale, bands_of, bar_chart, histogram, line_chart, ticks
from casework.charts.scale import spread


@pytest.mark.parametrize(
    ("top", "expected"),
    [
        (0, (0, 1)),
        (1, (0, 1)),
        (3, (0, 1, 2, 3)),
        (7, (0, 2, 4, 6, 8)),
        (23, (0, 5, 10, 15, 20, 25)),
        (100, (0, 20, 40, 60, 80, 100)),
        (101, (0, 50, 100, 150)),
        (4200, (0, 1000, 2000, 3000, 4000, 5000)),
    ],
)
def test_ticks_are_round_reach_the_top_and_are_few(top, expected):
    assert ticks(top) == expected


@pytest.mark.parametrize("top", range(1, 400, 7))
def test_there_are_never_too_many_ticks(top):
    marks = ticks(top, 4)
    assert len(marks) <= 5 and marks[-1] >= top > marks[-2]


def test_a_scale_may_go_upwards():
    up = Scale(0, 100, 226, 14)
    assert (up.at(0), up.at(50), up.at(100)) == (226, 120, 14)
    assert Scale(0, 0, 5, 9).at(3) == 5


def test_a_month_without_a_number_is_a_gap_and_not_a_nought():
    chart = line_chart(["Jan", "Feb", "Mar", "Apr"], [("5 days", [50, None, 100, 0])], unit="%", top=100)
    [line] = chart.lines
    assert line.path.count("M") == 2 and line.path.count("L") == 1
    assert [point.words for point in line.points] == ["5 days, Jan: 50%", "5 days, Mar: 100%", "5 days, Apr: 0%"]


def test_lines_that_end_together_have_names_apart():
    chart = line_chart(["Jan", "Feb"], [("a", [100, 100]), ("b", [90, 99]), ("c", [None, None])], top=100, target=100)
    named = [line for line in chart.lines if line.points]
    assert [line.name for line in named] == ["a", "b"] and [line.look for line in named] == [1, 2]
    assert abs(named[0].label[1] - named[1].label[1]) >= 17
    assert chart.target.words == "target 100" and chart.target.at == chart.up[-1].at


def test_one_month_is_a_point_in_the_frame_and_many_months_leave_out_names():
    [one] = line_chart(["Jan"], [("a", [3])]).lines
    assert one.path.startswith("M") and 40 < one.points[0].x < 330
    many = line_chart([str(number) for number in range(24)], [("a", list(range(24)))]).along
    assert len(many) <= 9 and many[-1].words == "23"


def test_names_are_spread_within_the_frame():
    assert spread([10, 12, 50], 17, low=0, high=100) == [10, 27, 50]
    assert spread([99, 98, 97], 17, low=0, high=100) == [100, 83, 66]
    assert spread([], 17, low=0, high=100) == []


def test_a_bar_says_its_number_and_a_long_name_is_cut_at_a_word():
    chart = bar_chart([("A" * 30 + " " + "B" * 30, 60, "3 of 5"), ("B", None, "none")], unit="%", top=100, target=90)
    assert [bar.words for bar in chart.bars] == ["3 of 5", "none"]
    assert chart.bars[0].name == "A" * 30 + " …"
    assert (chart.bars[0].width, chart.bars[1].width) == (round(0.6 * chart.full, 1), 0)
    assert chart.height > chart.bars[-1].y and chart.target.words == "target 90%"


@pytest.mark.parametrize(
    ("most", "first", "last", "number"),
    [(0, (1, 1), (1, 1), 1), (9, (1, 1), (9, 9), 9), (60, (1, 7), (57, 63), 9), (71, (1, 14), (71, 84), 6)],
)
def test_days_fall_into_days_and_weeks(most, first, last, number):
    bands = bands_of(most)
    assert (bands[0], bands[-1], len(bands)) == (first, last, number)


def test_what_lies_beyond_is_gathered_in_the_last_band():
    assert bands_of(5000)[-1] == (505, 5000)


def test_every_number_stands_in_a_column_and_the_kinds_are_stacked():
    chart = histogram([{1: 2, 8: 1}, {8: 3, 70: 1}])
    assert [band.numbers for band in chart.bands if any(band.numbers)] == [(2, 0), (1, 3), (0, 1)]
    below, above = chart.bands[1].parts
    assert above[0] + above[1] == pytest.approx(below[0]) and below[0] + below[1] == chart.bottom
    assert histogram([{}, {}]).bands[0].numbers == (0, 0)
