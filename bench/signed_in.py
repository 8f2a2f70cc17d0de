"""The real service on its own database with somebody signed in, for measuring pages as a browser asks for them."""

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine

from casework.outside.database import db
from casework.record.people import Actor
from portal import create_app, wiring
from portal.settings import read_settings
from tests import stores
from tests.office import enrol

TODAY = date(2026, 11, 24)


@dataclass
class Copy:
    """A copy of the service, and its office on a fixed day."""

    app: Any
    office: Any

    def on(self, day: date):
        """The office on another day."""
        return wiring.office_on(self.office, day)

    def actor(self, person: str) -> Actor:
        """Somebody of the register, acting."""
        one = self.office.people.person(person)
        return Actor(one.id, one.name, one.post, one.service, one.setting, True)

    def client(self, person: str):
        """A browser in which somebody is signed in."""
        client = self.app.test_client()
        with self.app.app_context():
            token = self.office.accounts.sessions.begin(person, with_second_factor=True, where="bench")
        with client.session_transaction() as session:
            session["_user_id"], session["_fresh"] = token, True
        return client


@contextmanager
def a_copy():
    """A migrated copy of the service with a few people in it, thrown away afterwards."""
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/golden-thread.sqlite3"
        stores.migrate(url)
        chosen = read_settings({"INSTANCE_PATH": folder, "DATABASE_URL": url, "QUICK_PASSWORDS": "1"})
        app = create_app(chosen, wiring.office_on(wiring.real_office(chosen), TODAY))
        copy = Copy(app, app.extensions["golden-thread"].office)
        with app.app_context():
            enrol(copy.office)
        yield copy
        with app.app_context():
            db.engine.dispose()


@contextmanager
def counting():
    """Count the questions asked of the database: a list that grows by one for each."""
    asked: list[str] = []

    def note(_connection, _cursor, statement, *_):
        asked.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def side_by_side(pages: dict[str, Any], rounds: int) -> dict[str, float]:
    """Medians in seconds of functions called in turn, after one call of each that is not counted."""
    seconds: dict[str, list[float]] = {name: [] for name in pages}
    for round_ in range(rounds + 1):
        for name, ask in pages.items():
            start = perf_counter()
            ask()
            if round_:
                seconds[name].append(perf_counter() - start)
    return {name: median(each) for name, each in seconds.items()}


def opened(client, address: str, must_say: str):
    """Open a page, and stop with a sentence when it is not the page that was meant."""
    answer = client.get(address)
    if answer.status_code != 200 or must_say not in answer.text:
        raise SystemExit(f"{address} answered {answer.status_code} and does not say “{must_say}”.")
    return answer
