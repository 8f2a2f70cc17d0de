"""Makers for tests of signing in: the real service on a clock with hands, and the browsers of people who use it."""

import json
import re
from contextlib import contextmanager
from dataclasses import replace

import pyotp
from flask import render_template_string, request

from casework.asking import Carried, LongWords, Question
from casework.outside.accounts import Accounts
from casework.outside.database import db
from casework.outside.people import People
from casework.outside.post import Post
from casework.outside.schema.record import post
from casework.web import opens
from portal import create_app
from portal.settings import read_settings
from portal.wiring import real_office
from tests.casework.outside.register_makers import PARENT, PASSWORD, a_parent, a_therapist
from tests.reader import read

PAGE = """{% extends "layout.html" %}{% from "macros/question.html" import ask, question_form %}
{% block page_title %}What helps?{% endblock %}
{% block content %}{% call question_form(question, button="Send") %}{{ ask(question.version) }}
{{ ask(question.words, as_title=true) }}{% endcall %}{% endblock %}"""
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@contextmanager
def service(url, folder, hands, *, demonstration=False):
    """The real service, on a test's clock, with hashes that cost little; its connections are closed at the end."""
    chosen = read_settings({"INSTANCE_PATH": str(folder), "DATABASE_URL": url, "QUICK_PASSWORDS": "1"})
    chosen = replace(chosen, area=replace(chosen.area, demonstration=demonstration))
    office = replace(
        real_office(chosen),
        people=People(hands),
        accounts=Accounts(hands, quick=True),
        post=Post(hands),
        clock_now=hands,
        clock_today=lambda: hands().date(),
    )
    app = create_app(chosen, office)
    app.add_url_rule("/note", "note", note, methods=["GET", "POST"])
    yield app
    with app.app_context():
        db.engine.dispose()


class Note(Question):
    """Something worth keeping."""

    words = LongWords("What helps?", ask="Say what helps")
    version = Carried()


@opens("be signed in")
def note():
    """A page to type on, as any page of the service for somebody who is signed in."""
    question = Note(request.form)
    return "Sent." if question.answered else render_template_string(PAGE, question=question)


def office_of(app):
    """The office of a service."""
    return app.extensions["golden-thread"].office


def leila(app):
    """A parent with a password."""
    with app.app_context():
        person = a_parent(office_of(app).people)
        office_of(app).accounts.set_password(person.id, PASSWORD)
        return person


def ash(app):
    """A therapist with a password and a second factor."""
    with app.app_context():
        person = a_therapist(office_of(app).people)
        office_of(app).accounts.set_password(person.id, PASSWORD)
        office_of(app).accounts.turn_on(person.id, SECRET)
        return person


def code_now(hands, secret=SECRET) -> str:
    """What an authenticator shows."""
    return pyotp.TOTP(secret).at(int(hands().timestamp()))


def send(client, path, to="", **answers):
    """Fill in the form of a page and send it, as a browser does. `to` picks one of several forms by its address."""
    page = read(client.get(path))
    form = page.form_to(to) if to else page.form
    return client.post(form.action, data=form.filled(**answers))


def signs_in(client, email=PARENT, password=PASSWORD, path="/sign-in"):
    """Send the sign-in page with these answers."""
    return send(client, path, "/sign-in", email=email, password=password)


def comes_in(client, email=PARENT, hands=None, path="/sign-in"):
    """Sign in whole, the code included when there is a clock to make it with."""
    answer = signs_in(client, email, path=path)
    return send(client, answer.location, code=code_now(hands)) if hands else answer


def is_in(client) -> str:
    """The name of who is signed in here, or nothing."""
    answer = client.get("/account")
    return read(answer).text.split("Name ")[1].split(" Email")[0] if answer.status_code == 200 else ""


def mail(app) -> list[tuple[str, str, str]]:
    """Every email that is owed: to whom, which, and where its link leads within the service."""
    with app.app_context():
        rows = db.session.execute(post.select().order_by(post.c.id)).all()
    return [(row.email, row.letter, re.sub(r"^https?://[^/]+", "", json.loads(row.facts)["link"])) for row in rows]


__all__ = [
    *("PARENT", "PASSWORD", "SECRET", "ash", "code_now", "comes_in", "is_in", "leila", "mail", "office_of"),
    *("read", "send", "service", "signs_in"),
]
