"""The words in braces that a rung’s text may use, and filling them in; chasing-words.csv lists them."""

from collections.abc import Mapping
from functools import cache
from string import Formatter

from casework.tables import rows

SERVICES, FAMILY = "services", "family"


@cache
def known(to: str) -> dict[str, str]:
    """The words that may be used in what is said to the services or to the family, with what each means."""
    return {row["word"]: row["means"] for row in rows("chasing-words") if to in row["said to"].split("; ")}


def unknown(text: str, to: str) -> str:
    """What is wrong with the braces of a text, in a sentence; nothing when all of them can be filled in."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return "A brace is open or stray. Write each word to be filled in as {service}, with a brace on either side."
    for _, name, form, conversion in parts:
        if name is not None and (name not in known(to) or form or conversion):
            return f"Nobody can fill in “{{{name}}}” for the {to}. Use one of: {', '.join(known(to))}."
    return ""


def filled(text: str, said: Mapping) -> str:
    """A text with its words filled in. Raises KeyError for a word that is not among what is said."""
    return text.format_map(said)
