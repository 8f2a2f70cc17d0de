"""Limits that depend on two dates: “2 months from the decision, or 1 month from the certificate if that is later”."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from casework.errors import GapInOurTables

PICKS = {"later of": max, "earlier of": min}
THE_DAY = "the day"


@dataclass(frozen=True, slots=True)
class Part:
    """One of the dates to choose from: a rule run from the trigger or from another date, or that day itself.

    `rule` is "" for the day itself; `name` is the other date, or "" for the trigger.
    """

    rule: str
    name: str

    def day(self, trigger: date, also: dict[str, date]) -> date:
        """The day this part runs from."""
        return also[self.name] if self.name else trigger


@dataclass(frozen=True, slots=True)
class Combination:
    """The later or the earlier of several dates. `names` are the other dates it needs, no more and no fewer."""

    pick: str
    parts: tuple[Part, ...]

    @property
    def names(self) -> frozenset[str]:
        """The other dates, by name."""
        return frozenset(part.name for part in self.parts) - {""}

    def choose(self, dated: Iterable[tuple[date, Part]]) -> tuple[date, Part]:
        """The pair that decides; the first named when two fall on one day."""
        return PICKS[self.pick](dated, key=lambda pair: pair[0])


def read_combinations(cell: str) -> tuple[Combination, ...]:
    """Read a cell such as “later of APPEAL_2M, APPEAL_1M_CERT from cert”; several are divided by a semicolon."""
    return tuple(_combination(words) for words in cell.split("; ")) if cell else ()


def _combination(words):
    pick = next((each for each in PICKS if words.startswith(f"{each} ")), None)
    if not pick:
        raise GapInOurTables(f"nobody knows “{words}” under “with other dates”")
    return Combination(pick, tuple(_part(part) for part in words.removeprefix(f"{pick} ").split(", ")))


def _part(words):
    """“the day”, “the day move”, “APPEAL_2M” or “APPEAL_1M_CERT from cert”."""
    if words == THE_DAY or words.startswith(f"{THE_DAY} "):
        return Part("", words.removeprefix(THE_DAY).strip())
    rule, _, name = words.partition(" from ")
    return Part(rule, name)
