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
    words: str
    target: int
    law: str


@cache
def limits() -> dict[str, Limit]:
    """The limits that advice is measured by, from limits.csv, the shortest first."""
    return {row["limit"]: _limit(row) for row in rows("limits")}


def _limit(row) -> Limit:
    """One row."""
    words = (row["title"], row["short"], row["words"])
    return Limit(row["limit"], row["duty"], *words, target=int(row["target"]), law=row["law"])


@dataclass(frozen=True)
class Column:
    """One figure of the table: its heading, the list of requests behind it ("" for a share), and what it means."""

    name: str
    group: str
    heading: str
    lists: str
    means: str

    @property
    def numeric(self) -> tuple[str, str]:
        """Its heading as a table wants it."""
        return self.heading, "numeric"


@cache
def columns() -> tuple[Column, ...]:
    """The figures in the order of the table, from compliance-columns.csv. `group` is time or became."""
    return tuple(Column(*row.values()) for row in rows("compliance-columns"))
