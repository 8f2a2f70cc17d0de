"""Advice as it is read at the desk: what is said to the caseworker alone, and the ladder it climbed."""

from dataclasses import dataclass
from datetime import date

from casework import advising, chasing
from casework.law.clocks import deadlines
from casework.record.entries import Chased
from casework.words import listed

SHARING = "sharing"  # what the writer tells the caseworker alone about who should not see something


@dataclass(frozen=True)
class Rung:
    """One step of the ladder: its name, level and day, whether it was climbed, and who was told or will be."""

    id: str
    level: int
    on: date | None
    climbed: bool
    who: str


def ladder_of(case, request, written, *, names, ladders) -> list[Rung]:
    """Every rung for one request by its day: those climbed with the people told, those to come with posts.

    `written` is the case's diary; `ladders` are the versions there are, of which a request keeps the one it began with.
    """
    legal = next((each.due for each in deadlines(case.facts, ()) if _is_limit(each, request)), None)
    climbed = {one.entry.step: one.entry for one in written if _climbed(one.entry, request)}
    rungs = []
    for step in chasing.in_force(ladders, request.asked_on).steps:
        entry = climbed.get(step.id)
        on = entry.on if entry else chasing.falls_on(step, request, legal)
        told = [names.get(person, "someone") for person in entry.told] if entry else [*step.tell, *step.copy]
        rungs.append(Rung(step.id, step.level, on, entry is not None, listed(told)))
    return sorted((rung for rung in rungs if rung.on), key=lambda rung: (rung.on, rung.id))


def _climbed(entry, request) -> bool:
    return isinstance(entry, Chased) and entry.about == request.about


def _is_limit(deadline, request) -> bool:
    return (deadline.duty.id, deadline.about) == (chasing.LEGAL_LIMIT, request.about)


def for_the_caseworker(content: dict) -> list[tuple[str, str]]:
    """What the writer says about sharing, (question, words): not in the advice as everybody else reads it."""
    answers = advising.answers_of(content)
    asked = [field for each in advising.sections(content["type"]) if each.id == SHARING for field in each.fields]
    return [(field.label, _words(answers.get(field.name))) for field in asked if _words(answers.get(field.name))]


def _words(answer) -> str:
    """An answer in one line."""
    return ", ".join(map(str, answer)) if isinstance(answer, list) else str(answer or "")
