"""The sections of a plan: their letters, titles and clauses, as tables/sections.csv gives them (reg 12(1))."""

from dataclasses import dataclass
from functools import cache

from casework.tables import rows


@dataclass(frozen=True)
class Section:
    """One section: its letter, its title for a heading, its title in the Regulations, the clause, and plain words."""

    letter: str
    title: str
    legal_title: str
    clause: str
    plain_words: str


@cache
def sections() -> tuple[Section, ...]:
    """Every section, A to K, in the order a plan is printed."""
    return tuple(
        Section(row["letter"], row["title"], row["legal title"], row["clause"], row["plain words"])
        for row in rows("sections")
    )
