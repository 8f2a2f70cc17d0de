"""The tables a lawyer, a manager or a parent can open, and the two functions that read them."""

import csv
import json
from functools import cache
from pathlib import Path
from types import MappingProxyType

from casework.errors import GapInOurTables

HERE = Path(__file__).parent


@cache
def rows(name: str) -> tuple[MappingProxyType, ...]:
    """Every row of tables/<name>.csv, in order, as read-only mappings of heading to text.

    Raises GapInOurTables when there is no such table, or a row is longer or shorter than the headings.
    """
    path = HERE / f"{name}.csv"
    if not path.exists():
        raise GapInOurTables(f"There is no table called {name}.csv.")
    with path.open(encoding="utf-8-sig", newline="") as file:  # a spreadsheet may put a mark before the first word
        found = list(csv.DictReader(file))
    for number, row in enumerate(found, start=2):
        if None in row or None in row.values():
            raise GapInOurTables(f"Row {number} of {name}.csv does not match its headings.")
    return tuple(MappingProxyType(row) for row in found)


@cache
def document(name: str):
    """The content of tables/<name>.json. Callers read it and never change it.

    Raises GapInOurTables when there is no such file.
    """
    path = HERE / f"{name}.json"
    if not path.exists():
        raise GapInOurTables(f"There is no table called {name}.json.")
    return json.loads(path.read_text(encoding="utf-8"))
