"""The whole service with a few people of Saltmarsh in it, cases by deeds, and browsers that are signed in."""

from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from flask import g
from sqlalchemy import event
from sqlalchemy.engine import Engine

from casework.actions import carry_out
from casework.actions.advice import accept_advice, ask_for_advice, confirm_the_story_read, submit_advice
from casework.actions.decision import agree_to_assess, agree_to_write_a_plan
from casework.actions.joining import allocate_a_caseworker
from casework.actions.plan import serve_the_draft
from casework.actions.request import ask_for_an_assessment
from casework.outside.database import db
from casework.record.people import NOBODY, Actor
from casework.record.register import Service, Setting
from portal import create_app, wiring
from portal.settings import read_settings
from tests.casework.content_makers import an_advice
from tests.casework.desk.plan_makers import a_draft
from tests.makers import CHILD, STORY, day
from tests.office import REASONS
from tests.reader import read

JO = Actor("jo", "Jo Marsh", post="caseworker", service="council-send", second_factor=True)
PRIYA = Actor("priya", "Priya Nair", post="caseworker", service="council-send", second_factor=True)
SAM = Actor("sam", "Sam Reed", post="send manager", service="council-send", second_factor=True)
ASH = Actor("ash", "Ash Okoro", post="adviser", service="speech-and-language", second_factor=True)
VAL = Actor("val", "Val Price", post="service manager", service="speech-and-language", second_factor=True)
DOT = Actor("dot", "Dot Lowe", post="director", service="community-paediatrics", second_factor=True)
ANNA = Actor("anna", "Anna Birch", post="school staff", service="elm-park", setting="elm-park", second_factor=True)
LEILA, ROBIN = Actor("leila", "Leila Amin"), Actor("robin", "Robin Vale")
EVERYONE = (JO, PRIYA, SAM, ASH, VAL, DOT, ANNA, LEILA, ROBIN)
SERVICES = {
    "council-send": ("council", ()),
    "speech-and-language": ("health", ("speech_language",)),
    "community-paediatrics": ("health", ("medical_paediatric",)),
    "school-nursing": ("health", ("school_nursing",)),
    "educational-psychology": ("psychology", ("educational_psychology",)),
    "early-help": ("social care", ("social_care_early_help",)),
    "elm-park": ("education", ("education_setting",)),
    "commissioning-body": ("health", ()),
    "social-care": ("social care", ()),
}
SLT = "speech_language-1"
ASKED, ASSESSED, ADVISED, AGREED, SERVED = (
    day(text) for text in ("2026-02-02", "2026-03-02", "2026-03-10", "2026-05-01", "2026-05-11")
)
PEOPLE = [
    {"person": LEILA.id, "capacity": "parent", "purpose": "is the child’s parent"},
    {"person": "", "capacity": "setting attended", "purpose": "is where the child learns", "setting": "elm-park"},
]


@dataclass
class Desk:
    """The service on one day, with the app context open around it."""

    app: Any
    office: Any

    def on(self, today: date):
        """The office on another day; the pages stay on theirs."""
        return wiring.office_on(self.office, today)

    def turn_to(self, today: date) -> None:
        """Let the pages find another day."""
        self.office = self.on(today)
        self.app.extensions["golden-thread"].office = self.office

    def case(self, ref: str):
        """A case as its diary tells it."""
        return self.office.diary.read(ref)

    def client(self, actor: Actor):
        """A browser without script in which somebody is signed in."""
        client = self.app.test_client()
        token = self.office.accounts.sessions.begin(actor.id, with_second_factor=True, where="")
        with client.session_transaction() as session:
            session["_user_id"] = token
        return client


@contextmanager
def open_desk(url: str, folder, today: date = SERVED):
    """The whole service on a fresh database, with the people, services and school of these tests."""
    settings = {"INSTANCE_PATH": str(folder), "DATABASE_URL": url, "SECRET_KEY": "s" * 40, "QUICK_PASSWORDS": "1"}
    chosen = replace(read_settings(settings), quick_passwords=True)
    app = create_app(chosen, wiring.office_on(wiring.real_office(chosen), today))
    app.config["TESTING"] = True
    app.before_request_funcs.setdefault(None, []).insert(0, _forget)
    with app.app_context():
        try:
            desk = Desk(app, app.extensions["golden-thread"].office)
            enrol(desk.office)
            yield desk
        finally:
            db.session.remove()
            db.engine.dispose()


def _forget() -> None:
    """A test holds one app context open, in which the person of the request before would still be signed in."""
    g.pop("_login_user", None)


def enrol(office) -> None:
    """Everybody, and where they work."""
    with office.diary.one_write():
        for name, (agency, gives) in SERVICES.items():
            words = name.replace("-", " ").capitalize()
            office.people.add_service(Service(name, words, agency, gives, f"{name}@health.example"), by="import")
        school = Setting("elm-park", "Elm Park Primary School", "maintained school", "primary", email="e@park.example")
        office.people.add_setting(school, by="import")
        for one in EVERYONE:
            said = {"post": one.post, "service": one.service, "setting": one.setting, "state": "active"}
            said |= {"phone": "01632 960101", "address": "1 Quay Street\nSaltmarsh"}
            office.people.enrol(id=one.id, name=one.name, email=f"{one.id}@demo.example", by="import", **said)


def asked(desk: Desk, on: date = ASKED, officer: Actor | None = JO, **child) -> str:
    """A parent asked, and the case was given to somebody unless nobody is said; answers with the reference."""
    known = CHILD | {"preferred_name": child.get("first_name", "Amira")} | child
    said = {"door": "parent", "child": known, "story": STORY, "people": PEOPLE}
    ref = carry_out(desk.on(on), NOBODY, ask_for_an_assessment, **said).ref
    if officer:
        carry_out(desk.on(on), SAM, allocate_a_caseworker, ref, person=officer.id)
    return ref


def assessing(desk: Desk, on: date = ASKED, officer: Actor = JO, **child) -> str:
    """A case that is being assessed four weeks after the request, with speech therapy asked for advice."""
    ref = asked(desk, on, officer, **child)
    agreed = on + timedelta(weeks=4)
    carry_out(desk.on(agreed), officer, agree_to_assess, ref, reasons=REASONS)
    said = {"advice": "speech_language", "service": "speech-and-language", "agency": "health"}
    carry_out(desk.on(agreed), officer, ask_for_advice, ref, **said)
    return ref


def advised(desk: Desk, **child) -> str:
    """A case whose advice has come and waits to be read."""
    ref = assessing(desk, **child)
    carry_out(desk.on(ADVISED), ASH, confirm_the_story_read, ref, about=SLT, person=ASH.id)
    carry_out(desk.on(ADVISED), ASH, submit_advice, ref, about=SLT, advice=an_advice())
    return ref


def served(desk: Desk) -> str:
    """A case whose draft plan has been served."""
    ref = advised(desk)
    carry_out(desk.on(ADVISED), JO, accept_advice, ref, about=SLT)
    carry_out(desk.on(AGREED), JO, agree_to_write_a_plan, ref, reasons=REASONS)
    carry_out(desk.on(SERVED), JO, serve_the_draft, ref, plan=a_draft(SLT).to_content())
    return ref


def page(client, path: str):
    """A page, read as an editor would. Fails when it is not shown."""
    answer = client.get(path)
    assert answer.status_code == 200, f"{path} answered {answer.status_code}"
    return read(answer)


def send(client, path: str, ending: str = "", **answers):
    """Fill in the form of a page and send it, as a browser without script does."""
    shown = page(client, path)
    form = shown.form_to(ending) if ending else shown.form_to(path.split("?")[0].rstrip("/"))
    return client.post(form.action, data=form.filled(**answers))


def refused(answer) -> str:
    """What a page says when a form was not carried out."""
    assert answer.status_code == 200, answer.status_code
    return read(answer).text


@contextmanager
def counting():
    """Count the questions asked of the database: a list that grows by one for each."""
    statements: list[str] = []

    def note(_connection, _cursor, statement, *_):
        statements.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(Engine, "before_cursor_execute", note)
