"""The advice templates: types of advice, their sections and fields, read from tables/advice-templates.json."""

from dataclasses import dataclass
from functools import cache

from casework.errors import GapInOurTables
from casework.tables import document, rows

SPECIFIC = "SPECIFIC"
AUTHOR = {
    "author_name": "name",
    "author_role": "role",
    "author_org": "organisation",
    "author_registration": "registration",
}
ROW_LISTS = {"need": "needs", "outcome": "outcomes", "provision": "provision"}


@dataclass(frozen=True)
class Choice:
    """One answer to choose from: the value kept and the words shown."""

    value: str
    label: str


@dataclass(frozen=True)
class Field:
    """One question of a template.

    `kind` is text, textarea, date, number, select, checkboxes, multiselect, checkbox,
    confirm, group, repeat, list, file or auto. `max_words` is advice to the
    writer and never stops anybody. `parts` are the questions inside a group or
    a repeat; `lines` are the first answers of a repeat that come filled in.
    `options_from` is "needs" or "outcomes" where the choices are the rows above.
    `asked_by` names what a kind of help must say (minutes, ratio) for this to be required.
    """

    name: str
    label: str
    kind: str
    hint: str = ""
    required: bool = False
    options: tuple[Choice, ...] = ()
    parts: tuple["Field", ...] = ()
    lines: tuple[str, ...] = ()
    max_words: int | None = None
    max_items: int | None = None
    or_reason: str = ""
    options_from: str = ""
    asked_by: str = ""
    kept_in: str = "fields"


@dataclass(frozen=True)
class Section:
    """A part of a template: fields to fill in, or rows of needs, outcomes or provision (then `rows` says which)."""

    id: str
    title: str
    intro: str = ""
    fields: tuple[Field, ...] = ()
    rows: str = ""


@dataclass(frozen=True)
class AdviceType:
    """A kind of advice: who writes it, under which regulation, what it feeds, and what it leaves out."""

    id: str
    name: str
    regulation: str
    agency: str
    who_writes: tuple[str, ...]
    feeds: tuple[str, ...]
    categories: tuple[str, ...]
    first_responses: tuple[str, ...]
    countersigner: str
    reason: str
    conditions: tuple[str, ...]
    leave_out: tuple[str, ...]
    gates: tuple[str, ...]
    notes: str


@cache
def types() -> tuple[AdviceType, ...]:
    """Every type of advice, in the order of the table."""
    names = list(AdviceType.__dataclass_fields__)
    return tuple(
        AdviceType(**{name: tuple(row[name]) if isinstance(row[name], list) else row[name] for name in names})
        for row in document("advice-templates")["types"]
    )


def advice_type(advice: str) -> AdviceType:
    """One type of advice. Raises GapInOurTables for a type nobody knows."""
    for each in types():
        if each.id == advice:
            return each
    raise GapInOurTables(f"There is no advice template called {advice}.")


@cache
def sections(advice: str) -> tuple[Section, ...]:
    """The sections of a type of advice in order, its own where the table says SPECIFIC."""
    advice_type(advice)
    whole = document("advice-templates")
    row = next(each for each in whole["types"] if each["id"] == advice)
    common = {each["id"]: each for each in whole["common_sections"]}
    own = [_section(each) for each in row["sections"]]
    found: list[Section] = []
    for name in row["section_order"]:
        found += own if name == SPECIFIC else [_section(common[name])]
    return tuple(found)


@cache
def row_schema(kind: str) -> tuple[Field, ...]:
    """The fields of one row: "need", "outcome" or "provision"."""
    schemas = document("advice-templates")["rows"]
    if kind not in schemas:
        raise GapInOurTables(f"There is no row schema called {kind}.")
    return tuple(field_from(each) for each in schemas[kind])


def _section(row) -> Section:
    kind = row.get("rows", "")
    fields = row_schema(kind) if kind else tuple(field_from(each) for each in row["fields"])
    return Section(row["id"], row["title"], row.get("intro", ""), fields, kind)


def field_from(row) -> Field:
    """A field as the table writes it."""
    return Field(
        row["name"],
        row["label"],
        row["kind"],
        row.get("hint", ""),
        row.get("required", False),
        _options(row),
        tuple(field_from(part) for part in row.get("parts", ())),
        tuple(row.get("lines", ())),
        row.get("max_words"),
        row.get("max_items"),
        row.get("or_reason", ""),
        row.get("options_from", ""),
        row.get("required_if_asked", ""),
        row.get("kept_in", "fields"),
    )


def _options(row) -> tuple[Choice, ...]:
    """The choices written in the template, or those of a list in tables/categories.csv."""
    if "options" in row:
        return tuple(Choice(each["value"], each["label"]) for each in row["options"])
    wanted = row.get("options_from", "")
    return tuple(Choice(each["code"], each["label"]) for each in rows("categories") if each["list"] == wanted)


def blank_advice(advice: str, author: dict) -> dict:
    """The content of an advice nobody has begun, with who is writing it (name, role, organisation, registration)."""
    known = {name: author.get(name, "") for name in AUTHOR.values()}
    return {"type": advice, "author": known, "fields": {}, "needs": [], "outcomes": [], "provision": [], "files": []}


def advice_content(advice: str, answers: dict, *, needs=(), outcomes=(), provision=(), files=()) -> dict:
    """The content of an advice from the answers of its page, one by one by field name, and its rows.

    An answer to a question this template does not ask is refused with a
    TypeError: it would be read by nobody.
    """
    fields = {field.name: field for section in sections(advice) if not section.rows for field in section.fields}
    reasons = {f"{name}_reason" for name, field in fields.items() if field.or_reason}
    unknown = sorted(set(answers) - set(fields) - reasons)
    if unknown:
        raise TypeError(f"{advice} has no question called {', '.join(unknown)}.")
    content = blank_advice(advice, {AUTHOR[name]: words for name, words in answers.items() if name in AUTHOR})
    content["fields"] = {name: answer for name, answer in answers.items() if name not in AUTHOR}
    content |= {"needs": list(needs), "outcomes": list(outcomes), "provision": list(provision), "files": list(files)}
    return content


def answers_of(content: dict) -> dict:
    """The answers of an advice by field name, its author's among them: what its page shows again."""
    author = content.get("author", {})
    return {name: author.get(kept, "") for name, kept in AUTHOR.items()} | content.get("fields", {})
