"""The ladder that chases a request for advice: its versions, and which rung has fallen due.

A request is chased by the version in force on the day it was asked, as the law judges
a duty by the row in force when it started. Nothing here reads a database: whoever
calls hands in the versions there are (office.ladders.all()).
"""

from casework.chasing.climbing import LEGAL_LIMIT, falls_on, next_look, reached, said_of, still_owed, wanted
from casework.chasing.ladder import Ladder, Level, Step, first, in_force, numbered, read

__all__ = [
    "LEGAL_LIMIT",
    "Ladder",
    "Level",
    "Step",
    "falls_on",
    "first",
    "in_force",
    "next_look",
    "numbered",
    "reached",
    "read",
    "said_of",
    "still_owed",
    "wanted",
]
