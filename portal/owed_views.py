"""Views of what is owed that people keep: named, seen as tabs, renamed, shared with a team, deleted."""

from flask import Blueprint, flash, g, redirect, render_template, request

from casework import access
from casework.errors import NotYours, Refusal
from casework.web import office, onward, opens
from portal.owed_filters import HERE, filters_of
from portal.owed_questions import FIRST, IS_FIRST, IS_SHARED, TEAM, Press, ViewChange, ViewName

views = Blueprint("views", __name__, url_prefix="/owed/views")
SEE = "see what is owed"


def _mine() -> list:
    """My own views."""
    seen = office().lists.views.seen_by(g.actor.id, g.actor.service)
    return [view for view in seen if view.person == g.actor.id]


def _view(key):
    """One of my own views. Raises NotYours for anybody else's."""
    found = next((view for view in _mine() if view.id == key), None)
    if found is None:
        raise NotYours(key)
    return found


@views.get("/")
@views.get("", strict_slashes=False)
@opens(SEE)
def mine():
    """My views, each with what can be done to it."""
    return render_template("owed/views.html", views=_mine(), press=Press())


@views.route("/new", methods=["GET", "POST"])
@opens(SEE)
def new():
    """Keep the filters of the address under a name."""
    filters, question = filters_of(g.actor, request.args, office().people.services()), ViewName(request.form)
    if question.answered and _kept(question, filters.query):
        return redirect(filters.address(HERE), 303)
    return render_template("owed/view_new.html", question=question, back=filters.address(HERE))


def _kept(question, query) -> bool:
    """Whether the view is kept now; when it is refused, the reason stands beside the name."""
    try:
        said = question.token.data, g.actor.id, question.name.data, query
        office().lists.views.keep(*said, at=office().now())
    except Refusal as refusal:
        question.refuse(refusal)
        return False
    flash(f"Kept as “{question.name.data}”.", "success")
    return True


@views.route("/<key>", methods=["GET", "POST"])
@opens(SEE)
def one(key):
    """Rename a view, open it first, or show it to one's team."""
    view = _view(key)
    seen = [FIRST] * bool(view.first) + [TEAM] * bool(view.team)
    question = ViewChange(request.form, name=view.name, seen=seen)
    question.seen.choices = [IS_FIRST, *([IS_SHARED] if _may_share() else [])]
    if question.answered and _changed(question, key):
        return onward(".mine")
    return render_template("owed/view.html", question=question, view=view)


def _may_share() -> bool:
    """Whether this person may show a view to their team, and has one."""
    return bool(g.actor.service) and access.may(g.actor, "share a view", None)


def _changed(question, key) -> bool:
    """Whether the view is changed now."""
    seen = question.seen.data or []
    team = g.actor.service if TEAM in seen and _may_share() else ""
    try:
        office().lists.views.change(key, g.actor.id, name=question.name.data, first=FIRST in seen, team=team)
    except Refusal as refusal:
        question.refuse(refusal)
        return False
    flash("Your view is changed.", "success")
    return True


@views.post("/<key>/delete")
@opens(SEE)
def delete(key):
    """Delete one of my views."""
    if Press(request.form).answered:
        office().lists.views.drop(_view(key).id, g.actor.id)
        flash("That view is deleted.", "success")
    return onward(".mine")
