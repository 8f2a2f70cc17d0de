"""Days as a calendar file that any phone can open (RFC 5545)."""

from datetime import date, datetime, timedelta

LONGEST = 73  # octets on a line, so that with the space that begins the next none is over 75


def calendar_file(name: str, events: list[tuple[str, date, str]], made_at: datetime) -> str:
    """A calendar of whole days. `events` are (its name, the day, the words) each; `made_at` is a moment in UTC."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Golden Thread//EN", "CALSCALE:GREGORIAN"]
    for event, day, words in events:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{name}-{event}@golden-thread",
            f"DTSTAMP:{made_at:%Y%m%dT%H%M%SZ}",
            f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_escaped(words)}",
            f"DESCRIPTION:{_escaped(name)}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    return "\r\n".join(folded for line in [*lines, "END:VCALENDAR"] for folded in _folded(line)) + "\r\n"


def _escaped(words: str) -> str:
    """Words as a calendar file writes them."""
    for plain, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        words = words.replace(plain, written)
    return words


def _folded(line: str) -> list[str]:
    """A long line cut where no letter is cut in two; each piece after the first begins with a space."""
    pieces, piece = [], ""
    for letter in line:
        if len((piece + letter).encode()) > LONGEST:
            pieces.append(piece)
            piece = " "
        piece += letter
    return [*pieces, piece]
