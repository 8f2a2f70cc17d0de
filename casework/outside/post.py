"""The post: letters and emails owed, written with the fact that caused them and sent afterwards."""

import json
import uuid

from sqlalchemy import and_, insert, or_, select, update

from casework.outside.database import db, one_write
from casework.outside.schema.record import post, prints

TRIES = 8


class Post:
    """What is owed, to whom, and what became of it. Sending is the worker's: see casework/commands/deliver.py."""

    def __init__(self, now):
        self._now = now
        self.queue = 0  # the seeding of past years puts its letters in a later queue

    def owe(self, ref: str, owed, *, on) -> None:
        """Owe letters, in the transaction already open. `owed` are casework.letters.Owed."""
        rows = [
            _row(ref, letter.n, letter.letter, on=on, queue=self.queue)
            | {"to": letter.to, "how": letter.how}
            | {"person": letter.person, "service": letter.service, "setting": letter.setting}
            for letter in owed
        ]
        if rows:
            db.session.execute(insert(post), rows)

    def owe_email(self, to: str, template: str, facts: dict, *, on) -> None:
        """Owe one email that belongs to no case (a one-time link, an invitation). `facts` go to its template."""
        with one_write():
            row = _row(f"mail-{uuid.uuid4().hex[:16]}", 0, template, on=on, queue=0)
            row |= {"how": "email", "email": to, "facts": json.dumps(facts, ensure_ascii=False)}
            db.session.execute(insert(post).values(**row))

    def owe_print(self, ref: str, n: int, paper: str, as_: str) -> None:
        """Owe the printing of a plan paper, as a draft or as final, in the transaction already open."""
        db.session.execute(insert(prints).values(ref=ref, paper=paper, as_=as_, n=n, digest="", at=None))

    def unprinted(self, limit: int = 20) -> list:
        """Plans waiting to be printed, newest first."""
        asked = select(prints).where(prints.c.digest == "").order_by(prints.c.ref.desc(), prints.c.n.desc())
        return list(db.session.execute(asked.limit(limit)))

    def mark_printed(self, ref: str, paper: str, as_: str, digest: str) -> None:
        """A plan was printed: the bytes with this digest are what everyone gets."""
        with one_write():
            here = and_(prints.c.ref == ref, prints.c.paper == paper, prints.c.as_ == as_)
            db.session.execute(update(prints).where(here).values(digest=digest, at=self._now()))

    def print_of(self, ref: str, paper: str, as_: str):
        """The print of a plan paper: its row (digest empty until it is ready), or None."""
        asked = select(prints).where(prints.c.ref == ref, prints.c.paper == paper, prints.c.as_ == as_)
        return db.session.execute(asked).first()

    def unsent(self, limit: int = 20) -> list:
        """Letters to print or send now: today's first, those of a seeded past after them."""
        ready = or_(post.c.held_until.is_(None), post.c.held_until <= self._now())
        asked = select(post).where(post.c.state.in_(("owed", "printed")), ready)
        return list(db.session.execute(asked.order_by(post.c.queue, post.c.id).limit(limit)))

    def mark(self, letter_id: int, **what) -> None:
        """Note what became of a letter: state, digest, sent_at, tries, problem or held_until."""
        with one_write():
            db.session.execute(update(post).where(post.c.id == letter_id).values(**what))

    def of_case(self, ref: str) -> list:
        """Everything owed or sent on a case, oldest first."""
        return list(db.session.execute(select(post).where(post.c.ref == ref).order_by(post.c.id)))

    def one(self, letter_id: int):
        """One letter's row, or None."""
        return db.session.execute(select(post).where(post.c.id == letter_id)).first()


def _row(ref, n, letter, *, on, queue):
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
        "queue": queue,
        "state": "owed",
        "digest": "",
        "tries": 0,
        "problem": "",
    }
