"""Caseworkers' and managers' pages, one file a subject."""

from casework.desk.case import case
from casework.desk.worklist import desk


def desk_blueprints():
    """Every blueprint of the desk."""
    return [desk, case]
