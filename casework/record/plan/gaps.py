"""What a plan still needs: each gap as a sentence a caseworker can act on, with its section and its clause."""

from dataclasses import dataclass
from datetime import date

from casework.record.child import PREPARING_FOR_ADULTHOOD
from casework.record.plan import checks
from casework.record.plan.sections import sections
from casework.tables import rows

ORDER = {section.letter: number for number, section in enumerate(sections())}


@dataclass(frozen=True)
class Gap:
    """One thing missing. `stops` says whether the plan may not go out without it; `ref` is the line, if it is one."""

    section: str
    sentence: str
    clause: str
    stops: bool
    check: str
    ref: str = ""

    def __str__(self) -> str:
        return self.sentence


@dataclass(frozen=True)
class Outlook:
    """What is known around a plan while it is looked at: the day, the advice accepted, the names of other children."""

    on: date | None = None
    accepted: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    def prepares_for_adulthood(self, plan) -> bool:
        """Whether the child is in Year 9 or above (reg 12(3)). Unknown counts as no; the child's own page asks."""
        year = plan.child.year_on(self.on)
        return year is not None and year >= PREPARING_FOR_ADULTHOOD


def gaps(plan, *, final: bool, on: date | None = None, accepted=(), others=()) -> tuple[Gap, ...]:
    """Everything the law and the Code need that is not there, section by section.

    `accepted` names the requests whose advice was accepted (section K must
    list each); `others` are names of other children that must not be here;
    `on` is the day, for ages and year groups.
    """
    outlook = Outlook(on, tuple(accepted), tuple(others))
    stage = "final" if final else "draft"
    found = []
    for row in rows("plan-checks"):
        if row["looked for in"] in ("both", stage):
            found += [_gap(row, plan, stage, fault) for fault in checks.CHECKS[row["check"]](plan, outlook)]
    return tuple(sorted(found, key=lambda gap: ORDER.get(gap.section, len(ORDER))))


def _gap(row, plan, stage, fault) -> Gap:
    """One fault, in the table's words."""
    section = fault.section or row["section"]
    sentence = row["sentence"].format(
        child=plan.child.called, ref=fault.ref, words=fault.words, section=section or "the plan"
    )
    return Gap(section, sentence, row["clause"], row["stops"] in ("both", stage), row["check"], fault.ref)
