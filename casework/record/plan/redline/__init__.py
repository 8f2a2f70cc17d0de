"""Two plans laid over each other: every line kept, changed, added, taken out or moved, and the hours it makes."""

from casework.record.plan.redline.comparing import redline
from casework.record.plan.redline.parts import (
    ADDED,
    CHANGED,
    KEPT,
    TAKEN_OUT,
    FieldChange,
    Hours,
    LineChange,
    Redline,
    SectionChange,
)
from casework.record.plan.redline.runs import Run, runs
from casework.record.plan.redline.telling import summary

__all__ = [
    "ADDED",
    "CHANGED",
    "KEPT",
    "TAKEN_OUT",
    "FieldChange",
    "Hours",
    "LineChange",
    "Redline",
    "Run",
    "SectionChange",
    "redline",
    "runs",
    "summary",
]
