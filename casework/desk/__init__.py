"""Caseworkers' and managers' pages, one file a subject."""

from casework.desk.advice import advice
from casework.desk.case import case
from casework.desk.chasing_now import chase_desk
from casework.desk.cover import cover_pages
from casework.desk.compliance import compliance
from casework.desk.decisions import decisions
from casework.desk.documents import documents
from casework.desk.escalations import late
from casework.desk.excuses import excuses
from casework.desk.keying import keying
from casework.desk.ladder import ladder
from casework.desk.ladder_change import change
from casework.desk.messages import messages
from casework.desk.pages import at_the_desk
from casework.desk.people import on_case
from casework.desk.plan import plan_blueprints
from casework.desk.promises import keeping
from casework.desk.registers import registers
from casework.desk.repair import repair
from casework.desk.rights import rights
from casework.desk.settle_many import settling
from casework.desk.stopped import on_case as stopped_on_case
from casework.desk.stopped import stopped
from casework.desk.upkeep import upkeep
from casework.desk.week import week
from casework.desk.worklist import desk

CASE_PAGES = (
    case, on_case, decisions, advice, chase_desk, upkeep, messages, keeping, repair, excuses, stopped_on_case,
    *plan_blueprints(),
)  # fmt: skip
for pages in CASE_PAGES:
    pages.before_request(at_the_desk)


def desk_blueprints():
    """Every blueprint of the desk."""
    here = [desk, late, compliance, settling, week, stopped, cover_pages, ladder, change]
    here += [rights, registers, documents, keying]
    return [*here, *CASE_PAGES]
