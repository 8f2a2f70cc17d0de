"""Advice being written, part by part, as office.drafts keeps it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from casework import advising
from casework.office import child_of, read_case
from casework.record.plan import Child

KIND = "advice"
REFS = {"needs": ("need_ref", "N"), "outcomes": ("outcome_ref", "O"), "provision": ("prov_ref", "P")}
WORDS = {"needs": "need_text", "outcomes": "outcome_text", "provision": "prov_what"}


@dataclass(frozen=True)
class Part:
    """One section as it is kept: nothing and version 0 until somebody has typed."""

    content: Any = None
    version: int = 0
    saved_at: datetime | None = None
    saved_by: str = ""


def _key(ref, about):
    return f"{ref}/{about}"


def part(office, ref, about, section) -> Part:
    """One section as it is kept."""
    found = office.drafts.read(KIND, _key(ref, about), section)
    return Part(found.content, found.version, found.saved_at, found.saved_by) if found else Part()


def written(office, ref, about) -> dict:
    """Every section that has something in it, by its name."""
    return {name: draft for name, draft in office.drafts.read_all(KIND, _key(ref, about)).items() if draft.content}


def keep(office, actor, place, content, *, version) -> None:
    """Keep a section. `version` is the one the page had read; SomeoneElseWrote when it is no longer the one kept."""
    ref, about, section = place
    read = int(version) if version and str(version).isdigit() else 0
    office.drafts.save(KIND, _key(ref, about), section, content=content, version=read, by=actor.id)


def rows(office, ref, about, section) -> list:
    """The rows of a section, as they are kept."""
    return part(office, ref, about, section).content or []


def row(office, place, number: int) -> dict:
    """One row, counted from one; an empty one when there is none of that number yet."""
    kept = rows(office, *place)
    return kept[number - 1] if 0 < number <= len(kept) else {}


def keep_row(office, actor, place, answers: dict, *, number: int) -> None:
    """Keep one row among the others, with a reference that never changes once given."""
    ref, about, section = place
    draft = part(office, ref, about, section)
    kept = list(draft.content or [])
    name, letter = REFS[section]
    if 0 < number <= len(kept):
        kept[number - 1] = answers | {name: kept[number - 1][name]}
    else:
        used = [int(each[name][1:]) for each in kept]
        kept.append(answers | {name: f"{letter}{max(used, default=0) + 1}"})
    office.drafts.save(KIND, _key(ref, about), section, content=kept, version=draft.version, by=actor.id)


def remove_row(office, actor, place, number: int) -> None:
    """Take a row out of its section, and its reference out of the rows that named it."""
    ref, about, section = place
    draft = part(office, ref, about, section)
    kept = list(draft.content or [])
    if not 0 < number <= len(kept):
        return
    gone = kept.pop(number - 1)
    office.drafts.save(KIND, _key(ref, about), section, content=kept, version=draft.version, by=actor.id)
    if section in REFS:
        _unlink(office, actor, ref, about, gone=gone[REFS[section][0]])


def _unlink(office, actor, ref, about, *, gone: str) -> None:
    """Take a reference out of every row that named it."""
    for section in REFS:
        draft = part(office, ref, about, section)
        kept = [
            {
                name: [each for each in value if each != gone] if isinstance(value, list) else value
                for name, value in row_.items()
            }
            for row_ in draft.content or []
        ]
        if kept != (draft.content or []):
            office.drafts.save(KIND, _key(ref, about), section, content=kept, version=draft.version, by=actor.id)


def take_in(office, actor, place, sent) -> None:
    """Look at files, keep them, and list them with the advice. Raises Refusal naming the first that cannot be taken."""
    ref, about, section = place
    draft = part(office, ref, about, section)
    came = [office.cabinet.take_in(file.name, file.content) for file in sent]
    there = {each["digest"] for each in draft.content or []}
    kept = [*(draft.content or []), *[each for each in came if each["digest"] not in there]]
    office.drafts.save(KIND, _key(ref, about), section, content=kept, version=draft.version, by=actor.id)


def choices(office, ref, about) -> dict:
    """The needs and outcomes written so far, to link a row to: {"needs": [(ref, words)], "outcomes": [...]}."""
    found = {}
    for section in ("needs", "outcomes"):
        name = REFS[section][0]
        found[section] = [
            (each[name], f"{each[name]}: {each.get(WORDS[section], '')}"[:90])
            for each in rows(office, ref, about, section)
        ]
    return found


def content(office, ref, about) -> dict:
    """The whole advice as it would be sent."""
    one = office.diary.read(ref).advice[about]
    parts = written(office, ref, about)
    answers = {}
    for section in advising.sections(one.kind):
        if not section.rows and section.id in parts:
            answers |= parts[section.id].content
    lists = {name: parts[name].content if name in parts else [] for name in ("needs", "outcomes", "provision", "files")}
    return advising.advice_content(one.kind, answers, **lists)


def child(office, ref) -> Child:
    """Who the advice is about."""
    return Child.from_content(child_of(office, read_case(office, ref)))
