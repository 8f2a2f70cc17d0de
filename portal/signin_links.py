"""One-time links: signing in by email, an invitation, a forgotten password. A press uses a link, never opening it."""

from datetime import timedelta

from flask import Blueprint, g, render_template, request

from casework.errors import Refusal
from casework.web import office, opens
from portal.signin import arrive, made_up_elsewhere, taken
from portal.signin_device import address
from portal.signin_questions import Address, NewPassword, Press

links = Blueprint("links", __name__)
SIGN_IN, INVITATION, NEW_PASSWORD = "sign in", "invitation", "new password"  # what a link is for
MINUTES = 60
OVER = "This link has been used or has run out."


@links.route("/sign-in/link", methods=["GET", "POST"])
@opens("anyone")
def by_email():
    """A link by email, for families: no password to remember."""
    question = Address(request.form)
    if question.answered:
        _send("one-time-link", SIGN_IN, question.email.data, "link")
        return render_template("portal/signin/sent.html", what="a link to sign in with", for_families=True)
    return render_template("portal/signin/email_link.html", question=question)


@links.route("/forgotten-password", methods=["GET", "POST"])
@opens("anyone")
def forgotten():
    """A link to choose a new password."""
    question = Address(request.form)
    if question.answered:
        _send("new-password", NEW_PASSWORD, question.email.data, "reset")
        return render_template("portal/signin/sent.html", what="a link to choose a new password")
    return render_template("portal/signin/forgotten.html", question=question)


def _send(template, purpose, email, path):
    """Owe a link to the person with this address. What is said, and how long it takes, is the same for nobody."""
    accounts, now = office().accounts, office().now()
    with office().diary.one_write():
        if accounts.tries.begin(mail=email, mail_from=address()) is None:
            return
        person = _may_have(purpose, office().people.by_email(email))
        whose = person.id if person else f"nobody {now.isoformat()}"
        token = accounts.make_link(purpose, whose, timedelta(minutes=MINUTES))
        if person:
            facts = {"link": f"{office().site_url}/{path}/{token}", "minutes": MINUTES}
            office().post.owe_email(person.email, template, facts, on=office().today())


def _may_have(purpose, person):
    """The person, if a link of this kind opens anything for them: only a family comes in without a password."""
    if person is None or person.state == "disabled" or made_up_elsewhere(person):
        return None
    return None if purpose == SIGN_IN and person.post else person


def _whose(token, purpose):
    """The person of a link that still works, or None."""
    known = office().accounts.link(token, purpose)
    try:
        return _may_have(purpose, office().people.person(known)) if known else None
    except KeyError:  # a link to nobody, made so that asking takes as long
        return None


@links.route("/link/<token>", methods=["GET", "POST"])
@opens("anyone")
def link(token):
    """Opening a link shows a button; pressing it signs in, once."""
    question, person = Press(request.form), _whose(token, SIGN_IN)
    if person and question.answered and office().accounts.use_link(token, SIGN_IN):
        return arrive(person)
    if person is None or question.answered:
        return _over("links.by_email")
    return render_template("portal/signin/link.html", question=question, person=person)


@links.route("/invitation/<token>", methods=["GET", "POST"])
@opens("anyone")
def invitation(token):
    """An invitation: choose a password, and come in."""
    return _choose(token, INVITATION, "Choose a password")


@links.route("/reset/<token>", methods=["GET", "POST"])
@opens("anyone")
def reset(token):
    """A new password for a forgotten one."""
    return _choose(token, NEW_PASSWORD, "Choose a new password")


def _choose(token, purpose, title):
    """A page to choose a password; the link is used when the password will do."""
    question, person = NewPassword(request.form), _whose(token, purpose)
    if person is None:
        return _over("links.forgotten")
    if question.answered and (done := taken(question, _chosen, token, purpose, person)):
        return done
    said = {"title": title, "person": person, "invited": purpose == INVITATION}
    return render_template("portal/signin/choose.html", question=question, **said)


def _chosen(question, token, purpose, person):
    """Set the password and use the link, both or neither; then in. Raises Refusal for a password that will not do."""
    with office().diary.one_write():
        if office().accounts.use_link(token, purpose) is None:
            raise Refusal(OVER)
        office().accounts.set_password(person.id, question.password.data)
        say_it_changed(person, purpose)
    return arrive(person)


def say_it_changed(person, why=NEW_PASSWORD) -> None:
    """Tell somebody that their password was changed: if it was not they who did it, they must hear of it."""
    if person.email and why != INVITATION:
        facts = {"link": f"{office().site_url}/forgotten-password"}
        office().post.owe_email(person.email, "password-changed", facts, on=office().today())


def _over(again):
    """The page for a link that was used or has run out, with the way to a new one."""
    return render_template("portal/signin/over.html", again=again, signed_in=g.actor.signed_in), 410
