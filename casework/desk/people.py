"""Who is on a case: a caseworker, a lead professional, the family and others, each with the reason they are there."""

from flask import Blueprint, g, request

from casework import access
from casework.actions.joining import (
    allocate_a_caseworker,
    join_the_case,
    leave_the_case,
    name_the_lead_professional,
)
from casework.desk.inviting import invite_one
from casework.desk.pages import deed_page, one_deed, there
from casework.desk.questions import Allocate, Join, Lead, Press
from casework.desk.sending import taken_in
from casework.errors import NotYours
from casework.web import do, office, opens
from casework.words import plural

on_case = Blueprint("on_case", __name__, url_prefix="/desk/case/<ref>")
HOME = "/desk"
LEAD = {
    "title": "Name the lead professional",
    "button": "Name them",
    "lead": "The one person who keeps services joined up for this child. The family is told who it is.",
}
JOIN = {
    "title": "Invite somebody to the case",
    "button": "Invite them",
    "lead": "Everybody on a case is there in a capacity, for a purpose, from a day. The family sees who is on it.",
}


@on_case.route("/allocate", methods=["GET", "POST"])
@opens("allocate a caseworker")
def allocate(ref):
    """Give the case to a caseworker, with how many each has. The family is told who."""
    question = Allocate(request.form, person=g.case.caseworker)
    question.person.choices = _caseworkers()
    title = "Change the caseworker" if g.case.caseworker else "Give it to a caseworker"
    page = {"title": title, "button": "Give it to them", "lead": "The family is told who looks after the case."}
    said = f"The case is with {question.person.said()}. The family will be told."
    return one_deed(allocate_a_caseworker, question, page, then=_onward, said=said, person=question.person.data)


def _caseworkers() -> list[tuple[str, str, str]]:
    """Every caseworker with how many open requests they have, and who is away."""
    load, today = office().lists.desk.caseload(), office().today()
    found = []
    for person in office().people.staff("caseworker"):
        away = office().people.away(person.id, today)
        has = plural(load.get(person.id, 0), "open request")
        found.append((person.id, person.name, f"{has}{', away now' if away else ''}"))
    return found


def _onward(case) -> str:
    """The case, or the worklist for somebody who may no longer read it."""
    return f"/desk/case/{case.ref}" if access.may(g.actor, "read the case", case) else HOME


@on_case.route("/lead", methods=["GET", "POST"])
@opens("name the lead professional")
def lead(ref):
    """Name the lead professional, with a photograph if they agree. The family is told, and told when it changes."""
    question = Lead(request.form, person=g.case.lead)
    question.person.choices = _professionals()
    photo, person = question.answered and taken_in(question, "photo"), question.person.data
    if photo and not question.troubles:
        office().people.change(person, by=g.actor.id, photo=photo["digest"])
    said = f"{question.person.said()} is the lead professional. The family will be told."
    return one_deed(name_the_lead_professional, question, LEAD, then=there(), said=said, person=person)


def _professionals() -> list[tuple[str, str]]:
    """Everybody at work who could be: of the services asked, of the setting, and the caseworkers."""
    services = {one.service for one in g.case.advice.values()} | {party.service for party in g.case.parties}
    services |= {party.setting for party in g.case.parties}
    names = {one.id: one.name for one in office().people.services()}
    found = [
        (one, names.get(service, "")) for service in services - {""} for one in office().people.of_service(service)
    ]
    found += [(one, "caseworker") for one in office().people.staff("caseworker")]
    known = {one.id: (one.id, f"{one.name}, {where}" if where else one.name) for one, where in found}
    return sorted(known.values(), key=lambda one: one[1])


@on_case.route("/join", methods=["GET", "POST"])
@opens("join the case")
def join(ref):
    """Invite somebody to the case: they are enrolled, joined with a capacity, a purpose and an end, and sent a link."""
    question = Join(request.form)
    if question.answered and (done := _enrol_and_join(ref, question, dict(question.answers))):
        return done
    return deed_page(question, **JOIN)


def _enrol_and_join(ref, question, answers):
    """Enrol, join and invite, all of it or nothing."""
    name, email = answers.pop("name"), answers.pop("email") or ""
    reached = "We are sending them a link." if email else "We write to them by post."
    with office().diary.one_write():
        person = office().people.enrol(name=name, email=email, by=g.actor.id)
        said = {"then": there("people"), "said": f"{name} has joined. {reached}"}
        done = do(join_the_case, ref, question, person=person.id, **said, **answers)
        if done:
            invite_one(office(), person.id, ref)
    return done


@on_case.route("/leave/<person>/<capacity>", methods=["GET", "POST"])
@opens("leave the case")
def leave(ref, person, capacity):
    """Somebody stops holding a capacity. What they did stays in the diary."""
    held = next((p for p in g.case.parties if (p.person, p.capacity.replace(" ", "-")) == (person, capacity)), None)
    if not held:
        raise NotYours(person)
    name = office().people.person(person).name
    warning = f"{name} can no longer see this case as {held.capacity}. What they did stays in the diary."
    page = {"title": f"End {name}’s part in the case", "button": "End it", "warning": warning, "look": "warning"}
    who = {"person": person, "capacity": held.capacity, "then": there("people"), "said": f"{name} has left."}
    return one_deed(leave_the_case, Press(request.form), page, **who)
