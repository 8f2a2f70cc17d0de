"""The requests behind one number, a page at a time, each as its reader may see it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from casework import advising, sight
from casework.desk.answering import way_in
from casework.desk.compliance.filters import Filters, month_words
from casework.record.case import Case
from casework.timeliness import IN_TIME, LATE, NEVER, NOT_NEEDED, OUT, WITHDRAWN, columns
from casework.words import plural

HEADINGS = {each.lists: each.heading for each in columns() if each.lists == each.name} | {"not_in_time": "Not in time"}


@dataclass(frozen=True)
class Listed:
    """One request: who, by name for those who may read it and by initials for others, and how it stood."""

    who: str
    ref: str
    service: str
    advice: str
    asked_on: date
    due: date
    came_on: date | None
    standing: str
    look: str
    notes: tuple[str, ...]
    href: str


@dataclass(frozen=True)
class Wanted:
    """Which list: its name, the days late it is narrowed to, and the key of the last row seen."""

    which: str
    days: tuple[int, int] | None
    after: tuple[date, str, int] | None

    @property
    def words(self) -> str:
        """What the list holds."""
        late = f", {self.days[0]} to {plural(self.days[1], 'day')} late" if self.days else ""
        return f"{HEADINGS[self.which]}{late}"


def read_wanted(args: Mapping[str, str]) -> Wanted:
    """The list an address asks for; all that fell due for one nobody knows."""
    which = args.get("which", "")
    least, _, most = args.get("days", "").partition("-")
    days = (int(least), int(most)) if _number(least) and _number(most) else None
    return Wanted(which if which in HEADINGS else "due", days, _key(args.get("after", "")))


def _number(written: str) -> bool:
    return written.isascii() and written.isdigit() and len(written) < 5


def _key(written: str) -> tuple[date, str, int] | None:
    """The key of a row, written as 2026-11-02_EHC-2026-0142_3; nothing for anything else."""
    day, _, rest = written.partition("_")
    ref, _, row = rest.partition("_")
    try:
        return (date.fromisoformat(day), ref, int(row)) if ref and len(ref) <= 24 and _number(row) else None
    except ValueError:
        return None


def listed(office, actor, filters: Filters, wanted: Wanted) -> tuple[list[Listed], str]:
    """A page of the list and the address of the next, or nothing. One question."""
    asked = filters.asked()
    rows, more = office.lists.compliance.requests(asked, wanted.which, days=wanted.days, after=wanted.after)
    names = {one.id: one.name for one in filters.services}
    shown = [_listed(row, actor, filters, names) for row in rows]
    if not more:
        return shown, ""
    key = f"{rows[-1].due.isoformat()}_{rows[-1].ref}_{rows[-1].row}"
    days = "-".join(map(str, wanted.days)) if wanted.days else ""
    return shown, filters.cases(wanted.which, days=days, after=key)


def _listed(row, actor, filters, names) -> Listed:
    """One request."""
    case = Case(row.ref, caseworker=row.caseworker)
    words, look = _standing(row, filters.as_at)
    notes = [f"level {row.level}"] * bool(row.level) + ["excused"] * row.excused + ["nothing needed"] * row.nil
    notes += [f"sent back {plural(row.returned, 'time')}"] * bool(row.returned)
    return Listed(
        row.child if sight.may_see(actor, case, "ID") else row.initials,
        row.ref,
        names[row.service],
        advising.advice_type(row.advice).name,
        row.asked_on,
        row.due,
        row.came_on,
        words,
        look,
        tuple(notes),
        way_in(actor, row),
    )


def _standing(row, as_at) -> tuple[str, str]:
    """How it stood, in words, and how that looks."""
    return {
        IN_TIME: ("in time", "done"),
        LATE: (f"came {plural(row.late or 0, 'day')} late", "due"),
        OUT: (f"still out, {plural((as_at - row.due).days, 'day')} late", "late"),
        NEVER: (f"never came; the case ended {plural(row.late or 0, 'day')} later", "late"),
        WITHDRAWN: ("withdrawn", "quiet"),
        NOT_NEEDED: ("the case ended first", "quiet"),
    }.get(row.standing, ("withdrawn after its day", "quiet"))


def title(filters: Filters, wanted: Wanted) -> str:
    """What the page is called: what, whose, and of which months."""
    months = [month_words(filters.first), month_words(filters.last)]
    period = months[0] if months[0] == months[1] else " to ".join(months)
    return f"{wanted.words}: {filters.whose}, {period}"
