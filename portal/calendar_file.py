"""Days as a calendar file that any phone can open, once or again and again (RFC 5545)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

LONGEST = 75  # octets on a line, the space that begins its continuation included
EVERY = "PT4H"  # how often a program that follows a calendar is asked to look


@dataclass(frozen=True)
class Event:
    """One whole day. `id` stays when the day changes; `sequence` then grows, and `changed_at` (UTC) is later."""

    id: str
    day: date
    words: str
    about: str
    changed_at: datetime
    sequence: int = 0
    url: str = ""


def calendar_file(name: str, events: Iterable[Event], *, followed: bool = False) -> str:
    """A calendar of whole days. `followed` is for one that is fetched again and again, and says how often."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Golden Thread//EN", "CALSCALE:GREGORIAN"]
    if followed:
        lines += ["METHOD:PUBLISH", f"NAME:{_escaped(name)}", f"X-WR-CALNAME:{_escaped(name)}"]
        lines += [f"REFRESH-INTERVAL;VALUE=DURATION:{EVERY}", f"X-PUBLISHED-TTL:{EVERY}"]
    for event in events:
        lines += _lines(event)
    return "\r\n".join(folded for line in [*lines, "END:VCALENDAR"] for folded in _folded(line)) + "\r\n"


def _lines(event: Event) -> list[str]:
    """One event."""
    changed = f"{event.changed_at:%Y%m%dT%H%M%SZ}"
    return [
        "BEGIN:VEVENT",
        f"UID:{event.id}@golden-thread",
        f"DTSTAMP:{changed}",
        f"LAST-MODIFIED:{changed}",
        f"SEQUENCE:{event.sequence}",
        f"DTSTART;VALUE=DATE:{event.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{event.day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(event.words)}",
        f"DESCRIPTION:{_escaped(event.about)}",
        *([f"URL:{event.url}"] if event.url else []),
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _escaped(words: str) -> str:
    """Words as a calendar file writes them: no control character is left in them."""
    for plain, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n")):
        words = words.replace(plain, written)
    return "".join(letter for letter in words if letter.isprintable())


def _folded(line: str) -> list[str]:
    """A long line cut where no letter is cut in two; each piece after the first begins with a space."""
    pieces, piece = [], ""
    for letter in line:
        if len((piece + letter).encode()) > LONGEST:
            pieces.append(piece)
            piece = " "
        piece += letter
    return [*pieces, piece]
