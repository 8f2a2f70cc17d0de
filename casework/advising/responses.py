"""The first response: what a service may answer within five working days, and what each answer needs."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from functools import cache

from casework.advising.templates import Field, advice_type, field_from
from casework.errors import GapInOurTables, Refusal
from casework.tables import document

# Shorter answers are names and titles, which take no full stop.
SENTENCE_LENGTH = 5


@dataclass(frozen=True)
class FirstResponse:
    """One answer a service may give.

    `needs` are the questions that come with it. `closes` says that nothing more
    will be sent, once a caseworker accepts it (`accept`) and, where it says so,
    a named lead has countersigned it. `none_in` are the plan sections in which
    it says there is nothing.
    """

    code: str
    label: str
    needs: tuple[Field, ...]
    closes: bool
    accept: bool
    countersign: bool
    countersigner: str = ""
    to_accept: tuple[str, ...] = ()
    none_in: tuple[str, ...] = ()
    none_words: str = ""
    not_when_asked_for: bool = False


@cache
def first_responses(advice: str) -> tuple[FirstResponse, ...]:
    """The answers allowed for a type of advice, in order: full advice first."""
    kind = advice_type(advice)
    known = {row["code"]: row for row in document("advice-templates")["first_responses"]}
    missing = [code for code in kind.first_responses if code not in known]
    if missing:
        raise GapInOurTables(f"advice-templates.json does not say what the answer {missing[0]} needs.")
    return tuple(_response(known[code], kind.countersigner) for code in kind.first_responses)


def _response(row, countersigner) -> FirstResponse:
    return FirstResponse(
        row["code"],
        row["label"],
        tuple(field_from(each) for each in row["needs"]),
        row["closes"],
        row["accept"],
        row["countersign"],
        countersigner if row["countersign"] else "",
        tuple(row.get("to_accept", ())),
        tuple(row.get("none_in", ())),
        row.get("none_words", ""),
        row.get("not_when_asked_for", False),
    )


def _chosen(advice: str, code: str) -> FirstResponse:
    """The answer with that code. Raises Refusal when it is not allowed for this type of advice."""
    for response in first_responses(advice):
        if response.code == code:
            return response
    kind = advice_type(advice)
    raise Refusal(kind.reason or "Choose one of the answers for this kind of advice.", "response")


def check_first_response(advice: str, code: str, answers: dict, *, asked_for: bool = False) -> None:
    """Go on when an answer is allowed and everything it needs is there.

    `answers` is by question name. `asked_for` says that the family or the
    setting asked for this advice: then "no concerns" and "not known" do not
    answer them. Raises Refusal with the part that is missing, beside its question.
    """
    response = _chosen(advice, code)
    if asked_for and response.not_when_asked_for:
        raise Refusal(
            "The family or the school asked for this advice, so this answer cannot close it. "
            "Say when you can assess, inside the legal limit.",
            "response",
        )
    for field in response.needs:
        said = str(answers.get(field.name) or "").strip()
        sentence = _wrong(field, said)
        if sentence:
            raise Refusal(sentence, field.name)


def _wrong(field: Field, said: str) -> str:
    """What is wrong with one answer, as a sentence; empty when nothing is."""
    if not said:
        return f"Answer the question “{field.label}”." if field.required else ""
    if field.options and said not in {choice.value for choice in field.options}:
        return f"Choose one of the answers to “{field.label}”."
    if field.kind == "confirm" and said != "yes":
        return f"Confirm: {field.label}."
    if field.kind == "date" and not is_date(said):
        return f"Give a real date for “{field.label}”, such as 27 3 2026."
    return ""


def is_date(words: str) -> bool:
    """Whether this is a date in ISO form that exists."""
    try:
        date.fromisoformat(words)
    except ValueError:
        return False
    return True


def closes(advice: str, code: str) -> bool:
    """Whether this answer says that nothing more will be sent."""
    return _chosen(advice, code).closes


def needs_acceptance(advice: str, code: str) -> bool:
    """Whether a caseworker must accept this answer before it counts."""
    return _chosen(advice, code).accept


def needs_countersign(advice: str, code: str) -> bool:
    """Whether the agency's lead must put their name to this answer before a caseworker may accept it."""
    return _chosen(advice, code).countersign


def countersigner(advice: str, code: str) -> str:
    """Who countersigns this answer, in words for a sentence; empty when nobody needs to."""
    return _chosen(advice, code).countersigner


def to_accept(advice: str, code: str) -> tuple[str, ...]:
    """What a caseworker confirms when accepting this answer (reg 6(4): three people must be satisfied, not one)."""
    return _chosen(advice, code).to_accept


def says_none(advice: str, code: str, answers: dict, by: str) -> tuple[tuple[str, ...], str]:
    """The plan sections in which an answer says there is nothing, and the words for them: who looked, when, at what.

    `by` is who answered, with their role. Both are empty for an answer that says nothing about needs.
    """
    response = _chosen(advice, code)
    said = {name: _in_words(str(answer).strip()) for name, answer in answers.items()}
    words = response.none_words.format_map(defaultdict(str, said | {"by": by}))
    return response.none_in, " ".join(words.split())


def _in_words(said: str) -> str:
    """A date as people write it, a sentence with its stop, anything else as it stands."""
    if is_date(said):
        day = date.fromisoformat(said)
        return f"{day.day} {day:%B %Y}"
    return said if len(said.split()) < SENTENCE_LENGTH or said.endswith((".", "!", "?")) else f"{said}."
