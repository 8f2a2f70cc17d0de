"""The registers, kept: people, services, settings, and who covers for whom. Every change is written down."""

import json
import uuid
from datetime import date

from sqlalchemy import and_, func, insert, or_, select, update

from casework.errors import Refusal
from casework.outside import clock
from casework.outside.database import db, one_write
from casework.outside.schema import people as t
from casework.record.register import Cover, Person, Service, Setting
from casework.tables import rows

PERSON = [t.people.c[name] for name in Person.__dataclass_fields__]
SERVICE = [t.services.c[name] for name in Service.__dataclass_fields__]
SETTING = [t.settings.c[name] for name in Setting.__dataclass_fields__]


class People:
    """People, services and settings, by id. Changes name who made them."""

    def person(self, person: str) -> Person:
        """One person. Raises KeyError when there is nobody of that id."""
        row = db.session.execute(select(*PERSON).where(t.people.c.id == person)).first()
        if row is None:
            raise KeyError(person)
        return _person(row)

    def by_email(self, email: str) -> Person | None:
        """The person with this email address, or nobody."""
        row = db.session.execute(select(*PERSON).where(t.people.c.email == email.strip().casefold())).first()
        return _person(row) if row else None

    def names(self, ids) -> dict[str, str]:
        """Many names in one question."""
        found = db.session.execute(select(t.people.c.id, t.people.c.name).where(t.people.c.id.in_(list(ids))))
        return {row.id: row.name for row in found}

    def enrol(self, *, name: str, by: str = "", email: str = "", id: str = "", **more) -> Person:
        """Put a person in the register, or answer with the one who has that email address already.

        Somebody without an address is a new person each time: two people may share a name.
        """
        with one_write():
            there = self.by_email(email) if email else None
            if there:
                return there
            known = id or uuid.uuid4().hex
            row = {"id": known, "name": name, "email": email.strip().casefold() or None, "state": "invited"} | more
            db.session.execute(insert(t.people).values(created_at=clock.now(), **row))
            self._note(by, "people", known, {}, row)
            return self.person(known)

    def change(self, person: str, *, by: str, **changes) -> Person:
        """Change what the register says of a person. Raises Refusal when the email address is somebody else's."""
        with one_write():
            before = self.person(person)
            if changes.get("email"):
                other = self.by_email(changes["email"])
                if other and other.id != person:
                    raise Refusal("Somebody else already uses that email address.", "email")
                changes["email"] = changes["email"].strip().casefold()
            db.session.execute(update(t.people).where(t.people.c.id == person).values(**changes))
            self._note(by, "people", person, {name: getattr(before, name) for name in changes}, changes)
            return self.person(person)

    def staff(self, post: str, service: str = "") -> list[Person]:
        """Everybody active in a post, by name; in one service when it is given."""
        asked = select(*PERSON).where(t.people.c.post == post, t.people.c.state != "disabled")
        if service:
            asked = asked.where(t.people.c.service == service)
        return [_person(row) for row in db.session.execute(asked.order_by(t.people.c.name))]

    def of_service(self, service: str) -> list[Person]:
        """Everybody active in a service, by name."""
        asked = select(*PERSON).where(t.people.c.service == service, t.people.c.state != "disabled")
        return [_person(row) for row in db.session.execute(asked.order_by(t.people.c.name))]

    def search(self, words: str, limit: int = 20) -> list[Person]:
        """People whose name or email address holds these words."""
        like = f"%{_literal(words.casefold())}%"
        match = or_(func.lower(t.people.c.name).like(like, escape="\\"), t.people.c.email.like(like, escape="\\"))
        return [_person(row) for row in db.session.execute(select(*PERSON).where(match).order_by(t.people.c.name).limit(limit))]

    def holder(self, post: str, service: str, day: date) -> Person | None:
        """Who holds a post today: in the service, in its agency for its lead, or for the whole council; or who covers.

        Nobody when the post is empty, or its holder is away and nobody covers.
        """
        for person in self._in_post(post, service):
            away = self.away(person.id, day)
            if away is None:
                return person
            if away.covered_by:
                return self.person(away.covered_by)
        return None

    def _in_post(self, post, service):
        """Those in a post who answer for a service: in it, in its agency, or for the whole council, as posts.csv says."""
        scope = {row["post"]: row["answers for"] for row in rows("posts")}[post]
        staff = self.staff(post)
        if scope == "service":
            return [person for person in staff if person.service == service]
        if scope == "agency":
            agencies = {one.id: one.agency for one in self.services()}
            return [person for person in staff if agencies.get(person.service) == agencies.get(service)]
        return staff

    def away(self, person: str, day: date) -> Cover | None:
        """The absence somebody is in on a day, with who covers ("" for nobody), or None."""
        asked = select(t.cover).where(and_(t.cover.c.person == person, t.cover.c.since <= day, t.cover.c.until >= day))
        row = db.session.execute(asked.order_by(t.cover.c.id.desc())).first()
        return Cover(row.person, row.covered_by, row.since, row.until, row.reason) if row else None

    def arrange_cover(self, cover: Cover, *, by: str) -> None:
        """Write down an absence and who covers. Raises Refusal for days in the wrong order."""
        if cover.until < cover.since:
            raise Refusal("The last day away must be on or after the first.", "until")
        with one_write():
            row = {"person": cover.person, "covered_by": cover.covered_by, "reason": cover.reason}
            db.session.execute(insert(t.cover).values(since=cover.since, until=cover.until, **row))
            self._note(by, "cover", cover.person, {}, row | {"since": cover.since.isoformat(), "until": cover.until.isoformat()})

    def service(self, service: str) -> Service:
        """One service. Raises KeyError when there is none of that id."""
        row = db.session.execute(select(*SERVICE).where(t.services.c.id == service)).first()
        if row is None:
            raise KeyError(service)
        return _service(row)

    def services(self, giving: str = "") -> list[Service]:
        """Every service by name, or those that give a type of advice."""
        found = [_service(row) for row in db.session.execute(select(*SERVICE).order_by(t.services.c.name))]
        return [service for service in found if not giving or giving in service.gives]

    def setting(self, setting: str) -> Setting:
        """One school, college or nursery. Raises KeyError when there is none of that id."""
        row = db.session.execute(select(*SETTING).where(t.settings.c.id == setting)).first()
        if row is None:
            raise KeyError(setting)
        return Setting(*row)

    def settings(self) -> list[Setting]:
        """Every setting by name."""
        return [Setting(*row) for row in db.session.execute(select(*SETTING).order_by(t.settings.c.name))]

    def settings_matching(self, words: str, limit: int = 10) -> list[Setting]:
        """Settings whose name holds these words."""
        like = f"%{_literal(words.casefold())}%"
        asked = select(*SETTING).where(func.lower(t.settings.c.name).like(like, escape="\\"))
        return [Setting(*row) for row in db.session.execute(asked.order_by(t.settings.c.name).limit(limit))]

    def add_service(self, service: Service, *, by: str) -> None:
        """Put a service in the register."""
        self._add(t.services, "services", {**vars(service), "gives": "; ".join(service.gives)}, by)

    def add_setting(self, setting: Setting, *, by: str) -> None:
        """Put a school, college or nursery in the register."""
        self._add(t.settings, "settings", dict(vars(setting)), by)

    def _add(self, table, register, row, by):
        """One new row of a register, written down."""
        with one_write():
            db.session.execute(insert(table).values(**row))
            self._note(by, register, row["id"], {}, row)

    def _note(self, by, register, key, before, after):
        """Write a change down, in the transaction that makes it."""
        said = {"before": json.dumps(before, ensure_ascii=False), "after": json.dumps(after, ensure_ascii=False)}
        db.session.execute(
            insert(t.register_changes).values(at=clock.now(), by=by, register=register, key=key, **said)
        )


def _literal(words):
    """Words for LIKE, with nothing in them that LIKE would read as a pattern."""
    return words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _person(row):
    """A row as a Person; somebody without an email address has an empty one."""
    return Person(*[value if value is not None else "" for value in row])


def _service(row):
    """A row as a Service."""
    said = dict(row._mapping)
    return Service(**said | {"gives": tuple(part for part in said["gives"].split("; ") if part)})
