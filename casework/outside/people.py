"""The registers, kept: people, services, settings, and who covers for whom. Every change is written down."""

import unicodedata
import uuid
from datetime import date

from sqlalchemy import func, insert, select, update

from casework.errors import Refusal
from casework.outside import clock
from casework.outside.absences import MOST_COVERS, Absences, cover_in
from casework.outside.closing import close_account, end_calendars
from casework.outside.database import db, hold, one_write
from casework.outside.in_post import in_post, nobody_holds
from casework.outside.register_changes import changes_of, note
from casework.outside.schema import people as t
from casework.record.register import Cover, Person, Service, Setting
from casework.tables import rows

PERSON = [t.people.c[name] for name in Person.__dataclass_fields__]
SERVICE = [t.services.c[name] for name in Service.__dataclass_fields__]
SETTING = [t.settings.c[name] for name in Setting.__dataclass_fields__]
TAKEN = "Somebody else already uses that email address."
AT_THE_DESK = {row["post"] for row in rows("posts") if "council" in row["brings"].split("; ")}
OTHERS_TO_CHANGE = {"post", "service", "setting", "state"}  # what a person may do, which only another may change


class People:
    """People, services and settings, by id. Changes name who made them; `now` is the clock they are dated by."""

    def __init__(self, now=clock.now):
        self._now = now
        self.absences = Absences(now)

    def person(self, person: str) -> Person:
        """One person. Raises KeyError when there is nobody of that id."""
        row = db.session.execute(select(*PERSON).where(t.people.c.id == person)).first()
        if row is None:
            raise KeyError(person)
        return person_in(row)

    def by_email(self, email: str) -> Person | None:
        """The person with this email address, or nobody."""
        row = db.session.execute(select(*PERSON).where(t.people.c.email == folded(email))).first()
        return person_in(row) if row else None

    def count(self) -> int:
        """How many people there are in the register."""
        return db.session.scalar(select(func.count()).select_from(t.people))

    def names(self, ids) -> dict[str, str]:
        """Many names in one question."""
        found = db.session.execute(select(t.people.c.id, t.people.c.name).where(t.people.c.id.in_(list(ids))))
        return {row.id: row.name for row in found}

    def enrol(self, *, name: str, by: str = "", email: str = "", id: str = "", **more) -> Person:
        """Put a person in the register, or answer with the one who has that email address already.

        Somebody without an address is a new person each time: two people may share a name.
        """
        with one_write():
            hold(f"email {folded(email)}")
            there = self.by_email(email) if email else None
            if there:
                return there
            known = id or uuid.uuid4().hex
            row = {"id": known, "name": name, "email": folded(email) or None, "state": "invited"} | more
            db.session.execute(insert(t.people).values(created_at=self._now(), sought=_sought(name, email), **row))
            note(self._now(), by, "people", known, before={}, after=row)
            return self.person(known)

    def change(self, person: str, *, by: str, **changes) -> Person:
        """Change what the register says of a person. Raises Refusal when the email address is somebody else's,
        or when somebody would change what they themselves may do.

        Another address, or an account that is shut, ends every session and every link of theirs at once; another
        post, service, setting or state ends their calendars.
        """
        if by == person and OTHERS_TO_CHANGE & changes.keys():
            raise Refusal("Ask a colleague to change your post, service or school: nobody changes their own.", "post")
        with one_write():
            before = self.person(person)
            if "email" in changes:
                changes["email"] = self._free(changes["email"], person)
            sought = _sought(changes.get("name", before.name), changes.get("email", before.email) or "")
            db.session.execute(update(t.people).where(t.people.c.id == person).values(sought=sought, **changes))
            was = {name: getattr(before, name) for name in changes}
            note(self._now(), by, "people", person, before=was, after=changes)
            if changes.get("email", was.get("email")) != was.get("email") or changes.get("state") == "disabled":
                close_account(person, self._now())
            if any(changes.get(name, was.get(name)) != was.get(name) for name in OTHERS_TO_CHANGE):
                end_calendars(person, self._now())
            return self.person(person)

    def _free(self, email, person):
        """An address nobody else has, or nothing. Raises Refusal."""
        hold(f"email {folded(email)}")
        other = self.by_email(email) if email else None
        if other and other.id != person:
            raise Refusal(TAKEN, "email")
        return folded(email) or None

    def staff(self, post: str, service: str = "") -> list[Person]:
        """Everybody active in a post, by name; in one service when it is given."""
        asked = select(*PERSON).where(t.people.c.post == post, t.people.c.state != "disabled")
        if service:
            asked = asked.where(t.people.c.service == service)
        return [person_in(row) for row in db.session.execute(asked.order_by(t.people.c.name, t.people.c.id))]

    def staff_of(self, posts) -> list[Person]:
        """Everybody active in any of these posts, by name."""
        asked = select(*PERSON).where(t.people.c.post.in_(list(posts)), t.people.c.state != "disabled")
        return [person_in(row) for row in db.session.execute(asked.order_by(t.people.c.name, t.people.c.id))]

    def of_service(self, service: str) -> list[Person]:
        """Everybody active in a service, by name."""
        asked = select(*PERSON).where(t.people.c.service == service, t.people.c.state != "disabled")
        return [person_in(row) for row in db.session.execute(asked.order_by(t.people.c.name, t.people.c.id))]

    def search(self, words: str, limit: int = 20) -> list[Person]:
        """People whose name or email address holds each of these words, whatever their capitals and accents."""
        asked = select(*PERSON).order_by(t.people.c.name, t.people.c.id).limit(limit)
        for word in plain(words).split():
            asked = asked.where(t.people.c.sought.contains(word, autoescape=True))
        return [person_in(row) for row in db.session.execute(asked)] if words.strip() else []

    def holder(self, post: str, service: str, day: date) -> Person | None:
        """Who holds a post today: in the service, in its agency for its lead, or for the whole council; or who covers.

        Nobody when the post is empty, or its holder is away and nobody covers.
        """
        for person in self._in_post(post, service):
            here = self.acting_for(person, day)
            if here:
                return here
        return None

    def told_for(self, services: list[str], day: date) -> dict:
        """Who is told for these services on a day, as the deeds that chase take it: holders, and missing."""
        holders, missing = in_post(self, services, day)
        return {"holders": holders, "missing": missing}

    def note_vacancies(self, services: list[str], day: date) -> None:
        """Write down which posts nobody holds for these services, and since when we know."""
        _, missing = in_post(self, services, day)
        self.absences.note_vacancies(nobody_holds(self, services, missing), day)

    def _in_post(self, post, service):
        """Those in a post who answer for a service: in it, in its agency, or for everyone, as posts.csv says."""
        scope = {row["post"]: row["answers for"] for row in rows("posts")}[post]
        staff = self.staff(post)
        if scope == "service":
            return [person for person in staff if person.service == service]
        if scope == "agency":
            agencies = {one.id: one.agency for one in self.services()}
            return [person for person in staff if agencies.get(person.service) == agencies.get(service)]
        return staff

    def acting_for(self, person: Person, day: date) -> Person | None:
        """The person, or on a day they are away whoever covers, and covers for those; nobody when nobody does."""
        for _ in range(MOST_COVERS):
            away = self.away(person.id, day)
            if away is None:
                return person if person.state != "disabled" else None
            if not away.covered_by:
                return None
            person = self.person(away.covered_by)
        return None

    def cover_for(self, person: str, day: date) -> Person | None:
        """Who covers for somebody who is away on a day; nobody when they are here, or when nobody does."""
        found = self.acting_for(self.person(person), day)
        return found if found and found.id != person else None

    def away(self, person: str, day: date) -> Cover | None:
        """The absence somebody is in on a day, with who covers ("" for nobody), or None."""
        asked = select(t.cover).where(t.cover.c.person == person, t.cover.c.since <= day, t.cover.c.until >= day)
        row = db.session.execute(asked.order_by(t.cover.c.id.desc())).first()
        return cover_in(row) if row else None

    def covers_of(self, person: str, day: date) -> list[Cover]:
        """The absences of a person that are not over on a day, soonest first."""
        asked = select(t.cover).where(t.cover.c.person == person, t.cover.c.until >= day).order_by(t.cover.c.since)
        return [cover_in(row) for row in db.session.execute(asked)]

    def arrange_cover(self, cover: Cover, *, by: str) -> bool:
        """Write down an absence and who covers; False when it stands there already.

        Raises Refusal for days in the wrong order, or cover that cannot be.
        """
        if cover.until < cover.since:
            raise Refusal("The last day away must be on or after the first.", "until")
        if cover.covered_by == cover.person:
            raise Refusal("Nobody can cover for themselves. Choose somebody else.", "covered_by")
        self._may_cover(cover)
        with one_write():
            hold(f"cover {cover.person}")
            if cover in self.covers_of(cover.person, cover.until):
                return False  # the same form, sent twice
            row = {"person": cover.person, "covered_by": cover.covered_by, "reason": cover.reason}
            db.session.execute(insert(t.cover).values(since=cover.since, until=cover.until, **row))
            said = row | {"since": cover.since.isoformat(), "until": cover.until.isoformat()}
            note(self._now(), by, "cover", cover.person, before={}, after=said)
            return True

    def _may_cover(self, cover):
        """Raises Refusal for a caseworker's cover who is not at the desk: they could open none of the cases."""
        if not cover.covered_by or self.person(cover.person).post != "caseworker":
            return
        if self.person(cover.covered_by).post not in AT_THE_DESK:
            raise Refusal("A caseworker is covered by somebody of the casework team. Choose one of them.", "covered_by")

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
        """Settings whose name holds each of these words, whatever their capitals and accents."""
        wanted = plain(words).split()
        found = [one for one in self.settings() if all(word in plain(one.name) for word in wanted)]
        return found[:limit]

    def keep_service(self, service: Service, *, by: str) -> None:
        """Put a service in the register, or change what it says of one."""
        self._keep(t.services, "services", {**vars(service), "gives": "; ".join(service.gives)}, by)

    def keep_setting(self, setting: Setting, *, by: str) -> None:
        """Put a school, college or nursery in the register, or change what it says of one."""
        self._keep(t.settings, "settings", dict(vars(setting)), by)

    add_service, add_setting = keep_service, keep_setting

    def changes_of(self, key: str) -> list[dict]:
        """What was changed about a person, a service or a setting, newest first."""
        return changes_of(key)

    def _keep(self, table, register, row, by):
        """One row of a register as it is from now on, written down."""
        with one_write():
            hold(f"{register} {row['id']}")
            there = db.session.execute(select(table).where(table.c.id == row["id"])).first()
            if there:
                db.session.execute(update(table).where(table.c.id == row["id"]).values(**row))
            else:
                db.session.execute(insert(table).values(**row))
            note(self._now(), by, register, row["id"], before=dict(there._mapping) if there else {}, after=row)


def folded(email: str) -> str:
    """An email address as it is kept and looked for: two spellings of it are one address."""
    return (email or "").strip().casefold()


def plain(words: str) -> str:
    """Words without capitals and accents, as they are searched."""
    apart = unicodedata.normalize("NFKD", words.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _sought(name, email):
    """What a search for a person looks through."""
    return f"{plain(name)} {folded(email)}"


def person_in(row) -> Person:
    """The first columns of a row as a Person; somebody without an email address has an empty one."""
    return Person(*[value if value is not None else "" for value in row[: len(PERSON)]])


def _service(row):
    """A row as a Service."""
    said = dict(row._mapping)
    return Service(**said | {"gives": tuple(part for part in said["gives"].split("; ") if part)})
