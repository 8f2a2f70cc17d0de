"""The figures of the page and of the file: rows by agency and service, by month, and by both."""

from dataclasses import dataclass
from functools import reduce
from operator import add

from casework.desk.compliance.filters import Filters, month_words
from casework.timeliness import NOBODY_LATE, Lateness, Tally, columns, day_by_which, limits

# Two tables of the same rows: one would be wider than a page.
TABLES = tuple(
    (title, tuple(each for each in columns() if each.group == group))
    for title, group in (("In time, and how late", "time"), ("What became of them", "became"))
)


@dataclass(frozen=True)
class Row:
    """One row: its name, what was counted, how late, and how its lists are narrower than the page.

    `kind` is service, agency, month or total.
    """

    name: str
    kind: str
    tally: Tally
    late: Lateness
    narrow: dict

    def value(self, column: str) -> int | None:
        """One figure; nothing for a share or a day of nothing."""
        counted, _, part = column.partition("_")
        if part in ("half", "ninety"):
            days = self.late.received if counted == "late" else self.late.not_received
            return day_by_which(days, 50 if part == "half" else 90)
        return getattr(self.tally, column)


@dataclass(frozen=True)
class Figures:
    """Everything counted for one page. `sums` is by (service, limit, month), with "" for all services or months."""

    filters: Filters
    sums: dict[tuple[str, str, str], Tally]
    by_service: dict[str, Lateness]
    by_month: dict[str, Lateness]

    def tally(self, *, limit: str = "", service: str = "", month: str = "") -> Tally:
        """What was counted together: of a limit (the chosen one), and of a service and a month or of all."""
        return self.sums.get((service, limit or self.filters.limit.name, month), Tally())

    @property
    def services(self) -> list[Row]:
        """A row for each service that was asked anything, each agency's together, and all of them at the end."""
        rows = []
        for agency in sorted({one.agency for one in self.filters.services}):
            mine = [row for one in self.filters.services if one.agency == agency and (row := self._service(one))]
            rows += mine
            if len(mine) > 1:
                rows.append(_sum(f"{agency.capitalize()}, all together", "agency", mine, {"agency": agency}))
        counted = [row for row in rows if row.kind == "service"]
        return [*rows, _sum("All together", "total", counted, {})] if len(counted) > 1 else rows

    def _service(self, one) -> Row | None:
        """One service; nothing for one that was asked nothing."""
        if (one.id, self.filters.limit.name, "") not in self.sums:
            return None
        late = self.by_service.get(one.id, NOBODY_LATE)
        return Row(one.name, "service", self.tally(service=one.id), late, {"service": one.id})

    @property
    def months(self) -> list[Row]:
        """A row for each month, all services shown together."""
        return [self._month(each) for each in self.filters.months]

    def _month(self, month) -> Row:
        """One month."""
        late = self.by_month.get(month, NOBODY_LATE)
        return Row(month_words(month), "month", self.tally(month=month), late, {"month": month})

    @property
    def late(self) -> Lateness:
        """How late, all together."""
        return reduce(add, self.by_month.values(), NOBODY_LATE)

    @property
    def everywhere(self) -> Tally:
        """The chosen limit, all months and services together."""
        return self.tally()


def _sum(name, kind, rows, narrow) -> Row:
    """Some rows as one."""
    late = reduce(add, (row.late for row in rows), NOBODY_LATE)
    return Row(name, kind, reduce(add, (row.tally for row in rows), Tally()), late, narrow)


def figures_of(office, filters: Filters) -> Figures:
    """The figures for these filters. Three questions, however many requests there are."""
    lists, chosen = office.lists.compliance, filters.asked()
    by_service = {name: late for (name,), late in lists.lateness(chosen, "service").items()}
    by_month = {name: late for (name,), late in lists.lateness(chosen, "month").items()}
    return Figures(filters, _sums(lists.tallies(filters.asked(*limits()))), by_service, by_month)


def _sums(tallies) -> dict[tuple[str, str, str], Tally]:
    """The same with all services, all months, and all of both, added together."""
    sums: dict[tuple[str, str, str], Tally] = {}
    for (service, limit, month), tally in tallies.items():
        for key in ((service, limit, month), (service, limit, ""), ("", limit, month), ("", limit, "")):
            sums[key] = sums[key] + tally if key in sums else tally
    return sums


def cross_of(office, filters: Filters) -> list[tuple[object, str, Row]]:
    """A row for each service and month in which anything fell due or was withdrawn: (service, month, row)."""
    lists, chosen = office.lists.compliance, filters.asked()
    tallies, late = lists.tallies(chosen), lists.lateness(chosen, "service", "month")
    return [
        (one, month, Row(one.name, "service", tally, late.get((one.id, month), NOBODY_LATE), {}))
        for one in filters.services
        for month in filters.months
        if (tally := tallies.get((one.id, filters.limit.name, month)))
    ]
