"""The plan being written on the case that this page is about."""

from flask import g

from casework import moves
from casework.desk import plan_drafts
from casework.web import office


def sheet_now() -> plan_drafts.Sheets:
    """The plan being written, begun when nobody has. Raises Refusal where the case has no plan to write."""
    moves.require("write the plan", g.case)
    return plan_drafts.opened(office(), g.actor, g.case)
