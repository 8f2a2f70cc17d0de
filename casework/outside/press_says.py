"""What a letter must say: must-say.csv holds each legal sentence, the facts it needs and its clause."""

import html
import re
from collections.abc import Mapping
from functools import cache

from casework.errors import GapInOurTables
from casework.outside.press_words import day, web
from casework.tables import rows

INLINE = re.compile(r"</?(?:a|abbr|b|em|i|span|strong)\b[^>]*>", re.IGNORECASE)
TAG = re.compile(r"<(?:style|title)\b.*?</(?:style|title)>|<[^>]*>", re.DOTALL | re.IGNORECASE)
SAID = re.compile(r"\{([\w.]+)(\|web)?\}")


@cache
def owed_paragraphs(letter: str) -> tuple[str, ...]:
    """The paragraphs a letter must have, as letters.csv lists them. Raises GapInOurTables for a letter not in it."""
    found = [row["must say"] for row in rows("letters") if row["letter"] == letter]
    if not found:
        raise GapInOurTables(f"letters.csv has no letter called {letter}.")
    return tuple(dict.fromkeys(name for cell in found for name in cell.split("; ") if name))


@cache
def _paragraphs() -> dict[str, Mapping]:
    return {row["paragraph"]: row for row in rows("must-say")}


def paragraph(name: str) -> Mapping:
    """One row of must-say.csv. Raises GapInOurTables when there is none of that name."""
    if name not in _paragraphs():
        raise GapInOurTables(f"must-say.csv has no paragraph called {name}.")
    return _paragraphs()[name]


def check_facts(letter: str, facts: Mapping) -> None:
    """Raises GapInOurTables naming a fact that the law wants in this letter and that is missing or empty."""
    for name in owed_paragraphs(letter):
        for wanted in filter(None, paragraph(name)["facts"].split("; ")):
            if _fact(facts, wanted) in (None, "", (), []):
                clause = paragraph(name)["clause"]
                raise GapInOurTables(f"The letter {letter} must say {wanted} ({clause}), and it is missing.")


def check_said(letter: str, page: str, facts: Mapping) -> None:
    """Raises GapInOurTables naming a legal sentence that is not on the finished page: such a letter never leaves."""
    words = words_of(page)
    for name in owed_paragraphs(letter):
        if sentence(name, facts) not in words:
            clause = paragraph(name)["clause"]
            raise GapInOurTables(f"The letter {letter} does not say what it must: {name} ({clause}).")


def sentence(name: str, facts: Mapping) -> str:
    """The legal sentence of a paragraph with its facts in place, days in words."""
    filled = SAID.sub(lambda found: _said(_fact(facts, found[1]), found[2]), paragraph(name)["sentence"])
    return " ".join(filled.split())


def _said(value, address) -> str:
    """A date in words, a web address as people read it, anything else as it is."""
    if address:
        return web(value)
    return day(value) if hasattr(value, "isoformat") else str(value)


def words_of(page: str) -> str:
    """What a reader reads: tags gone, spaces single."""
    return " ".join(html.unescape(TAG.sub(" ", INLINE.sub("", page))).split())


def _fact(facts, path: str):
    """A fact by its path, such as it.appeal_by or area.mediation.phone; None when any part of it is missing."""
    found = facts
    for part in path.split("."):
        found = found.get(part) if isinstance(found, Mapping) else getattr(found, part, None)
    return found
