"""The limits that advice is measured by, with their targets: limits.csv."""

from dataclasses import dataclass
from functools import cache

from casework.tables import rows


@dataclass(frozen=True)
class Limit:
    """One of the limits of a request for advice. `target` is in per cent; `words` say what must come by when."""

    name: str
    duty: str
    title: str
    short: str
    plural: str
    words: str
    target: int
    law: str


@cache
def limits() -> dict[str, Limit]:
    """The limits that advice is measured by, from limits.csv, the shortest first."""
    return {row["limit"]: Limit(*row.values()) for row in _limit_rows()}


def _limit_rows():
    """The rows with the target as a number."""
    return ({**row, "target": int(row["target"])} for row in rows("limits"))
