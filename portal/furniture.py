"""What every page has: settings, headers, words, navigation, and the pages for when something is wrong."""

import secrets
from datetime import timedelta

from flask import Flask, g, render_template, request
from werkzeug.exceptions import HTTPException
from werkzeug.middleware.proxy_fix import ProxyFix

from casework import asking, web, words
from casework.errors import NotYours, Refusal, SomeoneElseWrote
from portal.settings import Settings

MOST_AT_ONCE = 130 * 1024 * 1024  # bytes in one request: five files of 25 MB and some words
MOST_WORDS = 4 * 1024 * 1024  # bytes of typed words in one request: Flask’s own limit would lose a long story
KEPT_AWHILE = ("static", "calendars.fetch")  # a calendar program asks whether anything has changed
ACCOUNT, COVER = ("/account", "My account"), ("/cover", "Away and cover")
LATE, IN_TIME = ("/desk/escalations", "Late advice"), ("/desk/compliance", "In time")
OWED = ("/owed", "What is owed")
NAVIGATION = {
    "": (("/my-cases", "My requests"), ACCOUNT),
    "advice": (("/advice", "Advice"), OWED, COVER, ACCOUNT),
    "school": (("/school", "Consultations"), ("/advice", "Advice"), OWED, COVER, ACCOUNT),
    "manager": (LATE, OWED, IN_TIME, ("/advice", "Advice"), COVER, ACCOUNT),
    "people": (("/desk/people", "People and posts"), COVER, ACCOUNT),
    "no room yet": (ACCOUNT,),
    "desk": (("/desk", "Worklist"), OWED, LATE, COVER, ACCOUNT),
    "council manager": (("/desk", "Worklist"), OWED, LATE, IN_TIME, COVER, ACCOUNT),
}
ROOMS = {"adviser": "advice", "school staff": "school", "service manager": "manager", "head of service": "manager"}
ROOMS |= dict.fromkeys(("agency lead", "director", "executive", "director of children's services"), "manager")
ROOMS |= {"caseworker": "desk"} | dict.fromkeys(("send manager", "head of send"), "council manager")
ROOMS |= {"administrator": "people"} | dict.fromkeys(("panel member", "quality reader", "commissioner"), "no room yet")


def configure(app: Flask, settings: Settings) -> None:
    """Flask's own settings, said in one place."""
    app.config.update(
        SECRET_KEY=settings.secret_key,
        SESSION_COOKIE_NAME="thread",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=settings.secure_cookies,
        PERMANENT_SESSION_LIFETIME=timedelta(hours=12),
        MAX_CONTENT_LENGTH=MOST_AT_ONCE,
        MAX_FORM_MEMORY_SIZE=MOST_WORDS,
        MAX_FORM_PARTS=2000,
        SEND_FILE_MAX_AGE_DEFAULT=timedelta(days=30),
        GOLDEN_THREAD=settings,
    )
    if settings.behind_proxy:
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1, x_proto=1)
    app.before_request(_nonce)  # first of all, so that a refusal has one too
    app.jinja_options = app.jinja_options | {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}


def furnish(app: Flask) -> None:
    """Headers, filters, what every template may use, and the pages for when something is wrong."""
    app.after_request(_headers)
    app.context_processor(_always)
    app.jinja_env.filters.update(words.FILTERS)
    app.register_error_handler(NotYours, lambda _: _page(404))
    app.register_error_handler(Refusal, lambda refusal: _page(409, refusal.sentence))
    app.register_error_handler(SomeoneElseWrote, lambda clash: _page(409, clash.sentence))
    app.register_error_handler(HTTPException, _told)
    app.register_error_handler(500, lambda _: _page(500))
    app.add_url_rule("/healthz", "healthz", lambda: ("ok", 200, {"Content-Type": "text/plain"}))
    app.add_url_rule("/readyz", "readyz", _ready)


def _told(error):
    """The page for what Werkzeug refuses; a redirect, or a page that has not changed, goes as it is."""
    return error if error.code and error.code < 400 else _page(error.code or 500)


def _ready():
    """Whether the database answers: for whatever watches this service."""
    web.office().diary.count()
    return "ready", 200, {"Content-Type": "text/plain"}


def _nonce():
    """A new nonce for each page, so that only our own script elements run."""
    g.nonce = secrets.token_urlsafe(18)


def _headers(response):
    """Nothing from elsewhere, nothing framed, nothing kept by a shared machine."""
    nonce = g.get("nonce", "")
    # A file that somebody sent comes in a sandbox of its own, which is stricter and stays.
    policy = (
        f"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'; "
        "img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'; manifest-src 'self'; object-src 'none'"
    )
    response.headers.setdefault("Content-Security-Policy", policy)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "same-origin"
    response.headers["Cross-Origin-Opener-Policy"] = "same-origin"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    response.headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
    if request.endpoint not in KEPT_AWHILE:
        response.headers["Cache-Control"] = "no-store"
    return response


def _always():
    """What every template may use."""
    actor = g.get("actor")
    return {
        "area": web.office().area,
        "actor": actor,
        "csp_nonce": g.get("nonce", ""),
        "navigation": _navigation(actor),
        "today": web.office().today(),
        "may": web.may,
        "proof": asking.proof,
    }


def _navigation(actor):
    """The links at the top, for who is signed in."""
    if not actor or not actor.signed_in:
        return []
    links = NAVIGATION[ROOMS.get(actor.post, "")]
    here = [href for href, _ in links if request.path == href or request.path.startswith(f"{href}/")]
    nearest = max(here, key=len, default="")  # “Late advice” lies below “Worklist”, and is not both
    return [(href, words_, href == nearest) for href, words_ in links]


def _page(code: int, sentence: str = ""):
    """The page for something that is wrong: what happened, and what to do next."""
    known = {400, 403, 404, 405, 409, 413, 429, 503}
    shown = code if code in known else 500 if code >= 500 else 400
    return render_template(f"errors/{shown}.html", sentence=sentence), code
