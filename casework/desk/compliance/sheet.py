"""The same figures as a file for a spreadsheet: a row a service and month, and each heading says what it counts."""

import csv
from io import StringIO

from casework.desk.compliance.figures import cross_of
from casework.desk.compliance.filters import Filters
from casework.timeliness import columns

FORMULAS = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would carry out


def sheet_of(office, filters: Filters) -> str:
    """The file: comma separated, a first line of headings, each with its definition."""
    to = StringIO()
    write = csv.writer(to)
    write.writerow([*_told(filters), *(f"{each.heading}: {each.means}" for each in columns())])
    for service, month, row in cross_of(office, filters):
        figures = [row.value(each.name) for each in columns()]
        told = [service.agency, service.name, month, filters.limit.title, filters.as_at.isoformat()]
        write.writerow([*map(_plain, told), *("" if each is None else each for each in figures)])
    return to.getvalue()


def _told(filters: Filters) -> list[str]:
    """The headings of the columns that say what a row is of."""
    kind = f" Only: {filters.advice_name}." if filters.advice else ""
    return [
        "Agency",
        f"Service: of the advice it was asked for.{kind}",
        "Month: of the last day of the limit",
        f"Limit: {filters.limit.words}",
        "As at: what had happened by the end of this day, as the record tells now",
    ]


def _plain(words: str) -> str:
    """Words that a spreadsheet takes as words."""
    return f"'{words}" if words.startswith(FORMULAS) else words
