"""Asking in a test: the whole service on one day, and somebody who fills in its pages one after another."""

from contextlib import contextmanager
from contextvars import Context

from flask.testing import FlaskClient
from jinja2 import FileSystemBytecodeCache

from casework.outside.database import db
from casework.record.register import Service, Setting
from portal import create_app, wiring
from portal.settings import read_settings
from tests.makers import day
from tests.reader import read

TODAY = day("2026-11-02")
ELM_PARK = Setting("elm-park", "Elm Park Primary School", kind="school", email="office@elm-park.example")
THERAPY = Service("speech", "Speech and language therapy", "health", email="speech@health.example")
PARENT = {
    "intent": {"intent": "yes"},
    "child-first-name": {"child_first_name": "Amira"},
    "child-last-name": {"child_last_name": "Khan"},
    "child-dob": {"child_dob-day": "31", "child_dob-month": "3", "child_dob-year": "2016"},
    "child-address": {
        "child_address-line-1": "4 Quay Street",
        "child_address-town": "Saltmarsh",
        "child_address-postcode": "zz91aa",
    },
    "your-name": {"your_name": "Sara Khan"},
    "your-relationship": {"your_relationship": "mother"},
    "your-contact": {"your_contact-phone": "07700 900111", "your_contact-email": "sara@home.example"},
}
YOUNG_PERSON = {
    "intent": {"intent": "yes"},
    "name": {"name-first_name": "Tom", "name-last_name": "Bell"},
    "dob": {"dob-day": "1", "dob-month": "3", "dob-year": "2009"},
    "address": {"address-line-1": "1 Sea Road", "address-town": "Saltmarsh", "address-postcode": "ZZ9 1AA"},
    "contact": {"contact-phone": "07700 900222"},
}
CHILD = {
    "child-first_name": "Kit",
    "child-last_name": "Moss",
    "child-dob-day": "9",
    "child-dob-month": "1",
    "child-dob-year": "2018",
    "child-address-line-1": "3 Hill Lane",
    "child-address-town": "Saltmarsh",
    "child-address-postcode": "ZZ9 1AB",
}
SETTING = {
    "setting-id": {"setting_id-setting": "elm-park"},
    "person": {"person-name": "Ann Lee", "person-role": "SENCO", "person-email": "ann@elm-park.example"},
    "child": CHILD,
    "head-agrees": {"head_agrees": "Jo Head"},
}
PROFESSIONAL = {
    "route": {"route": "attention"},
    "you": {
        "you-name": "Ravi Shah",
        "you-role": "Health visitor",
        "you-organisation": "Estuary Health",
        "you-email": "ravi@health.example",
    },
    "child": CHILD,
    "told-family": {"told_family-told": "yes", "told_family-talked": "yes"},
    "why": {"why": "Kit does not yet put two words together."},
}
FAMILY = {"family-name": "Bo Moss", "family-email": "bo@home.example", "family-relationship": "mother"}


class Browser(FlaskClient):
    """A browser whose every request begins with nothing of the one before, as on a real server."""

    def open(self, *args, **kwargs):
        """Ask for a page."""
        return Context().run(super().open, *args, **kwargs)


def an_app(folder, url: str, today=TODAY):
    """The whole service on a database of its own, on one day, with one school and one service in the register."""
    quick = {"SECRET_KEY": "s" * 40, "QUICK_PASSWORDS": "1", "SITE_URL": "http://localhost"}
    chosen = read_settings({"INSTANCE_PATH": str(folder), "DATABASE_URL": url, **quick})
    app = create_app(chosen, office=wiring.office_on(wiring.real_office(chosen), today))
    app.config["TESTING"] = True  # whatever a page raises fails the test
    app.test_client_class = Browser
    # Reading the templates anew for each test would take longer than the test: all tests of a run share what was read.
    app.jinja_env.bytecode_cache = FileSystemBytecodeCache(str(folder.parent))
    return app


@contextmanager
def inside(app):
    """Inside, the database is this app's; afterwards no connection to it is left."""
    with app.app_context():
        try:
            people = office_of(app).people
            people.add_setting(ELM_PARK, by="")
            people.add_service(THERAPY, by="")
            yield app
        finally:
            db.session.remove()
            db.engine.dispose()


def office_of(app):
    """The office the app was built around, about to read what is there now."""
    db.session.rollback()
    return app.extensions["golden-thread"].office


class Asker:
    """Somebody at one door, with a browser of their own."""

    def __init__(self, app, door: str):
        self.app, self.door, self.client, self.unseen = app, door, app.test_client(), {}

    def open(self, page: str, **query):
        """Read a page of this door. Fails when it is not there."""
        answer = self.client.get(f"/ask/{self.door}/{page}", query_string=query, follow_redirects=True)
        assert answer.status_code == 200, f"{page}: {answer.status_code}"
        return read(answer)

    def start(self):
        """Begin, and read the first question."""
        form = self.open("start").forms[0]
        page = read(self.client.post(form.action, data=form.values, follow_redirects=True))
        self.unseen = {name: page.form.values[name] for name in ("forgery", "draft")}
        return page

    def put(self, slug: str, press: str = "", files=(), **answers):
        """Fill in one question and press a button, Continue when none is named. Answers with the response."""
        form = self.open(slug).form
        named = {box.replace("-", "_"): said for box, said in answers.items()}
        sent = form.filled(**named) | ({"then": press} if press else {})
        if files:
            box = next(box["name"] for box in form.boxes if box["type"] == "file")
            sent[box] = list(files)
            return self.client.post(form.action, data=sent, content_type="multipart/form-data")
        return self.client.post(form.action, data=sent)

    def refused(self, slug: str, **answers):
        """Fill in one question wrongly, and read the page as it comes back."""
        answer = self.put(slug, **answers)
        assert answer.status_code == 200, "It was taken."
        return read(answer)

    def answer_all(self, questions: dict) -> "Asker":
        """Answer these questions, each in order, without reading their pages first."""
        for slug, answers in questions.items():
            answer = self.client.post(f"/ask/{self.door}/{slug}", data=self.unseen | answers)
            assert answer.status_code == 303, f"{slug} was refused: {read(answer).errors}"
        return self

    def send(self):
        """Press the button on the last page, and read what comes."""
        form = self.open("check").form
        return read(self.client.post(form.action, data=form.values, follow_redirects=True))

    def case(self):
        """The case that was opened last."""
        office = office_of(self.app)
        return office.diary.read(office.diary.refs()[-1])


def asked(app, door: str, *questions: dict) -> Asker:
    """Somebody who has started at a door, answered these, and not yet sent it."""
    asker = Asker(app, door)
    asker.start()
    for each in questions:
        asker.answer_all(each)
    return asker


def post_owed(app) -> list:
    """Everything owed by post or email, oldest first."""
    office = office_of(app)
    return sorted(office.post.unsent(limit=200), key=lambda row: row.id)
