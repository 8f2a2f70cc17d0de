"""What the guard stopped: kept by reference and kind, answered once, counted."""

import json
from datetime import date

from sqlalchemy import and_, func, insert, select, update

from casework.errors import Refusal
from casework.outside.database import db, one_write
from casework.outside.schema.guarding import stops
from casework.outside.schema.record import post, worklist

PAGE = 50
OPEN, SENT, WITHDRAWN = "", "sent", "withdrawn"
SETTLES = {"StoppedSendingAllowed": SENT, "StoppedSendingWithdrawn": WITHDRAWN}


class Stops:
    """Every sending that was stopped. `found` are {ref, kind} each: another case and what of theirs was found."""

    def stop(self, ref: str, found: list[dict], *, on: date, letter: int = 0, paper: str = "", as_: str = "") -> None:
        """Stop a letter (a row of the post), or a print by its paper and what it is printed as."""
        said = {"found": json.dumps(found), "stopped_on": on, "settled": OPEN, "settled_on": None}
        with one_write():
            db.session.execute(insert(stops).values(ref=ref, letter=letter, paper=paper, as_=as_, **said))
            if letter:
                changed = update(post).where(post.c.id == letter)
                db.session.execute(changed.values(state="stopped", problem="", held_until=None))

    def allowed(self, ref: str, *, letter: int = 0, paper: str = "", as_: str = "") -> set[tuple[str, str]]:
        """What somebody has given a reason for, on this very thing: (reference, kind) each."""
        here = _of(ref, letter, paper, as_)
        found = db.session.scalars(select(stops.c.found).where(here, stops.c.settled == SENT))
        return {(each["ref"], each["kind"]) for one in found for each in json.loads(one)}

    def standing(self, ref: str, paper: str, as_: str) -> str:
        """Where a print stands: stopped, withdrawn, sent (with a reason), or nothing when it never was stopped."""
        asked = select(stops.c.settled).where(_of(ref, 0, paper, as_)).order_by(stops.c.id.desc()).limit(1)
        settled = db.session.scalar(asked)
        return "" if settled is None else settled or "stopped"

    def settle(self, ref: str, entry) -> None:
        """An entry that answers a stop takes effect, in the transaction already open: the thing goes on, or never goes.

        Raises Refusal when this case has no such stop, or it has been answered.
        """
        how = SETTLES.get(type(entry).__name__)
        if how is None:
            return
        mine = and_(stops.c.ref == ref, stops.c.id == int(entry.about), stops.c.settled == OPEN)
        if not db.session.execute(update(stops).where(mine).values(settled=how, settled_on=entry.on)).rowcount:
            raise Refusal("Somebody has answered this already.")
        letter = db.session.scalar(select(stops.c.letter).where(stops.c.id == int(entry.about)))
        if letter:
            state = "owed" if how == SENT else WITHDRAWN
            db.session.execute(update(post).where(post.c.id == letter).values(state=state))
        else:
            _look_again(ref)

    def waiting(self, *, after: int = 0) -> tuple[list, bool]:
        """A page of what is stopped, the longest first, with the case's caseworker; and whether there are more."""
        asked = select(stops, worklist.c.initials, worklist.c.caseworker, post.c.letter.label("name"))
        asked = asked.join(worklist, worklist.c.ref == stops.c.ref).outerjoin(post, post.c.id == stops.c.letter)
        asked = asked.where(stops.c.settled == OPEN, stops.c.id > after).order_by(stops.c.id).limit(PAGE + 1)
        found = list(db.session.execute(asked))
        return found[:PAGE], len(found) > PAGE

    def one(self, ref: str, number: int):
        """One stop of a case, or None."""
        return db.session.execute(select(stops).where(stops.c.ref == ref, stops.c.id == number)).first()

    def counts(self, since: date) -> dict[str, int]:
        """How many were stopped, sent with a reason and withdrawn from a day on."""
        settled = select(stops.c.settled, func.count()).where(stops.c.settled_on >= since).group_by(stops.c.settled)
        found = dict(db.session.execute(settled).all())
        stopped = db.session.scalar(select(func.count()).select_from(stops).where(stops.c.stopped_on >= since))
        return {"stopped": stopped, SENT: found.get(SENT, 0), WITHDRAWN: found.get(WITHDRAWN, 0)}


def _of(ref, letter, paper, as_):
    return and_(stops.c.ref == ref, stops.c.letter == letter, stops.c.paper == paper, stops.c.as_ == as_)


def _look_again(ref) -> None:
    """Letters that wait for what was stopped are looked at once more; those with a stop of their own are not."""
    own = select(stops.c.letter).where(stops.c.ref == ref, stops.c.settled == OPEN, stops.c.letter != 0)
    waits = and_(post.c.ref == ref, post.c.state == "stopped", post.c.id.not_in(own))
    db.session.execute(update(post).where(waits).values(state="owed", problem=""))
