"""The post: letters and emails owed, written with the fact that caused them and sent afterwards."""

import json
import uuid

from sqlalchemy import and_, exists, insert, or_, select, update

from casework.outside.database import db, one_write
from casework.outside.schema.guarding import stops
from casework.outside.schema.record import post, prints
from casework.outside.stops import OPEN, WITHDRAWN, Stops

TRIES = 8


class Post:
    """What is owed, to whom, and what became of it. Sending is the worker's: see casework/commands/deliver.py."""

    def __init__(self, now, *, past=None):
        self._now = now
        self._past = past
        self.stops = Stops()

    def _state(self, on) -> str:
        """Owed; or, for a letter of a past that was lived before this copy was made, one that went before it."""
        return "before" if self._past and on < self._past else "owed"

    def owe(self, ref: str, owed, *, on) -> None:
        """Owe letters, in the transaction already open. `owed` are casework.letters.Owed."""
        rows = [
            _row(ref, letter.n, letter.letter, on=on)
            | {"state": self._state(on)}
            | {"to": letter.to, "how": letter.how}
            | {"person": letter.person, "service": letter.service, "setting": letter.setting}
            for letter in owed
        ]
        if rows:
            db.session.execute(insert(post), rows)

    def owe_email(self, to: str, template: str, facts: dict, *, on) -> None:
        """Owe one email that belongs to no case (a one-time link, an invitation). `facts` go to its template."""
        with one_write():
            row = _row(f"mail-{uuid.uuid4().hex[:16]}", 0, template, on=on)
            row |= {"how": "email", "email": to, "facts": json.dumps(facts, ensure_ascii=False)}
            db.session.execute(insert(post).values(**row))

    def owe_print(self, ref: str, n: int, paper: str, as_: str) -> None:
        """Owe the printing of a paper, as a draft, as final or as advice, in the transaction already open.

        What is owed or printed already is left as it is: everyone gets the same bytes.
        """
        if self.print_of(ref, paper, as_) is None:
            row = {"ref": ref, "paper": paper, "as_": as_, "n": n, "digest": "", "at": None, "tries": 0, "problem": ""}
            db.session.execute(insert(prints).values(**row))

    def unprinted(self, limit: int = 20) -> list:
        """Plans and advice waiting to be printed, newest first; not those that just failed, nor what is stopped."""
        ready = or_(prints.c.held_until.is_(None), prints.c.held_until <= self._now())
        asked = select(prints).where(prints.c.digest == "", ready, ~_stopped())
        return list(db.session.execute(asked.order_by(prints.c.ref.desc(), prints.c.n.desc()).limit(limit)))

    def mark_printed(self, ref: str, paper: str, as_: str, digest: str) -> None:
        """Something was printed: the bytes with this digest are what everyone gets."""
        self._mark_print(ref, paper, as_, digest=digest, at=self._now(), problem="")

    def hold_print(self, waiting, problem: str, until) -> None:
        """A row of `unprinted` could not be printed: why, and when to try again."""
        self._mark_print(
            waiting.ref, waiting.paper, waiting.as_, tries=waiting.tries + 1, problem=problem, held_until=until
        )

    def _mark_print(self, ref, paper, as_, **what) -> None:
        with one_write():
            here = and_(prints.c.ref == ref, prints.c.paper == paper, prints.c.as_ == as_)
            db.session.execute(update(prints).where(here).values(**what))

    def print_of(self, ref: str, paper: str, as_: str):
        """The print of a paper: its row (digest empty until it is ready), or None."""
        asked = select(prints).where(prints.c.ref == ref, prints.c.paper == paper, prints.c.as_ == as_)
        return db.session.execute(asked).first()

    def prints_of(self, ref: str) -> dict:
        """Every print of a case that is ready, in one question: its digest by (paper, what it was printed as)."""
        asked = select(prints).where(prints.c.ref == ref, prints.c.digest != "")
        return {(row.paper, row.as_): row.digest for row in db.session.execute(asked)}

    def unsent(self, limit: int = 20) -> list:
        """Letters to print or send now, the longest owed first."""
        ready = or_(post.c.held_until.is_(None), post.c.held_until <= self._now())
        asked = select(post).where(post.c.state.in_(("owed", "printed")), ready)
        return list(db.session.execute(asked.order_by(post.c.id).limit(limit)))

    def claim(self, letter_id: int, until) -> bool:
        """Take a letter to send it, so that no other worker does; False when one has it or it has gone."""
        free = or_(post.c.held_until.is_(None), post.c.held_until <= self._now())
        mine = and_(post.c.id == letter_id, post.c.state.in_(("owed", "printed")), free)
        with one_write():
            return db.session.execute(update(post).where(mine).values(held_until=until)).rowcount == 1

    def mark(self, letter_id: int, **what) -> None:
        """Note what became of a letter: state, digest, enclosed, sent_at, tries, problem or held_until."""
        with one_write():
            db.session.execute(update(post).where(post.c.id == letter_id).values(**what))

    def sent_with(self, letter) -> list[dict]:
        """What was put with a letter, a row of the post: {digest, words, name} each, the plan first."""
        return json.loads(letter.enclosed)

    def of_case(self, ref: str) -> list:
        """Everything owed or sent on a case, oldest first."""
        return list(db.session.execute(select(post).where(post.c.ref == ref).order_by(post.c.id)))

    def one(self, letter_id: int):
        """One letter's row, or None."""
        return db.session.execute(select(post).where(post.c.id == letter_id)).first()


def _stopped():
    """Whether a print is stopped, or was withdrawn after that."""
    here = and_(stops.c.ref == prints.c.ref, stops.c.paper == prints.c.paper, stops.c.as_ == prints.c.as_)
    return exists().where(here, stops.c.settled.in_((OPEN, WITHDRAWN)))


def _row(ref, n, letter, *, on):
    """A row of the post before anything has happened to it."""
    return {
        "ref": ref,
        "n": n,
        "letter": letter,
        "to": "",
        "how": "",
        "person": "",
        "service": "",
        "setting": "",
        "email": "",
        "facts": "{}",
        "owed_on": on,
        "state": "owed",
        "digest": "",
        "enclosed": "[]",
        "tries": 0,
        "problem": "",
    }
