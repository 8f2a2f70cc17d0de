"""What advisers owe and have sent, in the order of the law."""

from sqlalchemy import and_, or_, select

from casework.outside.database import db
from casework.outside.schema.record import contributions, worklist

MOST = 100
OWED = ("asked", "first response given", "returned")


class AdviceLists:
    """Requests for advice by the person or the service that was asked."""

    def owed_by(self, person: str, service: str) -> list:
        """What this person, or their service while nobody is named, still owes: the nearest day first."""
        theirs = or_(contributions.c.adviser == person, _service(service))
        asked = _columns().where(theirs, contributions.c.standing.in_(OWED))
        return list(db.session.execute(asked.order_by(contributions.c.full_due, contributions.c.ref).limit(MOST)))

    def sent_by(self, person: str, service: str) -> list:
        """What they have sent or answered, the newest first, and what became of it."""
        theirs = or_(contributions.c.adviser == person, _service(service))
        asked = _columns().where(theirs, contributions.c.standing.not_in(OWED))
        newest = asked.order_by(contributions.c.asked_on.desc(), contributions.c.ref)
        return list(db.session.execute(newest.limit(MOST)))

    def to_countersign(self, services: list[str]) -> list:
        """Replies from these services that say nothing is needed, and wait for their lead's name or for acceptance."""
        waiting = and_(contributions.c.service.in_(services), contributions.c.standing == "reply to accept")
        return list(db.session.execute(_columns().where(waiting).order_by(contributions.c.full_due).limit(MOST)))


def _service(service: str):
    """A match on a service, or on nothing for somebody who has none."""
    return and_(contributions.c.service == service, contributions.c.service != "")


def _columns():
    """What a row of an adviser's list shows: never the child's name before it is opened."""
    return select(
        contributions,
        worklist.c.initials,
        worklist.c.setting_name,
        worklist.c.story_words,
        worklist.c.stage,
    ).join(worklist, worklist.c.ref == contributions.c.ref)
