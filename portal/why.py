"""Why a date is what it is, on a page of its own: where a list or a letter has no room to open it in place."""

from flask import Blueprint, render_template, request

from casework.errors import GapInOurTables, NotYours, Refusal
from casework.law.calculator import parse_day
from casework.law.explain import explain
from casework.web import opens

why = Blueprint("why", __name__, url_prefix="/why-this-date")


@why.get("/<rule>/<started>")
@opens("anyone")
def date(rule, started):
    """One rule run from one day, and from other dates by name (?cert=2026-11-29). It knows of no case."""
    try:
        also = {name: parse_day(words) for name, words in request.args.items()}
        told = explain(rule, parse_day(started), also)
    except (Refusal, GapInOurTables, OverflowError, ValueError):
        raise NotYours(rule) from None
    return render_template("portal/public/why.html", told=told)
