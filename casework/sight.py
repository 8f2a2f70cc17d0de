"""One question to ask of sight.csv: which parts of the record may someone who is this to the case see?"""

from functools import cache

from casework.record.people import Actor, capacities
from casework.tables import rows

SECTIONS = "ID CT FV ED HE SC PD PI PC FN NT SG PN QA LG CO AU".split()


@cache
def grid() -> dict[str, dict[str, str]]:
    """Capacity by section, with the verbs of each cell: r, m, s, o, w, e, a, or nothing."""
    return {row["capacity"]: {section: row[section].replace("·", "") for section in SECTIONS} for row in rows("sight")}


def verbs(actor: Actor, case, section: str) -> frozenset[str]:
    """Everything this actor may do with a section of this case: the union over the capacities held."""
    return frozenset("".join(grid().get(capacity, {}).get(section, "") for capacity in capacities(actor, case)))


def may_see(actor: Actor, case, section: str, *, released: bool = False, own: bool = False) -> bool:
    """Whether this actor may read a section: whole (r, e, a), once released to them (s), or their own (o, w)."""
    held = verbs(actor, case, section)
    return bool(held & set("rea")) or (released and "s" in held) or (own and bool(held & set("ow")))


def masked(actor: Actor, case, section: str) -> bool:
    """Whether this actor sees only the masked form of a section."""
    held = verbs(actor, case, section)
    return "m" in held and not held & set("rea")


def visible(actor: Actor, case) -> frozenset[str]:
    """The sections this actor may open whole, for building a page."""
    return frozenset(section for section in SECTIONS if may_see(actor, case, section))


def kept_from(actor: Actor, case, paper) -> bool:
    """Whether a paper is kept from everything this actor is to the case, for a recorded reason."""
    held = {capacity for capacity in capacities(actor, case) if any(grid().get(capacity, {}).values())}
    return bool(paper.kept_from) and held <= set(paper.kept_from)
