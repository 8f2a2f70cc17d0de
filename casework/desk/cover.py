"""Who is away, who covers, and which posts nobody holds: written down by oneself or one's manager, and ended early."""

from flask import Blueprint, flash, g, redirect, render_template, request

from casework.desk.answering import answered_for, manages
from casework.desk.cover_rows import absence_rows, could_cover, own_people, vacancy_rows
from casework.desk.questions import Press
from casework.desk.questions_registers import MyAway, PeopleAway
from casework.errors import NotYours, Refusal
from casework.record.register import Cover
from casework.web import office, opens
from casework.words import day

cover_pages = Blueprint("cover", __name__, url_prefix="/cover")
HERE = "/cover"


@cover_pages.route("/", methods=["GET", "POST"])
@cover_pages.route("", methods=["GET", "POST"], strict_slashes=False)
@opens("arrange cover")
def cover():
    """One's own absences, with a form for another; and for a manager those of their people, and empty posts."""
    services = office().people.services()
    people = own_people(office(), g.actor, services)
    mine = _asked(MyAway(request.form, prefix="mine"), [_me()])
    theirs = _asked(PeopleAway(request.form, prefix="theirs"), people) if people else None
    if (done := _arranged(mine, _me())) or (theirs and (done := _arranged(theirs, _chosen(theirs, people)))):
        return done
    away = absence_rows(office(), g.actor, people)
    empty = vacancy_rows(office(), answered_for(g.actor, services)) if people else []
    forms = {"mine": mine, "theirs": theirs, "questions": [each for each in (mine, theirs) if each]}
    return render_template("desk/cover.html", away=away, empty=empty, people=people, **forms)


def _me():
    """Whoever is signed in, as the register has them."""
    return office().people.person(g.actor.id)


def _asked(question, people):
    """The question with who can be away, and who could cover for any of them."""
    if "person" in question:
        question.person.choices = [(each.id, f"{each.name}, {each.post}") for each in people]
    question.covered_by.choices = [(each.id, f"{each.name}, {each.post}") for each in could_cover(office(), people)]
    return question


def _chosen(question, people):
    """Who is to be away, of those somebody manages."""
    return next((each for each in people if each.id == question.person.data), None)


def _arranged(question, person):
    """Write an absence down; a refusal stands beside its question."""
    if not question.answered:
        return None
    said = question.answers
    if said["until"] < office().today():
        return question.refuse(Refusal("The last day away must be today or in the future.", "until"))
    if there := _meets(person, said):
        return question.refuse(Refusal(f"That meets an absence until {day(there.until)}. End that one first.", "since"))
    cover = Cover(person.id, said["covered_by"] or "", said["since"], said["until"], said["reason"] or "")
    try:
        is_new = office().people.arrange_cover(cover, by=g.actor.id)
    except Refusal as refusal:
        return question.refuse(refusal)
    if is_new:
        _tell(cover)
    who = "you are" if person.id == g.actor.id else f"{person.name} is"
    flash(f"Written down: {who} away from {day(cover.since)} until {day(cover.until)}.", "success")
    return redirect(HERE, 303)


def _tell(cover):
    """Whoever covers hears that they do; the email names nobody."""
    who = office().people.person(cover.covered_by) if cover.covered_by else None
    if who and who.email:
        facts = {"until": cover.until.isoformat(), "link": f"{office().site_url}{HERE}"}
        office().post.owe_email(who.email, "you-cover", facts, on=office().today())


@cover_pages.route("/<int:number>/end", methods=["GET", "POST"])
@opens("arrange cover")
def end(number):
    """Somebody is back sooner: the absence and its cover end today."""
    absence, question = _absence(number), Press(request.form)
    person = office().people.person(absence.person)
    if question.answered and (done := _ended(question, absence)):
        return done
    return render_template("desk/cover_end.html", absence=absence, person=person, question=question)


def _meets(person, said):
    """An absence of the same person that shares a day with this one and is not the same; or None."""
    for there in office().people.covers_of(person.id, said["since"]):
        same = (there.since, there.until, there.covered_by) == (said["since"], said["until"], said["covered_by"] or "")
        if there.since <= min(there.until, said["until"]) and not same:
            return there
    return None


def _absence(number):
    """An absence of one's own or of somebody one manages. Raises NotYours for any other."""
    try:
        absence = office().people.absences.one(number)
    except KeyError as none:
        raise NotYours(str(number)) from none
    person = office().people.person(absence.person)
    if person.id != g.actor.id and not manages(g.actor, person, office().people.services()):
        raise NotYours(str(number))
    return absence


def _ended(question, absence):
    """End an absence; a refusal stands on the page."""
    try:
        office().people.absences.end(absence.id, office().today(), by=g.actor.id)
    except Refusal as refusal:
        return question.refuse(refusal)
    flash("Ended. Whoever covered can no longer act on those cases.", "success")
    return redirect(HERE, 303)
