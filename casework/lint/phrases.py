"""Vague phrases: the rows of tables/vague-phrases.csv, looked for in the writer's own words."""

import re
from dataclasses import dataclass
from functools import cache

from casework.lint.marks import About, mark
from casework.lint.patterns import pattern_of, ready
from casework.tables import rows

HERE = " here"  # "length here" is looked for in the whole paragraph, "length" in the sentence alone


@dataclass(frozen=True)
class Phrase:
    """One row made ready: what is looked for, what only looks like it, and the lists that excuse it together."""

    row: dict
    pattern: re.Pattern
    innocent: re.Pattern | None
    excuses: tuple[str, ...]


@cache
def phrases(section: str) -> tuple[Phrase, ...]:
    """The rows that apply to a section ("F"), or to "advice"."""
    return tuple(_ready(row) for row in rows("vague-phrases") if section in row["sections"].split(";"))


@cache
def _made(id_, pattern, innocent, excused) -> tuple:
    return ready(pattern), ready(innocent) if innocent else None, tuple(filter(None, excused.split(";")))


def _ready(row) -> Phrase:
    return Phrase(row, *_made(row["id"], row["pattern"], row["innocent"], row["excused by"]))


def vague(text, section: str, about: About):
    """A mark for every vague phrase in a text that nothing beside it makes exact."""
    for phrase in phrases(section):
        innocent = None
        for match in phrase.pattern.finditer(text.small):
            if innocent is None:
                innocent = [each.span() for each in phrase.innocent.finditer(text.small)] if phrase.innocent else []
            if not _is_innocent(match, innocent) and not _excused(text, match.start(), phrase, about):
                yield mark(text, match.span(), phrase.row, about)


def _is_innocent(match, innocent) -> bool:
    """Whether the words are part of something that only looks like the phrase: regular verbs."""
    return any(start < match.end() and match.start() < end for start, end in innocent)


def _excused(text, place, phrase, about) -> bool:
    """Whether the sentence, or its paragraph, says all that would make the phrase exact."""
    return bool(phrase.excuses) and all(_is_said(text, place, excuse, about) for excuse in phrase.excuses)


def _is_said(text, place, excuse, about) -> bool:
    name = excuse.removesuffix(HERE)
    start, end = text.paragraph_at(place) if excuse.endswith(HERE) else text.sentence_at(place)
    return name in about.said or bool(pattern_of(name, *about.names).search(text.small, start, end))
