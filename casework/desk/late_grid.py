"""The grid of late advice: one mark a request by service and week, the rungs with names, and the month's figures."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from casework import advising, chasing
from casework.desk.answering import way_in
from casework.tables import rows
from casework.timeliness import Asked, Tally, limits
from casework.timeliness import month_of as month_of_day
from casework.words import lateness

WEEKS_BACK, WEEKS_ON = 5, 2  # columns before this week, and from it on
MOST_IN_A_CELL = 14
COUNCIL = "council"


@dataclass(frozen=True)
class Mark:
    """One request: its level, what to say of it, and where to go; no address for somebody who may not open it."""

    level: int
    late: bool
    words: str
    href: str


@dataclass(frozen=True)
class Cell:
    """The marks of one service in one week, and how many more there are than can be drawn."""

    marks: tuple[Mark, ...]
    more: int


@dataclass(frozen=True)
class GridRow:
    """One service: its cells by week, and how many it owes: in all, late, and at each level."""

    service: object
    cells: tuple[Cell, ...]
    owed: int
    late: int
    levels: tuple[int, ...]


@dataclass(frozen=True)
class Grid:
    """The weeks (the Monday of each; None for all before them) and the rows, the latest service first."""

    weeks: tuple[date | None, ...]
    this_week: date
    rows: tuple[GridRow, ...]

    @property
    def levels(self) -> tuple[int, ...]:
        """How many requests stand at levels 1 to 4, all services together."""
        return tuple(sum(row.levels[place] for row in self.rows) for place in range(4))


def grid_of(office, actor, services) -> Grid:
    """The grid for the services somebody answers for. Two questions, however many requests there are."""
    today = office.today()
    monday = today - timedelta(days=today.weekday())
    weeks = (None, *(monday + timedelta(weeks=number) for number in range(-WEEKS_BACK, WEEKS_ON)))
    until = weeks[-1] + timedelta(days=6)
    known = {one.id: one for one in services}
    numbers = office.lists.escalations.standing(list(known), until)
    marks: dict[tuple, list] = {}
    for row in office.lists.escalations.marks(list(known), until):
        marks.setdefault((row.service, _week(row.full_due, weeks)), []).append(_mark(row, actor, today))
    rows = [_row(known[name], weeks, numbers, marks=marks, today=today) for name in {each.service for each in numbers}]
    return Grid(weeks, monday, tuple(sorted(rows, key=lambda row: (-row.late, row.service.name))))


def _week(day: date | None, weeks) -> date | None:
    """The Monday of the column a day belongs to, or None for all before the first."""
    monday = day - timedelta(days=day.weekday()) if day else None
    return monday if monday in weeks else None


def _row(service, weeks, numbers, *, marks, today) -> GridRow:
    """One service."""
    mine = [each for each in numbers if each.service == service.id]
    cells = []
    for week in weeks:
        there = sum(each.number for each in mine if _week(each.full_due, weeks) == week)
        drawn = tuple(marks.get((service.id, week), ())[:MOST_IN_A_CELL])
        cells.append(Cell(drawn, there - len(drawn)))
    late = sum(each.number for each in mine if each.full_due and each.full_due < today)
    levels = tuple(sum(each.number for each in mine if each.level == level) for level in (1, 2, 3, 4))
    return GridRow(service, tuple(cells), sum(each.number for each in mine), late, levels)


def _mark(row, actor, today) -> Mark:
    """One request as a mark: who by initials, which advice, and how late."""
    full_is_late = row.full_due and row.full_due < today
    first_is_late = row.standing == "asked" and row.first_due and row.first_due < today
    due = row.first_due if first_is_late and not full_is_late else row.full_due
    level = f", level {row.level}" if row.level else ""
    words = f"{row.initials}, {row.ref}, {advising.advice_type(row.advice).name}: {lateness(due, today)}{level}"
    return Mark(row.level, due < today, words, way_in(actor, row))


@dataclass(frozen=True)
class Rung:
    """One level of the ladder: who stands there, by name with how many requests each, and how many in all.

    `nobody` are those that no one in post answers for at this level.
    """

    level: int
    post: str
    number: int
    people: tuple[tuple[str, int], ...]
    nobody: int


def rungs_of(office, grid: Grid) -> list[Rung]:
    """What stands at each level, with the names of those in post."""
    agencies = {one.id: one.agency for one in office.people.services()}
    found = []
    now = chasing.in_force(office.ladders.all(), office.today())
    for level, posts in ((each.number, each.owner) for each in now.levels if each.number):
        staff = [person for post in posts for person in office.people.staff(post)]
        reaches = [(person.name, _reach(person, agencies)) for person in staff]
        people = [(name, _at(grid, level, reach)) for name, reach in reaches]
        nobody = _at(grid, level, lambda service, who=reaches: not any(reach(service) for _, reach in who))
        named = tuple((name, number) for name, number in people if number)
        found.append(Rung(level, " and ".join(posts), grid.levels[level - 1], named, nobody))
    return found


@cache
def _for_everyone() -> frozenset[str]:
    """The posts that answer for every service (posts.csv)."""
    return frozenset(row["post"] for row in rows("posts") if row["answers for"] == COUNCIL)


def _reach(person, agencies):
    """Whether a service is one that a person in post is told about."""
    if person.post in _for_everyone():
        return lambda service: True
    if person.post == "service manager":
        return lambda service: service.id == person.service
    return lambda service: service.agency == agencies.get(person.service)


def _at(grid: Grid, level: int, reaches) -> int:
    """How many requests stand at a level among the services somebody is told about."""
    return sum(row.levels[level - 1] for row in grid.rows if reaches(row.service))


@dataclass(frozen=True)
class Figures:
    """One service's month and the month before it: how many fell due, and shares in time, in whole per cent."""

    service: object
    asked: tuple[int, int]
    first: tuple[int | None, int | None]
    full: tuple[int | None, int | None]
    legal: tuple[int | None, int | None]


def month_of(office, services) -> tuple[date, date, list[Figures]]:
    """This month's figures up to yesterday beside last month's: (its first day, the other's first day, by service)."""
    today = office.today()
    first = (today - timedelta(days=1)).replace(day=1)
    before = (first - timedelta(days=1)).replace(day=1)
    months = (month_of_day(first), month_of_day(before))
    asked = Asked([one.id for one in services], months[1], months[0], today, tuple(limits()))
    tallies = office.lists.compliance.tallies(asked)
    there = {service for service, *_ in tallies}
    return first, before, [_figures(one, months, tallies) for one in services if one.id in there]


def _figures(service, months, tallies) -> Figures:
    """One service's two months: each limit of what fell due under it, silence and all."""
    found = {name: [tallies.get((service.id, name, month), Tally()) for month in months] for name in limits()}
    shares = {name: tuple(tally.share for tally in both) for name, both in found.items()}
    return Figures(service, tuple(tally.due for tally in found["full"]), **shares)
