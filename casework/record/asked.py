"""The questions people are asked at each of the four doors, and how their answers read as words."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from casework.errors import GapInOurTables
from casework.tables import rows

# Kinds whose parts are the same wherever they are asked.
SHARED_PARTS = ("address", "contact", "multimodal", "setting_lookup")
FREE_TEXT = ("text", "textarea", "address")


@dataclass(frozen=True)
class Choice:
    """One answer to choose from: the value kept and the words shown."""

    value: str
    label: str


@dataclass(frozen=True)
class Part:
    """One box of a question that has several."""

    name: str
    label: str
    kind: str
    hint: str = ""
    options: tuple[Choice, ...] = ()
    required: bool = False
    identity: str = ""
    parts: tuple["Part", ...] = ()


@dataclass(frozen=True)
class Asked:
    """One question at one door.

    `field` is its name in the answers and `slug` in the address. `kept_in` says
    which record its answer goes to: identity, people, story, communication,
    sharing, equality, private or request. `why` says why we ask.
    """

    door: str
    order: int
    section: str
    field: str
    label: str
    kind: str
    hint: str
    options: tuple[Choice, ...]
    required: bool
    why: str
    feeds: str
    kept_in: str
    identity: str
    view: str
    parts: tuple[Part, ...] = ()

    @property
    def slug(self) -> str:
        """Its name in an address: child-first-name."""
        return self.field.replace("_", "-")


def doors() -> tuple[str, ...]:
    """The four ways to ask, in order."""
    return tuple(row["door"] for row in rows("doors"))


@cache
def questions(door: str) -> tuple[Asked, ...]:
    """Every question at one door, in order. Raises GapInOurTables for a door nobody knows."""
    if door not in doors():
        raise GapInOurTables(f"There is no way of asking called {door}.")
    return tuple(_asked(row) for row in rows("questions") if row["door"] == door)


def question(door: str, field: str) -> Asked:
    """One question, by its field or its slug. Raises GapInOurTables when that door does not ask it."""
    for asked in questions(door):
        if field in (asked.field, asked.slug):
            return asked
    raise GapInOurTables(f"The {door} pages have no question called {field}.")


def _asked(row) -> Asked:
    return Asked(
        row["door"],
        int(row["order"]),
        row["section"],
        row["field"],
        row["label"],
        row["kind"],
        row["hint"],
        _choices(row["options"]) or _consents(row["kind"], row["door"]),
        row["required"] == "yes",
        row["why"],
        row["feeds"],
        row["kept in"],
        row["identity"],
        row["section A"],
        _parts(row["door"], row["field"]) or _parts("*", row["kind"]),
    )


def _consents(kind, door) -> tuple[Choice, ...]:
    """The choices about sharing, where a question puts them (tables/consents.csv)."""
    column = "young person" if door == "young_person" else "what"
    return tuple(Choice(row["consent"], row[column]) for row in rows("consents")) if kind == "choices" else ()


@cache
def _parts(door, field) -> tuple[Part, ...]:
    return tuple(_part(row) for row in rows("question-parts") if (row["door"], row["field"]) == (door, field))


def _part(row) -> Part:
    inner = _parts("*", row["kind"]) if row["kind"] in SHARED_PARTS else ()
    return Part(
        row["part"],
        row["label"],
        row["kind"],
        row["hint"],
        _choices(row["options"]),
        row["required"] == "yes",
        row["identity"],
        inner,
    )


def _choices(options: str) -> tuple[Choice, ...]:
    """ "yes;before=they were before": the value kept, and the words shown where they differ."""
    pairs = [each.partition("=") for each in options.split(";") if each]
    return tuple(Choice(value, label or value[:1].upper() + value[1:]) for value, _, label in pairs)


def is_answered(answer) -> bool:
    """Whether anything was said, in any box of it."""
    if isinstance(answer, dict):
        return any(is_answered(each) for each in answer.values())
    if isinstance(answer, list | tuple):
        return any(is_answered(each) for each in answer)
    return bool(str(answer if answer is not None else "").strip())


def in_words(asked: Asked | Part, answer) -> str:
    """An answer as somebody would read it aloud: choices by their labels, dates as dates, one line to each row."""
    if not is_answered(answer):
        return ""
    if isinstance(answer, list | tuple) and asked.kind in ("repeat", "files"):
        return "\n".join(filter(None, (_line(asked, each) for each in answer)))
    if isinstance(answer, dict):
        return _line(asked, answer)
    if isinstance(answer, list | tuple):
        return ", ".join(_label(asked, each) for each in answer)
    return _label(asked, answer)


def _line(asked, answer) -> str:
    """The boxes of one answer in one line, or in several where it is an address."""
    if not isinstance(answer, dict):
        return str(answer)
    if asked.kind == "choices":
        chosen = [choice for choice in asked.options if answer.get(choice.value)]
        return "\n".join(f"{choice.label}: {answer[choice.value]}" for choice in chosen)
    if asked.kind == "files":
        return str(answer.get("name", ""))
    said = [(part, in_words(part, answer.get(part.name))) for part in asked.parts]
    said = [(part, words) for part, words in said if words]
    if asked.kind in ("address", "setting_lookup", "multimodal"):
        return "\n".join(words for part, words in said if part.name not in ("setting", "helper"))
    return ", ".join(_box(part, words) for part, words in said)


def _box(part, words) -> str:
    """One box among several: free text speaks for itself, anything else needs its label."""
    return words if part.kind in FREE_TEXT else f"{part.label.rstrip('?')}: {words}"


def _label(asked, value) -> str:
    """One value: the label of the choice it is, a date as people write it, or its own words."""
    for choice in asked.options:
        if choice.value == str(value):
            return choice.label
    words = str(value).strip()
    return _day(words) if asked.kind == "date" and re.fullmatch(r"\d{4}-\d{2}-\d{2}", words) else words


def _day(words) -> str:
    """An ISO date as people write it. A day that does not exist is left as it was typed."""
    try:
        day = date.fromisoformat(words)
    except ValueError:
        return words
    return f"{day.day} {day:%B %Y}"
