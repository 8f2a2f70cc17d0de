"""An education, health and care plan as data: its lines, the links between them, and what the law still needs."""

from casework.record.child import Child, year_group, year_name
from casework.record.plan.gaps import Gap, gaps
from casework.record.plan.lines import (
    Appendix,
    Need,
    Outcome,
    Placement,
    Plan,
    Provision,
    Source,
    Views,
)
from casework.record.plan.numbering import next_ref, renumbered
from casework.record.plan.sections import Section, sections

__all__ = [
    "Appendix",
    "Child",
    "Gap",
    "Need",
    "Outcome",
    "Placement",
    "Plan",
    "Provision",
    "Section",
    "Source",
    "Views",
    "gaps",
    "next_ref",
    "renumbered",
    "sections",
    "year_group",
    "year_name",
]
