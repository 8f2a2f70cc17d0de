"""The pages of advice in time: the figures, the requests behind each number, and the file."""

from flask import Blueprint, Response, g, render_template, request

from casework.desk.compliance import cases, drawn
from casework.desk.compliance.figures import TABLES, figures_of
from casework.desk.compliance.filters import read_filters
from casework.desk.compliance.sheet import sheet_of
from casework.timeliness import columns, limits
from casework.web import office, opens

compliance = Blueprint("compliance", __name__, url_prefix="/desk/compliance")


@compliance.get("/")
@compliance.get("", strict_slashes=False)
@opens("see compliance")
def figures():
    """How much came in time, drawn and in tables; what is shown is in the address."""
    found = figures_of(office(), _filters())
    rows = {"rows": found.services, "months": found.months, "tables": TABLES}
    known = {"filters": found.filters, "figures": found, "limits": limits(), "columns": columns()}
    return render_template("desk/compliance/figures.html", **known, **rows, **drawn.charts_of(found, rows["rows"]))


@compliance.get("/cases")
@opens("see compliance")
def requests_counted():
    """The requests that one number counted."""
    filters, wanted = _filters(), cases.read_wanted(request.args)
    rows, onward = cases.listed(office(), g.actor, filters, wanted)
    said = {"title": cases.title(filters, wanted), "filters": filters, "wanted": wanted}
    return render_template("desk/compliance/cases.html", rows=rows, onward=onward, **said)


@compliance.get("/advice-in-time.csv")
@opens("see compliance")
def sheet():
    """The figures by service and month, as a file."""
    filters = _filters()
    name = f"advice-in-time-{filters.limit.name}-{filters.first}-to-{filters.last}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(sheet_of(office(), filters), mimetype="text/csv", headers=headers)


def _filters():
    """What the address asks for, of the services this person answers for."""
    return read_filters(g.actor, office().people.services(), request.args, office().today())
