"""A request being written: kept as it is typed, under a key that only this browser and a link in an email know."""

import secrets
from dataclasses import dataclass
from datetime import date

from flask import g, session

from casework.asking import bank
from casework.story import Asked, is_answered, questions
from casework.web import office

KIND = "ask"
PLACE = "ask"  # where the keys are in the session, by door
FILES = "files of "  # the part of a draft that holds the files of one question
CALL = "call"  # the part that holds a call that was asked for


@dataclass(frozen=True)
class Draft:
    """What has been typed at one door: `parts` maps a question to {"typed", "answer"} and "files of …" to files."""

    door: str
    key: str
    parts: dict

    @property
    def place(self) -> str:
        """The key it is kept under."""
        return f"{self.door}/{self.key}"

    @property
    def token(self) -> str:
        """What makes sending it a second time, from wherever, harmless."""
        return f"ask-{self.key}"

    @property
    def answers(self) -> dict:
        """Every answer that has the right shape, by question, with the files that came with it."""
        found = {}
        for asked in questions(self.door):
            whole = with_files(asked, self.parts.get(asked.field, {}).get("answer"), self.files(asked))
            if is_answered(whole):
                found[asked.field] = whole
        return found

    @property
    def unread(self) -> list[Asked]:
        """Questions where something was typed that is not an answer yet."""
        return [asked for asked in questions(self.door) if self._typed(asked) and not self.has_answered(asked)]

    def _typed(self, asked):
        typed = self.parts.get(asked.field, {}).get("typed", {})
        return any(is_answered(value) for value in typed.values() if value is not False)

    def files(self, asked: Asked) -> list[dict]:
        """The files that came with one question."""
        return self.parts.get(FILES + asked.field, [])

    def typed(self, asked: Asked) -> dict:
        """What the boxes of one question held when they were last kept."""
        return self.parts.get(asked.field, {}).get("typed", {})

    def has_answered(self, asked: Asked) -> bool:
        """Whether one question has an answer."""
        return is_answered(with_files(asked, self.parts.get(asked.field, {}).get("answer"), self.files(asked)))

    @property
    def child(self) -> str:
        """What to call the child, as far as we have been told; nothing at the young person's own door."""
        return "" if self.door == "young_person" else self._naming("preferred_name") or self._naming("first_name")

    @property
    def born(self) -> date | None:
        """The child's birth date, as far as we have been told."""
        said = self._naming("born")
        return date.fromisoformat(said) if said else None

    def _naming(self, identity):
        """The answer to whichever question or box says this about the child."""
        for asked in questions(self.door):
            answer = self.parts.get(asked.field, {}).get("answer")
            if asked.identity == identity and answer:
                return answer
            if isinstance(answer, dict):
                said = [answer.get(part.name, "") for part in asked.parts if part.identity == identity]
                if any(said):
                    return said[0]
        return ""


def with_files(asked: Asked, answer, files: list):
    """An answer with the files that came with its question."""
    if not files:
        return answer
    return files if asked.kind == "files" else {**(answer or {}), "files": files}


def started() -> dict:
    """The key of each door's draft in this browser."""
    return session.get(PLACE, {})


def read(door: str, key: str) -> Draft:
    """The draft kept under a key, empty when nothing has been kept yet."""
    parts = office().drafts.read_all(KIND, f"{door}/{key}")
    return Draft(door, key, {part: kept.content for part, kept in parts.items()})


def hold(door: str, key: str) -> None:
    """Let this browser go on with a draft."""
    session.permanent = True
    session[PLACE] = started() | {door: key}


def let_go(door: str) -> None:
    """This browser no longer knows the draft; it is kept all the same."""
    session[PLACE] = {each: key for each, key in started().items() if each != door}


def begin(door: str) -> Draft:
    """Start a new draft in this browser."""
    key = secrets.token_urlsafe(24)
    hold(door, key)
    return Draft(door, key, {})


def keep(draft: Draft, part: str, content) -> Draft:
    """Keep one part as it is now, whatever was there: one person alone writes this."""
    by = g.actor.id or "someone asking"
    office().drafts.save(KIND, draft.place, part, content=content, version=None, by=by)
    return Draft(draft.door, draft.key, draft.parts | {part: content})


def keep_question(draft: Draft, question, asked: Asked) -> Draft:
    """Keep what was typed, and the answer in it when every box has the right shape."""
    boxes = bank.boxes_of(question, asked)
    typed = {box.short_name: box.kept() for box in boxes if box.drawn != "upload"}
    fault = any(box.errors for box in boxes if box.drawn != "upload")
    said = None if fault else named(bank.answer(question, asked))
    return keep(draft, asked.field, {"typed": typed, "answer": said})


def named(answer):
    """A school that was chosen from the list, with its name."""
    if isinstance(answer, dict) and answer.get("setting"):
        return answer | {"name": office().people.setting(answer["setting"]).name}
    return answer
