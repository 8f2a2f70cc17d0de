"""What stages and duties are called: stages.csv and telling.csv, read once."""

from functools import cache

from casework.errors import GapInOurTables
from casework.tables import document, rows

BEADS = ("Asked", "Advice", "Draft", "Final", "Review")
FAMILY, DESK = "family", "desk"


@cache
def _stages() -> dict[str, dict]:
    return {row["stage"]: row for row in rows("stages")}


@cache
def _duties() -> dict[str, dict]:
    return {row["duty"]: row for row in rows("telling")}


@cache
def _capacities() -> dict[str, str]:
    return {row["capacity"]: row["words"] for row in rows("capacities")}


def capacity_words(capacity: str) -> str:
    """“an adviser on health”: a capacity in plain words. One without words is said as it is kept."""
    return _capacities().get(capacity, capacity)


@cache
def _answers() -> dict[str, str]:
    return {row["code"]: row["label"] for row in document("advice-templates")["first_responses"]}


def response_words(code: str) -> str:
    """“I will send full advice”: a first response by its code. One without words is said as it is kept."""
    return _answers().get(code, code)


def stage_row(stage: str) -> dict:
    """One row of stages.csv. Raises GapInOurTables for a stage nobody has put into words."""
    if stage not in _stages():
        raise GapInOurTables(f"stages.csv has no words for “{stage}”.")
    return _stages()[stage]


def stage_words(stage: str, reader: str = FAMILY) -> str:
    """A stage in words, for the family or for the desk."""
    return stage_row(stage)["family words" if reader == FAMILY else "council words"]


def duty_row(duty: str) -> dict:
    """One row of telling.csv. Raises GapInOurTables for a duty nobody has put into words."""
    if duty not in _duties():
        raise GapInOurTables(f"telling.csv has no words for {duty}.")
    return _duties()[duty]


def is_told(duty: str) -> bool:
    """Whether telling.csv puts a duty of this id into words."""
    return duty in _duties()


def duty_words(duty: str) -> str:
    """A duty in a few words, as a caseworker's list says it."""
    return duty_row(duty)["council words"]


def beads(step: int, *, ended: bool) -> tuple[tuple[str, str], ...]:
    """The five steps of the journey, each (words, done | now | to come). An ended case has no step that is now."""
    here = "done" if ended else "now"
    return tuple(
        (words, "done" if number < step else here if number == step else "to come")
        for number, words in enumerate(BEADS, start=1)
    )
