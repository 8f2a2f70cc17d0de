"""What only a whole text shows: a child who is not heard, words too hard for a family, an outcome written twice."""

from functools import lru_cache

from casework.lint.marks import About, applies, mark, rules
from casework.lint.patterns import pattern_of
from casework.lint.words import nearly_the_same, reading_age

READABLE = 11  # years: shared practice asks for nine to eleven on what families read
FEWEST = 4  # words: fewer say nothing about whose they are
MOST = 60  # outcomes of one section that are laid beside each other
LATIN = 0.5  # of the letters; a text in another script is not read for a voice or an age


def unheard(text, section: str, about: About):
    """A mark on the first sentence of section A when nothing in it is the child's (VOI1)."""
    if not applies("VOI1", section) or len(text.plain.split()) < FEWEST or not _is_latin(text.plain):
        return
    quoted = text.unquoted != text.straight
    if not quoted and not pattern_of("voice", *about.names).search(text.small):
        yield mark(text, text.sentences[0], rules()["VOI1"], about)


def hard_to_read(text, section: str, about: About):
    """A mark on each sentence of a plain part that is too hard, when the part as a whole is (AGE1)."""
    if not applies("AGE1", section) or not _is_latin(text.plain):
        return
    if (reading_age(text.plain) or 0) > READABLE:
        for start, end in text.sentences:
            if (reading_age(text.plain[start:end]) or 0) > READABLE:
                yield mark(text, (start, end), rules()["AGE1"], about)


def _is_latin(words) -> bool:
    letters = [letter for letter in words if letter.isalpha()]
    return bool(letters) and sum(letter.isascii() for letter in letters) > LATIN * len(letters)


def copied(text, section: str, about: About):
    """A mark on an outcome that is nearly another in the same text, or one written for somebody else (COP1)."""
    spans = text.paragraphs if applies("COP1", section) else ()
    for number, (start, end) in enumerate(spans):
        others = [*(text.plain[first:last] for first, last in spans[max(0, number - MOST) : number]), *about.earlier]
        if any(_alike(text.plain[start:end], other, *about.names) for other in others):
            yield mark(text, (start, end), rules()["COP1"], about)


@lru_cache(4096)
def _alike(one, other, *names) -> bool:
    """Whether two outcomes are nearly the same; kept, since a page is drawn again and again."""
    return nearly_the_same(one, other, *names)
