"""What accepted advice offers a plan: its sentences by section, and whether each has been used."""

from dataclasses import dataclass, fields

from casework import advising
from casework.actions.plan import accepted
from casework.advising import advice_to_plan_lines
from casework.drafting import Accepted
from casework.record.plan import Child, Need, Outcome, Plan, Provision

COLLECTION = (
    dict.fromkeys(("B", "C", "D"), "needs") | {"E": "outcomes"} | dict.fromkeys(("F", "G", "H1", "H2"), "provisions")
)
KINDS = {"needs": Need, "outcomes": Outcome, "provisions": Provision}


@dataclass(frozen=True)
class Sentence:
    """One sentence of advice that a plan can take: from which advice and row, and the plan line it became, if any."""

    about: str
    row: str
    words: str
    author: str
    used_as: str = ""


def accepted_advice(office, case) -> tuple[Accepted, ...]:
    """Every advice, and every reply that says there is nothing, accepted on this case."""
    taken = [case.advice[about] for about in accepted(case)]
    papers = office.papers.read_all(case.ref, [one.paper or one.response_paper for one in taken])
    names = office.people.names([one.adviser for one in taken if one.adviser])
    services = {service.id: service.name for service in office.people.services()}
    return tuple(_accepted(one, papers, (names.get(one.adviser, ""), services.get(one.service, ""))) for one in taken)


def _accepted(one, papers, who) -> Accepted:
    """One advice as drafting.py wants it. `who` is the adviser's name and the service's."""
    title, (name, service) = advising.advice_type(one.kind).name, who
    on = (one.received_on or one.responded_on or one.accepted_on).isoformat()
    if one.paper:
        content = papers[one.paper].content
        said = content.get("author", {})
        role = said.get("role") or service
        return Accepted(one.about, title, one.paper, said.get("name") or name, role, on, content)
    answers = papers[one.response_paper].content["answers"] if one.response_paper else {}
    by = ", ".join(part for part in (name, service) if part) or title
    none, words = advising.says_none(one.kind, one.response, answers, by) if one.response else ((), "")
    return Accepted(one.about, title, one.response_paper, name or service, service, on, None, none, words)


def lines_of(advice: Accepted) -> list[tuple[str, object]]:
    """The lines one advice brings, as (section, line), still under their own references."""
    if advice.content is None:
        return []
    brought = advice_to_plan_lines(
        advice.content, advice.about, advice.paper, advice.author, role=advice.role, on=advice.on
    )
    lines = [(need.section, need) for need in brought.needs] + [("E", outcome) for outcome in brought.outcomes]
    return lines + [(line.section, line) for line in brought.provisions]


def became(plan: Plan) -> dict[tuple[str, str], str]:
    """Which line of the plan each row of advice became: (request, row) to reference."""
    lines = (*plan.needs, *plan.outcomes, *plan.provisions)
    return {(source.advice, source.row): line.ref for line in lines for source in line.sources}


def sentences(taken, plan: Plan, letter: str) -> list[tuple[Accepted, list[Sentence]]]:
    """The sentences of each advice for one section of the plan, those used ticked; an advice with none is left out."""
    used = became(plan)
    found = []
    for advice in taken:
        said = [_sentence(advice, line, used) for section, line in lines_of(advice) if section == letter]
        if said or (letter in advice.says_none and advice.words):
            found.append((advice, said))
    return found


def _sentence(advice, line, used) -> Sentence:
    """One line of advice as a sentence to read and to use."""
    words = line.sentence() if isinstance(line, Provision) else line.text
    return Sentence(advice.about, line.ref, words, advice.author, used.get((advice.about, line.ref), ""))


def child_of(content: dict) -> Child:
    """The child as the plan names them, from the child paper, which may know more."""
    return Child(**{each.name: content.get(each.name, "") for each in fields(Child)})
