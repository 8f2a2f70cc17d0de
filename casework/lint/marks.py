"""What the lint answers with, whom a text is about, and how a better pattern is filled with their own details."""

import re
from bisect import bisect
from dataclasses import dataclass
from functools import cache

from casework.lint.patterns import pattern_of
from casework.tables import rows

ADVICE, GATE = "advice", "gate"
# Two rules may see the same words. The writer is shown the graver one, and the longer of two alike.
GRAVITY = (GATE, ADVICE)
NEAR = 300  # characters on each side of a mark in which its sentence may name a profession
GAP = re.compile(r"\[(\w+)\]")


@dataclass(frozen=True)
class About:
    """Whom a text is about, as far as it is known: everything may be left out.

    `names` are what the child is called, the one for sentences first; `pronouns` as the family gave
    them ("she/her"); `others` are other children's names, which must not be there; `earlier` are
    outcomes written for others; `said` names what stands beside the text in boxes of its own
    ("amount", "length", "who", "size"), so that it is not asked for twice.
    """

    names: tuple[str, ...] = ()
    pronouns: str = ""
    setting: str = ""
    role: str = ""
    others: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    said: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """What to call the child in a sentence; empty when nobody said."""
        return next(filter(None, self.names), "")


@dataclass(frozen=True)
class Mark:
    """Words that are weak or out of place: where (start and end, in characters of the text as it came), and why.

    `rule` names a row of tables/lint-rules.csv or tables/vague-phrases.csv. `severity` is
    "advice", or "gate": a plan is not issued with it until it is changed or a manager
    gives a reason to keep it. `put` says where its pattern goes when a writer wants it: "after"
    the sentence, "instead" of the words, or nowhere, when `better` says what to do and not what to write.
    """

    start: int
    end: int
    phrase: str
    rule: str
    severity: str
    why: str
    better: str
    fine_when: str = ""
    put: str = ""

    @property
    def pattern(self) -> str:
        """What is put in the box: `better` without the instruction before its colon."""
        return self.better.split(": ", 1)[-1]

    @property
    def stops(self) -> bool:
        """Whether a plan waits for it."""
        return self.severity == GATE


@cache
def rules() -> dict[str, dict]:
    """The rows of tables/lint-rules.csv by their names."""
    return {row["rule"]: row for row in rows("lint-rules")}


def applies(rule: str, section: str) -> bool:
    """Whether a rule looks at a section."""
    return section in rules()[rule]["sections"].split(";")


def mark(text, span, row, about: About) -> Mark:
    """One mark at a span of the plain text, in the words of its row, with the better pattern filled in."""
    start, end = text.came_from(*span)
    first, last = text.sentence_at(span[0])
    sentence = text.small[max(first, span[0] - NEAR) : min(last, span[1] + NEAR)]
    better = filled(row["better"], about, sentence)
    rule = row.get("rule") or row["id"]
    said = (rule, row["severity"], row["why"], better)
    put = row.get("put", "after" if "[" in row["better"] else "")
    return Mark(start, end, text.raw[start:end], *said, fine_when=row.get("fine when", ""), put=put)


def filled(better: str, about: About, sentence: str) -> str:
    """A pattern with what we know in it: the child's name, the setting, and who was named in the sentence."""
    known = {"name": about.name, "place": about.setting, "role": about.role or _role(sentence)}

    def put(gap):
        words = known.get(gap[1].lower(), "")
        return (words[:1].upper() + words[1:] if gap[1][0].isupper() else words) or gap[0]

    return GAP.sub(put, better)


def _role(sentence) -> str:
    """Who was named in a sentence, by profession: 'a speech and language therapist'; empty when nobody was."""
    found = pattern_of("profession").search(sentence)
    if not found:
        return ""
    article = "the" if found[0].endswith("senco") else "an" if found[0][0] in "aeiou" else "a"
    return f"{article} {found[0].replace('senco', 'SENCO')}"


def shown(found) -> tuple[Mark, ...]:
    """The marks that are shown, in the order of the text: where two overlap, the graver, then the longer."""
    kept: list[Mark] = []
    for each in sorted(found, key=lambda mark: (GRAVITY.index(mark.severity), mark.start, -mark.end)):
        place = bisect(kept, each.start, key=lambda mark: mark.start)
        if (not place or kept[place - 1].end <= each.start) and (place == len(kept) or each.end <= kept[place].start):
            kept.insert(place, each)
    return tuple(kept)
