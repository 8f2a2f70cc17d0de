"""What is owed: one list for everybody at work, in the order of the law; whose and which are in the address."""

from flask import Blueprint, Response, current_app, g, redirect, render_template, request
from werkzeug.datastructures import MultiDict
from werkzeug.urls import iri_to_uri

from casework.owing import brags
from casework.web import office, opens
from portal import owed_csv
from portal.owed_filters import CSV, HERE, choices_of, duties_of_others, filters_of, key_of, said_of
from portal.owed_rows import Around, names_for, row_of

owed = Blueprint("owed", __name__, url_prefix="/owed")
SEE = "see what is owed"


@owed.get("/")
@owed.get("", strict_slashes=False)
@opens(SEE)
def mine():
    """A page of the list, with its figures, filters and views as tabs; somebody's first view where nothing is asked."""
    views = office().lists.views.seen_by(g.actor.id, g.actor.service)
    first = next((view for view in views if view.first and view.person == g.actor.id), None)
    if first and not request.args:
        return redirect(iri_to_uri(f"{HERE}?{first.filters or 'whose='}"), 303)
    return render_template("owed/list.html", **page_of(request.args, views))


def page_of(args: MultiDict, views) -> dict:
    """Everything the page shows. A number of questions that does not grow with the caseload."""
    services = office().people.services()
    filters, today = filters_of(g.actor, args, services), office().today()
    found, more = office().lists.owed.rows(filters.scope.places, filters.narrowed, today, after=filters.after)
    names = names_for(office(), found, services, more=[filters.scope.whose])
    around = Around(today, g.actor, names)
    shown = {"rows": [row_of(row, around) for row in found], "filters": filters, "brags": brags()}
    shown |= {"onward": filters.address(after=key_of(found[-1])) if more else "", "said": said_of(filters, names)}
    shown |= {"counts": office().lists.owed.counts(filters.scope.places, filters.narrowed, today)}
    shown |= {"choices": _choices(filters, services, names), "csv": filters.address(CSV), "views": views}
    return shown


def _choices(filters, services, names) -> dict[str, list]:
    """What each filter can be for this person: none for one that could narrow nothing."""
    found = {name: choices_of(name) for name in ("standing", "duty", "phase")}
    desk = filters.narrowed.named_of is not None
    if not desk:
        found["duty"] = [pair for pair in found["duty"] if pair[0] in duties_of_others(g.actor)]
    if desk:
        found |= {name: choices_of(name) for name in ("by", "stage", "advice")}
        found["school"] = [(one.id, one.name) for one in office().people.settings()]
    mine = {value for pairs in filters.scope.places for column, value in pairs if column == "service"}
    theirs = [one for one in services if one.gives and (desk or one.id in mine)]
    found["service"] = [(one.id, one.name) for one in theirs] if len(theirs) > 1 else []
    return found


@owed.get("/list.csv")
@opens(SEE)
def as_csv():
    """The whole view as a file for a spreadsheet, as it is read, and a look noted for each child in it."""
    services = office().people.services()
    lines = owed_csv.lines(office(), g.actor, filters_of(g.actor, request.args, services), services)
    name = f"owed-{office().today().isoformat()}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(_piece_by_piece(current_app._get_current_object(), lines), mimetype="text/csv", headers=headers)


def _piece_by_piece(app, lines):
    """A file as it is made. Each piece has a context of its own, so that a reader who goes away leaves none open."""
    while True:
        with app.app_context():
            piece = next(lines, None)
        if piece is None:
            return
        yield piece
