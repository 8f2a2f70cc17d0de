"""Two texts laid over each other word by word, in runs that a person can read, and no confetti."""

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher

SAME, ADDED, TAKEN_OUT = "same", "added", "taken out"
ENDINGS = ".,;:!?)”’\"…،؛؟"
# A kept run this short between two changes would cut one change into confetti, so it is read as part of it.
SHORT = 2
# Where fewer words than this share of the longer text are kept, the texts have nothing to do with each other.
LITTLE = 0.2
# Above this many pairs of words, words that stand everywhere (“the”) are no longer tried as places to begin.
MANY_PAIRS = 400_000


@dataclass(frozen=True)
class Run:
    """Some words together: the same in both texts, added, or taken out."""

    kind: str
    words: str


@dataclass(frozen=True)
class _Piece:
    """A word, or the stop after one, and the space behind it."""

    word: str
    space: str


def runs(before: str, after: str) -> tuple[Run, ...]:
    """What was taken out and added to make `after` from `before`; nothing for two empty texts.

    Words are never cut, so that letters which combine and lines from right to
    left stay whole, and the same letter typed in two ways (NFC, NFD) is the
    same. What is the same is shown with the spacing that `after` has.
    """
    if before == after:
        return (Run(SAME, after),) if after.strip() else ()
    old, new = _pieces(before), _pieces(after)
    steps = _steps([each.word for each in old], [each.word for each in new])
    found = []
    for same, i1, i2, j1, j2 in _strangers(_joined(steps), max(len(old), len(new))):
        gap = " " if i1 and i2 > i1 and found and not found[-1].words[-1:].isspace() and old[i1 - 1].space else ""
        now = _text(new[j1:j2])
        kinds = [(SAME, now)] if same else [(TAKEN_OUT, gap + _text(old[i1:i2])), (ADDED, now)]
        found += [Run(kind, words) for kind, words in kinds if words]
    return tuple(found)


def likeness(before: str, after: str) -> float:
    """How much of the words two texts share, from 0 to 1, whatever their order."""
    old, new = words_in(before), words_in(after)
    return shared(old, new)


def words_in(text: str) -> frozenset[str]:
    """The words of a text, small letters and bare of stops, for telling how like another it is."""
    bare = (word.strip(ENDINGS + "(“‘") for word in unicodedata.normalize("NFC", text).casefold().split())
    return frozenset(word for word in bare if word)


def shared(old: frozenset[str], new: frozenset[str]) -> float:
    """How much two sets of words share, from 0 to 1."""
    return 2 * len(old & new) / (len(old) + len(new)) if old or new else 1.0


def _pieces(text: str) -> list[_Piece]:
    """A text in words and stops, each with the space behind it."""
    found = []
    for word, space in re.findall(r"(\S+)(\s*)", unicodedata.normalize("NFC", text).replace("\r\n", "\n")):
        stem = word.rstrip(ENDINGS)
        if stem and stem != word:
            found += [_Piece(stem, ""), _Piece(word[len(stem) :], space)]
        else:
            found.append(_Piece(word, space))
    return found


def _text(pieces) -> str:
    return "".join(each.word + each.space for each in pieces)


def _steps(old, new) -> list[tuple]:
    """(same, i1, i2, j1, j2) in order: what both have at the ends is set aside before anything is searched."""
    first, most = 0, min(len(old), len(new))
    while first < most and old[first] == new[first]:
        first += 1
    last = 0
    while last < most - first and old[-1 - last] == new[-1 - last]:
        last += 1
    i, j = len(old) - last, len(new) - last
    junk = (i - first) * (j - first) > MANY_PAIRS
    middle = SequenceMatcher(None, old[first:i], new[first:j], autojunk=junk).get_opcodes()
    steps = [(tag == "equal", *(place + first for place in places)) for tag, *places in middle]
    ends = [(True, 0, first, 0, first)] if first else []
    return ends + steps + ([(True, i, len(old), j, len(new))] if last else [])


def _joined(steps) -> list[tuple]:
    """The same steps, with a short kept run between two changes read as part of them."""
    found: list[tuple] = []
    for place, step in enumerate(steps):
        same, i1, i2, j1, j2 = step
        follows = steps[place + 1] if place + 1 < len(steps) else None
        if same and found and not found[-1][0] and follows and i2 - i1 <= min(SHORT, _size(found[-1]), _size(follows)):
            same = False
        if found and not found[-1][0] and not same:
            found[-1] = (False, found[-1][1], i2, found[-1][3], j2)
        else:
            found.append((same, i1, i2, j1, j2))
    return found


def _size(step) -> int:
    return max(step[2] - step[1], step[4] - step[3])


def _strangers(steps, longest: int) -> list[tuple]:
    """One text taken out and the other added, where next to nothing was kept."""
    kept = sum(step[2] - step[1] for step in steps if step[0])
    if len(steps) > 1 and kept < LITTLE * longest:
        return [(False, 0, steps[-1][2], 0, steps[-1][4])]
    return steps
