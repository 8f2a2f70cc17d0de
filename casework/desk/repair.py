"""Putting a case right: two children told apart, and a wrong entry struck out."""

from flask import Blueprint, g, request

from casework.actions.joining import set_aside_a_duplicate
from casework.actions.upkeep import strike_out_an_entry
from casework.desk.duplicates import look_alikes
from casework.desk.pages import deed_page, one_deed, there
from casework.desk.questions import Duplicate, StrikeOut
from casework.desk.rehearsal import effects_of_striking, entry_told
from casework.web import office, opens

repair = Blueprint("repair", __name__, url_prefix="/desk/case/<ref>")


@repair.route("/duplicates", methods=["GET", "POST"])
@opens("set aside a duplicate")
def duplicates(ref):
    """Cases that look like the same child, beside this one. Twins are two children; nobody is merged by a machine."""
    question, (child, found) = Duplicate(request.form), look_alikes(office(), g.case, g.actor)
    page = {"title": "Is this the same child?", "button": "They are two different children"}
    page |= {"template": "desk/duplicates.html", "child": child, "found": found}
    said = {"then": f"{there()}/duplicates", "said": "Set aside: two different children."}
    answers = {"other": question.other.data or "", "reason": question.reason.data or ""}
    return one_deed(set_aside_a_duplicate, question, page, **said, **answers)


@repair.route("/strike-out/<int:number>", methods=["GET", "POST"])
@opens("strike out an entry")
def strike_out(ref, number):
    """Strike a wrong entry out, with every date that changes shown first. Nothing is overwritten."""
    question, told = StrikeOut(request.form), entry_told(office(), g.case, g.actor, number)
    refused, effects = effects_of_striking(office(), g.case, g.actor, number)
    page = {"title": "Strike out an entry", "button": "Strike it out", "look": "warning"}
    page |= {"template": "desk/strike_out.html", "it": told, "effects": effects, "refused": refused}
    if refused:
        return deed_page(question, **page)
    said = {"then": there("diary"), "said": "The entry is struck out. It is still there to read."}
    reason = question.reason.data or ""
    return one_deed(strike_out_an_entry, question, page, number=number, reason=reason, **said)
