"""Another child in a text: their name, number or address, whatever its accents, capitals, hyphens and line breaks."""

from casework.guard.identifiers import addresses, identifiers, names, number_key, single_words
from casework.guard.matching import Place, around, kind_of, places
from casework.guard.reading import Text, read, without_markup

__all__ = [
    "Place",
    "Text",
    "addresses",
    "around",
    "identifiers",
    "kind_of",
    "names",
    "number_key",
    "places",
    "read",
    "single_words",
    "without_markup",
]
