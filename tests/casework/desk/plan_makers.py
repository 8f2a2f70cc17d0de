"""An app with a few people of Saltmarsh in it, and a case by deeds as far as a plan that is being written or heard."""

import json
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

from flask import g

from casework.actions import carry_out
from casework.actions.advice import (
    accept_advice,
    ask_for_advice,
    confirm_the_story_read,
    submit_advice,
)
from casework.actions.decision import agree_to_assess, agree_to_write_a_plan
from casework.actions.joining import allocate_a_caseworker
from casework.actions.plan import serve_the_draft
from casework.actions.request import ask_for_an_assessment
from casework.desk import plan_drafts
from casework.desk.plan import plan_blueprints
from casework.outside.database import db
from casework.record.people import NOBODY, Actor
from casework.record.register import Service, Setting
from portal import create_app, wiring
from portal.settings import read_settings
from tests.casework.content_makers import a_plan, an_advice
from tests.makers import CHILD, STORY, day

JO = Actor("demo-jo", "Jo Marsh", post="caseworker", second_factor=True)
SAM = Actor("demo-sam", "Sam Reed", post="send manager", second_factor=True)
ASH = Actor("demo-ash", "Ash Okoro", post="adviser", service="speech-and-language", second_factor=True)
WILL = Actor("demo-will", "Will Tate", post="adviser", service="occupational-therapy", second_factor=True)
LEILA = Actor("demo-leila", "Leila Amin")
SERVICES = ("council-send", "speech-and-language", "occupational-therapy", "commissioning-body")
SETTINGS = {"elm-park": "Elm Park Primary School", "harbour-view": "Harbour View School"}
SLT = "speech_language-1"
NURSE = "school_nursing-1"
ASKED, ASSESSED, ADVISED, AGREED, SERVED = map(
    day, ("2026-02-02", "2026-03-02", "2026-03-10", "2026-05-01", "2026-05-11")
)
REASONS = {
    "family_words": "We read what you and the school told us, and Amira needs more help than schools usually give.",
    "evidence": ["story"],
    "test_applied": True,
}


def an_app(folder, url: str, today: date = AGREED):
    """The whole service on a database of its own, on one day, with nobody in it yet."""
    chosen = read_settings(
        {"INSTANCE_PATH": str(folder), "DATABASE_URL": url, "SECRET_KEY": "s" * 40, "QUICK_PASSWORDS": "1"}
    )
    chosen = replace(chosen, quick_passwords=True)
    app = create_app(chosen, office=wiring.office_on(wiring.real_office(chosen), today))
    app.config["TESTING"] = True
    app.before_request_funcs.setdefault(None, []).insert(0, _forget)
    return registered(app)


def _forget() -> None:
    """A test holds one app context open, in which the person of the request before would still be signed in."""
    g.pop("_login_user", None)


def of_amira(content: dict) -> dict:
    """An advice about Amira: the makers’ one is about Sam, whose name would hold Amira’s plan."""
    return json.loads(json.dumps(content).replace("Sam", "Amira"))


@contextmanager
def inside(app):
    """Inside, the database is this app's; afterwards no connection to it is left."""
    with app.app_context():
        try:
            enrol(office_of(app))
            yield office_of(app)
        finally:
            db.session.remove()
            db.engine.dispose()


def enrol(office) -> None:
    """The people, services and schools of these tests, in the registers."""
    with office.diary.one_write():
        for service in SERVICES:
            office.people.add_service(Service(service, service.replace("-", " ").capitalize(), "health"), by="import")
        for setting, name in SETTINGS.items():
            office.people.add_setting(Setting(setting, name, "maintained school", "primary"), by="import")
        for one in (JO, SAM, ASH, WILL, LEILA):
            more = {"post": one.post, "service": one.service, "state": "active"}
            office.people.enrol(id=one.id, name=one.name, email=f"{one.id}@demo.example", by="import", **more)


def office_of(app):
    """The office an app was built around."""
    return app.extensions["golden-thread"].office


def on(app, today: date):
    """The same app on another day."""
    wires = app.extensions["golden-thread"]
    wires.office = wiring.office_on(wires.office, today)
    return wires.office


def writing(office, **more) -> str:
    """A case whose plan is being written, with one accepted speech and language advice; answers with its reference."""
    ref = advised(office, **more)
    carry_out(office.at(AGREED), JO, agree_to_write_a_plan, ref, reasons=REASONS)
    return ref


def advised(office, **more) -> str:
    """A case with one accepted speech and language advice, before anybody decides; answers with its reference."""
    ref = _asked_and_agreed(office)
    there = office.at(ADVISED)
    content = of_amira(an_advice(**more))
    _advised(there, ref, "speech_language", service="speech-and-language", adviser=ASH, content=content)
    return ref


def _asked_and_agreed(office) -> str:
    """A request that was agreed to, with its caseworker."""
    people = [{"person": LEILA.id, "capacity": "parent", "purpose": "their child"}]
    case = carry_out(
        office.at(ASKED), NOBODY, ask_for_an_assessment, door="parent", child=CHILD, story=STORY, people=people
    )
    carry_out(office.at(ASKED), SAM, allocate_a_caseworker, case.ref, person=JO.id)
    carry_out(office.at(ASSESSED), JO, agree_to_assess, case.ref, reasons=REASONS)
    return case.ref


def _advised(office, ref, kind, *, service, adviser, content):
    """One service is asked, answers, and is accepted."""
    carry_out(office, JO, ask_for_advice, ref, advice=kind, service=service, agency="health")
    carry_out(office, adviser, confirm_the_story_read, ref, about=f"{kind}-1", person=adviser.id)
    carry_out(office, adviser, submit_advice, ref, about=f"{kind}-1", advice=content)
    carry_out(office, JO, accept_advice, ref, about=f"{kind}-1")


def advised_later(office, ref) -> None:
    """Occupational therapy sends advice after the plan was begun."""
    need = {"need_text": "Amira cannot yet fasten her own coat, so she is last out to play."}
    content = of_amira(an_advice("occupational_therapy", need=need))
    _advised(office, ref, "occupational_therapy", service="occupational-therapy", adviser=WILL, content=content)


def hearing(office, **more) -> str:
    """A case whose draft was served."""
    ref = writing(office, **more)
    carry_out(office.at(SERVED), JO, serve_the_draft, ref, plan=a_draft(SLT).to_content())
    return ref


def a_draft(*listed, **changes):
    """A draft that may be served: nothing in section I, and every accepted advice listed."""
    appendix = a_plan().appendices[0]
    return a_plan(placement=None, appendices=tuple(replace(appendix, about=about) for about in listed), **changes)


def begun(office, ref):
    """The plan of a case, opened for writing."""
    return plan_drafts.opened(office, JO, office.diary.read(ref))


def signed_in(app, actor=JO):
    """A browser without script, signed in as somebody."""
    client = app.test_client()
    token = office_of(app).accounts.sessions.begin(actor.id, with_second_factor=True, where="")
    with client.session_transaction() as session:
        session["_user_id"] = token
        session["forgery"] = "proof"
    return client


def press(client, path, **form):
    """Send a form of ours, as a browser without script does."""
    return client.post(path, data={"forgery": "proof"} | form)


def page(client, path) -> str:
    """What a page says, which must be there."""
    answer = client.get(path)
    assert answer.status_code == 200, f"{path} answered {answer.status_code}"
    return answer.text


def registered(app):
    """The app with the pages of the plan, wherever they are registered."""
    for blueprint in plan_blueprints():
        if blueprint.name not in app.blueprints:
            app.register_blueprint(blueprint)
    return app
