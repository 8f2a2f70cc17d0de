"""The next version of the ladder: changed rung by rung, checked, looked at, and put in with a day and a reason."""

from flask import Blueprint, flash, g, redirect, render_template, request

from casework import chasing
from casework.desk import ladder_proposal as kept
from casework.desk.ladder import numbered
from casework.desk.ladder_putting_in import put_in_page
from casework.desk.ladder_views import HEADINGS, picture_of
from casework.desk.questions_ladder import Press, level_rows, levels_question, row_from, rung_question
from casework.errors import NotYours, Refusal, SomeoneElseWrote
from casework.web import office, opens

change = Blueprint("ladder_change", __name__, url_prefix="/desk/ladder")
HERE = "/desk/ladder/change"
CLASH = "Somebody else has changed this since you opened it. Their words are below, beside yours."


@change.route("/change", methods=["GET", "POST"])
@opens("change the ladder")
def writing():
    """The next version as it stands: its picture, what is wrong with it, and the way to each rung."""
    there = kept.proposal(office())
    question = Press(request.form, read=there.seen)
    if question.answered and (done := _thrown_away(there, question)):
        return done
    return render_template("desk/ladder/change.html", question=question, **_standing(there))


def _thrown_away(there, question):
    """Forget the change, unless somebody has added to it since this page was read."""
    if question.read.data != there.seen:
        question.read.data = there.seen
        return question.refuse(Refusal("Somebody else has added to this. Look before you throw it away."))
    kept.drop(office())
    flash("The change is thrown away. The ladder is as it was.", "success")
    return redirect("/desk/ladder", 303)


def _standing(there) -> dict:
    """What the page of a change shows."""
    authors = {draft.saved_by for draft in there.parts.values()}
    gone = [step for step in there.latest.steps if there.row(step.id) is None]
    return {
        "there": there,
        "picture": picture_of(there.ladder),
        "faults": chasing.faults(there.ladder),
        "changed": {each.about for each in chasing.differences(there.latest, there.ladder)},
        "taken_out": [(step, Press(prefix="out", read=kept.reading(there, step.id))) for step in gone],
        "authors": sorted(office().people.names(authors).values()),
    }


@change.route("/change/new", methods=["GET", "POST"])
@opens("change the ladder")
def new():
    """A rung that was not there."""
    there = kept.proposal(office())
    question = rung_question(request.form, None, there.ladder.levels, read="")
    if question.answered and _sound(question, new := row_from(question, "new", None)):
        name = kept.keep_new(office(), new, by=g.actor.id)
        return _kept(f"{name} is in the change.")
    return render_template("desk/ladder/rung.html", question=question, step=None, known=_known(), theirs=None)


@change.route("/change/<step>", methods=["GET", "POST"])
@opens("change the ladder")
def rung(step):
    """One rung: its day, its condition, its level, whom it tells, and its words."""
    there, row = _row(step)
    question = rung_question(request.form, row, there.ladder.levels, read=kept.reading(there, step))
    mine = row_from(question, step, row) if question.answered else row
    sound = question.answered and _sound(question, mine)
    theirs = _clash(question, step, mine) if sound else None
    if sound and theirs is None:
        return _kept(f"{step} is changed in the version being written.")
    out = Press(prefix="out", read=kept.reading(there, step))
    more = {"question": question, "theirs": theirs, "known": _known(), "out": out}
    return render_template("desk/ladder/rung.html", step=chasing.step_in(row), **more)


@change.post("/change/<step>/out")
@opens("change the ladder")
def take_out(step):
    """Take a rung out of the next version, or put it back as the latest has it."""
    there, question = kept.proposal(office()), Press(request.form, prefix="out")
    before = {each.id: chasing.row_of(each) for each in there.latest.steps}
    row = None if there.row(step) else before.get(step)
    if step not in before and step not in there.parts:
        raise NotYours(step)
    if not question.answered or _clash(question, step, row) is not None:
        flash("Nothing is changed: somebody else was here since you opened the page. Look again.", "success")
        return redirect(HERE, 303)
    return _kept(f"{step} is {'as it was' if row else 'taken out of the version being written'}.")


@change.route("/change/levels", methods=["GET", "POST"])
@opens("change the ladder")
def levels():
    """What the levels are called and whom they belong to."""
    there = kept.proposal(office())
    question = levels_question(request.form, there.ladder.levels, read=kept.reading(there, kept.LEVELS))
    mine = level_rows(question, there.ladder.levels) if question.answered else []
    theirs = _clash(question, kept.LEVELS, mine) if question.answered else None
    if question.answered and theirs is None:
        return _kept("The levels are changed in the version being written.")
    return render_template("desk/ladder/levels.html", question=question, theirs=theirs)


@change.route("/change/put-in", methods=["GET", "POST"])
@opens("change the ladder")
def put_in():
    """What would be sent when, what differs, and then: from when, and why."""
    there = kept.proposal(office())
    return put_in_page(there.ladder, seen=there.seen, stale=there.stale)


@change.route("/<int:number>/put-back", methods=["GET", "POST"])
@opens("change the ladder")
def put_back(number):
    """An earlier version again, as a new one."""
    version = numbered(office().ladders.history(), number)
    latest = office().ladders.all()[-1].number
    return put_in_page(version.ladder, seen=f"{latest}|", put_back=number)


def _row(name):
    """The change being written and one rung's row. Raises NotYours when it has no such rung."""
    there = kept.proposal(office())
    row = there.row(name)
    if row is None:
        raise NotYours(name)
    return there, row


def _sound(question, row) -> bool:
    """Whether a rung is sound by itself; what is wrong stands beside its question."""
    for fault in chasing.faults_of(chasing.step_in(row)):
        question.refuse(Refusal(fault.sentence, fault.heading.replace(" ", "_")))
    return not question.troubles


def _clash(question, name, row):
    """Keep a part; or, when somebody wrote in between, their words by heading, and nothing is kept.

    The page then carries what is there now, so that a second press keeps this person's words on purpose.
    """
    try:
        return kept.keep(office(), name, row, read=question.read.data, by=g.actor.id)
    except SomeoneElseWrote as clash:
        question.refuse(Refusal(CLASH))
        question.read.data = kept.reading(kept.proposal(office()), name)
        return _beside(clash.theirs)


def _beside(row) -> list[tuple[str, str]]:
    """A row, or the rows of the levels, as (heading, words)."""
    if isinstance(row, list):
        return [(f"Level {each['level']}", f"{each['name']}: {each['owner'].replace(';', ',')}") for each in row]
    if row is None:
        return [("The rung", "It has been taken out.")]
    said = {heading: words.replace("; ", ", ") for heading, words in row.items() if heading != "step"}
    return [(HEADINGS[heading], words or "nothing") for heading, words in said.items()]


def _kept(sentence):
    """Back to the change, with what was done."""
    flash(sentence, "success")
    return redirect(HERE, 303)


def _known() -> dict:
    """The words in braces that may be used, by whom they are said to."""
    return {to: chasing.known(to) for to in (chasing.SERVICES, chasing.FAMILY)}
