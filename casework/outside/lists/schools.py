"""What schools and colleges have been asked, and what they said."""

from sqlalchemy import select

from casework.outside.database import db
from casework.outside.schema.record import consultations, worklist

MOST = 100


class SchoolLists:
    """Consultations by setting."""

    def consultations_of(self, setting: str) -> tuple[list, list]:
        """Those still to answer, the nearest day first, and those answered, the newest first. One question each."""
        asked = select(
            consultations.c.ref,
            consultations.c.asked_on,
            consultations.c.due,
            consultations.c.answer,
            consultations.c.replied_on,
            worklist.c.initials,
            worklist.c.stage,
        ).join(worklist, worklist.c.ref == consultations.c.ref)
        mine = asked.where(consultations.c.setting == setting)
        owed = mine.where(consultations.c.answer == "").order_by(consultations.c.due, consultations.c.ref)
        sent = mine.where(consultations.c.answer != "").order_by(consultations.c.replied_on.desc(), consultations.c.ref)
        return [list(db.session.execute(query.limit(MOST))) for query in (owed, sent)]
