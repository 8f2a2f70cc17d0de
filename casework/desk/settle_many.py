"""Settling several late requests at once: a reason for each, looked over, and each settled by its own deed."""

import hashlib

from flask import Blueprint, flash, g, redirect, render_template, request

from casework.actions import carry_out
from casework.actions.lateness import settle_chasing
from casework.desk.answering import answered_for
from casework.desk.late_list import late_rows_of
from casework.desk.questions_advice import settle_question
from casework.errors import Refusal, SomeoneElseWrote
from casework.web import office, opens
from casework.words import plural

settling = Blueprint("settling", __name__, url_prefix="/desk/escalations/settle")
LATE = "/desk/escalations#late"
MOST = 50
NONE_TICKED = "Tick at least one request to settle, on the list of late requests."


@settling.route("", methods=["GET", "POST"])
@opens("settle chasing")
def several():
    """The reasons of those that were ticked; then all of them to look over; then each is settled."""
    rows = _ticked()
    if not rows:
        flash(NONE_TICKED, "success")
        return redirect(LATE, 303)
    question = settle_question(request.form, rows)
    if question.answered and question.step.data == "confirm":
        return _settled(question, rows)
    if question.answered and question.step.data == "look":
        return render_template("desk/settle_look.html", question=question, rows=rows)
    return render_template("desk/settle_many.html", question=question, rows=rows)


def _ticked() -> list:
    """The requests that were ticked, of the services that this person answers for; those of others are not there."""
    services = answered_for(g.actor, office().people.services())
    keys = request.form.getlist("one") or request.args.getlist("one")
    pairs = [tuple(key.split("/", 1)) for key in dict.fromkeys(keys) if "/" in key]
    return late_rows_of(office(), g.actor, services, pairs=pairs[:MOST])


def _settled(question, rows):
    """Settle each in its own case. Those that could not be stay on the page, with why and what was typed."""
    refused = [(row, why) for row in rows if (why := _settle(question, row))]
    done = plural(len(rows) - len(refused), "request")
    if not refused:
        flash(f"{done} settled. Everyone who was told is told.", "success")
        return redirect(LATE, 303)
    for row, why in refused:
        question.refuse(Refusal(why, f"words_{row.key}"))
    left = [row for row, _ in refused]
    return render_template("desk/settle_many.html", question=question, rows=left, done=done if left != rows else "")


def _settle(question, row) -> str:
    """One request settled by its own deed; or why it was not, in a sentence."""
    token = hashlib.sha256(f"{question.token.data} {row.ref} {row.about}".encode()).hexdigest()
    words = question[f"words_{row.key}"].data
    try:
        carry_out(office(), g.actor, settle_chasing, row.ref, token=token, about=row.about, words=words)
    except (Refusal, SomeoneElseWrote) as why:
        return why.sentence
    return ""
