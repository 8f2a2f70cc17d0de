"""One question to ask of moves.csv: can this be done where the case stands now?"""

from functools import cache

from casework.errors import GapInOurTables, Refusal
from casework.record.case import Case
from casework.tables import rows

ANY = "any stage"


@cache
def lawful() -> dict[str, tuple[frozenset[str], str]]:
    """Each deed with the stages it belongs to and what to say otherwise."""
    return {
        row["action"]: (frozenset(row["when the case is"].split("; ")), row["otherwise say"]) for row in rows("moves")
    }


def possible(action: str, case: Case) -> bool:
    """Whether the case stands where this deed can follow."""
    return refusal(action, case) == ""


def refusal(action: str, case: Case) -> str:
    """Why this cannot be done now, in a sentence, or nothing when it can.

    Raises GapInOurTables for a deed that has no row.
    """
    if action not in lawful():
        raise GapInOurTables(f"moves.csv has no row for “{action}”.")
    stages, otherwise = lawful()[action]
    opened = ANY in stages and case.stage != "not opened"
    return "" if opened or case.stage in stages else otherwise


def require(action: str, case: Case) -> None:
    """Go on, or raise Refusal with the table's own sentence."""
    sentence = refusal(action, case)
    if sentence:
        raise Refusal(sentence)
