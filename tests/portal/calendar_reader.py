"""Reads a calendar file again, slowly and by itself, as RFC 5545 says; refuses what no program would read."""

import re

ONCE = ("UID", "DTSTAMP", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "SUMMARY")
NAME = re.compile(r"[A-Z][A-Z0-9-]*(;[A-Z-]+=[^;:]+)*")


def unfolded(words: str) -> list[str]:
    """The lines of a file, put together again. Every line ends with CRLF, and none is over 75 octets."""
    assert words.endswith("\r\n") and "\n" not in words.replace("\r\n", "") and "\r" not in words.replace("\r\n", "")
    lines: list[str] = []
    for line in words[:-2].split("\r\n"):
        assert len(line.encode()) <= 75 and line, line
        if line[0] in " \t":
            lines[-1] += line[1:]
        else:
            lines.append(line)
    return lines


def plain(value: str) -> str:
    """A value as it was before it was escaped, a character at a time."""
    said, place = "", 0
    while place < len(value):
        letter = value[place]
        if letter == "\\":
            place += 1
            letter = {"n": "\n", "N": "\n"}.get(value[place], value[place])
        said, place = said + letter, place + 1
    return said


def events(words: str) -> list[dict[str, str]]:
    """Every event of a calendar by name of property, each once. Raises AssertionError for a file out of shape."""
    lines, found, inside = unfolded(words), [], None
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"] and lines[-1] == "END:VCALENDAR"
    for line in lines[1:-1]:
        name, colon, value = line.partition(":")
        assert colon and NAME.fullmatch(name), line
        if line == "BEGIN:VEVENT":
            assert inside is None
            inside = {}
        elif line == "END:VEVENT":
            assert all(name in inside for name in ONCE)
            found, inside = [*found, inside], None
        elif inside is not None:
            assert name not in inside, line
            inside[name] = plain(value)
    assert inside is None and len({event["UID"] for event in found}) == len(found)
    return found
