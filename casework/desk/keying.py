"""Keying a letter or a phone call: the same questions on one long page, for a family who told us instead."""

from flask import Blueprint, abort, flash, g, redirect, render_template, request

from casework.asking import Question
from casework.asking.inviting import invite
from casework.asking.sending import Letter, Request, send
from casework.desk import keying_draft
from casework.errors import Refusal
from casework.law.clocks import Fact, deadlines
from casework.story import doors
from casework.tables import rows
from casework.web import office, onward, opens
from casework.words import exact_clock

keying = Blueprint("keying", __name__, url_prefix="/desk/keying")
KEY = "key a request"  # the row of access.csv that opens these pages
CALLS, WAITING = "calls", "waiting"  # where calls that were asked for wait; the portal’s pages put them there


@keying.url_value_preprocessor
def known_door(endpoint, address):
    """Read the door in an address; one we do not have is not found."""
    if address and "door" in address:
        address["door"] = address["door"].replace("-", "_")
        if address["door"] not in doors():
            abort(404)


@keying.url_defaults
def door_in_address(endpoint, address):
    """Write a door as an address does."""
    if address.get("door"):
        address["door"] = address["door"].replace("_", "-")


@keying.get("")
@opens(KEY)
def who():
    """Who asked, and who is waiting for us to call."""
    return render_template("desk/keying/who.html", doors=rows("doors"), calls=calls_waiting(), question=Question())


def calls_waiting() -> list[tuple[str, dict]]:
    """The calls nobody has made yet, the one to make first at the top."""
    asked = office().drafts.read_all(CALLS, WAITING)
    waiting = [(part, kept.content) for part, kept in asked.items() if not kept.content.get("made_by")]
    return sorted(waiting, key=lambda each: (each[1]["by"], each[1]["asked_on"]))


@keying.post("/calls/<call>")
@opens(KEY)
def called(call):
    """A call was made."""
    waiting = dict(calls_waiting())
    if Question(request.form).answered and call in waiting:
        made = waiting[call] | {"made_by": g.actor.id, "made_on": office().today().isoformat()}
        office().drafts.save(CALLS, WAITING, call, content=made, version=None, by=g.actor.id)
        flash(f"You have called {made['name']}.", "success")
    return onward("keying.who")


@keying.route("/<door>", methods=["GET", "POST"])
@opens(KEY)
def key(door):
    """Everything on one page: keep what came, and open the case when it is in order."""
    page = keying_draft.page(door)
    if page.sent and page.ours:
        keying_draft.take(door, page)
        if request.form.get("then"):
            return once_more(door, request.form["then"])
        if page.answered and not page.troubles and dates_seen(page) and (opened := open_case(door, page)):
            return opened
    dates = dates_from(page.received_on.data) if page.answered and not page.troubles else []
    return render_template("desk/keying/key.html", question=page, dates=dates, **keying_draft.shown(door, page))


def dates_from(received_on) -> list:
    """Every date that runs from the day a request came, where that day is past: to be read before it is opened."""
    if received_on is None or received_on >= office().today():
        return []
    return list(deadlines([Fact("request received", received_on)]))


def dates_seen(page) -> bool:
    """Whether the officer has read the dates that follow from a day that is past: this day, and not another."""
    day = page.received_on.data
    return not dates_from(day) or request.form.get("dates_seen") == day.isoformat()


def once_more(door, then):
    """The same page again: with one more row where a button wants one, or without the file it took off."""
    what, _, field = then.partition(" ")
    return onward("keying.key", door=door, more=field if what == keying_draft.MORE else None)


@keying.post("/<door>/keep")
@opens(KEY)
def keep(door):
    """Save what is being typed. Answers with the time it was saved, as JSON."""
    page = keying_draft.page(door)
    if not page.answered and not page.ours:
        return {"sentence": "Not saved yet: this page had been open for a long time. Send it to save it."}, 409
    keying_draft.keep(door, page)
    return {"saved": exact_clock(office().now())}


@keying.post("/<door>/again")
@opens(KEY)
def again(door):
    """Throw away what was half keyed at this door, and begin with an empty page."""
    if Question(request.form).answered:
        keying_draft.drop(door)
    return onward("keying.key", door=door)


def open_case(door, page):
    """Open the case for the family, with the day we had it; or say what stands in the way."""
    letter = Letter(page.keyed_from.data, page.received_on.data)
    try:
        with office().diary.one_write():
            asked = Request(door, keying_draft.answers(door, page), page.token.data, letter)
            case = send(office(), g.actor, asked)
            invite(office(), case)
            keying_draft.drop(door)
    except Refusal as refusal:
        page.refuse(refusal)
        return None
    flash(f"{case.ref} is open. The family gets what you wrote down, by post, and the same dates.", "success")
    return redirect(f"/desk/case/{case.ref}", 303)
