"""Help nobody can count, and outcomes nobody can measure: how often, how long, by whom. Read a paragraph at a time."""

from casework.lint.marks import GATE, About, applies, mark, rules
from casework.lint.patterns import pattern_of

NONE = ("none", "no ", "nil", "not applicable", "n/a")


def uncounted(text, section: str, about: About, found):
    """A mark for what each paragraph of help leaves out, on the words that promise it.

    `found` are the marks there are already: a paragraph that says "regular" is not told again that it has no number,
    and words that are marked are not marked twice.
    """
    gates = [each for each in found if each.severity == GATE]
    for start, end in text.paragraphs if applies("QTY1", section) else ():
        first, last = text.came_from(start, end)
        told = any(first <= each.start < last for each in gates)
        if not told and not text.small[start:end].startswith(NONE):
            for each in _paragraph(text, (start, end), section, about):
                if all(each.end <= other.start or other.end <= each.start for other in found):
                    yield each


def unmeasured(text, section: str, about: About, found):
    """A mark on an outcome that says neither by when nor how well, and in which nothing else was seen."""
    for start, end in text.paragraphs if applies("MEA1", section) and "measured" not in about.said else ():
        first, last = text.came_from(start, end)
        promised = pattern_of("promise").search(text.small, start, end)
        said = any(_says(name, text, (start, end), about) for name in ("measured", "by when"))
        if promised and not said and not any(first <= each.start < last for each in found):
            yield mark(text, promised.span(), rules()["MEA1"], about)


def _paragraph(text, span, section, about):
    """What one paragraph leaves out: one mark for each thing that is missing, on the first words that need it."""
    promise = _first("help", text, span, about)
    if not promise:
        return
    said = {name for name in ("amount", "length", "who", "size") if _says(name, text, span, about)}
    missing = []
    if "amount" not in said and not _is_a_thing(text, span, about):
        missing.append(("QTY1", promise))
    elif "length" not in said:
        missing.append(("QTY2", _contact(text, span, about)))
    if "who" not in said:
        missing.append(("QTY3", _first("recipient", text, span, about)))
    if "size" not in said:
        missing.append(("QTY4", _first("group", text, span, about)))
    last = -1
    for rule, where in missing:
        if where and applies(rule, section) and where[0] >= last:
            yield mark(text, where, rules()[rule], about)
            last = where[1]


def _first(words, text, span, about):
    """Where the first words of a list stand in a paragraph; None when there are none."""
    found = pattern_of(words, *about.names).search(text.small, *span)
    return found.span() if found else None


def _says(name, text, span, about) -> bool:
    """Whether a paragraph, or a box beside it, says one of the things that make help countable."""
    return name in about.said or bool(_first(name, text, span, about))


def _contact(text, span, about):
    """The words that bring somebody to the child for a time; a chair stays, and has no length."""
    return None if _is_a_thing(text, span, about) else _first("contact", text, span, about)


def _is_a_thing(text, span, about) -> bool:
    """Whether the help is equipment or a change to the place, and nobody's time."""
    return bool(_first("thing", text, span, about)) and not _first("contact", text, span, about)
