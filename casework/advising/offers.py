"""Whom to ask for advice about one child: everyone regulation 6(1) names, and anyone the family reasonably asks for."""

import re
from dataclasses import dataclass
from datetime import date

from casework.record.child import Child, age
from casework.tables import rows

ASKED_BY_FAMILY = "SEND Regs reg 6(1)(h)"
OTHER = "other_or_independent"
# Characters of the story shown on either side of the service it names.
AROUND = 40


@dataclass(frozen=True)
class Offer:
    """A service to ask: for which advice, of which kind of service, why, and under which regulation.

    `asked_for` says that the family named it, so that "not known" is no answer. `name` is the
    person or place they named.
    """

    advice: str
    service: str
    agency: str
    who: str
    why: str
    regulation: str
    asked_for: bool = False
    name: str = ""


@dataclass(frozen=True)
class Known:
    """What we know of a child that decides whom to ask."""

    year: int | None
    age: int | None
    story: str
    signs: frozenset[str]


def offered(child: Child, answers: dict, on: date) -> tuple[Offer, ...]:
    """Everyone to ask about this child on that day, in the order of tables/advisers.csv, then those the family named.

    `answers` are the answers of the story, by question. An offer is a tick the
    caseworker can take away; nobody is asked by a machine.
    """
    known = known_of(child, answers, on)
    found = [_offer(row, known) for row in rows("advisers") if _wanted(row, known)]
    for named in answers.get("ask_also") or ():
        found = _with_named(found, named)
    return tuple(found)


def known_of(child: Child, answers: dict, on: date) -> Known:
    """Year group, age, the words of the story, and the signs in it (tables/advisers-signs.csv)."""
    born = date.fromisoformat(child.born) if child.born else None
    story = " \n".join(_words(answer) for answer in answers.values())
    signs = {row["sign"] for row in rows("advisers-signs") if _shows(row, answers, story)}
    if {"hearing", "vision"} <= signs:
        signs = signs - {"hearing", "vision"} | {"hearing and vision"}
    if "known to social care" not in signs:
        signs.add("not known to social care")
    return Known(child.year_on(on), age(born, on) if born else None, story, frozenset(signs))


def _shows(row, answers, story) -> bool:
    """Whether one sign is there: in the answer to its question, or anywhere in the story."""
    where = _words(answers.get(row["field"], "")) if row["field"] else story
    return bool(re.search(row["words"], where, re.IGNORECASE))


def _words(answer) -> str:
    """All the words of an answer, whatever its shape."""
    if isinstance(answer, dict):
        return " ".join(_words(each) for each in answer.values())
    if isinstance(answer, list | tuple):
        return " ".join(_words(each) for each in answer)
    return str(answer or "")


def _wanted(row, known: Known) -> bool:
    """Whether regulation 6 names this one for this child."""
    if not (_within(known.year, row["years"]) and _within(known.age, row["ages"])):
        return False
    if row["only if"] == "named":
        return bool(_quote(row, known.story))
    return not row["only if"] or row["only if"] in known.signs


def _within(number, span: str) -> bool:
    """Whether a year group or an age is in a span such as "0 to 11". An unknown one is offered, never left out."""
    if not span or number is None:
        return True
    least, most = (int(each) for each in span.split(" to "))
    return least <= number <= most


def _quote(row, story) -> str:
    """The words around the place where the story names a service."""
    found = re.search(row["words"], story)
    if not found:
        return ""
    start = story.rfind("\n", 0, found.start()) + 1
    end = story.find("\n", found.end())
    end = end if end > 0 else len(story)
    return " ".join(story[max(start, found.start() - AROUND) : min(end, found.end() + AROUND)].split())


def _offer(row, known: Known) -> Offer:
    why = row["why"]
    if row["only if"] == "named":
        why = f"{why} “… {_quote(row, known.story)} …”"
    return Offer(row["advice"], row["service kind"], row["agency"], row["who"], why, row["regulation"])


def _with_named(found: list[Offer], named) -> list[Offer]:
    """Someone the family asks us to ask: an offer already made becomes asked for, or a new one is added."""
    name = _words(named).strip()
    if not name:
        return found
    for row in rows("advisers"):
        if row["words"] and re.search(row["words"], name):
            others = [offer for offer in found if offer.advice != row["advice"]]
            return [*others, _asked(row["advice"], row["service kind"], row["agency"], name)]
    return [*found, _asked(OTHER, "somebody the family named", "other", name)]


def _asked(advice, service, agency, name) -> Offer:
    why = f"The family asked us to ask {name}. We must, if the request is reasonable."
    return Offer(advice, service, agency, name, why, ASKED_BY_FAMILY, asked_for=True, name=name)
