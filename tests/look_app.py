"""A small app that shows every macro in every state, so that a person can look at them and a test can scan them.

Run it: `.venv/bin/flask --app tests.look_app run --port 8102`, then open /gallery.
"""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from flask import Flask, flash, render_template, request
from jinja2 import FileSystemLoader

from casework import words
from casework.asking import (
    Address,
    Choice,
    Choices,
    Code,
    Confirm,
    Day,
    Email,
    LongWords,
    NhsNumber,
    Phone,
    Pick,
    Question,
    Secret,
    Upload,
    Upn,
    WholeNumber,
    Words,
    YesNo,
)
from casework.errors import Refusal
from casework.law.explain import explain
from portal.public import public
from portal.settings import Area, Service

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 10)
NONCE = "gallery-nonce"
POLICY = f"default-src 'none'; script-src 'self' 'nonce-{NONCE}'; style-src 'self' 'nonce-{NONCE}'; "
POLICY += "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'"
WHO = [("mother", "Mother"), ("father", "Father"), ("carer", "Foster carer", "Or special guardian"), ("other", "Other")]
SCHOOLS = [("1", "Elm Park School"), ("2", "Northgate School"), ("3", "Little Acorns"), ("4", "Ōwairaka School")]


SAYS = Service("Saltmarsh SENDIASS", "01632 960110", "help@sendiass.example", "https://sendiass.example")
AREA = Area(
    name="Saltmarsh Council",
    short_name="Saltmarsh",
    colour="#0b5d57",
    logo="",
    phone="01632 960100",
    email="send@saltmarsh.example",
    website="https://www.saltmarsh.example",
    address_lines=("Harbour House", "Saltmarsh"),
    signatory="Head of SEND",
    local_offer="https://localoffer.saltmarsh.example",
    complaints="https://www.saltmarsh.example/complaints",
    sendiass=SAYS,
    mediation=replace(SAYS, name="Estuary Mediation Service"),
    disagreement=replace(SAYS, name="Estuary Disagreement Resolution"),
    tribunal=replace(SAYS, name="First-tier Tribunal"),
    demonstration=True,
)


@dataclass(frozen=True)
class Someone:
    """Somebody signed in."""

    name: str = "Jo Marsh"
    signed_in: bool = True


class Everything(Question):
    """One field of each kind."""

    first_name = Words("First name", ask="Enter your child’s first name", hint="As on their passport", longest=60)
    love = LongWords("What do people love about your child?", hint="A few words is fine", most_words=20)
    story = LongWords("Their story so far", longest=2000, rows=4)
    born = Day("Date of birth", ask="Enter the date of birth", birthday=True)
    home = Address("Where do they live?", ask="Enter their address")
    who = Choice("How are you related to the child?", choices=WHO, ask="Choose how you are related")
    who_else = Words("How are you related?", ask="Say how you are related", only_if=("who", "other"))
    works = YesNo("Do you have parental responsibility?", ask="Choose yes or no")
    formats = Choices("How should we write to you?", choices=["Email", "Large print"], nothing=("no", "None of these"))
    school = Pick("Which school do they go to?", choices=SCHOOLS, searchable=True)
    hours = WholeNumber("Hours of help each week", least=1, most=40, unit="hours")
    nhs = NhsNumber("NHS number", hint="10 numbers, like 999 000 0018")
    upn = Upn("UPN")
    email = Email("Email address", ask="Enter your email address")
    phone = Phone("Phone number")
    secret = Secret("Password", ask="Enter your password")
    code = Code("Six-number code")
    documents = Upload("Reports or letters you have")
    sure = Confirm("I have read how you use this information", ask="Tick the box when you have read it")


class OneThing(Question):
    """One question a page."""

    born = Day("When was your child born?", ask="Enter the day your child was born", called="The day", birthday=True)


class Note(Question):
    """Something saved as it is typed."""

    words = LongWords("What helps?", longest=500)


def create_app(signed_in: bool = True) -> Flask:
    """The gallery."""
    app = Flask("gallery", root_path=str(ROOT), template_folder="templates", static_folder="static")
    app.jinja_options = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}
    app.jinja_loader = FileSystemLoader([ROOT / "templates", ROOT / "tests" / "gallery"])
    app.config.update(SECRET_KEY="only for the gallery", MAX_FORM_MEMORY_SIZE=4_000_000)
    app.jinja_env.filters.update(words.FILTERS)
    navigation = [("/gallery", "Worklist", True), ("/question", "Late advice", False), ("/errors", "My account", False)]
    app.context_processor(lambda: {
        "area": AREA, "actor": Someone() if signed_in else None, "csp_nonce": NONCE, "today": TODAY,
        "navigation": navigation if signed_in else [],
    })
    app.after_request(_policy)
    for rule, view in (("/gallery", gallery), ("/everything", everything), ("/question", question), ("/note", note)):
        app.add_url_rule(rule, view.__name__, view, methods=["GET", "POST"])
    app.register_blueprint(public)
    for code in (400, 403, 404, 405, 409, 413, 429, 500, 503):
        app.add_url_rule(f"/wrong/{code}", f"wrong{code}", partial(render_template, f"errors/{code}.html"))
    app.add_url_rule("/save", "save", save, methods=["POST"])
    return app


def _policy(response):
    """The same policy as the real pages have."""
    response.headers["Content-Security-Policy"] = POLICY
    return response


def gallery():
    """Every macro that shows something."""
    if "said" in request.args:
        flash("Your answers are saved.", "success")
    said = {"now": datetime(2026, 11, 10, 10, 42, 7, tzinfo=UTC), "day_of": date.fromisoformat, "explain": explain}
    return render_template("gallery.html", **said)


def everything():
    """One field of each kind, as it first looks and in fault."""
    form = Everything(request.form, **({"school": "1"} if "start" in request.args else {}))
    if form.answered:
        form.refuse(Refusal("That is all right, but this is only a gallery.", "first_name"))
    return render_template("everything.html", question=form)


def question():
    """One question a page."""
    form = OneThing(request.form)
    return render_template("one_thing.html", question=form, answered=form.answered)


def note():
    """Something saved as it is typed."""
    return render_template("note.html", question=Note(request.form))


def save():
    """Where the note is saved."""
    return {"saved": "10:42:07", "version": 2} if Note(request.form).ours else ({"sentence": "Not ours."}, 409)
