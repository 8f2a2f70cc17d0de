"""The versions of a plan that were sent, and any two of them laid over each other."""

from dataclasses import dataclass
from datetime import date

from casework.errors import NotYours
from casework.record.case import Case
from casework.record.plan import Plan
from casework.record.plan.redline import Redline, redline

FINAL, REDLINE = "final", "redline"


@dataclass(frozen=True)
class Edition:
    """One version that was sent: its name in an address, what people call it, its day, and the digest of its words."""

    name: str
    words: str
    on: date
    plan: str


def editions(case: Case) -> list[Edition]:
    """Every draft that was served and the final plan, the oldest first. The family was sent all of them."""
    found = [Edition(f"draft-{each.number}", f"Draft {each.number}", each.on, each.plan) for each in case.drafts]
    if case.final:
        found.append(Edition(FINAL, "The final plan", case.final.on, case.final.plan))
    return found


def chosen(listed: list[Edition], first: str, second: str) -> tuple[Edition, Edition]:
    """The two editions an address asks for, the older first; the newest two where it asks for none.

    Raises NotYours for a name that is not listed, or where there are not two.
    """
    if len(listed) < 2:
        raise NotYours("two versions of a plan")
    names = [each.name for each in listed]
    asked = [first or listed[-2].name, second or listed[-1].name]
    if any(name not in names for name in asked):
        raise NotYours(" and ".join(asked))
    older, newer = sorted(asked, key=names.index)
    return listed[names.index(older)], listed[names.index(newer)]


def plan_of(office, case: Case, edition: Edition) -> Plan:
    """The plan as it was sent."""
    return Plan.from_content(office.papers.read(case.ref, edition.plan).content)


def between(office, case: Case, before: Edition, after: Edition) -> Redline:
    """Two editions laid over each other."""
    return redline(plan_of(office, case, before), plan_of(office, case, after))


def printed_as(before: Edition) -> str:
    """What the newer plan is printed as when its changes since `before` are marked."""
    return f"{REDLINE} {before.name}"


def owe_the_print(office, case: Case, before: Edition, after: Edition) -> None:
    """Owe the printing of a redline. What is owed or printed already is left as it is."""
    with office.diary.one_write():
        office.post.owe_print(case.ref, case.n, after.plan, printed_as(before))


def of_print(case: Case, waiting) -> tuple[Edition, Edition]:
    """The two editions that a row of the prints lays over each other. Raises NotYours for one that never was."""
    listed = editions(case)
    after = next(each.name for each in listed if each.plan == waiting.paper)
    return chosen(listed, waiting.as_.removeprefix(f"{REDLINE} "), after)
