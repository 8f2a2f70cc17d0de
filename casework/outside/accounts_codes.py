"""Second factors: codes from an authenticator, each of which works once, and spare codes for a lost phone."""

import hashlib
import secrets

import pyotp
from sqlalchemy import delete, insert, select, update

from casework.outside import clock
from casework.outside.database import db, hold, one_write
from casework.outside.schema import people as t

STEP = 30  # seconds a code lasts
EARLY_OR_LATE = 1  # steps a phone's clock may be wrong by
SPARES = 8
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that look alike
SPARE_LENGTH = 10


class Codes:
    """A person's second factor. A new one waits as `pending` until a code from it has been seen."""

    def __init__(self, now=clock.now):
        self._now = now

    def is_on(self, person: str) -> bool:
        """Whether a code is asked for at every sign-in."""
        row = _secrets(person)
        return bool(row and row.second_factor and row.second_factor_on)

    def start(self, person: str) -> None:
        """Make a new secret to set up. One that was shown before, perhaps to somebody else, is forgotten."""
        keep_secrets(person, pending=pyotp.random_base32())

    def pending(self, person: str, *, name: str, area: str) -> tuple[str, str]:
        """The secret being set up, and the address an authenticator reads from a picture; nothing before `start`."""
        row = _secrets(person)
        if not row or not row.pending:
            return "", ""
        return row.pending, pyotp.TOTP(row.pending).provisioning_uri(name=name, issuer_name=f"Golden Thread, {area}")

    def confirm(self, person: str, code: str) -> bool:
        """Turn the pending second factor on, once a code from it has been seen. It replaces an earlier one."""
        with one_write():
            hold(f"code {person}")
            row = _secrets(person)
            step = self._step(row.pending, code, 0) if row and row.pending else 0
            if step:
                keep_secrets(person, second_factor=row.pending, second_factor_on=True, last_code_step=step, pending="")
            return bool(step)

    def turn_on(self, person: str, secret: str = "") -> None:
        """Ask for a code at every sign-in from now on, made from this secret: for a demonstration, or an import."""
        keep_secrets(person, second_factor_on=True, **({"second_factor": secret} if secret else {}))

    def turn_off(self, person: str) -> None:
        """Ask for no code any more; somebody who must have one sets up a new one when they next sign in."""
        with one_write():
            keep_secrets(person, second_factor="", second_factor_on=False, last_code_step=0, pending="")
            db.session.execute(delete(t.spare_codes).where(t.spare_codes.c.person == person))

    def right(self, person: str, code: str) -> bool:
        """Whether this code is right now, a step early or late, or is a spare one. Each works once."""
        with one_write():
            hold(f"code {person}")
            row = _secrets(person)
            if not row or not row.second_factor:
                return False
            step = self._step(row.second_factor, code, row.last_code_step)
            if step:
                keep_secrets(person, last_code_step=step)
            return bool(step) or self._use_spare(person, code)

    def new_spares(self, person: str) -> list[str]:
        """New spare codes, shown once; those from before stop working."""
        codes = ["".join(secrets.choice(LETTERS) for _ in range(SPARE_LENGTH)) for _ in range(SPARES)]
        with one_write():
            db.session.execute(delete(t.spare_codes).where(t.spare_codes.c.person == person))
            kept = [{"person": person, "code": _spare(person, code)} for code in codes]
            db.session.execute(insert(t.spare_codes), kept)
        return [f"{code[:5]}-{code[5:]}" for code in codes]

    def spares_left(self, person: str) -> int:
        """How many spare codes have not been used."""
        unused = t.spare_codes.c.person == person, t.spare_codes.c.used_at.is_(None)
        return len(db.session.execute(select(t.spare_codes.c.code).where(*unused)).all())

    def _use_spare(self, person, code) -> bool:
        unused = t.spare_codes.c.code == _spare(person, code), t.spare_codes.c.used_at.is_(None)
        mine = update(t.spare_codes).where(t.spare_codes.c.person == person, *unused)
        return bool(db.session.execute(mine.values(used_at=self._now())).rowcount)

    def _step(self, secret, code, last) -> int:
        """The step a code belongs to: around now, and later than the last one that was used. 0 when it is wrong."""
        now, totp = int(self._now().timestamp()) // STEP, pyotp.TOTP(secret)
        steps = range(max(now - EARLY_OR_LATE, last + 1), now + EARLY_OR_LATE + 1)
        sent = code.encode("utf-8", "replace")
        return next((at for at in steps if secrets.compare_digest(totp.at(at * STEP).encode(), sent)), 0)


def keep_secrets(person: str, **what) -> None:
    """Change a person's secrets, making their row the first time."""
    with one_write():
        hold(f"secrets {person}")
        if _secrets(person) is None:
            db.session.execute(insert(t.secrets).values(person=person))
        db.session.execute(update(t.secrets).where(t.secrets.c.person == person).values(**what))


def _secrets(person):
    return db.session.execute(select(t.secrets).where(t.secrets.c.person == person)).first()


def _spare(person, code):
    """What is kept of a spare code, however it was typed."""
    typed = "".join(letter for letter in code.casefold() if letter.isalnum())
    return hashlib.sha256(f"{person} {typed}".encode("utf-8", "replace")).hexdigest()
