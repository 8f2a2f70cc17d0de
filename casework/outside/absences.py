"""Who is away and who covers, and which posts nobody holds: written down, ended early, and known for any day."""

from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import insert, or_, select, update

from casework.errors import Refusal
from casework.outside.database import db, hold, one_write
from casework.outside.register_changes import note
from casework.outside.schema import people as t
from casework.record.register import Cover, Missing, Vacancy

MOST_COVERS = 5  # people covering for people who are away themselves, before we say that nobody does
MOST_LISTED = 200
ONE_DAY = timedelta(days=1)


class Absences:
    """Absences by person and day. `now` is the clock that changes are dated by."""

    def __init__(self, now):
        self._now = now

    def on(self, day: date) -> dict[str, Missing]:
        """Everybody who is away on a day, by id, with whoever acts for them, covers of covers too. One question."""
        covers = {row.person: row for row in db.session.execute(_active(day))}
        return {who: Missing(who, row.since, _acting(who, covers)) for who, row in covers.items()}

    def covering(self, person: str, day: date) -> frozenset[str]:
        """Whom somebody covers for on a day; nobody while they are away themselves."""
        return frozenset(who for who, missing in self.on(day).items() if missing.acting == person)

    def left(self) -> dict[str, Missing]:
        """Everybody with a post whose account is shut, by id: nobody acts for them, and no day is known."""
        asked = select(t.people.c.id).where(t.people.c.state == "disabled", t.people.c.post != "")
        return {person: Missing(person) for person in db.session.scalars(asked)}

    def listed(self, people: list[str] | None, day: date) -> list[Cover]:
        """The absences not over on a day, soonest first: of these people and those they cover for, or of all."""
        asked = select(t.cover).where(t.cover.c.until >= day, t.cover.c.until >= t.cover.c.since)
        if people is not None:
            asked = asked.where(or_(t.cover.c.person.in_(people), t.cover.c.covered_by.in_(people)))
        found = db.session.execute(asked.order_by(t.cover.c.since, t.cover.c.id).limit(MOST_LISTED))
        return [cover_in(row) for row in found]

    def one(self, number: int) -> Cover:
        """One absence. Raises KeyError when there is none of that number."""
        row = db.session.execute(select(t.cover).where(t.cover.c.id == number)).first()
        if row is None:
            raise KeyError(number)
        return cover_in(row)

    def end(self, number: int, today: date, *, by: str) -> Cover:
        """Somebody is back today: the absence ended yesterday, or never began. Raises Refusal when it is over."""
        with one_write():
            hold(f"cover {number}")
            there = self.one(number)
            if there.until < max(today, there.since):
                raise Refusal("This absence is over already.")
            until = max(today, there.since) - ONE_DAY
            db.session.execute(update(t.cover).where(t.cover.c.id == number).values(until=until))
            was, is_ = {"until": there.until.isoformat()}, {"until": until.isoformat()}
            note(self._now(), by, "cover", there.person, before=was, after=is_)
            return replace(there, until=until)

    def vacancies(self) -> list[Vacancy]:
        """Every post that was found empty and has not been filled since, the longest empty first."""
        asked = select(t.vacancies).where(t.vacancies.c.until.is_(None))
        found = db.session.execute(asked.order_by(t.vacancies.c.since, t.vacancies.c.post, t.vacancies.c.place))
        return [Vacancy(row.post, row.place, row.since) for row in found]

    def note_vacancies(self, empty: set[tuple[str, str]], day: date) -> None:
        """Write down which posts, (post, place) each, nobody holds today; those that were filled are closed."""
        with one_write():
            hold("vacancies")
            known = {(each.post, each.place): each for each in self.vacancies()}
            rows = [{"post": post, "place": place, "since": day} for post, place in sorted(empty - known.keys())]
            for each in (known[key] for key in sorted(known.keys() - empty)):
                here = _row_of(each)
                db.session.execute(update(t.vacancies).where(*here).values(until=max(each.since, day)))
            if rows:
                _forget_same_day(rows)
                db.session.execute(insert(t.vacancies), rows)


def _active(day):
    """The absences of a day, the newest of each person last, with the state of whoever covers."""
    asked = select(t.cover, t.people.c.state).outerjoin(t.people, t.people.c.id == t.cover.c.covered_by)
    return asked.where(t.cover.c.until >= day, t.cover.c.since <= day).order_by(t.cover.c.id)


def _acting(person, covers) -> str:
    """Whoever acts for somebody who is away, "" when nobody does."""
    for _ in range(MOST_COVERS):
        away = covers.get(person)
        if away is None:
            return person
        if not away.covered_by or away.state == "disabled":
            return ""
        person = away.covered_by
    return ""


def _row_of(vacancy):
    """Where one vacancy is kept."""
    c = t.vacancies.c
    return c.post == vacancy.post, c.place == vacancy.place, c.since == vacancy.since


def _forget_same_day(rows):
    """A post filled and emptied again on one day was empty all day: the closed row gives way."""
    for row in rows:
        db.session.execute(t.vacancies.delete().where(*_row_of(Vacancy(**row))))


def cover_in(row) -> Cover:
    """A row as a Cover."""
    return Cover(row.person, row.covered_by, row.since, row.until, row.reason, row.id)
