"""Makers for tests of the registers and of signing in: an open database, a clock with hands, and a few people."""

from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from casework.outside.database import db
from casework.record.register import Service
from tests import stores

PASSWORD = "harbour gull lantern"
PARENT = "leila.amin@mail.example"
THERAPIST = "ash.okoro@health.example"


class Hands:
    """A clock whose hands a test moves."""

    def __init__(self):
        self.moment = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def on(self, **by) -> None:
        """Move the hands on: on(minutes=31)."""
        self.moment += timedelta(**by)


@contextmanager
def opened(url: str):
    """A database to read and write until the end."""
    app = stores.small_app(url)
    with app.app_context():
        try:
            yield app
        finally:
            db.session.remove()
            db.engine.dispose()


def a_parent(people, **more):
    """Somebody in a family."""
    return people.enrol(name="Leila Amin", email=PARENT, phone="07700 900101", **more)


def a_therapist(people, **more):
    """Somebody who gives advice."""
    said = {"post": "adviser", "service": "speech-and-language"} | more
    return people.enrol(name="Ash Okoro", email=THERAPIST, **said)


def services(people) -> None:
    """Two services of one agency, and one of another."""
    therapy = Service("speech-and-language", "Speech and language therapy", "health", ("speech_language",))
    people.keep_service(therapy, by="test")
    doctors = Service("community-health", "Community paediatrics", "health", ("medical", "nursing"))
    people.keep_service(doctors, by="test")
    people.keep_service(Service("early-help", "Early help", "social care", ("social_care",)), by="test")
