"""Where a case stands, in plain words: the same facts for the family, the desk and an answer on the telephone."""

from casework.telling.excusing import exceptions_of
from casework.telling.lateness import Late
from casework.telling.promised import Promised, promised
from casework.telling.rows import beads, capacity_words, duty_words, stage_words
from casework.telling.standing import Standing, Task, last_day_to_reply, people_named, standing
from casework.telling.told import Told, ids_named, not_told, section_of, tell, words_named
from casework.telling.updating import late_for_family, update_words

__all__ = [
    "Late",
    "Promised",
    "Standing",
    "Task",
    "Told",
    "beads",
    "capacity_words",
    "duty_words",
    "exceptions_of",
    "ids_named",
    "last_day_to_reply",
    "late_for_family",
    "not_told",
    "people_named",
    "promised",
    "section_of",
    "stage_words",
    "standing",
    "tell",
    "update_words",
    "words_named",
]
