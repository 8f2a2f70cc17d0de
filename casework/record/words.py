"""How words read: vague phrases, near copies, and the age at which a text can be read. Nothing is rewritten."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from casework.tables import rows

SEVERITIES = ("low", "medium", "high")
# Somebody else's words are theirs: what stands between quotation marks is not looked at.
QUOTED = re.compile(r'"[^"\n]*"|“[^”\n]*”|‘[^‘’\n]*(?:’\w[^‘’\n]*)*’(?!\w)')
SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+(?=\S)[^.!?\n]*)*[.!?]*")
NEARLY = 0.9
# Flesch and Kincaid's grade level is for American schools, whose first grade is age six.
AGE_IN_FIRST_GRADE = 5
# Beyond this the formula says only that a text is hard.
OLDEST = 21


@dataclass(frozen=True)
class Mark:
    """A vague phrase found in a text: where (start and end, in characters), why it is weak, and what is better."""

    start: int
    end: int
    phrase: str
    why: str
    better: str
    severity: str
    fine_when: str = ""


@cache
def _phrases(section: str):
    """The rows of tables/vague-phrases.csv that apply to a section, with their patterns ready."""
    return tuple(
        (re.compile(row["pattern"], re.IGNORECASE), row)
        for row in rows("vague-phrases")
        if section in row["sections"].split(";")
    )


def vague(text: str, section: str) -> tuple[Mark, ...]:
    """Vague phrases in the words of a section (B to H2, or "advice"), in the order they stand.

    Looked for sentence by sentence, ignoring case. Quotations are skipped, and
    so is section A: a family's words are never marked. Where phrases overlap
    only the most serious is shown.
    """
    unquoted = QUOTED.sub(lambda quoted: " " * len(quoted[0]), text)
    found = [mark for sentence in SENTENCE.finditer(unquoted) for mark in _in_sentence(sentence, section)]
    found.sort(key=lambda mark: (-SEVERITIES.index(mark.severity), mark.start, -mark.end))
    shown: list[Mark] = []
    for mark in found:
        if all(mark.end <= other.start or other.end <= mark.start for other in shown):
            shown.append(mark)
    return tuple(sorted(shown, key=lambda mark: mark.start))


def _in_sentence(sentence, section):
    """Every phrase that matches in one sentence, placed in the whole text."""
    said = sentence[0].lstrip()
    offset = sentence.end() - len(said)
    for pattern, row in _phrases(section):
        for match in pattern.finditer(said):
            name = "mark" if "mark" in pattern.groupindex else 0
            start, end = match.span(name)
            if end > start:
                phrase = said[start:end]
                yield Mark(
                    offset + start, offset + end, phrase, row["why"], row["better"], row["severity"], row["fine when"]
                )


def nearly_the_same(one: str, other: str, *names: str) -> bool:
    """Whether two texts are at least nine tenths alike, leaving aside the names given, dates, case and stops."""
    first, second = _bare(one, names), _bare(other, names)
    return bool(first and second) and SequenceMatcher(None, first, second, autojunk=False).ratio() >= NEARLY


def _bare(text, names) -> str:
    for name in filter(None, names):
        text = re.sub(rf"\b{re.escape(name)}\b", "", text, flags=re.IGNORECASE)
    return " ".join(re.sub(r"[^a-z ]", " ", text.lower()).split())


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
