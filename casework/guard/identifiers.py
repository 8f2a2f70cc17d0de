"""What tells one child from all others, as short keys: names, numbers, and where they live."""

import re
from collections.abc import Mapping
from functools import cache

from casework.guard.reading import fold, read
from casework.tables import rows

SHORTEST = 4  # letters of a first name that can mean one child by itself
LONGEST = 120  # characters of a key that is kept
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b", re.IGNORECASE)
HOUSE = re.compile(r"\d{1,4}[a-z]?")
STREET_WORDS = 4


@cache
def words_too() -> frozenset[str]:
    """First names that are also words (tables/names-that-are-words.csv): May, Will, Art."""
    return frozenset(fold(row["name"]) for row in rows("names-that-are-words"))


@cache
def given_names() -> frozenset[str]:
    """First names that many people have (tables/given-names.csv)."""
    return frozenset(fold(row["name"]) for row in rows("given-names"))


def identifiers(ref: str, child: Mapping) -> frozenset[str]:
    """Every key of a child: `child` is what the record says of them, `ref` their case."""
    numbers = (ref, child.get("upn", ""), child.get("nhs_number", ""))
    keys = {number_key(each) for each in numbers if each}
    for first in (child.get("first_name", ""), child.get("preferred_name", "")):
        keys |= names(first, child.get("last_name", ""))
    keys |= addresses(child.get("address", ""))
    return frozenset(key for key in keys if len(key) <= LONGEST)


def number_key(number: str) -> str:
    """A number without its spaces and dashes."""
    return f"number {''.join(filter(str.isalnum, number)).casefold()}"


def names(first: str, last: str) -> set[str]:
    """Keys of a name: whole, without the middle names, and the first name alone where few are called so."""
    given, family = _words(first), _words(last)
    keys = {f"name {' '.join([*part, *family])}" for part in (given, given[:1]) if part and family}
    if given and _is_rare(given[0]):
        keys.add(f"first {given[0]}")
    return keys


def single_words(name: str) -> set[str]:
    """Keys that leave each word of a name out, where it could be taken for a child's first name."""
    return {f"first {word}" for word in _words(name)}


def _is_rare(first: str) -> bool:
    return len(first) >= SHORTEST and first not in given_names() and first not in words_too()


def _words(name: str) -> list[str]:
    return [word.folded for word in read(name).words]


def addresses(address: str) -> set[str]:
    """Keys of an address: house number and street, and house number and postcode."""
    keys, house = set(), ""
    for line in read(address).plain.replace(",", "\n").split("\n"):
        words = _words(line)
        numbers = [place for place, word in enumerate(words) if HOUSE.fullmatch(word)]
        street = words[numbers[-1] + 1 :] if numbers else []
        if 0 < len(street) <= STREET_WORDS and not POSTCODE.fullmatch(line.strip()):
            house = words[numbers[-1]]
            keys.add(f"address {' '.join([house, *street])}")
    postcodes = POSTCODE.findall(address) if house else ()
    return keys | {home_key(house, each) for each in postcodes}


def home_key(house: str, postcode: str) -> str:
    """A house number with a postcode, which is one home."""
    return f"address {house} {postcode.replace(' ', '').casefold()}"
