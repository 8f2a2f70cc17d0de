"""A person's own account: where they are signed in, their password, and their second factor."""

import segno
from flask import Blueprint, abort, flash, g, redirect, render_template, request, session, url_for
from markupsafe import Markup

from casework.errors import Refusal
from casework.web import office, onward, opens
from portal.signin import WAIT_FOR_CODE, begin_session, check_code, half_way, onward_for, taken
from portal.signin_device import address
from portal.signin_links import say_it_changed
from portal.signin_onward import asked_for
from portal.signin_questions import Change, Code, NewPassword, NewPhone, Press

account = Blueprint("account", __name__, url_prefix="/account")
WRONG_NOW = "That is not the password you have now."
PICTURE = "Picture to scan with your authenticator app"
NOT_SEEN = "That code is not right. Check that the app shows “Golden Thread”, then enter the 6 numbers it shows now."


def me():
    """The person who is signed in, as the register has them."""
    return office().people.person(g.actor.id)


@account.get("/")
@account.get("", strict_slashes=False)
@opens("be signed in")
def mine():
    """Where I am signed in, and what protects my account."""
    accounts, person = office().accounts, me()
    said = {"has_password": accounts.has_password(person.id), "has_code": accounts.codes.is_on(person.id)}
    said |= {"spares": accounts.codes.spares_left(person.id), "sessions": accounts.sessions.of(person)}
    return render_template("portal/signin/account.html", person=person, press=Press(), **said)


@account.post("/end/<key>")
@opens("be signed in")
def end(key):
    """End one of my sessions."""
    if Press(request.form).answered:
        office().accounts.sessions.end_one(g.actor.id, key)
        flash("That device is signed out.", "success")
    return onward(".mine")


@account.post("/end-others")
@opens("be signed in")
def end_others():
    """End every session of mine but this one."""
    if Press(request.form).answered:
        office().accounts.sessions.end_all(g.actor.id, but=session["_user_id"])
        flash("Every other device is signed out.", "success")
    return onward(".mine")


@account.route("/password", methods=["GET", "POST"])
@opens("be signed in")
def password():
    """Change my password, or choose a first one; everywhere else I am signed in ends."""
    has_one = office().accounts.has_password(g.actor.id)
    question = (Change if has_one else NewPassword)(request.form)
    if question.answered and (done := taken(question, _change_password, has_one)):
        return done
    return render_template("portal/signin/password.html", question=question, has_one=has_one)


def _change_password(question, has_one):
    """The new password, under a new session. Raises Refusal when the old one is wrong, or the new one will not do."""
    person = me()
    if has_one:
        check_password_now(question.now.data)
    with office().diary.one_write():
        office().accounts.set_password(person.id, question.password.data)
        say_it_changed(person)
        begin_session(person, with_second_factor=g.actor.second_factor)
    flash("Your password is changed. Every other device is signed out.", "success")
    return onward(".mine")


def check_password_now(typed: str) -> None:
    """Raises Refusal when this is not the password of who is signed in, or when there have been too many tries."""
    person = me()
    counted = office().accounts.tries.begin(account=person.email, address=address())
    if counted is None:
        raise Refusal(WAIT_FOR_CODE, "now")
    if not office().accounts.right_password(person.id, typed):
        raise Refusal(WRONG_NOW, "now")
    office().accounts.tries.forgive(counted, account=person.email, address=address())


@account.post("/second-factor/start")
@opens("be signed in")
def start():
    """Make a new secret to set up: a press, because a secret shown to an earlier reader must not be used."""
    if Press(request.form).answered:
        office().accounts.codes.start(g.actor.id)
    return onward(".second_factor")


@account.route("/second-factor", methods=["GET", "POST"])
@opens("be signed in")
def second_factor():
    """Ask for a code at every sign-in, or move the codes to another phone."""
    asks_password = office().accounts.has_password(g.actor.id)
    question = (NewPhone if asks_password else Code)(request.form)
    if question.answered and (done := taken(question, _new_phone, asks_password)):
        return done
    return _offer(me(), question, back=url_for(".mine"))


def _new_phone(question, asks_password):
    """A new second factor for somebody who is signed in. Raises Refusal."""
    person = me()
    if asks_password:
        check_password_now(question.now.data)
    spares = _confirmed(person, question)
    begin_session(person, with_second_factor=True)
    return _show(spares, url_for(".mine"))


@account.route("/first-factor", methods=["GET", "POST"])
@opens("anyone")
def first_factor():
    """Everyone who works with cases sets up a code before they first come in; nobody sets one up over another so."""
    question, person, then = Code(request.form), half_way(), asked_for()
    if person is None or office().accounts.codes.is_on(person.id):
        return redirect(url_for("signin.sign_in", again="yes", next=then or None), 303)
    if question.answered and (done := taken(question, _first_phone, person, then)):
        return done
    return _offer(person, question, first=True)


def _first_phone(question, person, then):
    """The first second factor of somebody whose password was right: they are in. Raises Refusal."""
    spares = _confirmed(person, question)
    begin_session(person, with_second_factor=True)
    return _show(spares, onward_for(person, then))


def _confirmed(person, question) -> list[str]:
    """The spare codes of a second factor that has just been turned on. Raises Refusal when its code is not right."""
    counted = office().accounts.tries.begin(code=person.id)
    if counted is None:
        raise Refusal(WAIT_FOR_CODE, "code")
    spares = office().accounts.confirm(person.id, question.code.data)
    if not spares:
        raise Refusal(NOT_SEEN, "code")
    office().accounts.tries.forgive(counted, code=person.id)
    return spares


@account.route("/spare-codes", methods=["GET", "POST"])
@opens("be signed in")
def spare_codes():
    """New spare codes, for a code from the phone."""
    question = Code(request.form)
    if not office().accounts.codes.is_on(g.actor.id):
        abort(404)
    if question.answered and (done := taken(question, _new_spares)):
        return done
    return render_template("portal/signin/new_spares.html", question=question)


def _new_spares(question):
    """Make new spare codes and show them. Raises Refusal."""
    check_code(g.actor.id, question.code.data)
    return _show(office().accounts.codes.new_spares(g.actor.id), url_for(".mine"))


@account.route("/second-factor/off", methods=["GET", "POST"])
@opens("be signed in")
def turn_off():
    """A family may ask for no code any more; nobody else may."""
    question = Code(request.form)
    if g.actor.post or not office().accounts.codes.is_on(g.actor.id):
        abort(404)
    if question.answered and (done := taken(question, _turned_off)):
        return done
    return render_template("portal/signin/turn_off.html", question=question)


def _turned_off(question):
    """No code any more. Raises Refusal when the last one is not right."""
    check_code(g.actor.id, question.code.data)
    office().accounts.turn_off(g.actor.id, by=g.actor.id)
    flash("We no longer ask for a code when you sign in.", "success")
    return onward(".mine")


def _offer(person, question, *, first=False, back=""):
    """The picture to scan, and the same secret in letters."""
    secret, uri = office().accounts.codes.pending(person.id, name=person.email, area=office().area.short_name)
    if not secret:
        return onward("signin.sign_in" if first else ".mine")
    drawn = segno.make(uri, error="m").svg_inline(scale=5, border=2, title=PICTURE)
    letters = " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))
    shown = {"letters": letters, "picture": Markup(drawn), "uri": uri}
    return render_template("portal/signin/second_factor.html", question=question, first=first, back=back, **shown)


def _show(spares, then):
    """The spare codes, on the only page that ever shows them."""
    return render_template("portal/signin/spares.html", spares=spares, then=then)
