"""The letter that a decision would send, before anybody decides: the same page that will be printed."""

from dataclasses import dataclass, replace
from types import SimpleNamespace

from casework import letters
from casework.actions import decide
from casework.record.case import Case, fold
from casework.stating import facts, recipient

FAMILY = "family"


@dataclass(frozen=True)
class Rehearsed:
    """A diary and a shelf of papers with a few more entries and papers in them than were ever written."""

    written_: list
    papers_: dict
    shelf: object

    def written(self, ref: str, *, up_to: int | None = None) -> list:
        """The entries, those that would be written among them."""
        return [each for each in self.written_ if up_to is None or each.n <= up_to]

    def read(self, ref: str, digest: str):
        """One paper, those that would be put in among them."""
        return self.papers_.get(digest) or self.shelf.read(ref, digest)


def preview(office, actor, case, deed, **details) -> str:
    """The first letter to the family that a deed would make us owe, as a page; nothing when it owes none.

    Raises Refusal when the deed would be refused. Writes nothing.
    """
    before = office.diary.written(case.ref)
    whole = fold(before, Case(case.ref))
    after, new, papers = decide(office, actor, deed, whole, before=before, **details)
    owed = next((one for one in letters.owed(new, after) if one.to == FAMILY), None)
    if owed is None:
        return ""
    there = Rehearsed([*before, *new], {paper.digest: paper for paper in papers}, office.papers)
    elsewhere = replace(office, diary=there, papers=there)
    row = SimpleNamespace(**vars(owed), ref=case.ref, owed_on=office.today(), email="")
    return office.press.letter_html(owed.letter, facts(elsewhere, row, recipient(office, row)))
