"""A plan being written, part by part, as office.drafts keeps it: begun once, and never written over."""

from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from casework.desk.plan_advice import COLLECTION, KINDS, accepted_advice, child_of
from casework.drafting import PARTS, draft_plan, plan_from_sections, sections_of
from casework.errors import SomeoneElseWrote
from casework.record.plan import Plan

KIND, NUMBERS, ALONE = "plan", "numbers", "alone"
LETTERS = {"needs": "N", "outcomes": "O", "provisions": "P"}
CLASH = "Someone else has changed the same words since you opened this page."


@dataclass(frozen=True)
class Sheets:
    """A plan being written: its parts as they are kept, and the plan that they make together."""

    parts: dict[str, Any]
    plan: Plan

    def version(self, letter: str) -> int:
        """Which version of a part this is; 0 when it was never kept."""
        return self.parts[letter].version if letter in self.parts else 0


@dataclass(frozen=True)
class Clash:
    """Words that two writers changed: for each field what it said before, what theirs says now, and mine."""

    before: dict
    theirs: dict
    mine: dict
    by: str
    version: int


@contextmanager
def alone(office, ref, actor):
    """Inside, nobody else writes this plan, and what is read is what the last writer left."""
    with office.diary.one_write():
        office.drafts.save(KIND, ref, ALONE, content={}, version=None, by=actor.id)  # saving waits for its turn
        yield


def sheets(office, case) -> Sheets | None:
    """The plan as it is being written, or None when nobody has begun. The child is as last corrected."""
    parts = {letter: draft for letter, draft in office.drafts.read_all(KIND, case.ref).items() if letter in PARTS}
    if not parts:
        return None
    plan = plan_from_sections(
        {"child": {"child": {"first_name": ""}}} | {letter: draft.content for letter, draft in parts.items()}
    )
    return Sheets(parts, replace(plan, child=child_of(office.papers.read(case.ref, case.child).content)))


def opened(office, actor, case) -> Sheets:
    """The plan being written; the first to open it has it drafted from the story and the accepted advice."""
    there = sheets(office, case)
    if there:
        return there
    with alone(office, case.ref, actor):
        if not sheets(office, case):
            _begin(office, actor, case)
    return sheets(office, case)


def _begin(office, actor, case):
    """Draft the plan and keep each of its parts."""
    stories = [paper.content for paper in office.papers.read_all(case.ref, case.stories).values()]
    child = child_of(office.papers.read(case.ref, case.child).content)
    plan = draft_plan(child, stories, accepted_advice(office, case))
    officer = office.people.names([case.caseworker]).get(case.caseworker, "") if case.caseworker else ""
    parts = sections_of(replace(plan, officer=officer))
    for letter, content in parts.items():
        office.drafts.save(KIND, case.ref, letter, content=content, version=None, by=actor.id)
    counts = {LETTERS[name]: len(getattr(plan, name)) for name in LETTERS}
    office.drafts.save(KIND, case.ref, NUMBERS, content=counts, version=None, by=actor.id)


def content(office, ref, letter) -> dict:
    """One part as it is kept."""
    kept = office.drafts.read(KIND, ref, letter)
    return kept.content if kept else {}


def put(office, actor, place, new):
    """Keep one part, whatever was there: only inside alone(), by somebody who has just read it."""
    ref, letter = place
    return office.drafts.save(KIND, ref, letter, content=new, version=None, by=actor.id)


def merged(before: dict, theirs: dict, mine: dict) -> tuple[dict, list[str]]:
    """What two writers made of the same fields, and the names of those that both changed, each differently."""
    result, both = dict(theirs), []
    for name, words in mine.items():
        if words in (before.get(name), theirs.get(name)):
            continue
        if theirs.get(name) == before.get(name):
            result[name] = words
        else:
            both.append(name)
    return result, both


def keep_fields(office, actor, place, *, mine: dict, before: dict, version: str):
    """Keep the plain fields of a part and answer with its Draft. What only one of two writers changed is kept.

    `mine` and `before` are {field: words}; `version` is the one the page had read.
    Raises SomeoneElseWrote with a Clash when both changed the same field.
    """
    ref, letter = place
    with alone(office, ref, actor):
        kept = office.drafts.read(KIND, ref, letter)
        theirs = flat(letter, kept.content if kept else {})
        if kept and str(kept.version) != version:
            mine = _settled(before, theirs, mine, kept)
        return put(office, actor, place, folded(letter, kept.content if kept else {}, theirs | mine))


def _settled(before, theirs, mine, kept):
    """Both writers' words together, or SomeoneElseWrote with those that cannot be put together."""
    result, both = merged(before, theirs, mine)
    if both:
        shown = ({name: words.get(name, "") for name in both} for words in (before, theirs, mine))
        raise SomeoneElseWrote(CLASH, theirs=Clash(*shown, kept.saved_by, kept.version))
    return result


def flat(letter: str, content_: dict) -> dict:
    """The plain fields of a part, by name, with the reason when the section is empty."""
    if letter == "A":
        return dict(content_.get("views", {}))
    if letter == "J":
        said = {"direct_payments": content_.get("direct_payments", "")}
        return said | {"reason": content_.get("none_because", {}).get("J", "")}
    if letter == "child":
        return {name: content_.get(name, "") for name in ("decided_by", "officer")}
    if letter == "I":
        return dict(content_.get("placement") or {"setting": "", "name": "", "type": ""})
    return {"reason": content_.get("none_because", {}).get(letter, "")}


def folded(letter: str, content_: dict, fields: dict) -> dict:
    """A part with its plain fields put back."""
    if letter == "A":
        return content_ | {"views": fields}
    if letter == "I":
        return {"placement": fields if any(fields.values()) else None}
    if letter == "child":
        return content_ | fields
    rest = {name: words for name, words in fields.items() if name != "reason"}
    return with_reason(content_ | rest, letter, fields.get("reason", ""))


def with_reason(content_: dict, key: str, words: str) -> dict:
    """A part with the reason why something is empty said, changed, or taken away."""
    reasons = {name: said for name, said in content_.get("none_because", {}).items() if name != key}
    return content_ | {"none_because": reasons | ({key: words} if words else {})}


def next_number(office, actor, ref, letter: str) -> str:
    """The next reference for a line, never one given before: only inside alone()."""
    given = content(office, ref, NUMBERS)
    kept = [each for part in PARTS for name in KINDS for each in content(office, ref, part).get(name, [])]
    used = [int(each["ref"][1:]) for each in kept if each["ref"][:1] == letter and each["ref"][1:].isdigit()]
    number = max([given.get(letter, 0), *used]) + 1
    put(office, actor, (ref, NUMBERS), given | {letter: number})
    return f"{letter}{number}"


def collection(letter: str) -> str:
    """What a section holds: needs, outcomes or provisions; nothing for a section of plain fields."""
    return COLLECTION.get(letter, "")
