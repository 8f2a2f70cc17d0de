"""What quality means: the criteria a reader marks against, and what a machine can notice in a plan before one does."""

from dataclasses import dataclass
from functools import cache

from casework.record.plan import Plan
from casework.record.words import Mark, nearly_the_same, reading_age, vague
from casework.tables import rows

__all__ = ["Criterion", "LineMark", "Mark", "copies", "criteria", "marks_on", "nearly_the_same", "reading_age", "vague"]


@dataclass(frozen=True)
class Criterion:
    """One thing a quality reader marks from 0 to 3, and what each mark means."""

    id: str
    section: str
    title: str
    text: str
    agency: str
    weight: int
    critical: bool
    anchors: tuple[str, ...]
    not_applicable_when: str


@dataclass(frozen=True)
class LineMark:
    """A vague phrase in one line of a plan."""

    section: str
    ref: str
    field: str
    mark: Mark


@cache
def criteria(of: str = "plan") -> tuple[Criterion, ...]:
    """The criteria for a plan, an agency's advice ("health advice"), an annual review or a record."""
    return tuple(_criterion(row) for row in rows("quality") if row["set"] == of)


def _criterion(row) -> Criterion:
    return Criterion(
        row["criterion"],
        row["section"],
        row["title"],
        row["what a reader looks for"],
        row["agency"],
        int(row["weight"]),
        row["critical"] == "yes",
        tuple(filter(None, (row[mark] for mark in "0123"))),
        row["not applicable when"],
    )


def marks_on(plan: Plan) -> tuple[LineMark, ...]:
    """Every vague phrase in sections B to H2, line by line. Section A is the family's and is left alone."""
    return tuple(
        LineMark(section, ref, field, mark)
        for section, ref, field, words in _words(plan)
        for mark in vague(words, section)
    )


def _words(plan):
    """The words of each line, with its section, its reference and the field they stand in."""
    for need in plan.needs:
        yield need.section, need.ref, "text", need.text
    for outcome in plan.outcomes:
        yield "E", outcome.ref, "text", outcome.text
    for line in plan.provisions:
        yield line.section, line.ref, "what", line.what
        yield line.section, line.ref, "who", line.who
    for section, reason in plan.none_because.items():
        yield section, section, "none because", reason


def copies(plan: Plan, earlier=()) -> tuple[tuple[str, str], ...]:
    """Outcomes nearly the same as another in this plan (its reference) or as one written before (its words)."""
    own = (plan.child.first_name, plan.child.preferred_name)
    found = []
    for number, outcome in enumerate(plan.outcomes):
        found += [
            (outcome.ref, other.ref)
            for other in plan.outcomes[:number]
            if nearly_the_same(outcome.text, other.text, *own)
        ]
        found += [(outcome.ref, text) for text in earlier if nearly_the_same(outcome.text, text, *own)]
    return tuple(found)
