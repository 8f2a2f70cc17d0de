"""What goes with a letter: the plan it speaks of, and the advice behind it; letters.csv says which."""

from dataclasses import dataclass

from casework import letters
from casework.record.case import Case, fold, present
from casework.record.entries import FinalPlanSent
from casework.record.people import Actor
from casework.stating.advice_given import accepted_papers, readable

PLAN, ADVICE = "plan", "advice"
DRAFT, FINAL = "draft", "final"


@dataclass(frozen=True)
class Enclosure:
    """One thing to put with a letter: the paper and what it is printed as, its name as a file, and its words."""

    paper: str
    as_: str
    name: str
    words: str


def enclosures(office, letter) -> list[Enclosure]:
    """What goes with a letter, the plan first, then each advice its reader may see, in the order it was asked for.

    `letter` is a row of the post. It is worked out from the diary up to the entry
    that owed the letter, so that printing it later encloses the same.
    """
    wanted = letters.encloses(letter.letter)
    if not wanted:
        return []
    written = office.diary.written(letter.ref, up_to=letter.n)
    case, found = fold(written, Case(letter.ref)), []
    if PLAN in wanted:
        found.append(_plan(case, written[-1].entry))
    if ADVICE in wanted:
        found += _advice(office, present(case, letter.owed_on), letter)
    return found


def _plan(case: Case, entry) -> Enclosure:
    """The plan that the letter’s entry names, as a draft or as final."""
    if isinstance(entry, FinalPlanSent):
        return Enclosure(entry.plan, FINAL, PLAN, "Final plan")
    number = next((draft.number for draft in case.drafts if draft.plan == entry.plan), "")
    return Enclosure(entry.plan, DRAFT, PLAN, f"Draft plan {number}".strip())


def _advice(office, case: Case, letter) -> list[Enclosure]:
    """Each advice that whoever the letter goes to may read."""
    who = letter.person or letter.setting or letter.service
    reader = Actor(who, "", setting=letter.setting, service=letter.service)
    return [Enclosure(one.paper, ADVICE, one.about, one.title) for one in readable(office, case, reader)]


def to_print(entry, case: Case) -> list[tuple[str, str]]:
    """The prints that an entry makes us owe, as (paper, what it is printed as): a plan, and the advice it is sent with.

    Advice accepted after the family has a draft is printed as soon as it is accepted.
    """
    kind = type(entry).__name__
    plans = {"DraftPlanServed": DRAFT, "FinalPlanSent": FINAL}
    owed = [(entry.plan, plans[kind])] if kind in plans else []
    if kind in plans or kind == "PlanRefused" or (kind == "AdviceAccepted" and case.drafts):
        owed += [(paper, ADVICE) for paper in accepted_papers(case).values()]
    return owed
