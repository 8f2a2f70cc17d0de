"""Reads the tables row by row as somebody who has just edited one would want: which row, and what is wrong with it."""

from collections import Counter
from dataclasses import fields

from casework.law.timetable import timetable
from casework.law.working_days import calendar
from casework.record import reading
from casework.record.entries import KINDS
from casework.tables import rows

UNTIL = ("first response", "full advice", "a date we can keep")
STAGES = (reading.DECIDING, reading.ASSESSING, reading.DRAFTING, reading.HEARING, reading.ISSUED)
MORE_STAGES = ("any stage", "not opened")
ONE_EACH = {"access": "action", "moves": "action", "chasing": "step", "posts": "post", "telling": "duty"}


def wrong_rows():
    """Every row that cannot be believed, in a sentence each.

    Raises GapInOurTables for the timetable and the holidays, which are refused whole.
    """
    timetable(), calendar()
    for table, column in ONE_EACH.items():
        often = Counter(row[column] for row in rows(table))
        yield from (f"{table}.csv has {times} rows for “{word}”." for word, times in often.items() if times > 1)
    for table, wrong in CHECKED.items():
        for number, row in enumerate(rows(table), start=2):
            yield from (f"Row {number} of {table}.csv: {sentence}." for sentence in wrong(row))


def _moves(row):
    """The stages are those a case can be at, and there is a sentence to refuse with."""
    for stage in row["when the case is"].split("; "):
        if stage not in STAGES + MORE_STAGES:
            yield f"no case is ever “{stage}”"
    if not row["otherwise say"].strip():
        yield "it says nothing to whoever is refused"


def _rung(row):
    """Days and levels are numbers, and what a rung waits for is something we know."""
    levels = {each["level"] for each in rows("levels")}
    if row["working day"] and not row["working day"].isdecimal():
        yield f"“{row['working day']}” is not a number of working days"
    if row["level"] not in levels:
        yield f"levels.csv has no level “{row['level']}”"
    if row["until we have"] not in UNTIL:
        yield f"nobody knows “{row['until we have']}” under “until we have”"


def _letter(row):
    """A condition asks something that the entry says, and what a letter must say is written somewhere."""
    kind, asked = KINDS.get(row["when written"]), row["only when"].partition(" is ")[0]
    if kind and asked and asked not in {each.name for each in fields(kind)}:
        yield f"{row['when written']} says nothing called “{asked}”"
    known = {each["paragraph"] for each in rows("must-say")}
    for must in filter(None, row["must say"].split("; ")):
        if must not in known:
            yield f"must-say.csv does not list “{must}”"


def _telling(row):
    """What is told about a duty is about one there is."""
    if row["duty"] not in timetable().versions:
        yield f"timetable.csv has no rule called “{row['duty']}”"


CHECKED = {"moves": _moves, "chasing": _rung, "letters": _letter, "telling": _telling}
