"""The worklist: what the law wants next, in the order of risk, with the deed on the row."""

from flask import Blueprint, g, render_template, request

from casework.desk.filters import read_filters
from casework.desk.worklist_rows import found_rows, worklist_rows
from casework.web import office, opens

desk = Blueprint("desk", __name__, url_prefix="/desk")


@desk.get("/")
@desk.get("", strict_slashes=False)
@opens("see the desk")
def worklist():
    """One list of cases, the gravest first; who, which and where from are in the address."""
    filters = read_filters(g.actor, request.args)
    rows, onward = worklist_rows(office(), g.actor, filters)
    counts = office().lists.desk.counts(filters.caseworker, office().today())
    free = office().lists.desk.unallocated()
    return render_template("desk/worklist.html", filters=filters, rows=rows, onward=onward, counts=counts, free=free)


@desk.get("/find")
@opens("see the desk")
def find():
    """Cases by reference, number or name. One that is somebody else's is shown only as whose it is."""
    words = request.args.get("q", "").strip()[:100]
    rows, more = found_rows(office(), g.actor, words) if words else ([], False)
    return render_template("desk/find.html", words=words, rows=rows, more=more)
