"""Who looked at which case, when; and what has been swept."""

from datetime import date, datetime

from sqlalchemy import func, insert, select, update

from casework.outside.database import db, hold, one_write
from casework.outside.schema.record import looks, sweeps


class AuditLists:
    """Looks are written before a page is shown: a look that cannot be noted is a page that is not shown."""

    def look(self, ref: str, person: str, page: str, at: datetime) -> None:
        """Note that a person opened a page of a case."""
        with one_write():
            db.session.execute(insert(looks).values(ref=ref, person=person, page=page, at=at))

    def look_at_all(self, refs: list[str], person: str, page: str, at: datetime) -> None:
        """Note that a person was shown many cases at once, in one write; nothing where there are none."""
        if refs:
            with one_write():
                said = {"person": person, "page": page, "at": at}
                db.session.execute(insert(looks), [{"ref": ref, **said} for ref in refs])

    def looks_of(self, ref: str, limit: int = 100) -> list:
        """Who opened what on a case, newest first: rows of person, page and at."""
        asked = select(looks.c.person, looks.c.page, looks.c.at).where(looks.c.ref == ref)
        return list(db.session.execute(asked.order_by(looks.c.id.desc()).limit(limit)))

    def who_looked(self, ref: str, limit: int = 100) -> list:
        """Who opened a case on which days, newest first: rows of person and the last moment (UTC) of each day.

        Counted by person and day, so that somebody who opens many pages crowds nobody else out.
        """
        last = func.max(looks.c.at).label("at")
        asked = select(looks.c.person, last).where(looks.c.ref == ref).group_by(looks.c.person, func.date(looks.c.at))
        return list(db.session.execute(asked.order_by(last.desc(), looks.c.person).limit(limit)))

    def last_swept(self, up_to: date) -> date | None:
        """The last day whose sweep was finished, up to a day.

        A machine whose clock was wrong may have swept a day that is still to come; that must stop no other.
        """
        done = sweeps.c.finished_at.is_not(None), sweeps.c.day <= up_to
        asked = select(sweeps.c.day).where(*done).order_by(sweeps.c.day.desc()).limit(1)
        return db.session.scalar(asked)

    def mark_swept(self, day: date, chased: int, at: datetime) -> None:
        """Note that a day's sweep was finished; a second sweep of the same day adds nothing."""
        with one_write():
            hold(f"sweep-{day}")
            there = db.session.execute(select(sweeps).where(sweeps.c.day == day)).first()
            if there:
                values = {"finished_at": at, "chased": there.chased + chased}
                db.session.execute(update(sweeps).where(sweeps.c.day == day).values(**values))
            else:
                db.session.execute(insert(sweeps).values(day=day, finished_at=at, chased=chased))
