"""Caseworkers' and managers' pages, one file a subject."""

from casework.desk.advice import advice
from casework.desk.case import case
from casework.desk.decisions import decisions
from casework.desk.documents import documents
from casework.desk.escalations import late
from casework.desk.keying import keying
from casework.desk.people import on_case
from casework.desk.plan import plan_blueprints
from casework.desk.registers import registers
from casework.desk.repair import repair
from casework.desk.rights import rights
from casework.desk.upkeep import upkeep
from casework.desk.worklist import desk


def desk_blueprints():
    """Every blueprint of the desk."""
    return [
        desk,
        case,
        on_case,
        decisions,
        advice,
        upkeep,
        repair,
        late,
        rights,
        registers,
        documents,
        keying,
        *plan_blueprints(),
    ]
