"""The clock: the only file that looks at it."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def now() -> datetime:
    """This moment, aware, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """Today in London, whatever the machine's own time zone: at 23:30 UTC in June it is already tomorrow there."""
    return now().astimezone(LONDON).date()
