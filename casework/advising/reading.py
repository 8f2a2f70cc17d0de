"""Advice to be read: each part with its questions and answers in words, for paper and for a phone."""

from collections.abc import Mapping
from dataclasses import dataclass

from casework.advising.responses import first_responses, is_date
from casework.advising.templates import AUTHOR, Field, advice_type, answers_of, sections
from casework.record.plan.from_advice import PlanLines, advice_to_plan_lines
from casework.tables import rows
from casework.words import day, opening

# Who should not see something is said to the caseworker, never to everyone who is sent the advice.
FOR_THE_CASEWORKER = ("sharing",)
NOT_WORDS = ("auto", "file")
FOR_A_READER = {"declare": "What the writer confirms"}  # titles that speak to the writer, as a reader meets them
WIDEST_TABLE = 4  # columns: with more, each row is read down the page


@dataclass(frozen=True)
class Said:
    """One question and its answer, in one of four shapes: words, a list, pairs of (box, words), or a table.

    `records` are rows too wide for a table: pairs for each.
    """

    question: str
    words: str = ""
    items: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    records: tuple[tuple[tuple[str, str], ...], ...] = ()


@dataclass(frozen=True)
class Line:
    """One need, outcome or line of help: its reference, its kind, its sentence, and what is said beside it.

    `more` holds (what, words); `links` the references of the lines it belongs to.
    """

    ref: str
    kind: str
    words: str
    more: tuple[tuple[str, str], ...] = ()
    links: tuple[str, ...] = ()


@dataclass(frozen=True)
class Part:
    """A part of an advice that has something in it: answers, or lines."""

    id: str
    title: str
    said: tuple[Said, ...] = ()
    lines: tuple[Line, ...] = ()


def title_of(kind: str) -> str:
    """What a type of advice is called."""
    return advice_type(kind).name


def advice_parts(content: Mapping) -> tuple[Part, ...]:
    """An advice in the order of its template, empty answers and empty parts left out.

    `content` is the advice paper's. What the writer tells the caseworker about
    sharing is left out, because the advice goes to everyone the plan goes to.
    """
    answers, lines = answers_of(content), advice_to_plan_lines(content, "", "", "")
    found = [_part(each, content, answers, lines) for each in sections(content["type"])]
    files = tuple(filter(None, (_plain(each.get("name")) for each in content.get("files", ()))))
    found += [Part("files", "Files that came with it", (Said("The files", items=files),))] if files else []
    return tuple(part for part in found if part.said or part.lines)


def reply_parts(kind: str, content: Mapping) -> tuple[Part, ...]:
    """A reply that closed a request without advice: the answer that was chosen, then what it needed."""
    chosen = next(each for each in first_responses(kind) if each.code == content["response"])
    answers = content.get("answers", {})
    given = (Said("The answer", words=chosen.label), *_answered(chosen.needs, answers))
    return (Part("reply", "The reply", given),)


def _part(section, content, answers, lines) -> Part:
    if section.id in FOR_THE_CASEWORKER:
        return Part(section.id, section.title)
    if section.rows:
        return Part(section.id, section.title, lines=tuple(LINES[section.rows](content, lines)))
    asked = [field for field in section.fields if field.name not in AUTHOR and field.kind not in NOT_WORDS]
    return Part(section.id, FOR_A_READER.get(section.id, section.title), _answered(asked, answers))


def _answered(fields, answers) -> tuple[Said, ...]:
    """The questions that were answered; where a reason may stand instead of an answer, the reason."""
    found = []
    for field in fields:
        said = _said(field, answers.get(field.name))
        reason = _plain(answers.get(f"{field.name}_reason"))
        if said or reason:
            found.append(said or Said(field.label, words=reason))
    return tuple(found)


def _said(field: Field, answer) -> Said | None:
    """One answer in the shape that reads best; None when nothing was said."""
    if isinstance(answer, Mapping):
        pairs = _pairs(field, answer)
        return Said(field.label, pairs=pairs) if pairs else None
    if isinstance(answer, list | tuple) and field.parts:
        return _repeated(field, [row for row in answer if isinstance(row, Mapping) and _pairs(field, row)])
    if isinstance(answer, list | tuple):
        items = tuple(filter(None, (_value(field, each) for each in answer)))
        return Said(field.label, items=items) if items else None
    words = _value(field, answer)
    return Said(field.label, words=words) if words else None


def _repeated(field, answers) -> Said | None:
    """Rows as a table of the columns anybody filled in, or down the page where there are too many."""
    filled = [part for part in field.parts if any(_value(part, row.get(part.name)) for row in answers)]
    if not filled:
        return None
    if len(filled) > WIDEST_TABLE:
        return Said(field.label, records=tuple(_pairs(field, row) for row in answers))
    cells = tuple(tuple(_value(part, row.get(part.name)) for part in filled) for row in answers)
    return Said(field.label, heads=tuple(part.label for part in filled), rows=cells)


def _pairs(field, answer) -> tuple[tuple[str, str], ...]:
    """The boxes of one answer that were filled in: (label, words)."""
    said = ((part.label, _value(part, answer.get(part.name))) for part in field.parts)
    return tuple((label, words) for label, words in said if words)


def _value(field: Field, answer) -> str:
    """One value as words: a choice by its label, a date as people write it."""
    words = _plain(answer)
    if field.options:
        return {choice.value: choice.label for choice in field.options}.get(words, words)
    if field.kind in ("confirm", "checkbox"):
        return opening(words) if words else ""
    return day(words) if field.kind == "date" and is_date(words) else words


def _plain(answer) -> str:
    return str(answer if answer is not None else "").strip()


def _needs(content, lines: PlanLines):
    """Needs with how they are known, and why nothing is listed for one."""
    for row, need in zip(content.get("needs", ()), lines.needs, strict=True):
        more = (("How we know", row.get("need_evidence")), ("No help is listed", row.get("need_no_provision")))
        yield Line(need.ref, label_of(need.category), need.text, _filled(more))


def _outcomes(_content, lines: PlanLines):
    """Outcomes with where the child is now, how we will know, and the day."""
    for each in lines.outcomes:
        by = day(each.due) if is_date(each.due) else each.due
        more = (("By", by), ("Now", each.baseline), ("How we will know", each.measure), ("First step", each.steps))
        yield Line(each.ref, label_of(each.category), each.text, _filled(more), each.needs)


def _provision(content, lines: PlanLines):
    """Help as the promise it would be in a plan, with why this much."""
    for row, each in zip(content.get("provision", ()), lines.provisions, strict=True):
        more = (("Why this amount", row.get("prov_reason")), ("About the words", row.get("prov_wording")))
        yield Line(each.ref, label_of(each.kind), each.sentence(), _filled(more), each.needs + each.outcomes)


LINES = {"need": _needs, "outcome": _outcomes, "provision": _provision}


def _filled(more) -> tuple[tuple[str, str], ...]:
    return tuple((what, _plain(words)) for what, words in more if _plain(words))


def label_of(code: str) -> str:
    """A category or a kind of help in words; a code nobody has put into words as it stands."""
    return next((row["label"] for row in rows("categories") if row["code"] == code), code)
