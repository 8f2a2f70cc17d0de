"""The story: what people are asked at each door, asked once, and who and what their answers tell us of."""

from calendar import monthrange
from datetime import date
from math import ceil

from casework.errors import GapInOurTables, Refusal
from casework.record.asked import (
    Asked,
    Choice,
    Part,
    doors,
    in_words,
    is_answered,
    question,
    questions,
)
from casework.record.child import Child
from casework.record.plan.from_story import section_a
from casework.tables import rows

__all__ = [
    "Asked",
    "Choice",
    "Part",
    "addition_of",
    "check_before_sending",
    "communication_of",
    "consent_record",
    "consents",
    "consents_of",
    "doors",
    "equality_of",
    "identity_of",
    "in_words",
    "is_answered",
    "minutes_to_read",
    "missing",
    "people_of",
    "private_of",
    "question",
    "questions",
    "section_a",
    "story_lines",
    "story_of",
]

WORDS_A_MINUTE = 200
SECTION_23 = "section 23"


def missing(door: str, answers: dict) -> tuple[Asked, ...]:
    """The questions that must be answered and are not. Everything else can be added later."""
    return tuple(asked for asked in questions(door) if asked.required and not _enough(asked, answers.get(asked.field)))


def _enough(asked: Asked, answer) -> bool:
    """Whether an answer will do: every box that must be filled is, and a contact has at least one way."""
    if not asked.parts or not isinstance(answer, dict):
        return is_answered(answer)
    if asked.kind == "contact":
        return any(is_answered(answer.get(way)) for way in ("phone", "email", "post"))
    return is_answered(answer) and all(is_answered(answer.get(part.name)) for part in asked.parts if part.required)


def check_before_sending(door: str, answers: dict) -> None:
    """Go on when this may be sent. Raises Refusal beside the question that stops it.

    A health notice for a child under compulsory school age needs the parent to
    have been told first and to have had a chance to talk it over (s.23(2)-(3)). Where
    telling would put someone at risk, safeguarding comes first.
    """
    unanswered = missing(door, answers)
    if unanswered:
        raise Refusal(f"Answer “{unanswered[0].label}” before you send this.", unanswered[0].field)
    if door != "professional" or answers.get("route") != SECTION_23:
        return
    if answers.get("unsafe_to_tell") == "yes":
        raise Refusal(
            "A health notice cannot be sent before the parent is told. "
            "Use your safeguarding procedure. You can still bring the child to our attention instead.",
            "unsafe_to_tell",
        )
    told = answers.get("told_family") or {}
    if told.get("told") != "yes" or told.get("talked") != "yes":
        raise Refusal(
            "For a health notice, tell the parent first and give them a chance to talk it over with you.", "told_family"
        )


def identity_of(door: str, answers: dict) -> dict:
    """The child's details as the content of a Child (casework/record/child.py): names, birth date, address, numbers."""
    found: dict[str, str] = {}
    for asked in questions(door):
        answer = answers.get(asked.field)
        if asked.identity and is_answered(answer):
            found[asked.identity] = _plain(asked, answer)
        if isinstance(answer, dict):
            found |= {part.identity: _plain(part, answer[part.name]) for part in _naming(asked, answer)}
    return Child(**{"first_name": ""} | found).to_content()


def _naming(asked: Asked, answer):
    """The boxes of a question that tell us who the child is, where they are filled in."""
    return [part for part in asked.parts if part.identity and is_answered(answer.get(part.name))]


def _plain(asked, answer) -> str:
    """Text as it is kept: a date in ISO form, an address in lines, a school by its name, numbers without spaces."""
    if asked.kind in ("nhs_number", "upn"):
        return "".join(str(answer).split()).upper()
    return str(answer).strip() if asked.kind == "date" else in_words(asked, answer)


def story_of(door: str, answers: dict) -> dict:
    """The story as the content of its paper: the door, who told it, and the answers that are story.

    Who someone is, how to reach them, what they want kept private and what is
    counted for fairness are not story: see identity_of, people_of, private_of, equality_of.
    """
    told_by = next(row["told by"] for row in rows("doors") if row["door"] == door)
    return {"door": door, "told_by": told_by, "answers": _kept(door, answers, "story")}


def addition_of(door: str, words: str, on: date) -> dict:
    """Something the family adds to their story later, as the content of a paper of the same shape."""
    if not words.strip():
        raise Refusal("Write what you would like to add.", "story")
    return story_of(door, {"story": {"words": words.strip()}}) | {"added_on": on.isoformat()}


def communication_of(door: str, answers: dict) -> dict:
    """Language, formats and adjustments, which every letter and meeting must follow."""
    return _kept(door, answers, "communication")


def equality_of(door: str, answers: dict) -> dict:
    """What is counted to see that everyone is treated fairly; nobody who decides sees it."""
    return _kept(door, answers, "equality")


def private_of(door: str, answers: dict) -> dict:
    """What only some people may see, and answers about safety."""
    return _kept(door, answers, "private")


def _kept(door, answers, where) -> dict:
    """The answered questions of one record, in the order they are asked."""
    asked = [each.field for each in questions(door) if each.kept_in == where]
    return {field: answers[field] for field in asked if is_answered(answers.get(field))}


def people_of(door: str, answers: dict) -> list[dict]:
    """The people a request names: who asked, and those to invite after an officer has checked that it is right.

    Each has name, capacity ("" for someone who joins no case), purpose,
    relationship, email, phone, setting and invite ("now", "after checking" or
    "no"). Someone it would be unsafe to write to is not in the list.
    """
    found = [_person(row, answers) for row in rows("question-people") if row["door"] == door and _named(row, answers)]
    return [person for person in found if person["name"]]


def _named(row, answers) -> bool:
    """Whether the answers say that this person should be joined."""
    path, _, wanted = row["only if"].partition("=")
    return not path or _at(answers, path) == wanted


def _person(row, answers) -> dict:
    contact = _at(answers, row["contact"]) or {}
    setting = _at(answers, row["setting"]) if row["setting"] else ""
    return {
        "who": row["who"],
        "name": _name(_at(answers, row["name"])),
        "capacity": row["capacity"],
        "purpose": row["purpose"],
        "relationship": str(_at(answers, row["relationship"]) or "") if row["relationship"] else "",
        "email": str(contact.get("email", "")).strip(),
        "phone": str(contact.get("phone", "")).strip(),
        "setting": setting.get("setting", "") if isinstance(setting, dict) else str(setting or ""),
        "invite": row["invite"],
    }


def _at(answers, path):
    """An answer, or one box of it: "supporter.name"."""
    field, _, part = path.partition(".")
    answer = answers.get(field)
    return (answer or {}).get(part) if part and isinstance(answer or {}, dict) else answer


def _name(said) -> str:
    """A name in one box or in two."""
    parts = [said.get("first_name", ""), said.get("last_name", "")] if isinstance(said, dict) else [said or ""]
    return " ".join(" ".join(map(str, parts)).split())


def story_lines(story: dict) -> tuple[tuple[str, str, str], ...]:
    """A story to read: (section, question, words) for each answer, in the order asked."""
    found = [
        (asked.section, asked.label, in_words(asked, story["answers"].get(asked.field)))
        for asked in questions(story["door"])
    ]
    return tuple(line for line in found if line[2])


def minutes_to_read(*stories: dict) -> int:
    """How many minutes stories take to read, at 200 words a minute; never less than one."""
    words = sum(len(line[2].split()) for story in stories for line in story_lines(story))
    return max(1, ceil(words / WORDS_A_MINUTE))


def consents() -> tuple:
    """The choices about sharing that people really have, as tables/consents.csv gives them."""
    return rows("consents")


def consents_of(answers: dict, on: date, told_how: str) -> list[dict]:
    """The choices made on the question about sharing, each as a consent record. What was not chosen is not recorded."""
    chosen = answers.get("share_choices") or {}
    return [consent_record(name, choice, on, told_how=told_how) for name, choice in chosen.items() if choice]


def consent_record(consent: str, choice: str, on: date, *, told_how: str) -> dict:
    """Consent as data: what, who, why, the choice, from when until when, and how we were told.

    Raises Refusal for a choice that is not offered, GapInOurTables for a consent nobody knows.
    """
    row = next((each for each in consents() if each["consent"] == consent), None)
    if row is None:
        raise GapInOurTables(f"consents.csv has nothing called {consent}.")
    if choice not in row["choices"].split(";"):
        raise Refusal("Choose yes, no or ask me each time.", "share_choices")
    until = _months_after(on, int(row["months"]))
    return {
        "consent": consent,
        "what": row["what"],
        "who": row["who"],
        "why": row["why"],
        "choice": choice,
        "on": on.isoformat(),
        "until": until.isoformat(),
        "told_how": told_how,
    }


def _months_after(day: date, months: int) -> date:
    """The same day some months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
