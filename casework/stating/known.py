"""What a letter can be stated from, and the register of who states what."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from casework.errors import GapInOurTables
from casework.law.clocks import deadlines
from casework.record.case import Case, fold

STATED: dict = {}


@dataclass(frozen=True)
class Known:
    """A case as it stood after one entry, on the day the letter is dated, and where to look up words and names."""

    office: Any
    case: Case
    before: Case
    entry: Any
    child: dict
    running: tuple
    today: date

    def due(self, duty: str, about: str = "") -> date | None:
        """The last day of a duty of this case, for one request where it has several."""
        found = [each.due for each in self.running if each.duty.id == duty and each.about == about]
        return found[-1] if found else None

    def paper(self, digest: str) -> dict:
        """The content of a paper of this case; nothing for no paper."""
        return self.office.papers.read(self.case.ref, digest).content if digest else {}

    def name(self, person: str) -> str:
        """A person's name; nothing for nobody."""
        return self.office.people.person(person).name if person else ""

    @property
    def advice(self):
        """The request for advice that the entry is about."""
        return self.case.advice[self.entry.about]


def known(office, ref: str, written: list, today: date) -> Known:
    """What is known after the last of these entries."""
    case = fold(written, Case(ref))
    return Known(
        office=office,
        case=case,
        before=fold(written[:-1], Case(ref)),
        entry=written[-1].entry,
        child=office.papers.read(ref, case.child).content,
        running=deadlines(case.facts, case.excuses),
        today=today,
    )


def states(*names: str, after: tuple[str, ...] = ("",)):
    """Register a function of Known as what states these facts: for any letter, or only after some kinds of entry."""

    def keep(stating):
        for name in names:
            for kind in after:
                if (name, kind) in STATED:
                    raise GapInOurTables(f"The fact {name} is stated twice.")
                STATED[(name, kind)] = stating
        return stating

    return keep


def stated(name: str, now: Known):
    """One fact. Raises GapInOurTables for a fact that nobody states."""
    stating = STATED.get((name, type(now.entry).__name__)) or STATED.get((name, ""))
    if stating is None:
        raise GapInOurTables(f"A letter asks for “{name}”, which nobody states.")
    return stating(now)
