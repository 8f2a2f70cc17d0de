"""Advice as it is read at the desk: what is said to the caseworker alone, and the ladder it climbed."""

from dataclasses import dataclass, replace
from datetime import date

from casework import advising, chasing
from casework.desk.ladder_views import named, said_on, words_of
from casework.law.clocks import deadlines
from casework.record.entries import Chased, ChasedByHand
from casework.telling import not_told
from casework.words import listed

SHARING = "sharing"  # what the writer tells the caseworker alone about who should not see something


@dataclass(frozen=True)
class Rung:
    """One step of the ladder: its name, level and day, whether it was climbed, and who was told or will be.

    `version` is the ladder it belongs to, and `words` its subject, text and words for the family, filled in;
    `by` and `time` say who asked by hand, and when; `fell_on` the day a rung was due that was climbed later;
    `not_told` the posts that were passed over, a sentence each.
    """

    id: str
    level: int
    on: date | None
    climbed: bool
    who: str
    version: int = 0
    words: tuple[str, str, str] = ("", "", "")
    by: str = ""
    time: str = ""
    fell_on: date | None = None
    not_told: tuple[str, ...] = ()


def ladder_of(case, request, written, *, names, ladders) -> list[Rung]:
    """Every rung for one request by its day: those climbed with the people told, those to come with posts.

    `written` is the case's diary; `ladders` are the versions there are, of which a request keeps the one it began with.
    What was asked by hand stands between the rungs.
    """
    legal = next((each.due for each in deadlines(case.facts, ()) if _is_limit(each, request)), None)
    mine = [one.entry for one in written if one.entry.about == request.about]
    climbed = {entry.step: entry for entry in mine if isinstance(entry, Chased)}
    rungs = [_by_hand(entry, request, names) for entry in mine if isinstance(entry, ChasedByHand)]
    said = said_on(request.asked_on) | {"case_ref": case.ref, "service": names.get(request.service, "the service")}
    now = chasing.in_force(ladders, request.asked_on)
    for step in now.steps:
        entry, words = climbed.get(step.id), words_of(step, said)
        if entry:
            rungs.append(replace(_climbed(step, entry, names), words=words, version=now.number))
        else:
            on = chasing.falls_on(step, request, legal)
            who = listed(map(named, [*step.tell, *step.copy]))
            rungs.append(Rung(step.id, step.level, on, False, who, now.number, words))
    return sorted((rung for rung in rungs if rung.on), key=lambda rung: (rung.on, rung.id))


def _climbed(step, entry, names) -> Rung:
    """A rung that was climbed."""
    who = listed(filter(None, (_named(entry.told, names), "the service’s inbox" if entry.inbox else ""))) or "nobody"
    missing = tuple(not_told(entry, lambda one: names.get(one, "someone")))
    return Rung(step.id, step.level, entry.on, True, who, fell_on=entry.fell_on, not_told=missing)


def _by_hand(entry, request, names) -> Rung:
    """A press of “chase now”."""
    who = _named([entry.to or request.service, *entry.copied], names)
    by, missing = names.get(entry.person, "Somebody"), tuple(not_told(entry, lambda one: names.get(one, "someone")))
    return Rung("", 0, entry.on, True, who, by=by, time=entry.time, not_told=missing)


def _named(ids, names) -> str:
    """People by name, in a sentence."""
    return listed(names.get(one, "someone") for one in ids)


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
