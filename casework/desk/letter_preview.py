"""The letter that a decision would send, before anybody decides: the same page that will be printed."""

from dataclasses import dataclass, replace
from types import SimpleNamespace

from casework import letters
from casework.actions import decide
from casework.record.case import Case, fold
from casework.stating import facts, recipient

FAMILY = "family"


@dataclass(frozen=True)
class RehearsedDiary:
    """A diary with a few more entries in it than were ever written."""

    entries: list

    def written(self, ref: str, *, up_to: int | None = None) -> list:
        """The entries, those that would be written among them."""
        return [each for each in self.entries if up_to is None or each.n <= up_to]

    def read(self, ref: str, *, up_to: int | None = None) -> Case:
        """The case as it would be."""
        return fold(self.written(ref, up_to=up_to), Case(ref))


@dataclass(frozen=True)
class RehearsedPapers:
    """A shelf with a few more papers on it than were ever put in."""

    papers: dict
    shelf: object

    def read(self, ref: str, digest: str):
        """One paper, those that would be put in among them."""
        return self.papers.get(digest) or self.shelf.read(ref, digest)

    def read_all(self, ref: str, digests) -> dict:
        """Several papers in one question, those that would be put in among them."""
        return self.shelf.read_all(ref, digests) | {one: self.papers[one] for one in digests if one in self.papers}


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
    shelf = RehearsedPapers({paper.digest: paper for paper in papers}, office.papers)
    elsewhere = replace(office, diary=RehearsedDiary([*before, *new]), papers=shelf)
    row = SimpleNamespace(**vars(owed), ref=case.ref, owed_on=office.today(), email="")
    return office.press.letter_html(owed.letter, facts(elsewhere, row, recipient(office, row)))
