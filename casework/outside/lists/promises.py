"""What the night clerk looks for to keep our promises: lateness of ours to tell, lead professionals who have gone."""

from datetime import date

from sqlalchemy import and_, exists, or_, select

from casework.outside.database import db
from casework.outside.schema.people import people
from casework.outside.schema.record import parties, worklist


class PromiseLists:
    """Cases whose day has come, never a diary."""

    def to_tell(self, day: date, *, after: str, limit: int) -> list[str]:
        """The next cases on which a day of ours has passed and the family has not been told, after a reference."""
        due = and_(worklist.c.tell_on <= day, worklist.c.ref > after)
        return list(db.session.scalars(select(worklist.c.ref).where(due).order_by(worklist.c.ref).limit(limit)))

    def leads_gone(self, day: date, *, after: str, limit: int) -> list:
        """The next cases whose lead professional has gone: (ref, lead, until), after a reference.

        `until` is the last day of their time on the case, or None when it is their account that is shut: they have
        left their post. Somebody who was never joined to the case, or is on it in another capacity, has not gone.
        """
        w, ended = worklist.c, parties.alias("ended")
        stays = exists().where(
            parties.c.ref == w.ref, parties.c.person == w.lead, or_(parties.c.until.is_(None), parties.c.until >= day)
        )
        asked = (
            select(w.ref, w.lead, ended.c.until)
            .join(people, people.c.id == w.lead)
            .outerjoin(ended, and_(ended.c.ref == w.ref, ended.c.person == w.lead, ended.c.until < day, ~stays))
            .where(w.lead != "", w.ref > after, or_(people.c.state == "disabled", ended.c.until.is_not(None)))
        )
        return list(db.session.execute(asked.order_by(w.ref).limit(limit)))
