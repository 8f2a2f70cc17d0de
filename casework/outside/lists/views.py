"""Views that people keep: filters under a name, their own or shared with their team."""

from datetime import datetime

from sqlalchemy import case, delete, insert, or_, select, update

from casework.errors import Refusal
from casework.outside.database import db, hold, one_write
from casework.outside.schema.people import people, views as t

MOST_VIEWS = 20
FULL = "You have 20 views, which is the most that fits. Delete one first."
TAKEN = "You have a view of that name already. Choose another name."


class Views:
    """Kept views by whose they are. A view holds filters and no rows, and opens nothing that its reader may not see."""

    def seen_by(self, person: str, team: str) -> list:
        """The views somebody sees as tabs: their own, their first before the rest, then those shared with their team.

        Rows of id, person, name, filters, first, team and `by`, whose it is.
        """
        mine = t.c.person == person
        shared = (t.c.team == team) & (t.c.team != "") & ~mine
        order = (case((mine, 0), else_=1), t.c.first.desc(), t.c.made_at, t.c.id)
        asked = select(t, people.c.name.label("by")).join(people, people.c.id == t.c.person, isouter=True)
        return list(db.session.execute(asked.where(or_(mine, shared)).order_by(*order)))

    def keep(self, view: str, person: str, name: str, filters: str, *, at: datetime) -> None:
        """Keep filters under a name. `view` is the id of the form, so that a second press keeps nothing twice.

        Raises Refusal for a name that is taken, and when there are too many.
        """
        with one_write():
            hold(f"views {person}")
            mine = self._of(person)
            if view in {row.id for row in mine}:
                return
            _check(mine, name)
            if len(mine) >= MOST_VIEWS:
                raise Refusal(FULL, "name")
            row = {"id": view, "person": person, "name": name, "filters": filters, "made_at": at}
            db.session.execute(insert(t).values(first=False, team="", **row))

    def change(self, view: str, person: str, *, name: str, first: bool, team: str) -> None:
        """Rename a view of one's own, make it the first, or share it with a team ("" shares it with nobody).

        Raises Refusal for a name that is taken.
        """
        with one_write():
            hold(f"views {person}")
            _check([row for row in self._of(person) if row.id != view], name)
            if first:
                db.session.execute(update(t).where(t.c.person == person).values(first=False))
            mine = t.c.id == view, t.c.person == person
            db.session.execute(update(t).where(*mine).values(name=name, first=first, team=team))

    def drop(self, view: str, person: str) -> None:
        """Forget a view of one's own."""
        with one_write():
            db.session.execute(delete(t).where(t.c.id == view, t.c.person == person))

    def _of(self, person):
        return list(db.session.execute(select(t).where(t.c.person == person)))


def _check(others, name):
    """Raises Refusal when another of the same person's views has this name, whatever its capitals."""
    if name.casefold() in {row.name.casefold() for row in others}:
        raise Refusal(TAKEN, "name")
