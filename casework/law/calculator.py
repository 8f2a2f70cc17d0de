"""The calculator: dates in words or in a file, worked out by any rule of the timetable."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TextIO

from casework.errors import GapInOurTables, Refusal
from casework.law.timetable import due

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
COLUMNS = ("rule_id", "trigger_date", "also", "due")


def parse_day(words: str) -> date:
    """A day written YYYY-MM-DD. Raises Refusal for any other writing, and for a day no calendar has."""
    if not ISO_DAY.fullmatch(words.strip()):
        raise Refusal(f"“{words}” is not a date we can read. Write it as YYYY-MM-DD, such as 2026-09-01.")
    try:
        return date.fromisoformat(words.strip())
    except ValueError:
        raise Refusal(f"There is no such day as {words.strip()}.") from None


def parse_also(words: str) -> dict[str, date]:
    """Other dates by name, written “cert=2026-11-29;meeting=2026-10-01”. Raises Refusal for anything else."""
    found: dict[str, date] = {}
    for pair in filter(None, (each.strip() for each in words.split(";"))):
        name, equals, day = (each.strip() for each in pair.partition("="))
        if not name or not equals:
            raise Refusal(f"“{pair}” does not name a date. Write it as name=YYYY-MM-DD.")
        if name in found:
            raise Refusal(f"The date {name} is given twice.")
        found[name] = parse_day(day)
    return found


def due_rows(rows: Iterable[Mapping[str, str | None]]) -> Iterator[dict[str, str]]:
    """Each row of rule_id, trigger_date and also, with the day it is due; other columns are left out.

    A row with nothing in it is passed over. Raises Refusal or GapInOurTables for the
    first row that has no answer; its sentence names the line when the rows come from a csv.DictReader.
    """
    for row in rows:
        if not any(str(cell).strip() for cell in row.values() if cell):
            continue
        try:
            yield _answered(row)
        except (Refusal, GapInOurTables) as problem:
            line = getattr(rows, "line_num", None)
            raise type(problem)(f"Line {line}: {problem}" if line else str(problem)) from None


def _answered(row):
    """One row with its answer."""
    missing = [column for column in COLUMNS[:2] if not (row.get(column) or "").strip()]
    if missing:
        raise Refusal(f"Nothing under {' or '.join(missing)}.")
    rule_id, trigger, also = (row["rule_id"].strip(), row["trigger_date"].strip(), (row.get("also") or "").strip())
    return {
        "rule_id": rule_id,
        "trigger_date": trigger,
        "also": also,
        "due": due(rule_id, parse_day(trigger), parse_also(also)).isoformat(),
    }


def due_file(lines: Iterable[str], writer: TextIO) -> None:
    """Read a CSV with the columns rule_id, trigger_date and also, in any order, and write it again with due.

    Nothing is written unless every row has an answer. Raises Refusal, too, for what is no such file.
    """
    try:
        reader = csv.DictReader(lines, strict=True)
        reader.fieldnames = [name.strip() for name in reader.fieldnames or ()]
        missing = [column for column in COLUMNS[:2] if column not in reader.fieldnames]
        if missing:
            raise Refusal(f"The first line of the file names no column {' and no column '.join(missing)}.")
        answered = list(due_rows(reader))
    except (csv.Error, UnicodeDecodeError):
        raise Refusal("We cannot read the file. It must be a CSV file, saved as UTF-8.") from None
    out = csv.DictWriter(writer, COLUMNS, lineterminator="\n")
    out.writeheader()
    out.writerows(answered)
