"""One-time links: signing in by email, an invitation, a forgotten password. A link is used by a press, never by opening it."""

from datetime import timedelta

from flask import Blueprint, redirect, render_template, request, session, url_for

from casework.errors import Refusal
from casework.web import office, opens
from portal.signin import HALF, enter
from portal.signin_questions import Address, NewPassword, Press

links = Blueprint("links", __name__)
HOUR, WEEK = timedelta(hours=1), timedelta(days=7)


def _send(template, purpose, email, path):
    """Owe a link to the person with this address; say nothing of whether there is one."""
    person = office().people.by_email(email)
    if person and person.state != "disabled" and not office().accounts.must_wait(f"link {email}"):
        office().accounts.note_try(f"link {email}")
        token = office().accounts.make_link(purpose, person.id, HOUR)
        facts = {"link": f"{office().site_url}/{path}/{token}", "minutes": 60}
        office().post.owe_email(person.email, template, facts, on=office().today())


@links.route("/sign-in/link", methods=["GET", "POST"])
@opens("anyone")
def by_email():
    """A link by email, for families: no password to remember."""
    question = Address(request.form)
    if question.answered:
        _send("sign-in-link", "sign in", question.email.data, "link")
        return render_template("portal/signin/sent.html", what="a link to sign in with")
    return render_template("portal/signin/by_email.html", question=question)


@links.route("/forgotten-password", methods=["GET", "POST"])
@opens("anyone")
def forgotten():
    """A link to choose a new password."""
    question = Address(request.form)
    if question.answered:
        _send("new-password", "new password", question.email.data, "reset")
        return render_template("portal/signin/sent.html", what="a link to choose a new password")
    return render_template("portal/signin/forgotten.html", question=question)


@links.route("/link/<token>", methods=["GET", "POST"])
@opens("anyone")
def link(token):
    """Opening a link shows a button; pressing it signs in, once."""
    question = Press(request.form)
    if question.answered and (person := office().accounts.use_link(token, "sign in")):
        return _in(office().people.person(person))
    if office().accounts.link(token, "sign in") is None:
        return render_template("portal/signin/over.html"), 410
    return render_template("portal/signin/link.html", question=question)


def _in(person):
    """Signed in by a link; those who must give a code still give it."""
    if person.post or office().accounts.second_factor(person.id):
        session[HALF] = person.id
        return redirect(url_for("signin.code"), 303)
    return enter(person, with_second_factor=False)


@links.route("/invitation/<token>", methods=["GET", "POST"])
@opens("anyone")
def invitation(token):
    """An invitation: choose a password, and come in."""
    return _choose(token, "invitation", "Choose a password for your account")


@links.route("/reset/<token>", methods=["GET", "POST"])
@opens("anyone")
def reset(token):
    """A new password for a forgotten one."""
    return _choose(token, "new password", "Choose a new password")


def _choose(token, purpose, title):
    """A page to choose a password; the link is used when the password is good enough."""
    question, person = NewPassword(request.form), office().accounts.link(token, purpose)
    if person is None:
        return render_template("portal/signin/over.html"), 410
    if question.answered:
        try:
            office().accounts.set_password(person, question.password.data)
            office().accounts.use_link(token, purpose)
            return redirect(url_for("signin.sign_in"), 303)
        except Refusal as refusal:
            question.refuse(refusal)
    return render_template("portal/signin/choose.html", question=question, title=title)
