"""Dates, numbers and names are said the way a letter says them."""

from datetime import UTC, date, datetime, timedelta

import pytest

from casework import words

TODAY = date(2026, 11, 10)


@pytest.mark.parametrize("said", [date(2026, 11, 2), "2026-11-02", datetime(2026, 11, 2, 9, tzinfo=UTC)])
def test_a_day_is_said_with_its_name_and_year(said):
    assert words.day(said) == "Mon 2 November 2026"
    assert words.long_day(said) == "Monday 2 November 2026"
    assert (words.short_day(said), words.plain_day(said), words.iso(said)) == ("2 Nov", "2 November 2026", "2026-11-02")


@pytest.mark.parametrize("say", ["day", "long_day", "short_day", "plain_day", "month", "iso", "clock", "exact_clock"])
def test_no_date_says_nothing(say):
    assert words.FILTERS[say](None) == ""


def test_a_moment_is_said_on_a_london_clock():
    late = datetime(2027, 7, 1, 23, 30, 5, tzinfo=UTC)
    assert (words.day(late), words.clock(late), words.exact_clock(late)) == ("Fri 2 July 2027", "00:30", "00:30:05")
    assert words.day(late.isoformat()) == "Fri 2 July 2027"


@pytest.mark.parametrize(
    ("days", "said", "standing"),
    [
        (-4, "4 days ago", "4 days late"),
        (-1, "yesterday", "1 day late"),
        (0, "today", "due today"),
        (1, "tomorrow", "due tomorrow"),
        (3, "in 3 days", "due Fri"),
        (12, "in 12 days", "due in 12 days"),
    ],
)
def test_how_far_off_a_day_is(days, said, standing):
    there = TODAY + timedelta(days=days)
    assert words.from_today(there, TODAY) == said
    assert words.lateness(there, TODAY) == standing


@pytest.mark.parametrize(("on", "years"), [(date(2026, 2, 28), 9), (date(2026, 3, 1), 10), (date(2028, 2, 29), 12)])
def test_a_child_born_on_29_february_turns_on_1_march(on, years):
    assert words.age("2016-02-29", on) == years


def test_numbers_agree_with_their_words():
    assert [words.plural(number, "day") for number in (0, 1, 2)] == ["0 days", "1 day", "2 days"]
    assert words.plural(2500, "child", "children") == "2,500 children"
    assert (words.spelled(3), words.spelled(12)) == ("three", "12")
    assert [words.weeks(days) for days in (0, 6, 7, 44)] == ["0 days", "6 days", "1 week", "6 weeks and 2 days"]


def test_a_list_reads_as_a_sentence_does():
    assert [words.listed(given) for given in ("", "a", "ab", "abc")] == ["", "a", "a and b", "a, b and c"]
    assert words.listed(["a", "b"], "or") == "a or b"


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Amira Khan", "AK"),
        ("Zoë", "Z"),
        ("élise de la Tour", "ÉT"),
        ("عمر الفاروق", "عا"),
        ("O\u0308sa Å", "O\u0308Å"),
        ("", ""),
        ("🎉", ""),
    ],
)
def test_initials_in_any_alphabet(name, letters):
    assert words.initials(name) == letters


def test_a_sentence_opens_with_a_capital_and_keeps_its_names():
    assert words.opening("tell Amira about SENDIASS") == "Tell Amira about SENDIASS"


def test_sizes_and_times_as_people_say_them():
    assert [words.size(count) for count in (1, 84_000, 999_600, 2_400_000)] == ["1 byte", "84 KB", "1.0 MB", "2.4 MB"]
    assert [words.reading_time("word " * count) for count in (0, 300, 900)] == [
        "1 minute to read", "2 minutes to read", "4 minutes to read",
    ]


def test_numbers_are_written_as_they_are_read_out():
    assert words.nhs_number("9990000018") == "999 000 0018"
    assert words.tel("01632 960 100") == "tel:01632960100"
    assert words.tel("+44 (7700) 900-982") == "tel:+447700900982"


def test_a_calendar_has_whole_weeks_and_names_each_month_once():
    rows = words.calendar_weeks(date(2026, 11, 26), date(2026, 12, 14))
    assert [name for name, _ in rows] == ["Nov", "Dec", "", ""]
    assert rows[0][1][0] == date(2026, 11, 23)
    assert rows[-1][1][-1] == date(2026, 12, 20)
