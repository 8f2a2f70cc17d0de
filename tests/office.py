"""A real office on a fresh database, with a few people in it, a case begun by deeds, and several hands at once."""

import sqlite3
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Barrier, Thread
from typing import Any

from sqlalchemy import text

from casework import commands
from casework.actions import carry_out
from casework.actions.advice import ask_for_advice
from casework.actions.decision import agree_to_assess
from casework.actions.joining import allocate_a_caseworker
from casework.actions.request import ask_for_an_assessment
from casework.demonstration.cases import make
from casework.demonstration.people import enrol_everyone
from casework.outside.database import db
from casework.outside.schema.guards import drop_guards, make_guards
from casework.record.people import NOBODY, Actor
from casework.record.register import Service, Setting
from casework.web import Wires
from portal import wiring
from portal.settings import read_settings
from tests import postgres, stores
from tests.makers import CHILD, STORY, day

JO = Actor("jo", "Jo Marsh", post="caseworker", second_factor=True)
SAM = Actor("sam", "Sam Reed", post="send manager", second_factor=True)
ASH = Actor("ash", "Ash Okoro", post="adviser", service="speech-and-language", second_factor=True)
VAL = Actor("val", "Val Price", post="service manager", service="speech-and-language", second_factor=True)
LEILA = Actor("leila", "Leila Amin")
EVERYONE = (JO, SAM, ASH, VAL, LEILA)
ASKED, ASSESSED = day("2026-02-02"), day("2026-03-02")
PEOPLE = [{"person": LEILA.id, "capacity": "parent", "purpose": "their child"}]
REASONS = {
    "family_words": "We read what you and the school told us, and Amira needs more help than schools usually give.",
    "evidence": ["The family’s story"],
    "test_applied": "yes",
    "decided_by": "Sam Reed, SEND manager",
}


@dataclass
class House:
    """An office, the app it stands in, and the folder it keeps files in."""

    app: Any
    office: Any
    folder: Path

    def on(self, today: date):
        """The office on another day."""
        return wiring.office_on(self.office, today)

    def run(self, *words: str):
        """Run a command as a person does; answers with its exit code, stdout and stderr."""
        return self.app.test_cli_runner().invoke(args=list(words))

    def move_to(self, today: date) -> None:
        """Let commands find the office on another day."""
        self.office = self.on(today)
        self.app.extensions["golden-thread"] = Wires(self.office, None)

    def at_once(self, *jobs) -> list:
        """Do each job in a thread of its own, all let go together; what each answered or raised, in their order."""
        db.session.rollback()
        start, answers = Barrier(len(jobs)), [None] * len(jobs)

        def work(place, job):
            with self.app.app_context():
                start.wait(20)
                try:
                    answers[place] = job()
                except Exception as raised:
                    answers[place] = raised

        threads = [Thread(target=work, args=each) for each in enumerate(jobs)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
        return answers


@contextmanager
def open_house(url: str, folder: Path, today: date = ASKED, **changes):
    """The real office on a database, on one day, with nobody in it; `changes` are settings laid over the usual ones."""
    chosen = read_settings(
        {"INSTANCE_PATH": str(folder), "DATABASE_URL": url, "SECRET_KEY": "s" * 40, "QUICK_PASSWORDS": "1"}
    )
    app = stores.small_app(url)
    commands.register(app, wiring.office_on)
    house = House(app, wiring.real_office(replace(chosen, **changes)), folder)
    house.move_to(today)
    with app.app_context():
        try:
            yield house
        finally:
            db.session.remove()
            db.engine.dispose()


def enrol(office) -> None:
    """A few people of Saltmarsh, their services and a school."""
    with office.diary.one_write():
        for service in ("speech-and-language", "commissioning-body", "social-care"):
            said = {"name": service.replace("-", " ").capitalize(), "email": f"{service}@health.example"}
            named = Service(service, agency="health", **said)
            office.people.add_service(named, by="import")
        office.people.add_setting(Setting("elm-park", "Elm Park Primary School", email="elm@park.example"), by="import")
        for one in EVERYONE:
            said = {"post": one.post, "service": one.service, "state": "active", "address": "1 Quay Street\nSaltmarsh"}
            office.people.enrol(id=one.id, name=one.name, email=f"{one.id}@demo.example", by="import", **said)


def begin(house, **more) -> str:
    """A parent asks for an assessment; answers with the reference."""
    said = {"door": "parent", "child": CHILD, "story": STORY, "people": PEOPLE} | more
    return carry_out(house.on(ASKED), NOBODY, ask_for_an_assessment, **said).ref


def assess(house, *, adviser: str = "") -> str:
    """A case we are assessing, with one request for advice made on 2 March 2026; answers with its reference."""
    ref = begin(house)
    carry_out(house.on(ASKED), SAM, allocate_a_caseworker, ref, person=JO.id)
    carry_out(house.on(ASSESSED), JO, agree_to_assess, ref, reasons=REASONS)
    asked = {"advice": "speech_language", "service": "speech-and-language", "agency": "health", "adviser": adviser}
    carry_out(house.on(ASSESSED), JO, ask_for_advice, ref, **asked)
    return ref


def tamper(*statements: str) -> None:
    """Change the database behind our backs, with the guards down."""
    dialect = db.engine.dialect.name
    db.session.rollback()
    for statement in (*drop_guards(dialect), *statements, *make_guards(dialect)):
        db.session.execute(text(statement))
    db.session.commit()


SEEDED = day("2026-11-24")


def seeded(folder: Path, *, cases: int = 8, seed: int = 1) -> Path:
    """A file with a small demonstration area in it, as it stands on one day; made once for all who ask."""
    made = folder / f"saltmarsh-{cases}-{seed}.sqlite3"
    with postgres.alone(folder):
        if not made.exists():
            with TemporaryDirectory(dir=folder) as beside:
                url = stores.fresh_sqlite(folder / f"{stores.TEMPLATE}.sqlite3", Path(beside))
                with open_house(url, Path(beside), SEEDED) as house:
                    enrol_everyone(house.office)
                    lived = {"seed": seed, "last_day": SEEDED, "made": lambda _: None}
                    make(house.office, wiring.office_on, cases, **lived)
                    db.session.rollback()
                with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection:
                    connection.execute("VACUUM INTO ?", [str(made)])
    return made


def person(house, who: str) -> Actor:
    """Somebody of the demonstration area, acting."""
    one = house.office.people.person(who)
    return Actor(one.id, one.name, one.post, one.service, one.setting, True)
