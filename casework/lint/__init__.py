"""The lint: words of a plan or an advice that promise nothing, stand in the wrong place, or are about somebody else.

One lint: the plan's pages, the advice self-check, the issue gate and the command all
ask it. It knows texts and tables, and has never heard of a case.
"""

from casework.lint.amounts import uncounted, unmeasured
from casework.lint.marks import ADVICE, GATE, About, Mark, shown
from casework.lint.people import other_children, others_in, strangers, wrong_pronouns
from casework.lint.phrases import vague
from casework.lint.places import misplaced
from casework.lint.reading import read
from casework.lint.whole import copied, hard_to_read, unheard
from casework.lint.words import nearly_the_same, reading_age

__all__ = [
    "ADVICE",
    "GATE",
    "About",
    "Mark",
    "SECTIONS",
    "lint",
    "nearly_the_same",
    "others_in",
    "reading_age",
]

# What can be looked at: the sections of a plan, the parts written for a family, and an adviser's own prose.
SECTIONS = ("A", "B", "C", "D", "E", "F", "G", "H1", "H2", "I", "J", "K", "plain", "advice")
NOBODY = About()


def lint(words: str, section: str, about: About = NOBODY) -> tuple[Mark, ...]:
    """Every weak place in some words, in the order they stand; nothing for good ones. Nothing is rewritten.

    `section` is one of SECTIONS. Quotations are somebody's own and are left alone, and
    section A is looked at only for whose voice it is. Where marks overlap only the
    gravest is shown. Places count characters of `words` as it was given.
    """
    text = read(words)
    if not text.plain:
        return ()
    found = [*other_children(text, section, about), *strangers(text, section, about)]
    found += [*misplaced(text, section, about), *vague(text, section, about)]
    found += [*wrong_pronouns(text, section, about), *unheard(text, section, about)]
    found += [*hard_to_read(text, section, about), *copied(text, section, about)]
    seen = shown(found)
    found += [*uncounted(text, section, about, seen), *unmeasured(text, section, about, seen)]
    return shown(found)
