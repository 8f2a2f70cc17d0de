"""Advisers' pages: what is owed and when, the family's story, the first response, and why something is late."""

from flask import Blueprint, abort, g, redirect, render_template, request, url_for

from casework import advising
from casework.actions.advice import confirm_the_story_read, countersign_a_response, give_a_first_response
from casework.actions.excusing import claim_an_excuse, evidence_of
from casework.actions.lateness import explain_lateness
from casework.errors import NotYours
from casework.law.grounds import offered_for
from casework.tables import rows
from casework.web import do, office, opens
from casework.words import opening
from portal import advice_fields
from portal.adviser_questions import LawfulReason, Lateness, Ready
from portal.adviser_views import asked_view, sent_of, standing_of

adviser = Blueprint("adviser", __name__, url_prefix="/advice")
LEGAL_LIMIT = "ASSESS_ADVICE_6W"
LEADS = ("agency lead", "service manager", "head of service")


@adviser.get("/")
@adviser.get("", strict_slashes=False)
@opens("read requests for advice")
def owed():
    """What this person owes, in the order of the law; what waits for their name; and what was sent."""
    lists, who = office().lists.advice, g.actor
    return render_template(
        "portal/adviser/owed.html",
        owed=[standing_of(office(), row) for row in lists.owed_by(who.id, who.service)],
        sent=sent_of(office(), lists.sent_by(who.id, who.service)),
        to_sign=lists.to_countersign(services_led(who)) if who.post in LEADS else [],
        responses=advising.first_responses,
    )


def services_led(who) -> list[str]:
    """The services somebody answers for: their own, or every one of their agency for its lead."""
    mine = office().people.service(who.service)
    if who.post == "agency lead":
        return [service.id for service in office().people.services() if service.agency == mine.agency]
    return [mine.id]


def the_request(about: str):
    """The request for advice an address names. Raises NotYours when it was made of somebody else."""
    found = g.case.advice.get(about)
    mine = found and (found.adviser == g.actor.id or found.service == g.actor.service)
    if not mine and not (found and g.actor.post in LEADS and found.service in services_led(g.actor)):
        raise NotYours(about)
    return found


@adviser.get("/<ref>")
@opens("read a request for advice")
def whole(ref):
    """Where a mail leads that names only the case: to this person's own request on it, the open one first."""
    mine = [one for one in g.case.advice.values() if g.actor.id == one.adviser or g.actor.service == one.service]
    if not mine:
        raise NotYours(ref)
    first = sorted(mine, key=lambda one: (not one.is_open, one.asked_on))[0]
    return redirect(url_for(".asked", ref=ref, about=first.about), 303)


def _send(deed, about, question, *, said="", **details):
    """Carry out one thing an adviser does about a request, and go back to what is owed."""
    return do(deed, g.case.ref, question, then=url_for(".owed"), said=said, about=about, **details)


@adviser.route("/<ref>/<about>", methods=["GET", "POST"])
@opens("read a request for advice")
def asked(ref, about):
    """One request: what is asked, by when, the family's story, and a button to say that it has been read."""
    one, question = the_request(about), Ready(request.form)
    here = url_for(".asked", ref=ref, about=about, _anchor="next")
    done = do(confirm_the_story_read, ref, question, then=here, about=about, person=g.actor.id)
    return done or render_template(
        "portal/adviser/asked.html", one=one, question=question, **asked_view(office(), g.case, one)
    )


@adviser.route("/<ref>/<about>/first-response/<code>", methods=["GET", "POST"])
@opens("read a request for advice")
def first_response(ref, about, code):
    """One of the first responses, with only what that answer needs."""
    one = the_request(about)
    answer = next((each for each in advising.first_responses(one.kind) if each.code == code), None) or abort(404)
    question = advice_fields.asked(answer.needs, {}, request.form)
    given = {"response": code, "answers": advice_fields.answers(answer.needs, question)}
    said = "Thank you. Your first response has been sent."
    done = _send(give_a_first_response, about, question, said=said, **given)
    return done or render_template("portal/adviser/first_response.html", one=one, answer=answer, question=question)


@adviser.route("/<ref>/<about>/late", methods=["GET", "POST"])
@opens("read a request for advice")
def late(ref, about):
    """Why it is late and when it will come: told to the caseworker and the family."""
    one, question = the_request(about), Lateness(request.form)
    question.reason.choices = [(row["reason"], row["words"]) for row in rows("late-reasons")]
    said = "Thank you. The caseworker and the family can see the new day."
    done = _send(explain_lateness, about, question, said=said, **question.answers)
    return done or render_template("portal/adviser/late.html", one=one, question=question)


@adviser.route("/<ref>/<about>/exception", methods=["GET", "POST"])
@opens("claim an excuse")
def exception(ref, about):
    """Ask that a ground the law knows lift the legal limit. The caseworker decides; a waiting list is none."""
    one, question = the_request(about), LawfulReason(request.form)
    question.ground.choices = [(name, opening(name)) for name in offered_for(LEGAL_LIMIT)]
    said = "Thank you. The caseworker decides whether to accept it. Until then the date in law stands."
    claim = {"duty": LEGAL_LIMIT, "ground": question.ground.data, "evidence": evidence_of(question.answers)}
    done = _send(claim_an_excuse, about, question, said=said, person=g.actor.id, **claim)
    return done or render_template("portal/adviser/exception.html", one=one, question=question)


@adviser.route("/<ref>/<about>/countersign", methods=["GET", "POST"])
@opens("read a request for advice")
def countersign(ref, about):
    """The agency's lead reads a reply that says nothing is needed, and puts their name to it."""
    one, question = the_request(about), Ready(request.form)
    said = "Your name is on the reply. The caseworker can now accept it."
    done = _send(countersign_a_response, about, question, said=said, person=g.actor.id)
    paper = office().papers.read(ref, one.response_paper).content if one.response_paper else {}
    return done or render_template("portal/adviser/countersign.html", one=one, question=question, paper=paper)
