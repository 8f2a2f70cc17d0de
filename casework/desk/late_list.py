"""The late requests of the services somebody answers for, the gravest first, and what may be done from each row."""

from dataclasses import dataclass
from datetime import date

from casework import access, advising
from casework.desk.questions_advice import ChaseNow
from casework.record.case import Case
from casework.words import lateness


@dataclass(frozen=True)
class LateRow:
    """One late request: whose by initials, of which service, how late, and the press that asks after it, if any."""

    ref: str
    about: str
    initials: str
    advice: str
    service: str
    level: int
    late: str
    expected: date | None
    href: str
    settles: bool
    chase: ChaseNow | None

    @property
    def key(self) -> str:
        """The request in an address or a form."""
        return f"{self.ref}/{self.about}"

    @property
    def words(self) -> str:
        """The request in a few words, for those who hear the page."""
        return f"{self.initials}, {self.ref}, {self.advice}"


def late_list(office, actor, services, after: str = "") -> tuple[list[LateRow], str]:
    """A page of what has been escalated, and the key of the next page, "" after the last. One question."""
    known = {one.id: one for one in services}
    found, more = office.lists.escalations.escalated(list(known), after=_read_key(after))
    rows = [_row(row, known, actor, office.today()) for row in found]
    return rows, _write_key(found[-1]) if more else ""


def late_rows_of(office, actor, services, *, pairs) -> list[LateRow]:
    """These requests, (ref, about) each, where they are of these services; in the order of the list."""
    known = {one.id: one for one in services}
    found = office.lists.escalations.those(list(known), pairs) if pairs else []
    return [_row(row, known, actor, office.today()) for row in found]


def _row(row, known, actor, today) -> LateRow:
    """One request as a row."""
    case = Case(row.ref, caseworker=row.caseworker)
    desk = access.may(actor, "read the case", case)
    href = f"/desk/case/{row.ref}/advice/{row.about}" if desk else f"/desk/escalations/{row.ref}/{row.about}"
    settles = access.may(actor, "settle chasing", case)
    first = row.standing == "asked" and not (row.full_due and row.full_due < today)
    return LateRow(
        ref=row.ref,
        about=row.about,
        initials=row.initials,
        advice=advising.advice_type(row.advice).name,
        service=known[row.service].name,
        level=row.level,
        late=lateness(row.first_due if first else row.full_due, today),
        expected=row.expected,
        href=href if desk or settles else "",
        settles=settles,
        chase=ChaseNow() if access.may(actor, "chase now", case) else None,
    )


def _write_key(row) -> str:
    """Where a page ends: level, day, reference and row."""
    return f"{row.level}_{row.full_due.isoformat()}_{row.ref}_{row.row}"


def _read_key(written: str) -> tuple | None:
    """The key of a page; nothing for anything else."""
    parts = written.split("_")
    try:
        level, day, ref, row = parts
        return int(level), date.fromisoformat(day), ref[:24], int(row)
    except ValueError:
        return None
