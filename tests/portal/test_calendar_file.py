"""Dates as a calendar file: whole days, escaped words, no line longer than a phone reads."""

from datetime import UTC, date, datetime

from portal.calendar_file import Event, calendar_file
from tests.portal.calendar_reader import events, unfolded

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
NEW_YEARS_EVE = date(2026, 12, 31)


def one(words="Decide", day=NEW_YEARS_EVE, **more):
    """An event."""
    return Event("A", day, words, "EHC-2026-0001", NOON, **more)


def test_each_day_is_a_whole_day_of_its_own():
    words = calendar_file("X", [one(), Event("B", date(2027, 1, 4), "Write", "EHC-2026-0001", NOON)])
    assert words.startswith("BEGIN:VCALENDAR\r\n")
    assert words.endswith("END:VCALENDAR\r\n")
    first, second = events(words)
    assert (first["DTSTART;VALUE=DATE"], first["DTEND;VALUE=DATE"]) == ("20261231", "20270101")
    assert (first["DTSTAMP"], first["UID"], second["UID"]) == ("20261102T120000Z", "A@golden-thread", "B@golden-thread")


def test_words_are_escaped_and_read_back_as_they_were():
    said = "Health, care; a \\ back\nand " + "é" * 60
    [event] = events(calendar_file("X", [one(said)]))
    assert event["SUMMARY"] == said


def test_no_line_is_over_75_octets_and_no_letter_is_cut():
    for length in range(60, 80):
        words = calendar_file("X", [one("x" * length + "é" * 90)])
        assert all(len(line.encode()) <= 75 for line in words.split("\r\n"))
        assert max(len(line.encode()) for line in words.split("\r\n")) >= 74
        assert "SUMMARY:" + "x" * length + "é" * 90 in unfolded(words)


def test_a_control_character_starts_no_line_of_its_own():
    [event] = events(calendar_file("X", [one("a\rBEGIN:VEVENT\x00")]))
    assert event["SUMMARY"] == "aBEGIN:VEVENT"


def test_a_calendar_that_is_followed_says_its_name_and_how_often():
    words = calendar_file("Dates; mine", [one(sequence=7)], followed=True)
    assert "X-WR-CALNAME:Dates\\; mine\r\n" in words and "REFRESH-INTERVAL;VALUE=DURATION:PT4H\r\n" in words
    assert events(words)[0]["SEQUENCE"] == "7"
