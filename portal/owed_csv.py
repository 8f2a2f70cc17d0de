"""What is owed as a file for a spreadsheet: what it is, for whom and when on top; no cell can start a formula."""

import csv
import io
from collections.abc import Iterator

from casework.words import clock, day, long_day, opening
from portal.owed_filters import Filters, key_of, said_of
from portal.owed_rows import Around, Row, names_for, row_of

MARK = "\ufeff"  # by which a spreadsheet knows that what follows is UTF-8
STARTS_A_FORMULA = tuple("=+-@\t\r\n|%") + ("＝", "＋", "－", "＠")
HEADINGS = (
    *("Standing", "Colour", "Days", "What is owed", "By whom", "To whom", "Last day", "Done on", "Case", "Child"),
    *("Legal limit", "Stands out", "The law or promise"),
)
AT_ONCE = 500
PAGE = "owed.as_csv"


def lines(office, actor, filters: Filters, services) -> Iterator[str]:
    """The file, some hundred rows at a time. Before a row leaves, the look at its case is noted."""
    names = names_for(office, [], services, more=[filters.scope.whose])
    yield MARK + "".join(map(written, _top(office, actor, filters, names)))
    after, more = filters.after, True
    while more:
        wanted = {"after": after, "most": AT_ONCE}
        found, more = office.lists.owed.rows(filters.scope.places, filters.narrowed, office.today(), **wanted)
        if found:
            after = key_of(found[-1])
            refs = sorted({row.ref for row in found})
            office.lists.audit.look_at_all(refs, actor.id, PAGE, office.now())
            missing = ({row.caseworker for row in found} | {row.adviser for row in found}) - names.keys() - {""}
            names |= office.people.names(sorted(missing))
            around = Around(office.today(), actor, names)
            yield "".join(written(cells(row_of(row, around))) for row in found)


def _top(office, actor, filters, names):
    """What it is, for whom, and when; then the headings."""
    said = "; ".join(words for words, _ in said_of(filters, names)) or filters.scope.words
    yield (f"What is owed: {said}",)
    yield (f"For {actor.name}{f', {actor.post}' if actor.post else ''}, of {office.area.name}",)
    yield (f"Made on {long_day(office.today())} at {clock(office.now())}. It is about children: keep it safe.",)
    yield ()
    yield HEADINGS


def cells(row: Row) -> tuple[str, ...]:
    """One row."""
    notes = "; ".join(words for words, _ in row.notes)
    return (
        *(row.brag.words, row.brag.colour, opening(row.standing), row.what, row.by, row.to),
        *(day(row.due), day(row.done_on), row.ref, row.who, day(row.legal_due), notes, row.law),
    )


def written(values) -> str:
    """A line of the file. What could start a formula is told apart by an apostrophe before it."""
    line = io.StringIO()
    csv.writer(line).writerow([harmless(str(value)) for value in values])
    return line.getvalue()


def harmless(cell: str) -> str:
    """A cell that a spreadsheet reads as words: also where spaces come before what would start a formula."""
    return f"'{cell}" if cell.lstrip(" \u00a0").startswith(STARTS_A_FORMULA) else cell
