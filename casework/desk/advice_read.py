"""Advice as it is read at the desk: the reply, the advice in its sections, what the self-check sees, and the ladder."""

from dataclasses import dataclass
from datetime import date

from casework import advising, chasing
from casework.advising.responses import is_date
from casework.law.clocks import deadlines
from casework.record.entries import Chased
from casework.words import day, listed, opening

ROWS = {"needs": "need", "outcomes": "outcome", "provision": "provision"}
FULL_WORDS = {"yes": "Yes", "no": "No"}


@dataclass(frozen=True)
class Rung:
    """One step of the ladder: its name, level and day, whether it was climbed, and who was told or will be."""

    id: str
    level: int
    on: date | None
    climbed: bool
    who: str


def ladder_of(case, request, written, names) -> list[Rung]:
    """Every rung for one request by its day: those climbed with the people told, those to come with posts."""
    legal = next((each.due for each in deadlines(case.facts, ()) if _is_limit(each, request)), None)
    climbed = {one.entry.step: one.entry for one in written if _climbed(one.entry, request)}
    rungs = []
    for step in chasing.ladder():
        entry = climbed.get(step.id)
        on = entry.on if entry else chasing.falls_on(step, request, legal)
        told = [names.get(person, "someone") for person in entry.told] if entry else [*step.tell, *step.copy]
        rungs.append(Rung(step.id, step.level, on, entry is not None, listed(told)))
    return sorted((rung for rung in rungs if rung.on), key=lambda rung: (rung.on, rung.id))


def _climbed(entry, request) -> bool:
    return isinstance(entry, Chased) and entry.about == request.about


def _is_limit(deadline, request) -> bool:
    return (deadline.duty.id, deadline.about) == (chasing.LEGAL_LIMIT, request.about)


def reply_of(request, paper) -> tuple[str, list[tuple[str, str]]]:
    """The first response: what was answered, and (question, words) for all it needed."""
    if paper is None:
        return "", []
    chosen = next(one for one in advising.first_responses(request.kind) if one.code == paper.content["response"])
    answers = paper.content["answers"]
    return chosen.label, [
        (field.label, said) for field in chosen.needs if (said := in_words(field, answers.get(field.name)))
    ]


def sections_of(content: dict) -> list[tuple[str, list[tuple[str, str]], list[list[tuple[str, str]]]]]:
    """The advice in its sections: (title, [(question, words)], rows of [(question, words)])."""
    answers = advising.answers_of(content)
    found = []
    for section in advising.sections(content["type"]):
        if section.rows:
            rows = [_row(section.fields, row) for row in content.get(_list_of(section.rows), [])]
            found.append((section.title, [], [row for row in rows if row]))
        else:
            said = [
                (field.label, words) for field in section.fields if (words := in_words(field, answers.get(field.name)))
            ]
            found.append((section.title, said, []))
    return [section for section in found if section[1] or section[2]]


def _list_of(rows: str) -> str:
    """The name of a list of rows in the content, from the name of its kind."""
    return next(name for name, kind in ROWS.items() if rows in (name, kind))


def _row(fields, row) -> list[tuple[str, str]]:
    """One need, outcome or line of provision as (question, words)."""
    return [(field.label, words) for field in fields if (words := in_words(field, row.get(field.name)))]


def in_words(field, answer) -> str:
    """An answer as words: choices by their labels, dates as people write them, several in one line."""
    if answer in (None, "", [], {}):
        return ""
    if isinstance(answer, dict):
        parts = {part.name: part for part in field.parts}
        said = [in_words(parts[name], each) if name in parts else str(each) for name, each in answer.items()]
        return ", ".join(filter(None, said))
    if isinstance(answer, list):
        return "\n".join(in_words(field, each) for each in answer)
    labels = {choice.value: choice.label for choice in field.options}
    said = str(answer)
    if said in labels:
        return labels[said]
    if field.kind == "date" and is_date(said):
        return day(said)
    return opening(FULL_WORDS.get(said, said))
