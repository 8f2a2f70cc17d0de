"""What quality means: the criteria a reader marks against, and what a machine can notice in a plan before one does."""

import hashlib
import re
from dataclasses import dataclass, replace
from functools import cache

from casework.lint import About, Mark, lint
from casework.record.plan import Plan
from casework.tables import rows

# What stands in boxes of its own beside a line.
IN_BOXES = frozenset({"amount", "length", "who", "size", "measured"})
KEY = 16  # hexadecimal digits: enough to tell the marks of one plan apart
PRONOUNS = {
    "she": re.compile(r"\b(?:she|hers?|herself)\b", re.IGNORECASE),
    "he": re.compile(r"\b(?:he|him|his|himself)\b", re.IGNORECASE),
    "they": re.compile(r"\bthemself\b", re.IGNORECASE),
}


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
    """What the lint sees in one line of a plan."""

    section: str
    ref: str
    field: str
    mark: Mark
    words: str

    @property
    def key(self) -> str:
        """A name for this mark on these very words: when the words change, it is another one."""
        said = "|".join((self.section, self.ref, self.field, self.mark.rule, self.mark.phrase, self.words))
        return hashlib.sha256(said.encode()).hexdigest()[:KEY]


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


def marks_on(plan: Plan, *, others=(), earlier=()) -> tuple[LineMark, ...]:
    """What the lint sees in sections B to H2, line by line, and whether another child is named in A or J.

    `others` are names of other children; `earlier` are outcomes of other plans. What a line says in
    boxes of its own (how often, how long, who) is asked for by the plan's gaps and not here again.
    """
    about = about_child(plan, others=others)
    written = tuple(outcome.text for outcome in plan.outcomes)
    found = []
    for section, ref, field, words in _words(plan):
        before = written[: written.index(words)] + tuple(earlier) if section == "E" else ()
        found += [
            LineMark(section, ref, field, mark, words) for mark in lint(words, section, replace(about, earlier=before))
        ]
    return tuple(found)


def gates_on(plan: Plan, *, stand=frozenset(), others=()) -> tuple[LineMark, ...]:
    """The marks that hold the final plan: those of severity gate, without the keys a manager let stand."""
    return tuple(each for each in marks_on(plan, others=others) if each.mark.stops and each.key not in stand)


def about_child(plan: Plan, *, others=()) -> About:
    """Whom a plan is about, as the lint asks: names, pronouns as the family gave or used them, and the setting."""
    child = plan.child
    names = tuple(filter(None, (child.preferred_name, child.first_name, child.last_name)))
    said = f"{plan.views.story} {plan.views.family_views} {plan.views.hopes_family}"
    own = {child.first_name, child.last_name, child.preferred_name, child.full_name}
    return About(
        names,
        child.pronouns or spoken_of(said),
        child.setting_name,
        others=tuple(name for name in others if name not in own),
        said=IN_BOXES,
    )


def spoken_of(words: str) -> str:
    """The pronoun most used in some words, as "she" or "he"; empty when neither is used more than the other."""
    counts = {kind: len(pattern.findall(words)) for kind, pattern in PRONOUNS.items()}
    most = max(counts, key=counts.get)
    return most if 2 * counts[most] > sum(counts.values()) + 1 else ""


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
