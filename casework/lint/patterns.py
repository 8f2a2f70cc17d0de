"""The patterns of the tables, made ready for text in small letters.

A space in a row matches any number of spaces and hyphens. CHILD stands for the child by
name or as he, she or they; NAMED leaves out they, who may be the parents.
"""

import re
from functools import cache, lru_cache

from casework.tables import rows

# Inside a class or before a look-behind a space is a space; anywhere else it may be any number, or a hyphen.
KEPT = re.compile(r"(\[[^\]]*\]|\(\?<[!=][^)]*\))")
SPACE = re.compile(r" [?*]?")
NOBODY = r"(?!)"
ONE_CHILD = "he|she|the (?:child|pupil|young person|student|learner|boy|girl)"
ANY_CHILD = f"they|{ONE_CHILD}"
NAMES_KEPT = 256  # names whose patterns stay ready; a service reads many children's plans


@cache
def telltales(words: str) -> tuple[str, ...]:
    """The patterns of one list in tables/telltale-words.csv."""
    return tuple(row["pattern"] for row in rows("telltale-words") if row["list"] == words)


@lru_cache(NAMES_KEPT * 16)
def pattern_of(words: str, *names: str) -> re.Pattern:
    """A whole list of tables/telltale-words.csv as one pattern for text in small letters, about a child so named."""
    return ready("|".join(f"(?:{pattern})" for pattern in telltales(words)) or NOBODY, *names)


def ready(pattern: str, *names: str) -> re.Pattern:
    """One pattern of a table, for text in small letters."""
    pattern = "".join(piece if KEPT.fullmatch(piece) else _spaced(piece) for piece in KEPT.split(pattern))
    called = [_spaced(re.escape(name.lower()).replace(r"\ ", " ").replace(r"\-", " ")) for name in names if name]
    for word, subject in (("CHILD", ANY_CHILD), ("NAMED", ONE_CHILD)):
        pattern = pattern.replace(word, f"(?:{'|'.join([*called, _spaced(subject)])})")
    return re.compile(pattern)


def _spaced(pattern) -> str:
    """A piece of a pattern whose spaces, must-be and may-be, match any number of spaces and hyphens."""
    return SPACE.sub(lambda space: "[ -]*" if space[0][1:] else "[ -]+", pattern)


def says(words: str, text: str, *names: str) -> bool:
    """Whether a text holds anything of a list in tables/telltale-words.csv; `names` are what the child is called."""
    return bool(pattern_of(words, *names).search(text.lower()))


@lru_cache(NAMES_KEPT * 16)
def ready_once(pattern: str, *names: str) -> re.Pattern:
    """One pattern made ready, and kept so."""
    return ready(pattern, *names)
