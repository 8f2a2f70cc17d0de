"""A person's own account: where they are signed in, their password, and their second factor."""

import pyotp
import segno
from flask import Blueprint, flash, g, redirect, render_template, request, session, url_for
from flask_login import current_user

from casework.errors import Refusal
from casework.web import office, opens
from portal.signin import HALF, enter
from portal.signin_questions import Change, Code, Press

account = Blueprint("account", __name__, url_prefix="/account")
SECRET = "new-secret"


@account.get("/")
@account.get("", strict_slashes=False)
@opens("be signed in")
def mine():
    """Where I am signed in, and what protects my account."""
    return render_template(
        "portal/signin/account.html",
        person=office().people.person(g.actor.id),
        sessions=office().accounts.sessions_of(g.actor.id),
        here=current_user.known.token,
        protected=bool(office().accounts.second_factor(g.actor.id)),
        press=Press(),
    )


@account.post("/end/<kept>")
@opens("be signed in")
def end(kept):
    """End one of my sessions."""
    question = Press(request.form)
    if question.answered and kept in {one.token for one in office().accounts.sessions_of(g.actor.id)}:
        office().accounts.end(kept, kept_as=True)
    return redirect(url_for(".mine"), 303)


@account.route("/password", methods=["GET", "POST"])
@opens("be signed in")
def password():
    """Change my password; everywhere else I am signed in ends."""
    question = Change(request.form)
    try:
        if question.answered and _changed(question):
            person = office().people.person(g.actor.id)
            return enter(person, with_second_factor=g.actor.second_factor, onward=url_for(".mine"))
    except Refusal as refusal:
        question.refuse(refusal)
    return render_template("portal/signin/password.html", question=question)


def _changed(question):
    """Set the new password. Raises Refusal when the old one is not right."""
    if not office().accounts.right_password(g.actor.id, question.now.data):
        raise Refusal("That is not your password now.", "now")
    office().accounts.set_password(g.actor.id, question.password.data)
    return True


@account.route("/second-factor", methods=["GET", "POST"])
@opens("be signed in")
def second_factor():
    """Turn on a code at every sign-in."""
    question = Code(request.form)
    if question.answered and _seen(g.actor.id, question):
        flash("From now on we ask for a code when you sign in.", "success")
        return redirect(url_for(".mine"), 303)
    return _offer(office().people.person(g.actor.id), question)


@account.route("/first-factor", methods=["GET", "POST"])
@opens("anyone")
def first_factor():
    """Everyone who works with cases sets up a code before they come in for the first time."""
    question, person = Code(request.form), session.get(HALF, "")
    if not person:
        return redirect(url_for("signin.sign_in"), 303)
    if question.answered and _seen(person, question):
        return enter(office().people.person(person), with_second_factor=True, onward=request.args.get("next", ""))
    return _offer(office().people.person(person), question)


def _seen(person, question):
    """Whether a code from the new secret was right; then it is asked for from now on."""
    secret = session.get(SECRET, "")
    if secret and pyotp.TOTP(secret).verify(question.code.data, valid_window=1):
        office().accounts.turn_on(person, session.pop(SECRET))
        return True
    question.refuse(Refusal("That code is not right. Scan the picture again, then enter the 6 numbers it shows.", "code"))
    return False


def _offer(person, question):
    """The picture to scan, and the same secret in letters."""
    secret = session.setdefault(SECRET, pyotp.random_base32())
    address = pyotp.TOTP(secret).provisioning_uri(name=person.email, issuer_name=f"Golden Thread, {office().area.short_name}")
    picture = segno.make(address, error="m").svg_inline(scale=4, title="Scan this with your authenticator", border=2)
    return render_template("portal/signin/second_factor.html", question=question, secret=secret, picture=picture)
