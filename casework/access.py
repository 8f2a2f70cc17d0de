"""One question to ask of access.csv: may someone who is this to the case do that?"""

from functools import cache

from casework.errors import GapInOurTables, NotYours
from casework.record.people import Actor, capacities
from casework.tables import rows


@cache
def rights() -> dict[str, frozenset[str]]:
    """Each deed and each way of reading, with the capacities that may. A cell that says nothing means no.

    Raises GapInOurTables for a cell that says anything but yes.
    """
    found = {}
    for row in rows("access"):
        cells = {heading: cell for heading, cell in row.items() if heading != "action"}
        odd = [heading for heading, cell in cells.items() if cell not in ("", "yes")]
        if odd:
            raise GapInOurTables(f"access.csv says something else than yes for “{row['action']}”, {odd[0]}.")
        found[row["action"]] = frozenset(heading for heading, cell in cells.items() if cell)
    return found


def may(actor: Actor, action: str, case) -> bool:
    """Whether this actor may do or read this, on this case (or on no case yet).

    Raises GapInOurTables for an action that has no row: a door nobody thought about stays shut, loudly.
    """
    if action not in rights():
        raise GapInOurTables(f"access.csv has no row for “{action}”.")
    return bool(rights()[action] & capacities(actor, case))


def require(actor: Actor, action: str, case) -> None:
    """Go on, or raise NotYours."""
    if not may(actor, action, case):
        raise NotYours(action)


def why(actor: Actor, action: str, case) -> str:
    """The reasoning, in a sentence, for “why can this person do this?”."""
    by = sorted(rights()[action] & capacities(actor, case))
    if by:
        return f"{actor.name} may {action}, as {' and '.join(by)}."
    return f"{actor.name} may not {action}: access.csv gives it to {', '.join(sorted(rights()[action])) or 'nobody'}."
