"""Dates as a calendar file: whole days, escaped words, no line longer than a phone reads."""

from datetime import UTC, date, datetime

from portal.calendar_file import calendar_file

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)


def test_each_day_is_a_whole_day_of_its_own():
    days = [("A", date(2026, 12, 31), "Decide"), ("B", date(2027, 1, 4), "Write")]
    words = calendar_file("EHC-2026-0001", days, NOON)
    assert words.startswith("BEGIN:VCALENDAR\r\n")
    assert words.endswith("END:VCALENDAR\r\n")
    assert words.count("BEGIN:VEVENT") == 2
    assert "DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n" in words
    assert "DTSTAMP:20261102T120000Z" in words


def test_words_are_escaped_and_long_lines_folded_between_letters():
    words = calendar_file("X", [("A", date(2026, 12, 31), "Health, care; and " + "é" * 60)], NOON)
    assert "SUMMARY:Health\\, care\\; and é" in words
    assert all(len(line.encode()) <= 75 for line in words.split("\r\n"))
    assert "é" * 60 in words.replace("\r\n ", "")
