"""What a person typed, made clean without changing what they meant: trimmed, in one form, nothing unprintable."""

import re
import unicodedata

# Spaces, and the characters that take no room at all: a paste from a web page often begins or ends with one.
AROUND = " \t\n\r\u00a0\u200b\u2060\ufeff\u2028\u2029"
# Overrides turn the letters after them round, so that one name can be dressed as another. Right-to-left
# words do not need them: the page gives every box and name its own direction.
OVERRIDES = dict.fromkeys(map(ord, "\u202d\u202e"))
UNPRINTABLE = re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ud800-\udfff\ufffe\uffff]")
LOOKALIKES = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1", "|": "1"})
JOINERS = re.compile(r"[\s\u00a0\u2010-\u2015\u2212.-]+")


def clean(text: str) -> str:
    """Words over several lines: one kind of new line, composed letters (NFC), nothing empty around them."""
    one_kind = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u0085", "\n")
    return unicodedata.normalize("NFC", one_kind.translate(OVERRIDES)).strip(AROUND)


def clean_line(text: str) -> str:
    """Words on one line: as clean, and every run of spaces or new lines is one space."""
    return re.sub(r"[ \t\n\u00a0\u2028\u2029]+", " ", clean(text))


def showable(text: str) -> str:
    """What was typed, fit to be shown again: everything but what no page can print."""
    return UNPRINTABLE.sub("", text)


def refuse_unprintable(text: str, called: str) -> None:
    """Raise ValueError, in a sentence, for a null byte or another character that is not writing."""
    if UNPRINTABLE.search(text):
        raise ValueError(f"{called} has a character in it that cannot be printed. Delete it, or type the words again.")


def refuse_long(text: str, longest: int, called: str) -> None:
    """Raise ValueError, in a sentence, for more than `longest` characters."""
    if len(text) > longest:
        raise ValueError(f"{called} must be {longest:,} characters or fewer. It has {len(text):,}.")


def digits(text: str) -> str:
    """A number as plain 0 to 9: digits of any alphabet, letters that look like digits, and no spaces or dashes."""
    folded = "".join(str(unicodedata.digit(character, character)) for character in _no_format(text))
    return JOINERS.sub("", folded.translate(LOOKALIKES))


def plain_digits(text: str) -> str:
    """The same words with digits of any alphabet as 0 to 9, and letters left alone."""
    return "".join(str(unicodedata.digit(character, character)) for character in _no_format(text))


def _no_format(text: str) -> str:
    """Without the invisible marks a phone puts around a number it copies."""
    return "".join(character for character in text if unicodedata.category(character) != "Cf")
