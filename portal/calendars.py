"""Calendars that a phone or a mail program follows: made, seen, ended, and fetched by their private address."""

from flask import Blueprint, Response, flash, g, render_template, request

from casework.errors import NotYours, Refusal
from casework.web import office, onward, opens
from portal.calendars_of import CASE, OWED, events_of, may_follow
from portal.owed_filters import filters_of
from portal.owed_questions import CalendarName, Press
from portal.signin import made_up_elsewhere

calendars = Blueprint("calendars", __name__)
KEEP = "keep a calendar"
ADDRESS = "/calendar/{}.ics"
TWICE = "That calendar was made already, and its address was shown then. End it and make another if you need one."


@calendars.get("/calendars")
@opens(KEEP)
def mine():
    """My calendars, when each was last fetched, and a button that ends one."""
    found = office().accounts.calendars.of(_me())
    return render_template("owed/calendars.html", feeds=found, press=Press())


@calendars.route("/calendars/new", methods=["GET", "POST"])
@opens("see what is owed")
def new():
    """A calendar of what is owed, narrowed as the address says."""
    filters = filters_of(g.actor, request.args, office().people.services())
    question = CalendarName(request.form, name="What is owed")
    return _made(question, OWED, filters.query) or render_template("owed/calendar_new.html", question=question)


@calendars.route("/my-cases/<ref>/calendar", methods=["GET", "POST"])
@opens("follow my case")
def of_case(ref):
    """A calendar of a family's own dates."""
    question = CalendarName(request.form, name=f"{office().area.short_name} dates")
    return _made(question, CASE, ref) or render_template("owed/calendar_new.html", question=question, case=g.case)


def _me():
    """The person who is signed in, as the register has them."""
    return office().people.person(g.actor.id)


def _made(question, kind, subject):
    """A new calendar, with its address on the only page that ever shows it; or None until there is one."""
    if not question.answered:
        return None
    said = {"name": question.name.data, "kind": kind, "subject": subject}
    try:
        token = office().accounts.calendars.make(question.token.data, _me(), **said)
    except Refusal as refusal:
        return question.refuse(refusal)
    if not token:
        flash(TWICE, "success")
        return onward(".mine")
    address = office().site_url.rstrip("/") + ADDRESS.format(token)
    return render_template("owed/calendar_made.html", address=address, name=question.name.data)


@calendars.post("/calendars/<key>/end")
@opens(KEEP)
def end(key):
    """End one of my calendars at once."""
    if Press(request.form).answered:
        office().accounts.calendars.end(key, g.actor.id)
        flash("That calendar is ended. Its address finds nothing from now on.", "success")
    return onward(".mine")


@calendars.get("/calendar/<token>.ics")
@opens("anyone")
def fetch(token):
    """A calendar by its address, for a program that follows it. Whoever has the address reads it, and no more."""
    feed = office().accounts.calendars.find(token)
    if feed is None or made_up_elsewhere(feed.person) or not may_follow(office(), feed):
        raise NotYours("calendar")
    office().accounts.calendars.fetched(feed)
    answer = Response(events_of(office(), feed), mimetype="text/calendar")
    answer.headers["Cache-Control"] = "private, no-cache"
    answer.headers["X-Robots-Tag"] = "noindex"
    answer.add_etag()
    return answer.make_conditional(request)
