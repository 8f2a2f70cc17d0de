"""The registers: who works where and in which post, somebody new, and who covers while somebody is away."""

from flask import Blueprint, flash, g, redirect, render_template, request

from casework.desk.inviting import invite_one
from casework.desk.questions_registers import Away, Details, Invite
from casework.errors import NotYours, Refusal
from casework.record.register import Cover
from casework.tables import rows
from casework.web import office, opens
from casework.words import day

registers = Blueprint("registers", __name__, url_prefix="/desk/people")
WORDS = ("name", "email", "phone", "post", "service", "setting", "registration", "working_days")
NO_CASE = "the register"


@registers.get("/")
@registers.get("", strict_slashes=False)
@opens("manage people")
def people():
    """People found by name or email, or those of one service."""
    words, chosen = request.args.get("q", "").strip()[:100], request.args.get("service", "")
    found = office().people.search(words) if words else office().people.of_service(chosen) if chosen else []
    services = office().people.services()
    names = {one.id: one.name for one in services}
    posts = [row for row in rows("posts") if row["what they do"] and row["post"]]
    more = {"services": services, "names": names, "posts": posts, "words": words, "chosen": chosen}
    return render_template("desk/people.html", found=found, **more)


@registers.route("/invite", methods=["GET", "POST"])
@opens("manage people")
def invite():
    """Enrol somebody new and send them a link to come in with."""
    question = _with_choices(Invite(request.form))
    if question.answered and not office().people.by_email(question.email.data):
        said = {name: value or "" for name, value in question.answers.items()}
        person = office().people.enrol(by=g.actor.id, **said)
        invite_one(office(), person.id, NO_CASE)
        flash(f"{person.name} is in the register, and a link is on its way.", "success")
        return redirect(f"/desk/people/{person.id}", 303)
    if question.answered:
        question.refuse(Refusal("Somebody in the register has that email address already.", "email"))
    return render_template("desk/person_new.html", question=question)


@registers.route("/<person>", methods=["GET", "POST"])
@opens("manage people")
def one(person):
    """One person: what the register says, and who covers while they are away."""
    known = _known(person)
    details = _with_choices(Details(request.form, prefix="details", **{name: getattr(known, name) for name in WORDS}))
    away = Away(request.form, prefix="away")
    away.covered_by.choices = [(each.id, f"{each.name}, {each.post}") for each in _colleagues(known)]
    if (done := _changed(known, details)) or (done := _arranged(known, away)):
        return done
    absence = office().people.away(person, office().today())
    names = office().people.names([absence.covered_by]) if absence and absence.covered_by else {}
    more = {"known": known, "absence": absence, "covering": names.get(absence.covered_by) if absence else ""}
    return render_template("desk/person.html", details=details, away=away, questions=[details, away], **more)


def _known(person):
    """Somebody in the register. Raises NotYours when there is nobody of that id."""
    try:
        return office().people.person(person)
    except KeyError as nobody:
        raise NotYours(person) from nobody


def _with_choices(question):
    """The question with the posts, services and settings to choose from."""
    question.post.choices = [(row["post"], row["post"].capitalize(), row["what they do"]) for row in _posts()]
    question.service.choices = [(each.id, each.name) for each in office().people.services()]
    question.setting.choices = [(each.id, each.name) for each in office().people.settings()]
    return question


def _posts():
    """The posts a person can be in: none of the night jobs."""
    return [row for row in rows("posts") if row["post"] not in ("", "night clerk", "import")]


def _colleagues(known):
    """Who could cover: those in the same post, and those of the same service."""
    same = {each.id: each for each in office().people.staff(known.post)} if known.post else {}
    near = {each.id: each for each in office().people.of_service(known.service)} if known.service else {}
    return sorted((each for each in {**same, **near}.values() if each.id != known.id), key=lambda each: each.name)


def _changed(known, question):
    """Change what the register says; a refusal stands beside its question."""
    if not question.answered:
        return None
    changes = {name: question[name].data or "" for name in WORDS}
    try:
        office().people.change(known.id, by=g.actor.id, **{k: v for k, v in changes.items() if v != getattr(known, k)})
    except Refusal as refusal:
        return question.refuse(refusal)
    flash("The register is changed. Who changed it, and from what, is written down.", "success")
    return redirect(f"/desk/people/{known.id}", 303)


def _arranged(known, question):
    """Write an absence down, with who covers."""
    if not question.answered:
        return None
    said = question.answers
    cover = Cover(known.id, said["covered_by"] or "", said["since"], said["until"], said["reason"] or "")
    try:
        office().people.arrange_cover(cover, by=g.actor.id)
    except Refusal as refusal:
        return question.refuse(refusal)
    flash(f"Written down: {known.name} is away from {day(said['since'])} until {day(said['until'])}.", "success")
    return redirect(f"/desk/people/{known.id}", 303)
