"""What a finished set of answers becomes: people in the register, papers, and one request (s.36(1), s.24)."""

from dataclasses import dataclass, field
from datetime import date

from casework import story
from casework.actions import carry_out
from casework.actions.request import ask_for_an_assessment, check_birth_date
from casework.asking import bank
from casework.asking.joining import joined
from casework.errors import Refusal
from casework.record.case import Case

TOLD_HOW = "on the pages where the request was made"
NOT_HERE = (
    "This page is for asking for a new assessment. To tell us about a case that is already open, call or write. "
    "If you are not sure that there is one, choose “bringing a child or young person to the council’s attention”."
)
APART = {"who is who in the request": "people", "told in confidence": "private"}  # notes, and the records they hold
NEW_INFORMATION = "new information"


@dataclass(frozen=True)
class Letter:
    """A letter or a phone call that an officer keys: which of the two, and the day we had it."""

    keyed_from: str = ""
    received_on: date | None = None


@dataclass(frozen=True)
class Request:
    """Everything asked for at one door, and what makes sending it twice harmless."""

    door: str
    answers: dict
    token: str
    letter: Letter = field(default_factory=Letter)


def check_answer(door: str, asked, answer, today: date) -> None:
    """Raises Refusal, beside its box, for an answer of the right shape that will not do."""
    if asked in story.missing(door, {asked.field: answer}):
        raise Refusal(bank.when_empty(door, asked.field), bank.first_box(asked))
    if (asked.field, answer) == ("route", NEW_INFORMATION):
        raise Refusal(NOT_HERE, "route")
    for box, born in _births(asked, answer):
        try:
            check_birth_date(born, today)
        except Refusal as refusal:
            raise Refusal(refusal.sentence, box) from refusal


def _births(asked, answer):
    """The boxes of a question that say when the child was born, with what they say."""
    if asked.identity == "born" and answer:
        return [(asked.field, answer)]
    said = answer if isinstance(answer, dict) else {}
    parts = [part.name for part in asked.parts if part.identity == "born" and said.get(part.name)]
    return [(bank.box_of(asked, part), said[part]) for part in parts]


def send(office, actor, request: Request) -> Case:
    """Open the case that a request asks for, once however often it is sent. Answers with the case.

    The people it names are put in the register in the same transaction.
    Raises Refusal, beside the question it belongs to; then nothing has been written.
    """
    with office.diary.one_write():
        office.diary.lock(request.token)  # the same request, sent from two windows at once, waits here
        done = office.diary.done(request.token)
        if done:
            return office.diary.read(done)
        story.check_before_sending(request.door, request.answers)
        keyed = bool(request.letter.keyed_from)
        people = joined(office, actor, request.door, request.answers, keyed=keyed)
        details = _details(request, office.today()) | {"people": people}
        behalf = people[0]["person"] if keyed and people else ""
        return carry_out(office, actor, ask_for_an_assessment, None, token=request.token, behalf=behalf, **details)


def _details(request: Request, today: date) -> dict:
    """What the deed is told, apart from the people."""
    door, answers = request.door, request.answers
    return {
        "door": door,
        "child": story.identity_of(door, answers),
        "story": story.story_of(door, answers) | {"communication": story.communication_of(door, answers)},
        "consents": _consents(door, answers, today),
        "documents": documents_of(door, answers),
        "received_on": request.letter.received_on,
        "keyed_from": request.letter.keyed_from,
        "notes": notes_of(door, answers),
        "equality": story.equality_of(door, answers),
    }


def _consents(door, answers, today) -> list[dict]:
    """The choices made about sharing. Whether parents are told is a young person’s own choice, in their own words."""
    made = story.consents_of(answers, today, TOLD_HOW)
    choice = answers.get("parent_involved")
    if choice:
        asked = story.question(door, "parent_involved")
        made.append(
            {
                "consent": "parents involved",
                "what": asked.label,
                "who": "Their parents or carers",
                "why": asked.why,
                "choice": choice,
                "on": today.isoformat(),
                "until": "",
                "told_how": TOLD_HOW,
            }
        )
    return made


def notes_of(door: str, answers: dict) -> list[dict]:
    """What only the team sees: who is who, as we were told, and what they want few people to see."""
    found = [(kind, _lines(door, answers, record)) for kind, record in APART.items()]
    return [{"kind": kind, "words": words} for kind, words in found if words]


def _lines(door, answers, record) -> str:
    """The answers of one record as lines to read."""
    asked = [each for each in story.questions(door) if each.kept_in == record]
    said = [(each.label, story.in_words(each, answers.get(each.field))) for each in asked]
    return "\n".join(f"{label} {words}" for label, words in said if words)


def documents_of(door: str, answers: dict) -> list[dict]:
    """Every file that came with a request, each once, with the question it came with."""
    found = {}
    for asked in story.questions(door):
        for kept in files_in(answers.get(asked.field)):
            found.setdefault(kept["digest"], kept | {"what": kept["name"], "question": asked.field})
    return list(found.values())


def files_in(answer) -> list[dict]:
    """The files in one answer."""
    kept = answer.get("files") if isinstance(answer, dict) else answer
    return [each for each in kept if isinstance(each, dict) and "digest" in each] if isinstance(kept, list) else []
