"""What is owed, in the order of the law: the SQL of owing/order.py, each part of it answered from an index.

The order begins with whether the law is in breach today, which no index can hold. So
each place is read in parts of one weight each, the law's in two, late and not yet
late. In a part the order is that of the index, nothing is sorted or skipped, and the
first rows of all parts together hold the first of the whole.
"""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import and_, false, func, literal, or_, select, true, tuple_, union_all

from casework.outside.database import db
from casework.outside.lists.desk import holds, named, turned
from casework.outside.schema.owed import owed
from casework.outside.schema.record import entries, worklist
from casework.owing.brag import Brag, brag_called, brags
from casework.owing.narrowing import ADVISERS, SCHOOLS, US, Narrowed, phases
from casework.owing.order import DONE, LAW, LIFTED, OWED_WEIGHTS, PROMISE, Key
from casework.owing.scopes import EVERYTHING

ROWS = 50
MOST_COUNTED = 500
OTHERS = ("adviser", "setting")
MOST_PLACES = 12
AROUND = [worklist.c[name] for name in ("child", "initials", "setting_name", "entries")]


@dataclass(frozen=True)
class _Part:
    """One stretch of the order: its place before the others, its weight, and what else is true of its rows."""

    later: int
    weight: int
    where: tuple = ()


class OwedLists:
    """Rows of `owed`: never a diary. `places` are those of a Scope, and none means nobody's."""

    def rows(self, places, narrowed: Narrowed, today: date, *, after: Key | None = None, most: int = ROWS):
        """A page of rows in the order of owing.place, and whether there are more. One question, two with words.

        What is done comes with the newest first. `after` is the key of the last row of the page before.
        """
        asked = (narrowed, today, after, _refs(narrowed))
        parts = [
            _first_of(part, pairs, asked, most + 1)
            for pairs in _nearest(places, narrowed)
            for part in _parts(narrowed, today)
        ]
        if not parts:
            return [], False
        t = union_all(*(select(part.subquery()) for part in parts)).subquery()
        keys = select(t).order_by(*_order(t.c, narrowed.done)).limit(most + 1).subquery()
        together = select(owed, *AROUND).join(keys, and_(owed.c.ref == keys.c.ref, owed.c.row == keys.c.row))
        together = together.join(worklist, worklist.c.ref == owed.c.ref)
        found = list(db.session.execute(together.order_by(*_order(keys.c, narrowed.done))))
        return found[:most], len(found) > most

    def counts(self, places, narrowed: Narrowed, today: date) -> dict[str, int]:
        """How many rows stand in each way that is not done, whichever of them is shown, counted to 500.

        One question, two with words.
        """
        if not places:
            return {brag.standing: 0 for brag in brags() if not brag.done}
        others = replace(narrowed, standing=())
        where = [*_narrow(others, today), *_among(_refs(others))]
        spots = _together(_nearest(places, others))
        counted = [_counted(brag, spots, where, today).label(brag.standing) for brag in brags() if not brag.done]
        return dict(db.session.execute(select(*counted)).one()._mapping)

    def changed_at(self, refs) -> dict:
        """When something was last written on each of these cases: moments in UTC by reference. One question."""
        asked = select(entries.c.ref, entries.c.recorded_at).join(
            worklist, and_(worklist.c.ref == entries.c.ref, worklist.c.entries == entries.c.n)
        )
        return {row.ref: row.recorded_at for row in db.session.execute(asked.where(entries.c.ref.in_(refs)))}


def _parts(narrowed: Narrowed, today: date) -> list[_Part]:
    """The stretches of the order, none of which shares a row with another, and where a wanted row can be."""
    if narrowed.done:
        return [_Part(0, DONE)]
    day = owed.c.day
    late, to_come = _Part(0, LAW, (day < today,)), _Part(1, LAW, (day >= today,))
    wanted = [brag_called(standing) for standing in narrowed.standing] or brags()
    parts = [late, to_come, _Part(1, LIFTED), _Part(1, PROMISE)]
    return [part for part in parts if any(brag.weighs(part.weight) for brag in wanted)]


def _order(c, done: bool):
    """The order of owing.place: `later` is whether the law is not in breach. Or, of what is done, the newest first."""
    return (c.day.desc(), c.ref, c.row) if done else (c.later, c.day, c.weight, c.ref, c.row)


def _nearest(places, narrowed: Narrowed):
    """The places, or where everything is looked through, nearer ones that have an index and hold all that is wanted."""
    if places != EVERYTHING:
        return places
    for column in ("service", "duty", "school"):
        values = getattr(narrowed, column)
        if values and len(values) <= MOST_PLACES:
            return tuple(((column, value),) for value in values)
    return places


def _together(places):
    """Conditions for counting, where order does not matter: places of one column are looked at as one list."""
    columns = {pairs[0][0] if len(pairs) == 1 else "" for pairs in places}
    if len(columns) == 1 and "" not in columns:
        [column] = columns
        return [[owed.c[column].in_([pairs[0][1] for pairs in places])]]
    return [list(_at(pairs)) for pairs in places]


def _first_of(part: _Part, pairs, asked, most: int):
    """The first rows of one part at one place."""
    narrowed, today, after, refs = asked
    where = [owed.c.weight == part.weight, *part.where, *_at(pairs), *_narrow(narrowed, today), *_among(refs)]
    where += [_stands(narrowed, part.weight, today)] if narrowed.standing and not narrowed.done else []
    where += [_beyond(part, after, today)] if after else []
    order = (owed.c.day.desc(), owed.c.ref, owed.c.row) if narrowed.done else (owed.c.day, owed.c.ref, owed.c.row)
    c = owed.c
    key = select(literal(part.later).label("later"), c.ref, c.row, c.day, c.weight)
    return key.where(*where).order_by(*order).limit(most)


def _at(pairs):
    """The rows of one place. COALESCE keeps the database from preferring a second column's index to the first's."""
    for number, (column, value) in enumerate(pairs):
        yield (func.coalesce(owed.c[column], "") if number else owed.c[column]) == value


def _beyond(part: _Part, after: Key, today: date):
    """The rows of a part that come after a key."""
    day, rest = owed.c.day, tuple_(owed.c.ref, owed.c.row)
    same_day = and_(day == after.day, rest > (after.ref, after.row))
    if part.weight == DONE:
        return or_(day < after.day, same_day)
    later = int(not (after.weight == LAW and after.day < today))
    if later != part.later:
        return true() if part.later > later else false()
    if part.weight != after.weight:
        return day >= after.day if part.weight > after.weight else day > after.day
    return and_(day >= after.day, or_(day > after.day, same_day))


def _stands(narrowed: Narrowed, weight: int, today: date):
    """Rows that stand in one of the ways asked for."""
    wanted = [brag_called(standing) for standing in narrowed.standing]
    return or_(false(), *(_is(brag, today) for brag in wanted if brag.weighs(weight)))


def _is(brag: Brag, today: date):
    """What brag.csv says of a standing, of rows whose weight can stand so."""
    first, last = brag.days(today)
    said = [owed.c.day >= first] if first else []
    said += [owed.c.day <= last] if last else []
    if brag.nearly_over is not None:
        said.append(owed.c.near_on <= today if brag.nearly_over else owed.c.near_on > today)
    return and_(true(), *said)


def _narrow(narrowed: Narrowed, today: date):
    """Everything else a row must be. Who asks for one duty by name sees it even where another stands for it."""
    if not narrowed.duty and not narrowed.done:
        yield owed.c.shown_from <= today
        yield owed.c.shown_until >= today
    for column, values in _listed(narrowed):
        if values:
            yield func.coalesce(column, "").in_(values)
    if narrowed.by:
        yield or_(*(_by(who) for who in narrowed.by))
    if narrowed.phase:
        spans = [each.born(today) for each in phases() if each.phase in narrowed.phase]
        yield or_(*(owed.c.born.between(*span) for span in spans))
    if narrowed.due_from:
        yield owed.c.due >= narrowed.due_from
    if narrowed.due_to:
        yield owed.c.due <= narrowed.due_to


def _listed(narrowed: Narrowed):
    """Columns with the values asked for."""
    c = owed.c
    return (
        (c.duty, narrowed.duty), (c.stage, narrowed.stage), (c.school, narrowed.school),
        (c.service, narrowed.service), (c.advice, narrowed.advice),
    )  # fmt: skip


def _by(who: str):
    """Rows that the council, advisers, or schools and colleges owe."""
    named = {ADVISERS: owed.c.owed_by == "adviser", SCHOOLS: owed.c.owed_by == "setting"}
    return owed.c.owed_by.not_in(OTHERS) if who == US else named[who]


def _refs(narrowed: Narrowed) -> list[str] | None:
    """The cases that the words looked for are about, some hundreds at most; None when no words were given.

    A reference from its beginning, or initials; and for somebody who may read names, a name as the desk finds it.
    """
    if not narrowed.words:
        return None
    sought = " ".join(narrowed.words.casefold().split())
    number = sought.replace(" ", "").upper()
    same = [func.substr(worklist.c.ref, 1, len(number)) == number, worklist.c.initials == number]
    if narrowed.named_of is not None:
        same += [named(each) for each in dict.fromkeys((sought, turned(sought)))]
        same += [and_(worklist.c.caseworker == narrowed.named_of, holds(sought))] if narrowed.named_of else []
    return list(db.session.scalars(select(worklist.c.ref).where(or_(*same)).limit(MOST_COUNTED)))


def _among(refs: list[str] | None):
    """Only these cases, where some were looked for."""
    return [] if refs is None else [owed.c.ref.in_(refs)]


def _counted(brag: Brag, spots, where, today: date):
    """A count of one standing that stops at the most that is ever said."""
    weights = [weight for weight in OWED_WEIGHTS if brag.weighs(weight)]
    said = [owed.c.weight.in_(weights), _is(brag, today), *where]
    parts = [select(owed.c.ref).where(*spot, *said).limit(MOST_COUNTED) for spot in spots]
    some = union_all(*(select(part.subquery()) for part in parts)).limit(MOST_COUNTED) if len(parts) > 1 else parts[0]
    return select(func.count()).select_from(some.subquery()).scalar_subquery()
