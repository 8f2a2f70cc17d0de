"""One finding of the self-check, in the words of tables/advice-rules.csv."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from casework.errors import GapInOurTables
from casework.tables import rows


@dataclass(frozen=True)
class Finding:
    """Something seen in an advice.

    `place` is the name of the field, or of a row's field as list-number-field
    counted from one ("provision-2-prov_who"): the identifier its page gives the
    question. `section` is the part of the template it is in. `level` is "stop", "look" or
    "good"; `why` and `better` help to put it right.
    """

    place: str
    level: str
    words: str
    why: str
    better: str
    rule: str
    section: str = ""


@cache
def _rules():
    return {row["rule"]: row for row in rows("advice-rules")}


def found(rule: str, place: str, **said) -> Finding:
    """A finding of one rule at one place, with what the rule's words leave open filled in."""
    if rule not in _rules():
        raise GapInOurTables(f"advice-rules.csv has no rule called {rule}.")
    row = _rules()[rule]
    words = defaultdict(str, {"child": "the child or young person", **said})
    filled = {name: _sentence(row[name].format_map(words)) for name in ("words", "why", "better")}
    return Finding(place, row["level"], rule=rule, **filled)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
