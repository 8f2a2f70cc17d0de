"""The town a journey walks through: the whole service on days that the test turns, its people, its post."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from email import message_from_bytes, policy
from re import findall
from time import monotonic

from casework.actions import carry_out
from casework.actions.request import ask_for_an_assessment
from casework.commands.check import disagreements
from casework.commands.deliver import deliver
from casework.commands.rebuild import differences
from casework.commands.sweep import sweep
from casework.commands.verify import faults
from casework.demonstration import people
from casework.outside.database import db
from casework.outside.drafts import Drafts
from casework.outside.files import Cabinet
from casework.outside.post import Post
from casework.record.people import Actor
from portal import create_app, wiring
from portal.settings import read_settings
from tests.makers import CHILD, STORY, day


class Calendar:
    """The day it is, which the test turns; on each day it is ten in the morning and a little later."""

    def __init__(self, first: str):
        self.day, self._began = day(first), monotonic()

    def today(self) -> date:
        """The day that was turned to last."""
        return self.day

    def now(self) -> datetime:
        """Ten in the morning, and as long after it as the test has run."""
        return datetime.combine(self.day, time(10), tzinfo=UTC) + timedelta(seconds=monotonic() - self._began)


class Town:
    """A copy of the service on a database of its own, with the demonstration's people and no cases.

    Signing in goes by the real clock, since a code lasts seconds; everything else by the calendar.
    """

    def __init__(self, folder, url: str, first: str):
        quick = {"SECRET_KEY": "s" * 40, "QUICK_PASSWORDS": "1"}
        chosen = read_settings({"INSTANCE_PATH": str(folder), "DATABASE_URL": url, **quick})
        self.calendar, self.folder = Calendar(first), folder
        now = self.calendar.now
        self.office = replace(
            wiring.real_office(chosen),
            clock_today=self.calendar.today,
            clock_now=now,
            drafts=Drafts(now),
            post=Post(now),
            cabinet=Cabinet(folder / "cabinet", now),
        )
        self.app = create_app(chosen, office=self.office)
        self.address = ""

    @contextmanager
    def inside(self):
        """Inside, the database is this town's, read afresh."""
        with self.app.app_context():
            try:
                yield self.office
            finally:
                db.session.remove()

    def close(self) -> None:
        """Leave no connection to the database."""
        with self.app.app_context():
            db.session.remove()
            db.engine.dispose()

    def turn_to(self, written: str) -> None:
        """It is another day."""
        self.calendar.day = day(written)

    def deliver(self) -> int:
        """Print and send everything that is owed. Answers with how many letters and plans it was."""
        done = 0
        with self.inside() as office:
            while more := deliver(office, 50):
                done += more
            failed = [(row.letter, row.problem) for row in office.post.unsent(50)]
        assert failed == []
        return done

    def sweep(self, written: str) -> int:
        """Sweep as the night clerk does, on a day. Answers with the rungs climbed."""
        self.turn_to(written)
        with self.inside() as office:
            return sweep(office, self.calendar.day)

    def mail_to(self, email: str, about: str = "") -> str:
        """The newest email to somebody whose subject holds these words. Fails when there is none."""
        kept = sorted(self.folder.glob("outbox/*.eml"))
        mails = [message_from_bytes(path.read_bytes(), policy=policy.default) for path in kept]
        theirs = [mail for mail in mails if mail["To"] == email]
        found = [mail for mail in theirs if about.casefold() in mail["Subject"].casefold()]
        assert found, f"No email to {email} about “{about}”. They had {[mail['Subject'] for mail in theirs]}."
        return found[-1].get_content()

    def link_in(self, mail: str) -> str:
        """The path of the only link of ours in an email."""
        links = findall(r"http://[^/\s]+(/\S+)", mail)
        assert len(links) == 1, links
        return links[0]

    def case(self, ref: str):
        """A case, as its diary tells it."""
        with self.inside() as office:
            return office.diary.read(ref)

    def refs(self) -> list[str]:
        """Every case there is."""
        with self.inside() as office:
            return office.diary.refs()

    def another_is_asked_for(self, **child) -> str:
        """Another child's case, asked for by somebody else. Answers with its reference."""
        with self.inside() as office:
            leila = office.people.person("demo-leila")
            asker = {"person": leila.id, "capacity": "parent", "purpose": "their child"}
            asked = {"door": "parent", "child": CHILD | child, "story": STORY, "people": [asker]}
            return carry_out(office, Actor(leila.id, leila.name), ask_for_an_assessment, **asked).ref

    def faults(self) -> list:
        """Whatever the record's own checks find: rows that differ, seals that do not hold, tables that disagree."""
        with self.inside() as office:
            return [*differences(office), *faults(office), *disagreements()]


def open_town(folder, url: str, first: str) -> Town:
    """A town with its people enrolled, on its first day."""
    town = Town(folder, url, first)
    with town.inside() as office:
        people.enrol_everyone(office)
    return town
