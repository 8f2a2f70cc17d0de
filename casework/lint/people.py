"""Somebody else in the text: another child's name, a first name that is not theirs, a pronoun that is not theirs."""

import re
from functools import cache

from casework.lint.marks import About, applies, mark, rules
from casework.lint.patterns import pattern_of, ready_once
from casework.lint.reading import read
from casework.tables import rows

NAME = re.compile(r"(?<![\w'-])[A-Z][a-z]+(?:-[A-Z]?[a-z]+)?(?![\w])")
SHORTEST = 3  # letters of a name that can be short for another: Sam for Samuel
KINDS = {"she": ("she", "her", "hers", "herself"), "he": ("he", "him", "his", "himself")}
THEY = ("they", "them", "their", "theirs", "themself", "themselves")
NEAR = 60  # characters around a name or a pronoun that say whose it is
GENDERED = re.compile(r"\b(?:she|hers?|herself|he|him|his|himself)\b")


@cache
def given_names() -> frozenset[str]:
    """First names people have (tables/given-names.csv), as the lint reads letters."""
    return frozenset(read(row["name"]).plain for row in rows("given-names"))


def others_in(words: str, others) -> list[str]:
    """Which of these names stand in some words, as whole words with their capital letters."""
    return [name for name in dict.fromkeys(others) if name.strip() and whole_name(name).search(words)]


@cache
def whole_name(name: str) -> re.Pattern:
    """A name as a whole word."""
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")


def other_children(text, section: str, about: About):
    """A mark for the name of another child we know of, wherever it stands: in a quotation too (NAM1)."""
    own = set(about.names)
    for name in dict.fromkeys(about.others) if applies("NAM1", section) else ():
        if name.strip() and name not in own:
            for found in whole_name(read(name).plain).finditer(text.plain):
                yield mark(text, found.span(), rules()["NAM1"], about)


def strangers(text, section: str, about: About):
    """A mark for a first name that stands where the child's should, and that nothing introduces (NAM2)."""
    if not (about.name and applies("NAM2", section)):
        return
    own = {part for name in about.names for part in re.split(r"[\s-]+", read(name).plain) if part}
    introduced: dict[str, bool] = {}
    for found in NAME.finditer(text.unquoted):
        name = found[0]
        if _is_a_stranger(name, own) and _stands_as_the_child(text, found):
            if name not in introduced:
                introduced[name] = _is_introduced(text, name)
            if not introduced[name]:
                yield mark(text, found.span(), rules()["NAM2"], about)


def _is_a_stranger(name, own) -> bool:
    """Whether it is a first name, and not one of the child's own or short for one."""
    return name in given_names() and not any(
        part.startswith(name) or name.startswith(part) for part in own if min(len(part), len(name)) >= SHORTEST
    )


def _stands_as_the_child(text, found) -> bool:
    """Whether what is around a name is said of the person the plan is about."""
    before = text.small[max(0, found.start() - NEAR) : found.start()]
    after = pattern_of("said after a name").match(text.small, found.end(), found.end() + NEAR)
    return bool(after or ready_once(f"(?:{pattern_of('said before a name').pattern})$").search(before))


def _is_introduced(text, name) -> bool:
    """Whether somebody reading knows who it is: a title, a surname, a profession or a relation beside the name."""
    capital, small = re.escape(name), re.escape(name.lower())
    titled = rf"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sister|Nurse|Auntie?|Uncle|Nanny?|St)\.? (?:\w+ )?{capital}\b"
    if re.search(rf"{titled}|\b{capital} (?!I\b)[A-Z][\w'-]+", text.unquoted):
        return True
    told = pattern_of("introduces").pattern
    said_after = rf"\b{small},? (?:\(|(?:an?|the|his|her|their|who) )"
    near = rf"(?:{told})[^.;\w]{{0,3}}(?:called |named |is )?{small}\b|{said_after}"
    listed = rf"(?:{told})[^.;]{{0,40}}(?:,|\band\b) {small}\b"
    return bool(ready_once(f"{near}|{listed}").search(text.small))


def wrong_pronouns(text, section: str, about: About):
    """A mark for a pronoun that can only be the child's and is not the one their family gave (PRO1).

    Where nobody gave any, the text's own first one is taken. A pronoun that somebody
    else in the sentence, or the one before, may own is left alone.
    """
    theirs, looked = _theirs(about), {}
    for found in GENDERED.finditer(text.small) if applies("PRO1", section) else ():
        kind, sentence = _kind(found[0]), text.sentence_at(found.start())
        if (kind, sentence) not in looked:
            looked[kind, sentence] = _somebody_else(text, sentence, kind, about)
        if not looked[kind, sentence] or _cannot_be_herself(text, found):
            theirs = theirs or kind
            if kind != theirs:
                yield mark(text, found.span(), rules()["PRO1"], about)


def _theirs(about):
    """The pronoun the family gave, as she, he or they; None when they gave none we know."""
    return next((kind for kind in ("she", "he", "they") if about.pronouns.lower().startswith(kind)), None)


def _kind(pronoun) -> str:
    return next(kind for kind, forms in KINDS.items() if pronoun in forms)


def _cannot_be_herself(text, found) -> bool:
    """Whether the pronoun is whom a mother hopes something for: 'she would like her to'."""
    first, last = max(0, found.start() - NEAR), found.end() + NEAR
    hoped = pattern_of("cannot be herself").finditer(text.small, first, last)
    return any(each.start() < found.start() < each.end() for each in hoped)


def _somebody_else(text, sentence, kind, about) -> bool:
    """Whether somebody else who is spoken of may be meant: a mother for she, a teacher for either."""
    start, end = sentence
    before = text.sentence_before(start)
    first = before[0] if text.paragraph_at(before[0]) == text.paragraph_at(start) else start
    around = pattern_of("surely he" if kind == "she" else "surely she").sub(" ", text.small[first:end])
    own = {part for name in about.names for part in re.split(r"[\s-]+", name)}
    named = any(each[0] in given_names() and each[0] not in own for each in NAME.finditer(text.plain[first:end]))
    return named or bool(pattern_of("another person").search(around))
