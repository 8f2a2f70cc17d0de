"""How words read: near copies, and the age at which a text can be read. Nothing is rewritten."""

import re
from difflib import SequenceMatcher
from functools import lru_cache

SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+(?=\S)[^.!?\n]*)*[.!?]*")
NEARLY = 0.9
BARE_KEPT = 4096  # texts kept bare: an outcome is laid beside many
# Copied for another child, these change with the name; an outcome is not another one for it.
THEIRS = re.compile(r"\b(?:he|she|they|him|her|them|his|hers|their|theirs|himself|herself|themselves)\b")
# Flesch and Kincaid's grade level is for American schools, whose first grade is age six.
AGE_IN_FIRST_GRADE = 5
# Beyond this the formula says only that a text is hard.
OLDEST = 21


def nearly_the_same(one: str, other: str, *names: str) -> bool:
    """Whether two texts are at least nine tenths alike.

    The names given, pronouns, dates, case and stops are left aside.
    """
    first, second = _bare(one, names), _bare(other, names)
    if not first or not second:
        return False
    alike = SequenceMatcher(None, first, second, autojunk=False)
    return alike.real_quick_ratio() >= NEARLY and alike.quick_ratio() >= NEARLY and alike.ratio() >= NEARLY


@lru_cache(BARE_KEPT)
def _bare(text, names) -> str:
    for name in filter(None, names):
        text = re.sub(rf"\b{re.escape(name)}\b", "", text, flags=re.IGNORECASE)
    return " ".join(THEIRS.sub("", re.sub(r"[^a-z ]", " ", text.lower())).split())


def reading_age(text: str) -> float | None:
    """The age in years at which most people can read a text, to half a year, from 5 to 21. None without words.

    Flesch and Kincaid (1975): 0.39 x words a sentence + 11.8 x syllables a
    word - 15.59 gives an American grade, and five more gives an age. It knows
    long words and long sentences, and nothing else; it is a hint to a writer.
    """
    words = re.findall(r"[A-Za-z][A-Za-z'’-]*", text)
    if not words:
        return None
    sentences = max(1, sum(1 for each in SENTENCE.findall(text) if re.search(r"[A-Za-z]", each)))
    grade = 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
    return min(OLDEST, max(AGE_IN_FIRST_GRADE, round((grade + AGE_IN_FIRST_GRADE) * 2) / 2))


def syllables(word: str) -> int:
    """About how many syllables: groups of vowels, less a silent final e."""
    bare = re.sub(r"[^a-z]", "", word.lower())
    groups = len(re.findall(r"[aeiouy]+", bare))
    silent = re.search(r"[^aeiouyl]e$|[^aeiouydt]ed$|[^aeiouyscxzgh]es$", bare) and groups > 1
    return max(1, groups - bool(silent))
