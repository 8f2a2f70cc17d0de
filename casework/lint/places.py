"""Words in the wrong section: help among outcomes, outcomes among help, needs where help must stand, and so on."""

from casework.lint.marks import About, applies, mark, rules
from casework.lint.patterns import pattern_of

# The rules that one list of tables/telltale-words.csv decides, sentence by sentence.
LISTS = {
    "SEC1": ("provision",),
    "SEC2": ("educates",),
    "SEC3": ("outcome",),
    "SEC5": ("help promised",),
    "SEC7": ("health care", "social care"),
}


def misplaced(text, section: str, about: About):
    """A mark for the words of each sentence that belong in another section; one a sentence for each rule."""
    for rule, lists in LISTS.items():
        if applies(rule, section):
            yield from _by_lists(text, rule, lists, about)
    if applies("SEC4", section):
        yield from _needs(text, section, about)


def _by_lists(text, rule, lists, about):
    for start, end in text.sentences:
        said = text.small[start:end]
        found = next(filter(None, (pattern_of(words, *about.names).search(said) for words in lists)), None)
        if found:
            yield mark(text, _at(found, start), rules()[rule], about)


def _needs(text, section, about):
    """A sentence that says what is difficult, and nothing of what will be done about it.

    Among outcomes, where somebody is now is not a need but the place they start from.
    """
    starts = pattern_of("begins with the child", *about.names)
    for start, end in text.sentences:
        said = text.small[start:end]
        found = pattern_of("need", *about.names).search(said)
        begun = starts.match(said)
        if not (begun and found) or pattern_of("promise").search(said):
            continue
        if section != "E" or not pattern_of("starting point").search(said):
            yield mark(text, _at(found, start), rules()["SEC4"], about)


def _at(found, start) -> tuple[int, int]:
    """Where a match in a sentence stands in the text, without the mark of a list before it."""
    lead = len(found[0]) - len(found[0].lstrip(" .-•*·:;,)"))
    return start + found.start() + lead, start + found.end()
