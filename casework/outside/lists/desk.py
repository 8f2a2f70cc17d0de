"""What the casework team works from: one row a case in the order of risk, counted, filtered and found.

Every question here is answered from an index and has a limit, so that it costs
the same with twenty thousand cases as with two hundred.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import and_, func, or_, select, tuple_, union_all

from casework.outside.database import db
from casework.outside.schema.record import contributions, worklist
from casework.tables import rows as table_rows

Whose = str | tuple[str, ...] | None  # one caseworker’s, several’s, or everyone’s
ROWS = 50
MOST_COUNTED = 500
MOST_FOUND = 30
WEEK = timedelta(days=6)
TO_READ = ("received", "reply to accept")
OPEN = tuple(row["stage"] for row in table_rows("stages") if row["open"])
COLUMNS = [
    worklist.c[name]
    for name in (
        "ref", "child", "initials", "born", "setting_name", "stage", "caseworker", "requested_on",
        "next_duty", "next_due", "waiting_due", "final_due", "level",
    )
]  # fmt: skip


@dataclass(frozen=True)
class Counts:
    """How many cases stand where; `most` is where counting stops, so that 500 reads “500+”."""

    late: int
    week: int
    waiting: int
    in_time: int
    most: int = MOST_COUNTED


class DeskLists:
    """Rows of the worklist: never a diary."""

    def rows(self, caseworker: Whose, today: date, *, show: str = "", after=None) -> tuple[list, bool]:
        """A page of cases, the gravest first, and whether there are more.

        `caseworker` is an id or several, "" for those nobody has yet, or None for everyone's. `show` is late, week,
        waiting, in time, a stage, or nothing for every request that is on its way. `after` is the key of
        the last row of the page before, (day, ref).
        """
        key = worklist.c.waiting_due if show == "waiting" else worklist.c.next_due
        where = [*_shown(show, today), *([_beyond(key, after)] if after else [])]
        stages = (show,) if show not in SHOWN else OPEN
        parts = [_part([*each, *where], key).subquery() for each in _places(caseworker, stages, show)]
        together = union_all(*(select(part) for part in parts)).subquery()
        asked = select(together).order_by(together.c[key.name], together.c.ref).limit(ROWS + 1)
        found = list(db.session.execute(asked))
        return found[:ROWS], len(found) > ROWS

    def counts(self, caseworker: Whose, today: date) -> Counts:
        """How many requests are late, due within the week, waiting for others, and in time: each once. One question."""
        parts = [
            _counted(caseworker, show, today).label(show.replace(" ", "_"))
            for show in ("late", "week", "waiting", "in time")
        ]
        return Counts(*db.session.execute(select(*parts)).one())

    def asked_of_others(self, refs: list[str], today: date) -> list:
        """For these cases: advice that came and waits to be read, and advice that is late, the latest first."""
        late = and_(
            contributions.c.standing.in_(("asked", "first response given", "returned")),
            contributions.c.full_due < today,
        )
        no_answer = and_(contributions.c.standing == "asked", contributions.c.first_due < today)
        asked = select(
            contributions.c.ref,
            contributions.c.about,
            contributions.c.service,
            contributions.c.standing,
            contributions.c.level,
            contributions.c.first_due,
            contributions.c.full_due,
            contributions.c.legal_due,
        ).where(contributions.c.ref.in_(refs), or_(late, no_answer, contributions.c.standing.in_(TO_READ)))
        return list(
            db.session.execute(asked.order_by(contributions.c.full_due, contributions.c.ref, contributions.c.row))
        )

    def unallocated(self) -> int:
        """How many open cases nobody has been given, counted to 500."""
        [where] = _places("", OPEN, "")
        some = select(worklist.c.ref).where(*where).limit(MOST_COUNTED).subquery()
        return db.session.scalar(select(func.count()).select_from(some))

    def found(self, words: str, caseworker: str) -> tuple[list, bool]:
        """Cases, and whether there are more: by reference, number or the beginning of the last name.

        One's own cases are found by any part of the name as well.
        """
        sought = " ".join(words.casefold().split())
        number = sought.replace(" ", "").upper()
        same = or_(worklist.c.ref == number, worklist.c.upn == number, worklist.c.nhs_number == number)
        exact = db.session.execute(select(*COLUMNS).where(same).limit(MOST_FOUND)).all() if number else []
        if exact or len(sought) < 2:
            return list(exact), False
        by_name = [named(each) for each in dict.fromkeys((sought, turned(sought)))]
        mine = and_(worklist.c.caseworker == caseworker, holds(sought)) if caseworker else None
        asked = select(*COLUMNS).where(or_(*by_name, *([mine] if mine is not None else [])))
        found = list(db.session.execute(asked.order_by(worklist.c.sort_name, worklist.c.ref).limit(MOST_FOUND + 1)))
        return found[:MOST_FOUND], len(found) > MOST_FOUND

    def alike(self, ref: str, child: dict) -> list:
        """Cases that may be the same child: the same UPN or NHS number, the same birth date, or the same name."""
        sort_name = f"{child['last_name']} {child['first_name']}".casefold()
        same = [worklist.c.born == child["born"], worklist.c.sort_name == sort_name]
        same += [worklist.c.upn == child["upn"]] if child.get("upn") else []
        same += [worklist.c.nhs_number == child["nhs_number"]] if child.get("nhs_number") else []
        columns = [*COLUMNS, worklist.c.upn, worklist.c.nhs_number, worklist.c.sort_name]
        asked = select(*columns).where(or_(*same), worklist.c.ref != ref).order_by(worklist.c.ref)
        return list(db.session.execute(asked.limit(MOST_COUNTED)))

    def caseload(self) -> dict[str, int]:
        """How many open cases each caseworker has, by id; "" for those nobody has."""
        asked = (
            select(worklist.c.caseworker, func.count())
            .where(worklist.c.stage.in_(OPEN))
            .group_by(worklist.c.caseworker)
        )
        return {person: number for person, number in db.session.execute(asked)}


def _places(caseworker, stages, show):
    """Where to look, so that an index gives the rows in their order: one place a stage, or one in all.

    Those who wait for others have an index of their own, and so has each caseworker, with some hundreds
    of cases: their stages are compared row by row, and COALESCE keeps the database from preferring the
    index of the stages to theirs.
    """
    compared = func.coalesce(worklist.c.stage, "").in_(stages)
    if caseworker is not None:
        of_each = (caseworker,) if isinstance(caseworker, str) else caseworker
        return [[worklist.c.caseworker == one, compared] for one in of_each]
    return [[compared]] if show == "waiting" else [[worklist.c.stage == stage] for stage in stages]


SHOWN = ("", "late", "week", "waiting", "in time")


def _shown(show, today):
    """What is shown: a request on its way is in one of late, week, waiting and in time."""
    due, soon = worklist.c.next_due, today + WEEK
    return {
        "late": [due < today],
        "week": [due >= today, due <= soon],
        "waiting": [worklist.c.waiting_due.is_not(None), due > soon],
        "in time": [worklist.c.waiting_due.is_(None), due > soon],
    }.get(show, [])


def _part(where, key):
    """The first rows of one place, in the order of its own index: nothing is sorted or skipped."""
    return select(*COLUMNS).where(*where).order_by(key, worklist.c.ref).limit(ROWS + 1)


def _counted(caseworker, show, today):
    """A count that stops at the most that is ever said."""
    where = _shown(show, today)
    parts = [
        select(worklist.c.ref).where(*each, *where).limit(MOST_COUNTED).subquery()
        for each in _places(caseworker, OPEN, show)
    ]
    some = union_all(*(select(part) for part in parts)).limit(MOST_COUNTED).subquery()
    return select(func.count()).select_from(some).scalar_subquery()


def _beyond(key, after):
    """Rows after a key. Where an ended case has no day, the reference alone is the key."""
    day, ref = after
    return worklist.c.ref > ref if day is None else tuple_(key, worklist.c.ref) > tuple_(day, ref)


def turned(sought):
    """A first name and a last name, the other way round."""
    first, _, last = sought.rpartition(" ")
    return f"{last} {first}" if first else sought


def named(sought):
    """Names that begin so. The range lets the index answer; the comparison makes it right in any collation."""
    begins = func.substr(worklist.c.sort_name, 1, len(sought)) == sought
    last = sought[-1]
    ranged = (
        [worklist.c.sort_name >= sought, worklist.c.sort_name < sought[:-1] + chr(ord(last) + 1)]
        if last.isascii()
        else []
    )
    return and_(begins, *ranged)


def holds(sought):
    """A case whose child's name, either way round, holds these words anywhere, whatever their capitals."""
    plain = sought.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    names = (func.lower(worklist.c.child), worklist.c.sort_name)
    return or_(*(name.like(f"%{plain}%", escape="\\") for name in names))
