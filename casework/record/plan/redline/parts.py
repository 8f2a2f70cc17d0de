"""What a redline is made of: runs of words, fields, lines, sections and hours."""

from dataclasses import dataclass
from decimal import Decimal

from casework.record.plan.redline.runs import ADDED, SAME, TAKEN_OUT, Run

KEPT, CHANGED = "kept", "changed"


@dataclass(frozen=True)
class FieldChange:
    """One field in words: what it is called, its runs, and whether it was kept, changed, added or taken out."""

    name: str
    runs: tuple[Run, ...]

    @property
    def kind(self) -> str:
        """Kept, changed, added or taken out."""
        return kind_of(self.runs)


@dataclass(frozen=True)
class LineChange:
    """One line: what became of it, its words in runs, and those of its fields that changed.

    `was` is its reference in the first plan where that was another, or nothing.
    `came_from` is the section it stood in, where that was another; `moved` also
    says that it changed its place in its section. `before` and `after` are the
    lines themselves, None where it was not there.
    """

    kind: str
    ref: str
    runs: tuple[Run, ...]
    fields: tuple[FieldChange, ...] = ()
    was: str = ""
    came_from: str = ""
    moved: bool = False
    before: object = None
    after: object = None

    @property
    def plain(self) -> bool:
        """Whether it stands as it stood, in its place and under its reference."""
        return self.kind == KEPT and not self.moved and not self.was


@dataclass(frozen=True)
class Hours:
    """Hours of help in a week, before and after. `section` is its letter, or nothing for the whole plan."""

    section: str
    before: Decimal
    after: Decimal

    @property
    def changed(self) -> bool:
        """Whether they differ."""
        return self.before != self.after


@dataclass(frozen=True)
class SectionChange:
    """One section: its letter (“child” for names and signatures), its title, its fields and its lines, in order."""

    letter: str
    title: str
    fields: tuple[FieldChange, ...] = ()
    lines: tuple[LineChange, ...] = ()

    @property
    def changes(self) -> tuple[FieldChange | LineChange, ...]:
        """What did not stay as it was."""
        fields = [each for each in self.fields if each.kind != KEPT]
        return (*fields, *(each for each in self.lines if not each.plain))

    @property
    def unchanged(self) -> tuple[FieldChange | LineChange, ...]:
        """What stayed as it was."""
        fields = [each for each in self.fields if each.kind == KEPT]
        return (*fields, *(each for each in self.lines if each.plain))


@dataclass(frozen=True)
class Redline:
    """Two plans laid over each other. `hours` are those of each section with help in it; `in_all` those of the plan."""

    sections: tuple[SectionChange, ...]
    hours: tuple[Hours, ...]
    in_all: Hours

    @property
    def same(self) -> bool:
        """Whether nothing that a reader sees has changed."""
        return not any(section.changes for section in self.sections)

    def section(self, letter: str) -> SectionChange:
        """One section. Raises StopIteration, loudly, for a letter that no plan has."""
        return next(each for each in self.sections if each.letter == letter)


def kind_of(runs: tuple[Run, ...]) -> str:
    """What became of a text, from its runs."""
    kinds = {run.kind for run in runs}
    if kinds <= {SAME}:
        return KEPT
    return kinds.pop() if len(kinds) == 1 else CHANGED


__all__ = ["ADDED", "CHANGED", "KEPT", "TAKEN_OUT", "FieldChange", "Hours", "LineChange", "Redline", "SectionChange"]
