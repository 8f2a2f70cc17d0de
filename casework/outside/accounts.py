"""Signing in: passwords, second factors, sessions that can be ended, one-time links, and patience with guessers."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pyotp
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from sqlalchemy import delete, func, insert, select, update

from casework.errors import Refusal
from casework.outside import clock
from casework.outside.database import db, hold, one_write
from casework.outside.schema import people as t

SHORTEST_PASSWORD = 12  # characters
LONGEST_PASSWORD = 200
COMMON = Path(__file__).parent.parent / "tables" / "common-passwords.txt"
IDLE = timedelta(minutes=30)
LONGEST = timedelta(hours=12)
WINDOW = timedelta(minutes=15)
MOST_TRIES = 8  # in one window, for one account or one address; then a wait, never a lock-out for good
MOST_KEPT = 1_000_000  # characters of a form kept over a sign-in
STEP = 30  # seconds a code lasts


@dataclass(frozen=True)
class Session:
    """Somewhere a person is signed in."""

    token: str
    person: str
    began_at: datetime
    seen_at: datetime
    with_second_factor: bool
    where: str


class Accounts:
    """What signing in needs. `quick` makes hashing cheap, and is only for tests."""

    def __init__(self, *, quick: bool = False):
        cost = {"time_cost": 1, "memory_cost": 8} if quick else {"time_cost": 2, "memory_cost": 19 * 1024}
        self._hasher = PasswordHasher(parallelism=1, **cost)
        self._nobody = self._hasher.hash(secrets.token_urlsafe(16))

    def set_password(self, person: str, password: str) -> None:
        """Give a person a new password; every session they have ends. Raises Refusal, in a sentence, for a weak one."""
        check_password(password)
        with one_write():
            self._write(person, password=self._hasher.hash(password))
            db.session.execute(update(t.people).where(t.people.c.id == person).values(state="active"))
            self.end_all(person)

    def right_password(self, person: str, password: str) -> bool:
        """Whether this is the person's password. It takes as long for nobody as for somebody."""
        row = self._secret(person)
        kept = row.password if row and row.password else self._nobody
        try:
            self._hasher.verify(kept, password[:LONGEST_PASSWORD])
        except (VerifyMismatchError, InvalidHashError):
            return False
        return kept is not self._nobody

    def new_second_factor(self, person: str) -> str:
        """A new secret for an authenticator, not yet asked for: turn_on does that once a code has been seen."""
        secret = pyotp.random_base32()
        self._write(person, second_factor=secret, second_factor_on=False, last_code_step=0)
        return secret

    def turn_on(self, person: str, secret: str = "") -> None:
        """Ask for a code at every sign-in from now on."""
        self._write(person, second_factor_on=True, **({"second_factor": secret} if secret else {}))

    def second_factor(self, person: str) -> str:
        """The secret codes are made from, or nothing when no code is asked for."""
        row = self._secret(person)
        return row.second_factor if row and row.second_factor_on else ""

    def right_code(self, person: str, code: str) -> bool:
        """Whether this code is right now, a step early or late; each code works once."""
        with one_write():
            hold(f"code-{person}")
            row = self._secret(person)
            step = int(clock.now().timestamp()) // STEP
            totp = pyotp.TOTP(row.second_factor) if row and row.second_factor else None
            for at in (step, step - 1, step + 1):
                if totp and at > row.last_code_step and secrets.compare_digest(totp.at(at * STEP), code):
                    self._write(person, last_code_step=at)
                    return True
        return False

    def begin(self, person: str, *, with_second_factor: bool, where: str) -> str:
        """Start a session and answer with its token; only a digest of it is kept."""
        token, now = secrets.token_urlsafe(32), clock.now()
        row = {"token": _digest(token), "person": person, "where": where[:200], "with_second_factor": with_second_factor}
        with one_write():
            db.session.execute(insert(t.user_sessions).values(began_at=now, seen_at=now, **row))
        return token

    def session(self, token: str) -> Session | None:
        """The session of a token while it lasts: not ended, not idle for 30 minutes, not older than 12 hours."""
        s = t.user_sessions
        row = db.session.execute(select(s).where(s.c.token == _digest(token), s.c.ended_at.is_(None))).first()
        now = clock.now()
        if row is None or now - row.seen_at > IDLE or now - row.began_at > LONGEST:
            return None
        if now - row.seen_at > timedelta(minutes=1):
            with one_write():
                db.session.execute(update(s).where(s.c.token == row.token).values(seen_at=now))
        return _session(row)

    def sessions_of(self, person: str) -> list[Session]:
        """Everywhere a person is signed in now, the newest first."""
        s = t.user_sessions
        asked = select(s).where(s.c.person == person, s.c.ended_at.is_(None), s.c.seen_at > clock.now() - IDLE)
        return [_session(row) for row in db.session.execute(asked.order_by(s.c.began_at.desc()))]

    def end(self, token: str, *, kept_as: bool = False) -> None:
        """End one session, by its token, or by the digest it is kept as."""
        here = t.user_sessions.c.token == (token if kept_as else _digest(token))
        with one_write():
            db.session.execute(update(t.user_sessions).where(here).values(ended_at=clock.now()))

    def end_all(self, person: str) -> None:
        """End every session of a person."""
        s = t.user_sessions
        with one_write():
            db.session.execute(update(s).where(s.c.person == person, s.c.ended_at.is_(None)).values(ended_at=clock.now()))

    def make_link(self, purpose: str, subject: str, lasts: timedelta) -> str:
        """A one-time link's token, for a purpose and a subject; only a digest of it is kept."""
        token, now = secrets.token_urlsafe(24), clock.now()
        row = {"token": _digest(token), "purpose": purpose, "subject": subject, "made_at": now}
        with one_write():
            db.session.execute(insert(t.links).values(expires_at=now + lasts, **row))
        return token

    def link(self, token: str, purpose: str) -> str | None:
        """The subject of a link that has not been used and has not run out, without using it."""
        known = t.links.c.token == _digest(token), t.links.c.purpose == purpose
        row = db.session.execute(select(t.links).where(*known)).first()
        return row.subject if row and row.used_at is None and row.expires_at > clock.now() else None

    def use_link(self, token: str, purpose: str) -> str | None:
        """Use a link once: its subject, or None when it was used before or has run out."""
        with one_write():
            hold(f"link-{_digest(token)}")
            subject = self.link(token, purpose)
            if subject is not None:
                db.session.execute(update(t.links).where(t.links.c.token == _digest(token)).values(used_at=clock.now()))
        return subject

    def must_wait(self, *keys: str) -> bool:
        """Whether there have been too many tries lately, for an account or from an address."""
        since = clock.now() - WINDOW
        a = t.attempts
        counted = select(func.count()).select_from(a).where(a.c.at > since)
        return any(db.session.scalar(counted.where(a.c.key == _digest(key))) >= MOST_TRIES for key in keys)

    def note_try(self, *keys: str) -> None:
        """Count a wrong try, for an account and from an address. Old ones are forgotten."""
        now = clock.now()
        with one_write():
            db.session.execute(delete(t.attempts).where(t.attempts.c.at < now - WINDOW))
            db.session.execute(insert(t.attempts), [{"key": _digest(key), "at": now} for key in keys])

    def keep_form(self, path: str, fields: str) -> str:
        """Keep what somebody had typed when their session ran out, for an hour; answers with its id."""
        known, now = secrets.token_urlsafe(24), clock.now()
        with one_write():
            db.session.execute(delete(t.kept_forms).where(t.kept_forms.c.kept_at < now - timedelta(hours=1)))
            db.session.execute(insert(t.kept_forms).values(id=_digest(known), path=path, fields=fields[:MOST_KEPT], kept_at=now))
        return known

    def kept_form(self, known: str) -> tuple[str, str] | None:
        """What was kept, once: (path, fields), or None."""
        with one_write():
            here = t.kept_forms.c.id == _digest(known)
            row = db.session.execute(select(t.kept_forms).where(here)).first()
            db.session.execute(delete(t.kept_forms).where(here))
        return (row.path, row.fields) if row and row.kept_at > clock.now() - timedelta(hours=1) else None

    def _secret(self, person):
        return db.session.execute(select(t.secrets).where(t.secrets.c.person == person)).first()

    def _write(self, person, **what):
        """Change a person's secrets, making their row the first time."""
        with one_write():
            if self._secret(person) is None:
                db.session.execute(insert(t.secrets).values(person=person))
            db.session.execute(update(t.secrets).where(t.secrets.c.person == person).values(**what))


def check_password(password: str) -> None:
    """Raises Refusal when a password is short, very long, or one that everybody uses."""
    if len(password) < SHORTEST_PASSWORD:
        raise Refusal(f"Your password must have {SHORTEST_PASSWORD} characters or more. Three words together work well.", "password")
    if len(password) > LONGEST_PASSWORD:
        raise Refusal(f"Your password must have {LONGEST_PASSWORD} characters or fewer.", "password")
    plain = password.casefold().strip()
    if plain in COMMON.read_text(encoding="utf-8").split("\n") or len(set(plain)) < 4:
        raise Refusal("That password is one that many people use, so it is easy to guess. Choose another.", "password")


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _session(row) -> Session:
    return Session(row.token, row.person, row.began_at, row.seen_at, row.with_second_factor, row.where)
