"""A text as words that can be compared, each knowing where it stands."""

import html
import re
import unicodedata
from dataclasses import dataclass

UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
APOSTROPHE = "'’ʼ‘`´"
WORD = re.compile(rf"[^\W_]+(?:[{APOSTROPHE}][^\W_]+)*")
OWNED = re.compile(rf"[{APOSTROPHE}]s$", re.IGNORECASE)
LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"})
NOT_READ = re.compile(r"<(style|script|svg)\b.*?</\1>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
IN_A_LINE = re.compile(r"</?(?:a|abbr|b|bdi|em|i|mark|small|span|strong|sub|sup)\b[^>]*>", re.IGNORECASE)
TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Word:
    """One word, folded, and where it stands in the text. `small` is true where it has no capital."""

    folded: str
    start: int
    end: int
    small: bool


@dataclass(frozen=True)
class Text:
    """A text made even, and its words in order."""

    plain: str
    words: tuple[Word, ...]


def read(text: str) -> Text:
    """A text as it is compared: marks nobody sees are gone, and every run of spaces is one."""
    plain = UNSEEN.sub("", unicodedata.normalize("NFKC", text))
    plain = re.sub(r"[^\S\n]+", " ", plain)
    plain = re.sub(r" ?\n[ \n]*", "\n", plain)
    found = (
        Word(fold(each[0]), each.start(), each.end(), each[0][0] == each[0][0].lower())
        for each in WORD.finditer(plain)
    )
    return Text(plain, tuple(found))


def fold(word: str) -> str:
    """A word without accents, capitals, apostrophes and the s of an owner: Séan’s is sean."""
    bare = unicodedata.normalize("NFD", OWNED.sub("", word).casefold().translate(LETTERS))
    return "".join(sign for sign in bare if sign.isalnum())


def without_markup(page: str) -> str:
    """The words of a printed page, a line for each block."""
    return html.unescape(TAG.sub("\n", IN_A_LINE.sub("", NOT_READ.sub(" ", page)))).strip()
