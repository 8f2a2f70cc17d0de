"""Proves who someone is, and puts an Actor on the request; the rest of the code meets only the Actor."""

import json
from urllib.parse import urlsplit

from flask import Blueprint, Flask, abort, g, redirect, render_template, request, session, url_for
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user

from casework.asking import proved
from casework.demonstration import people
from casework.errors import Refusal
from casework.record.people import NOBODY, Actor
from casework.tables import rows
from casework.web import office, opens
from portal.signin_questions import Code, Press, SignIn

signin = Blueprint("signin", __name__)
guard = LoginManager()
guard.session_protection = None  # sessions are ours: rows that can be ended, not what a browser says of itself
WRONG = "The email address or the password is not right. Check both and try again."
WAIT = "There have been too many tries. Wait 15 minutes, then try again, or ask for a link by email."
HALF = "half-signed-in"
CARRIED = ("forgery", "token", "version")


class SignedIn(UserMixin):
    """What Flask-Login knows: a session's token, and the person it belongs to."""

    def __init__(self, token, person, known):
        self.id = token
        self.person = person
        self.known = known


@guard.user_loader
def _load(token):
    """The person of a session that is still good."""
    known = office().accounts.session(token)
    person = office().people.person(known.person) if known else None
    return SignedIn(token, person, known) if person and person.state != "disabled" else None


def prepare(app: Flask) -> None:
    """Give the app its sign-in."""
    guard.init_app(app)


def load_actor() -> None:
    """Run before every request: who is acting."""
    g.actor = NOBODY
    if request.endpoint in ("static", "healthz", "readyz"):
        return
    if current_user.is_authenticated:
        one = current_user.person
        g.actor = Actor(one.id, one.name, one.post, one.service, one.setting, current_user.known.with_second_factor)


def sign_in_first():
    """What somebody sees who must sign in first: the way in, and nothing lost of what they had typed."""
    kept = ""
    if request.method == "POST":
        kept = office().accounts.keep_form(request.full_path, json.dumps(request.form.to_dict(flat=False)))
        session["kept"] = kept
    return redirect(url_for("signin.sign_in", next=request.full_path.rstrip("?"), kept="1" if kept else None), 303)


def enter(person, *, with_second_factor: bool, onward: str = ""):
    """Begin a new session, under a new name, and go on."""
    kept = session.get("kept")
    session.clear()
    if kept:
        session["kept"] = kept
    where = f"{request.user_agent.string[:120]}"
    token = office().accounts.begin(person.id, with_second_factor=with_second_factor, where=where)
    login_user(SignedIn(token, person, office().accounts.session(token)))
    return redirect(url_for("signin.kept") if kept else own_path(onward) or home_of(person.post), 303)


def own_path(onward: str) -> str:
    """A path of this service to go on to, or nothing: never somebody else's address."""
    parts = urlsplit(onward or "")
    plain = onward and onward.startswith("/") and not onward.startswith(("//", "/\\")) and "\\" not in onward
    return onward if plain and not parts.scheme and not parts.netloc and onward.isprintable() else ""


def home_of(post: str) -> str:
    """Where a post begins its day (posts.csv)."""
    return next((row["home"] for row in rows("posts") if row["post"] == post), "/")


@signin.route("/sign-in", methods=["GET", "POST"])
@opens("anyone")
def sign_in():
    """Email address and password; then a code, for those who must give one."""
    question, onward = SignIn(request.form), request.args.get("next", "")
    if question.answered:
        try:
            return _first_step(question, onward)
        except Refusal as refusal:
            question.refuse(refusal)
    offered = people.offered(office()) if office().area.demonstration else []
    return render_template("portal/signin/sign_in.html", question=question, onward=onward, offered=offered, kept=request.args.get("kept"))


def _first_step(question, onward):
    """Password right: in, or on to the code. Raises Refusal, the same for everybody it is not right for."""
    accounts, email = office().accounts, question.email.data.casefold()
    keys = (f"account {email}", f"address {request.remote_addr}")
    if accounts.must_wait(*keys):
        raise Refusal(WAIT)
    person = office().people.by_email(email)
    if not accounts.right_password(person.id if person else "", question.password.data) or person.state == "disabled":
        accounts.note_try(*keys)
        raise Refusal(WRONG)
    if accounts.second_factor(person.id):
        session[HALF] = person.id
        return redirect(url_for(".code", next=own_path(onward) or None), 303)
    if person.post:
        return _must_set_up(person, onward)
    return enter(person, with_second_factor=False, onward=onward)


def _must_set_up(person, onward):
    """Everyone who works here gives a code as well; somebody without one yet sets it up now."""
    session[HALF] = person.id
    return redirect(url_for("account.first_factor", next=own_path(onward) or None), 303)


@signin.route("/sign-in/code", methods=["GET", "POST"])
@opens("anyone")
def code():
    """The code from an authenticator."""
    question, person = Code(request.form), session.get(HALF, "")
    if not person:
        return redirect(url_for(".sign_in"), 303)
    if question.answered:
        keys = (f"code {person}",)
        if office().accounts.must_wait(*keys):
            question.refuse(Refusal(WAIT))
        elif office().accounts.right_code(person, question.code.data):
            return enter(office().people.person(person), with_second_factor=True, onward=request.args.get("next", ""))
        else:
            office().accounts.note_try(*keys)
            question.refuse(Refusal("That code is not right, or has been used. Wait for the next one and try again.", "code"))
    return render_template("portal/signin/code.html", question=question)


@signin.post("/sign-in/as/<person>")
@opens("anyone")
def as_somebody(person):
    """On a demonstration only: come in as one of its people."""
    known = {one["id"] for one in people.offered(office())} if office().area.demonstration else set()
    if person not in known or not proved(request.form.get("forgery", "")):
        abort(404)
    return enter(office().people.person(person), with_second_factor=True, onward=request.args.get("next", ""))


@signin.route("/sign-in/kept")
@opens("be signed in")
def kept():
    """What was typed when a session ran out, shown again with a button to send it."""
    found = office().accounts.kept_form(session.pop("kept", ""))
    if not found:
        return redirect(home_of(g.actor.post), 303)
    fields = [(name, value) for name, values in json.loads(found[1]).items() if name not in CARRIED for value in values]
    said = [(name.replace("_", " ").replace("-", " ").capitalize(), value) for name, value in fields if value.strip()]
    return render_template("portal/signin/kept.html", path=found[0].rstrip("?"), fields=fields, said=said, question=Press())


@signin.post("/sign-out")
@opens("anyone")
def sign_out():
    """Sign out: the session is over at once, on the server too."""
    if proved(request.form.get("forgery", "")) and current_user.is_authenticated:
        office().accounts.end(current_user.id)
    logout_user()
    session.clear()
    return redirect("/", 303)
