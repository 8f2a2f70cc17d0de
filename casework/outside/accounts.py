"""Signing in: passwords, second factors, sessions that can be ended, one-time links, and patience with guessers."""

from datetime import timedelta

from sqlalchemy import select, update

from casework.outside import clock
from casework.outside.accounts_calendars import Calendars
from casework.outside.accounts_codes import Codes, keep_secrets
from casework.outside.accounts_forms import KeptForms
from casework.outside.accounts_links import Links
from casework.outside.accounts_passwords import Passwords, check_password
from casework.outside.accounts_sessions import Sessions
from casework.outside.accounts_tries import Tries
from casework.outside.database import db, one_write
from casework.outside.people import PERSON, folded, person_in
from casework.outside.register_changes import note
from casework.outside.schema import people as t
from casework.record.register import Person

FAMILY_REST, STAFF_REST = timedelta(minutes=30), timedelta(minutes=60)


class Accounts:
    """What signing in needs, by subject: sessions, codes, links, tries, forms, calendars; passwords are here.

    `quick` makes hashing cheap, and is only for tests. `family` and `staff` are
    how long a session may rest before it ends.
    """

    def __init__(self, now=clock.now, *, quick: bool = False, family=FAMILY_REST, staff=STAFF_REST):
        self._now = now
        self._passwords = Passwords(quick=quick)
        self.sessions = Sessions(now, family=family, staff=staff)
        self.codes = Codes(now)
        self.links = Links(now)
        self.tries = Tries(now)
        self.forms = KeptForms(now)
        self.calendars = Calendars(now)

    def known_by(self, email: str, password: str) -> Person | None:
        """The person with this address and this password, whose account is not shut.

        Nobody otherwise, after the same time whatever was wrong: an address that
        nobody has, an account without a password, or the password.
        """
        asked = select(*PERSON, t.secrets.c.password.label("kept"))
        joined = asked.join(t.secrets, t.secrets.c.person == t.people.c.id, isouter=True)
        row = db.session.execute(joined.where(t.people.c.email == folded(email))).first()
        kept = row.kept or "" if row else ""
        if not self._passwords.right(kept, password) or row.state == "disabled":
            return None
        if self._passwords.outgrown(kept):
            keep_secrets(row.id, password=self._passwords.hash(password))
        return person_in(row)

    def right_password(self, person: str, password: str) -> bool:
        """Whether this is the person's password. It takes as long for nobody as for somebody."""
        return self._passwords.right(self._kept(person), password)

    def has_password(self, person: str) -> bool:
        """Whether a person has chosen a password; a family may come in by links alone."""
        return bool(self._kept(person))

    def set_password(self, person: str, password: str, *, by: str = "", but: str = "") -> None:
        """Give a person a new password. Every session and link of theirs ends, except the session with the token `but`.

        Raises Refusal, in a sentence, for a password that is too easy to guess.
        """
        row = db.session.execute(select(t.people.c.name, t.people.c.email).where(t.people.c.id == person)).one()
        check_password(password, own=(row.name, row.email or ""))
        hashed = self._passwords.hash(password)  # slow on purpose, so not while others wait to write
        with one_write():
            keep_secrets(person, password=hashed)
            self.welcome(person)
            self.sessions.end_all(person, but=but)
            self.note(by or person, person, "password", "changed")

    def welcome(self, person: str) -> None:
        """Somebody who was invited has come in. A shut account stays shut."""
        invited = t.people.c.id == person, t.people.c.state == "invited"
        with one_write():
            db.session.execute(update(t.people).where(*invited).values(state="active"))

    def turn_on(self, person: str, secret: str = "") -> None:
        """Ask for a code at every sign-in from now on, made from this secret: for a demonstration, or an import."""
        self.codes.turn_on(person, secret)

    def turn_off(self, person: str, *, by: str) -> None:
        """Ask for no code any more: for a family that wants none, or by an administrator for a phone that is lost."""
        with one_write():
            self.codes.turn_off(person)
            self.note(by, person, "second factor", "off")

    def confirm(self, person: str, code: str) -> list[str]:
        """Turn a new second factor on, once a code from it is right. Answers with spare codes; none when wrong."""
        with one_write():
            if not self.codes.confirm(person, code):
                return []
            self.note(person, person, "second factor", "on")
            return self.codes.new_spares(person)

    def note(self, by: str, person: str, what: str, word: str) -> None:
        """Write down that somebody's way in was changed; never the secret."""
        note(self._now(), by, "accounts", person, before={}, after={what: word})

    def make_link(self, purpose: str, subject: str, lasts: timedelta) -> str:
        """A one-time link's token, for a purpose and a subject; only a digest of it is kept."""
        return self.links.make(purpose, subject, lasts)

    def link(self, token: str, purpose: str) -> str | None:
        """The subject of a link that has not been used and has not run out, without using it."""
        return self.links.look(token, purpose)

    def use_link(self, token: str, purpose: str) -> str | None:
        """Use a link once: its subject, or None when it was used before or has run out."""
        return self.links.use(token, purpose)

    def _kept(self, person):
        """What is kept of a person's password; nothing when they have none."""
        return db.session.scalar(select(t.secrets.c.password).where(t.secrets.c.person == person)) or ""
