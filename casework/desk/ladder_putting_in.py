"""Putting a version of the ladder in: what it would send, what differs, from when, why, and who came first."""

from flask import flash, g, redirect, render_template, request

from casework import chasing
from casework.chasing import check_day
from casework.desk import ladder_proposal as kept
from casework.desk.ladder_views import ahead, differences
from casework.desk.questions_ladder import PutIn
from casework.errors import Refusal, SomeoneElseWrote
from casework.web import office
from casework.words import day

UNSEEN = "You have not yet seen what a request made on {day} would get. Look at it below, then put it in."
CLASH = "Somebody else has changed this since you looked at it. What differs now is below: read it, then put it in."


def put_in_page(new: chasing.Ladder, *, seen: str, stale=(), put_back: int = 0):
    """The page that shows a version before it is put in, and puts it in.

    `seen` says what the page shows, and `stale` which parts were written on an earlier version.
    """
    question = PutIn(request.form, day=office().ladders.earliest(office().today()), seen=seen)
    looked = question.answered and question.shown.data == question.day.data.isoformat()
    if looked and (done := _put_in(new, question, seen, put_back)):
        return done
    question.seen.data = seen
    sends = _shown(new, question)
    if question.answered and sends and not looked:
        question.refuse(Refusal(UNSEEN.format(day=day(question.day.data)), "day"))
    more = {"question": question, "sends": sends, "stale": stale, "put_back": put_back}
    return render_template("desk/ladder/put_in.html", new=new, faults=chasing.faults(new), **more, **_against(new))


def _against(new) -> dict:
    """What differs from the latest version, and that version itself while it does not count yet."""
    latest = office().ladders.all()[-1]
    return {
        "found": differences(latest, new),
        "changed": {each.about for each in chasing.differences(latest, new)},
        "waiting": [latest] if latest.counts_from > office().today() else [],
    }


def _put_in(new, question, seen, put_back):
    """Write the version, or say beside the question why not."""
    counts_from = question.day.data
    if question.seen.data != seen:
        return question.refuse(Refusal(CLASH))
    said = {"counts_from": counts_from, "why": question.why.data, "by": g.actor.id, "today": office().today()}
    try:
        with office().diary.one_write():
            made = office().ladders.add(new, read=int(seen.partition("|")[0]), put_back=put_back, **said)
            if not put_back:
                kept.drop(office())
    except Refusal as refusal:
        return question.refuse(refusal)
    except SomeoneElseWrote:
        return question.refuse(Refusal(CLASH))
    flash(f"Version {made.number} is put in. It counts for what is asked from {day(counts_from)}.", "success")
    return redirect(f"/desk/ladder/{made.number}", 303)


def _shown(new, question):
    """What would be sent when for a request made on the first day it counts; nothing while that day is in fault."""
    on = question.day.data
    question.shown.data = ""
    if on is None or chasing.faults(new):
        return []
    try:
        check_day(on, first=office().ladders.earliest(office().today()), today=office().today())
        sends = ahead(new, on)
    except Refusal as refusal:
        question.refuse(refusal)
        return []
    question.shown.data = on.isoformat()
    return sends
