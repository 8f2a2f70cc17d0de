"""Proves who someone is, and puts an Actor on the request; the rest of the code meets only the Actor."""

from flask import Blueprint, Flask, abort, flash, g, redirect, render_template, request, session, url_for
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user

from casework.asking import proved
from casework.demonstration import people
from casework.errors import Refusal
from casework.record.people import NOBODY, Actor
from casework.tables import rows
from casework.web import office, opens
from portal.signin_device import address, device
from portal.signin_onward import asked_for, came_from, home_of, own_path
from portal.signin_questions import Code, Press, SignIn

signin = Blueprint("signin", __name__)
guard = LoginManager()
guard.session_protection = None  # sessions are ours: rows that can be ended, not what a browser says of itself
WRONG = "The email address or the password is not right. Check both and try again."
WRONG_CODE = "That code is not right, or has been used already. Wait for the next one, then enter it."
WAIT = (
    "There have been too many tries. Wait 15 minutes, then try again. "
    "If you have forgotten your password, you can choose a new one now."
)
WAIT_FOR_CODE = "There have been too many tries. Wait 15 minutes, then try again."
SIGNED_OUT = (
    "You have been signed out, so this is not saved yet. Your words are kept on this device. Sign in, then come back."
)
HALF, KEPT, SHOWN = "half", "kept", "kept-shown"  # names in the session
STAYS = ("ask", "asked", "_permanent")  # what a browser keeps when somebody signs in: the request they are writing
GROUPS = {"/my-cases": "Families", "/desk": "The council", "/advice": "Advisers", "/school": "Schools"}
GROUPS |= {"/desk/escalations": "Managers"}
UNSEEN = ("token", "version")  # what a form carries that nobody typed
SECRET = ("account", "signin", "links")  # pages whose forms hold passwords and codes, which are never kept
QUIET = ("static", "healthz", "readyz")


class SignedIn(UserMixin):
    """What Flask-Login knows: a session's token, and what our row of it says."""

    def __init__(self, token, known):
        self.id = token
        self.known = known


@guard.user_loader
def _load(token):
    """The session of a token while it is good. Somebody made up is nobody where this is not a demonstration."""
    known = office().accounts.sessions.find(token)
    return SignedIn(token, known) if known and not made_up_elsewhere(known.person) else None


def prepare(app: Flask) -> None:
    """Give the app its sign-in."""
    guard.init_app(app)


def load_actor() -> None:
    """Run before every request: who is acting, and which of their sessions this is."""
    g.actor, g.here = NOBODY, ""
    if request.endpoint in QUIET or not current_user.is_authenticated:
        return
    known = current_user.known
    one = known.person
    if not one.post or known.with_second_factor:  # somebody may be given a post while they are signed in as a parent
        # Cover is looked up at each request, so that it ends with its last day and not with a session.
        covering = office().people.absences.covering(one.id, office().today()) if one.post else frozenset()
        g.actor = Actor(one.id, one.name, one.post, one.service, one.setting, known.with_second_factor, covering)
        g.here = known.key


def sign_in_first():
    """What somebody sees who must sign in first: the way in, and nothing lost of what they had typed."""
    if request.headers.get("X-Saving"):
        return {"sentence": SIGNED_OUT}, 401
    if request.method == "POST" and request.blueprint not in SECRET:
        _keep_what_was_typed()
    return redirect(url_for("signin.sign_in", next=came_from() or None), 303)


def _keep_what_was_typed() -> None:
    """Keep a form for whoever was signed in here until they rested too long, and for nobody else."""
    whose = office().accounts.sessions.lapsed(session.get("_user_id", ""))
    typed = [(name, value) for name, value in request.form.items(multi=True) if name != "forgery"] if whose else []
    if any(value.strip() for name, value in typed if name not in UNSEEN):
        session[KEPT] = office().accounts.forms.keep(whose, request.full_path.rstrip("?"), typed)


def made_up_elsewhere(person) -> bool:
    """Whether this is a demonstration's person, whose password everybody can read, where there is no demonstration."""
    return not office().area.demonstration and person.id in {row["id"] for row in rows("demonstration-people")}


def arrive(person, onward: str = ""):
    """The first step was right: in, or on to the code, which everybody gives who works here or has asked for it."""
    has_code = office().accounts.codes.is_on(person.id)
    if not has_code and not person.post:
        return enter(person, with_second_factor=False, onward=onward)
    if not has_code:
        office().accounts.codes.start(person.id)
    office().accounts.sessions.end(session.get(HALF, ""))
    session[HALF] = office().accounts.sessions.begin(person.id, half=True, where=device())
    return redirect(url_for("signin.code" if has_code else "account.first_factor", next=onward or None), 303)


def half_way():
    """The person whose first step was right, while there is time for the second; or None."""
    known = office().accounts.sessions.half(session.get(HALF, ""))
    return known.person if known else None


def begin_session(person, *, with_second_factor: bool) -> None:
    """Sign somebody in, under a new name: nothing that was known of the browser before opens anything now."""
    accounts, before = office().accounts, dict(session)
    for old in (before.get(HALF), before.get("_user_id")):
        accounts.sessions.end(old or "")
    accounts.welcome(person.id)
    token = accounts.sessions.begin(person.id, with_second_factor=with_second_factor, where=device())
    session.clear()
    session.update({name: before[name] for name in STAYS if name in before})
    if accounts.forms.read(before.get(KEPT, ""), person.id):
        session[SHOWN] = before[KEPT]
    login_user(SignedIn(token, accounts.sessions.find(token)))
    load_actor()


def enter(person, *, with_second_factor: bool, onward: str = ""):
    """Sign somebody in and go on: to what they had typed, to where they were going, or to the home of their post."""
    begin_session(person, with_second_factor=with_second_factor)
    return redirect(onward_for(person, onward), 303)


def onward_for(person, onward: str) -> str:
    """Where somebody who has just signed in goes."""
    return url_for("signin.kept") if SHOWN in session else own_path(onward) or home_of(person.post)


def taken(question, step, *details):
    """Take a step with a question's answers. None when it is refused; the reason then stands beside its question."""
    try:
        return step(question, *details)
    except Refusal as refusal:
        question.refuse(refusal)
        return None


@signin.route("/sign-in", methods=["GET", "POST"])
@opens("anyone")
def sign_in():
    """Email address and password; then a code, for those who must give one."""
    question, onward = SignIn(request.form), asked_for()
    if question.answered and (done := taken(question, _first_step, onward)):
        return done
    lapsed = not g.actor.signed_in and bool(office().accounts.sessions.lapsed(session.get("_user_id", "")))
    offered = _in_groups(people.offered(office())) if office().area.demonstration else {}
    said = {"lapsed": lapsed, "kept": lapsed and session.get(KEPT), "again": request.args.get("again")}
    return render_template("portal/signin/sign_in.html", question=question, onward=onward, offered=offered, **said)


def _in_groups(offered) -> dict[str, list]:
    """A demonstration's people by the pages they begin their day on."""
    found = {name: [] for name in GROUPS.values()}
    for one in offered:
        post = "" if one["capacity"] == "family" else one["capacity"]
        found[GROUPS.get(home_of(post), "The council")].append(one)
    return {name: ones for name, ones in found.items() if ones}


def _first_step(question, onward):
    """Password right: in, or on to the code. Raises Refusal, the same for everybody it is not right for."""
    accounts, email = office().accounts, question.email.data
    counted = accounts.tries.begin(account=email, address=address())
    if counted is None:
        raise Refusal(WAIT, "email")
    person = accounts.known_by(email, question.password.data)
    if person is None or made_up_elsewhere(person):
        raise Refusal(WRONG, "email")
    accounts.tries.forgive(counted, account=email, address=address())
    return arrive(person, onward)


@signin.route("/sign-in/code", methods=["GET", "POST"])
@opens("anyone")
def code():
    """The code from an authenticator, or a spare one."""
    question, person, onward = Code(request.form), half_way(), asked_for()
    if person is None:
        return redirect(url_for(".sign_in", again="yes", next=onward or None), 303)
    if question.answered and (done := taken(question, _second_step, person, onward)):
        return done
    return render_template("portal/signin/code.html", question=question)


def _second_step(question, person, onward):
    """Code right: in. Raises Refusal."""
    check_code(person.id, question.code.data)
    return enter(person, with_second_factor=True, onward=onward)


def check_code(person: str, typed: str) -> None:
    """Raises Refusal for a code that is not right, or when there have been too many tries."""
    counted = office().accounts.tries.begin(code=person)
    if counted is None:
        raise Refusal(WAIT_FOR_CODE, "code")
    if not office().accounts.codes.right(person, typed):
        raise Refusal(WRONG_CODE, "code")
    office().accounts.tries.forgive(counted, code=person)


@signin.post("/sign-in/as/<person>")
@opens("anyone")
def as_somebody(person):
    """On a demonstration only: come in as one of its people, the code included."""
    known = {one["id"] for one in people.offered(office())} if office().area.demonstration else set()
    if person not in known or not proved(request.form.get("forgery", "")):
        abort(404)
    one = office().people.person(person)
    return enter(one, with_second_factor=bool(one.post), onward=asked_for())


@signin.get("/sign-in/kept")
@opens("be signed in")
def kept():
    """What was typed when a session ran out, and a button that shows its page again. Nothing is sent by this."""
    found = office().accounts.forms.read(session.get(SHOWN, ""), g.actor.id)
    if found is None:
        return redirect(home_of(g.actor.post), 303)
    said = [(_named(name), value) for name, value in found.fields if value.strip() and name not in UNSEEN]
    return render_template("portal/signin/kept.html", found=found, said=said)


def _named(name: str) -> str:
    """The name of a box, as words."""
    return name.replace("_", " ").replace("-", " ").capitalize()


@signin.route("/sign-out", methods=["GET", "POST"])
@opens("anyone")
def sign_out():
    """Sign out: the session is over at once, on the server too."""
    question = Press(request.form)
    if not question.answered:
        return render_template("portal/signin/sign_out.html", question=question)
    leave()
    flash("You are signed out.", "success")
    gone = redirect(url_for(".sign_in"), 303)
    gone.headers["Clear-Site-Data"] = '"storage"'  # words kept on this device for a page that was not saved yet
    return gone


def leave() -> None:
    """End this session, and forget what this browser knew."""
    office().accounts.sessions.end(session.get("_user_id", ""))
    for key in {session.get(KEPT), session.get(SHOWN)} - {None}:
        office().accounts.forms.drop(key)
    logout_user()
    session.clear()
    load_actor()
