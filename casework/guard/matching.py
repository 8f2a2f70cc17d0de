"""Where a text may name a child: every key it could hold, with the places; the index says which are a child's."""

import re
from calendar import day_name, month_name
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from casework.guard.identifiers import HOUSE, POSTCODE, STREET_WORDS, home_key, number_key, words_too
from casework.guard.reading import Text, Word

MOST_WORDS = 4  # of a name: a first name and three words of a surname, or two and two
BESIDE = re.compile(r"[\s‐-―-]{1,3}")
COMMA = re.compile(r"\s?,\s?")
UPN = r"(?<!\w)[A-Z][ -]?(?:\d[ -]?){11}[A-Z\d](?!\w)"
NHS = r"(?<![\w])(?:\d[ -]?){9}\d(?!\w)"
CASE = r"(?<!\w)EHC[\s‐-―-]?\d{4}[\s‐-―-]?\d{4,6}(?!\w)"
NUMBER = re.compile(f"{UPN}|{NHS}|{CASE}", re.IGNORECASE)
NEAR = 80  # characters before a postcode in which its house number stands
MONTHS = frozenset(month.casefold() for month in month_name if month)
DAYS = frozenset(day.casefold() + ending for day in day_name for ending in ("", "s"))
SHOWN = 160  # characters on either side of what was found
SENTENCE = re.compile(r"[.!?]\s|\n")
KINDS = {"name": "name", "first": "first name", "number": "number", "address": "address"}
# Between two words of a name written in small letters, these say that it is none.
JOINING = frozenset("a an and are as at be by can for from had has have he her his i if in is it of on or our she so "
                    "that the their them they this to us was we were who will with you your".split())  # fmt: skip


@dataclass(frozen=True)
class Place:
    """Where in the text, in characters."""

    start: int
    end: int


def kind_of(key: str) -> str:
    """What a key is, in words: a name, a first name, a number or an address."""
    return KINDS[key.split(" ")[0]]


def places(text: Text) -> dict[str, list[Place]]:
    """Every key that a text could hold, with each place."""
    found: dict[str, list[Place]] = defaultdict(list)
    for part in (_names, _first_names, _numbers, _streets, _homes):
        for key, start, end in part(text):
            found[key].append(Place(start, end))
    return dict(found)


def _runs(text: Text, most: int) -> Iterator[tuple[tuple[Word, ...], tuple[str, ...]]]:
    """Neighbouring words, two or more, with what stands between them: a space, a hyphen, a line break or a comma."""
    for place in range(len(text.words)):
        between: tuple[str, ...] = ()
        for last in range(place + 1, min(place + most, len(text.words))):
            gap = text.plain[text.words[last - 1].end : text.words[last].start]
            if not (BESIDE.fullmatch(gap) or COMMA.fullmatch(gap)):
                break
            between = (*between, "," if "," in gap else " ")
            yield text.words[place : last + 1], between


def _names(text: Text):
    """Full names, the first name first or last, with or without a middle name."""
    for words, between in _runs(text, MOST_WORDS):
        if "," not in between:
            yield from _name(words, words)
            yield from _name((words[-1], *words[:-1]), words)
            if len(words) == 3 and not words[1].small:
                yield from _name((words[0], words[2]), words)
        elif between[-1] == "," and between.count(",") == 1:
            yield from _name((words[-1], *words[:-1]), words)
        elif between[0] == "," and between.count(",") == 1:
            yield from _name((*words[1:], words[0]), words)


def _name(ordered, words):
    """One name: with capitals at both ends; or where no word in it, and not its first name, is an everyday word."""
    small = words[0].small or words[-1].small
    if small and (ordered[0].folded in words_too() or any(word.folded in JOINING for word in words)):
        return
    yield f"name {' '.join(word.folded for word in ordered)}", words[0].start, words[-1].end


def _first_names(text: Text):
    """A word with a capital that stands alone, and that the text never writes without one."""
    small = {word.folded for word in text.words if word.small}
    joined = {word for words, between in _runs(text, 2) if between == (" ",) for word in _capitals(words)}
    for word in text.words:
        if not word.small and word not in joined and word.folded not in small:
            yield f"first {word.folded}", word.start, word.end


def _capitals(words):
    """Two words that both have a capital are a full name, or a title and a name: nobody’s first name alone."""
    ordinary = words[0].folded in JOINING | MONTHS | DAYS
    return () if words[0].small or words[1].small or ordinary else words


def _numbers(text: Text):
    for found in NUMBER.finditer(text.plain):
        yield number_key(found[0]), found.start(), found.end()


def _streets(text: Text):
    for words, _ in _runs(text, STREET_WORDS + 1):
        if HOUSE.fullmatch(words[0].folded):
            yield f"address {' '.join(word.folded for word in words)}", words[0].start, words[-1].end


def _homes(text: Text):
    for found in POSTCODE.finditer(text.plain):
        for word, after in pairwise(text.words):
            if found.start() - NEAR <= word.start < found.start() and _opens_an_address(text, word, after):
                yield home_key(word.folded, found[0]), word.start, found.end()


def _opens_an_address(text: Text, word: Word, after: Word) -> bool:
    """Whether a number begins a line or a part of one and a street follows: 12 Harbour Lane, and no 12 March."""
    begins = text.plain[: word.start].rstrip(" ")[-1:] in ("", "\n", ",")
    return begins and bool(HOUSE.fullmatch(word.folded)) and not after.small and after.folded not in MONTHS


def around(text: Text, place: Place) -> tuple[str, str, str]:
    """The sentence around a place: before it, what was found, and after it."""
    before = text.plain[max(0, place.start - SHOWN) : place.start]
    after = text.plain[place.end : place.end + SHOWN]
    begun = [each.end() for each in SENTENCE.finditer(before)]
    ended = SENTENCE.search(after)
    found = text.plain[place.start : place.end]
    return before[begun[-1] if begun else 0 :], found, after[: ended.start() + 1 if ended else None]
