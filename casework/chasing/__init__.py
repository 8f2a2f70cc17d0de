"""The ladder that chases a request for advice: its versions, and which rung has fallen due.

A request is chased by the version in force on the day it was asked, as the law judges
a duty by the row in force when it started. Nothing here reads a database: whoever
calls hands in the versions there are (office.ladders.all()).
"""

from casework.chasing.changing import (
    Change,
    check_day,
    differences,
    earliest,
    looked_ahead,
    next_name,
    next_version,
    proposed,
)
from casework.chasing.checking import Fault, conditions, faults, faults_of, faults_of_level, posts
from casework.chasing.climbing import LEGAL_LIMIT, falls_on, next_look, reached, said_of, still_owed, wanted
from casework.chasing.ladder import (
    Ladder,
    Level,
    Step,
    Version,
    content_of,
    first,
    in_force,
    numbered,
    read,
    row_of,
    step_in,
    tones,
)
from casework.chasing.wording import FAMILY, SERVICES, filled, known, unknown

__all__ = [
    "Change",
    "FAMILY",
    "Fault",
    "LEGAL_LIMIT",
    "Ladder",
    "Level",
    "SERVICES",
    "Step",
    "Version",
    "check_day",
    "conditions",
    "content_of",
    "differences",
    "earliest",
    "falls_on",
    "faults",
    "faults_of",
    "faults_of_level",
    "filled",
    "first",
    "in_force",
    "known",
    "looked_ahead",
    "next_look",
    "next_name",
    "next_version",
    "numbered",
    "posts",
    "proposed",
    "reached",
    "read",
    "row_of",
    "said_of",
    "step_in",
    "still_owed",
    "tones",
    "unknown",
    "wanted",
]
