"""Which line of one plan is which line of another: by reference, by likeness where they were renumbered, by place."""

from bisect import bisect_left
from dataclasses import dataclass

from casework.record.plan.redline.runs import shared, words_in

# The same reference speaks for two lines as much as a quarter of their words would.
SAME_REF = 0.25
ALIKE, A_LITTLE_ALIKE = 0.5, 0.2


@dataclass(frozen=True)
class Said:
    """A line as it is matched: its reference, its section and its words."""

    ref: str
    section: str
    words: str


def matched(old: list[Said], new: list[Said]) -> dict[int, int]:
    """Which line of `new` was which of `old`, by their places. Each is used once; the rest were added or taken out.

    In order: the same words, under the same reference before any other; the
    most alike, a shared reference counting for something; the same reference
    whatever it says now; and the same place in a section, a little alike.
    """
    pairs: dict[int, int] = {}
    for rule in (_word_for_word, _the_most_alike, _by_reference, _by_place):
        taken = set(pairs.values())
        left_old = [(i, each) for i, each in enumerate(old) if i not in taken]
        left_new = [(j, each) for j, each in enumerate(new) if j not in pairs]
        pairs |= rule(left_old, left_new)
    return pairs


def moved(pairs: dict[int, int]) -> set[int]:
    """The places in the new plan of lines that changed their order: the fewest that could have been moved."""
    after = sorted(pairs)
    ends: list[int] = []
    places: list[int] = []
    back: dict[int, int | None] = {}
    for j in after:
        at = bisect_left(ends, pairs[j])
        back[j] = places[at - 1] if at else None
        ends[at:] = [pairs[j]] + ends[at + 1 :]
        places[at:] = [j] + places[at + 1 :]
    stayed, j = set(), places[-1] if places else None
    while j is not None:
        stayed.add(j)
        j = back[j]
    return set(after) - stayed


def _word_for_word(old, new) -> dict[int, int]:
    """Lines that say the same: first under the same reference, then under any, in order."""
    pairs: dict[int, int] = {}
    for name in (lambda each: (each.ref, each.words), lambda each: each.words):
        waiting: dict = {}
        taken = set(pairs.values())
        for i, each in old:
            if i not in taken and each.words:
                waiting.setdefault(name(each), []).append(i)
        for j, each in new:
            if j not in pairs and waiting.get(name(each)):
                pairs[j] = waiting[name(each)].pop(0)
    return pairs


def _the_most_alike(old, new) -> dict[int, int]:
    """The most alike first; of two as like, the one that stands earlier."""
    words = {id(each): words_in(each.words) for _, each in (*old, *new)}
    found = []
    for j, after in new:
        for i, before in old:
            alike = shared(words[id(before)], words[id(after)])
            score = alike + (SAME_REF if before.ref == after.ref else 0)
            if alike >= A_LITTLE_ALIKE and score >= ALIKE:
                found.append((-score, abs(i - j), j, i))
    return _greedily((j, i) for _, _, j, i in sorted(found))


def _by_reference(old, new) -> dict[int, int]:
    refs = {each.ref: i for i, each in old}
    return _greedily((j, refs[each.ref]) for j, each in new if each.ref in refs)


def _by_place(old, new) -> dict[int, int]:
    places = {(each.section, i): (i, each) for i, each in old}
    found = [(j, each, *places[each.section, j]) for j, each in new if (each.section, j) in places]
    alike = [(j, i) for j, a, i, b in found if shared(words_in(a.words), words_in(b.words)) >= A_LITTLE_ALIKE]
    return _greedily(alike)


def _greedily(found) -> dict[int, int]:
    """Pairs in the order they come, each side used once."""
    pairs: dict[int, int] = {}
    taken = set()
    for j, i in found:
        if j not in pairs and i not in taken:
            pairs[j] = i
            taken.add(i)
    return pairs
