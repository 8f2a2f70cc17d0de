"""Open pages: what an assessment is and how long it takes, help, privacy, accessibility, cookies."""

import hashlib
from functools import cache

from flask import Blueprint, current_app, render_template

from casework.asking import proof
from casework.law.stages import stages_for_families
from casework.tables import rows
from casework.web import opens

public = Blueprint("public", __name__)

SAID_OFTEN = (
    *("EHC needs assessment", "EHC plan", "Advice", "Draft plan", "Final plan", "Outcome", "Annual review"),
    *("Mediation", "Tribunal", "SENDIASS", "SENCO", "Lead professional", "Local offer", "Personal budget"),
)


@public.app_context_processor
def _proof():
    """The proof that the sign-out button in the header came from a page of ours."""
    return {"proof": proof}


@public.app_url_defaults
def _stamp(endpoint, values):
    """A static file's address changes with its bytes, so that a browser may keep it for ever."""
    if endpoint == "static" and "filename" in values and "v" not in values:
        values["v"] = _version(current_app.static_folder, values["filename"])


@cache
def _version(folder: str, name: str) -> str:
    """The first letters of a static file's digest."""
    with open(f"{folder}/{name}", "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:10]


@public.route("/")
@opens("anyone")
def start():
    """The first page: what an assessment is, and the way in."""
    return render_template("portal/public/start.html", stages=stages_for_families())


@public.route("/how-long")
@opens("anyone")
def how_long():
    """How long each step may take, printed from the timetable."""
    return render_template("portal/public/how_long.html", stages=stages_for_families())


@public.route("/help")
@opens("anyone")
def get_help():
    """Who can help, and what the words mean."""
    said = {row["term"]: row["plain words"] for row in rows("glossary") if row["kind"] == "term"}
    terms = [(term, said[term]) for term in SAID_OFTEN if term in said]
    return render_template("portal/public/help.html", terms=terms)


@public.route("/privacy")
@opens("anyone")
def privacy():
    """How we use what people tell us, and what they may choose."""
    return render_template("portal/public/privacy.html", choices=rows("consents"))


@public.route("/accessibility-statement")
@opens("anyone")
def accessibility_statement():
    """What we do so that everyone can use this, and what we have not yet tried."""
    return render_template("portal/public/accessibility.html")


@public.route("/cookies")
@opens("anyone")
def cookies():
    """The one cookie there is."""
    return render_template("portal/public/cookies.html")
