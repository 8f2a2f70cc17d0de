"""The states a plan has had: two versions laid over each other, and a section put back as it was."""

from dataclasses import dataclass, replace
from datetime import datetime

from casework import access, moves
from casework.desk import plan_drafts
from casework.desk.plan_advice import COLLECTION
from casework.desk.plan_lines import LINKS
from casework.drafting import PARTS, plan_from_sections
from casework.errors import NotYours, Refusal, SomeoneElseWrote
from casework.record.plan import sections
from casework.record.plan.redline import SectionChange, redline, summary
from casework.stating import versions

WRITING = "writing"
# Section K lists itself, and section I is chosen on a page of its own.
CAN_GO_BACK = tuple(letter for letter in PARTS if letter not in ("I", "K"))
NOT_NOW = "Someone else has changed this section since you opened this page. Read it again, then put it back."


@dataclass(frozen=True)
class State:
    """One saved state of a section: which, when, by whom, what it changed, and whether it is the one there now."""

    version: int
    at: datetime
    by: str
    change: SectionChange
    now: bool


def laid(office, case, actor, asked) -> dict:
    """Two versions laid over each other, for a page. `asked` may hold first and second. One alone shows none."""
    listed = versions.editions(case)
    sheet = _writing(office, case, actor)
    if sheet:
        listed.append(versions.Edition(WRITING, "The plan being written", office.today(), ""))
    if len(listed) < 2:
        return {"listed": listed, "found": None, "child": _child(office, case)}
    before, after = versions.chosen(listed, asked.get("first", ""), asked.get("second", ""))
    new = sheet.plan if after.name == WRITING else versions.plan_of(office, case, after)
    found = redline(versions.plan_of(office, case, before) if before.name != WRITING else new, new)
    row = office.post.print_of(case.ref, after.plan, versions.printed_as(before)) if after.plan else None
    shown = {"listed": listed, "before": before, "after": after, "found": found, "told": summary(found), "row": row}
    return shown | {"child": _child(office, case)}


def _child(office, case) -> str:
    child = plan_drafts.child_of(office.papers.read(case.ref, case.child).content)
    return child.called


def _writing(office, case, actor):
    """The plan being written, for whoever may write it; None where nobody has begun or it cannot be written now."""
    if not access.may(actor, "write the plan", case) or moves.refusal("write the plan", case):
        return None
    return plan_drafts.sheets(office, case)


def told(office, case, sheet, letter) -> dict:
    """Every state of a section, the newest first, each with what it changed in the one before it."""
    kept = office.drafts.states(plan_drafts.KIND, case.ref, letter)
    names = office.people.names(sorted({each.saved_by for each in kept}))
    befores = [*(each.content for each in kept[1:]), {}]
    states = []
    for each, was in zip(kept, befores, strict=True):
        by, change = names.get(each.saved_by, "Somebody"), _between(was, each.content, letter)
        states.append(State(each.version, each.saved_at, by, change, now=not states))
    title = next((row.title for row in sections() if row.letter == letter), "Names and signatures")
    return {"states": states, "letter": letter, "title": title, "version": sheet.version(letter)}


def _between(was: dict, now: dict, letter) -> SectionChange:
    """What one state of a section changed in another."""
    nobody = {"child": {"child": {"first_name": ""}}}
    plans = [plan_from_sections(nobody | {letter: nobody.get(letter, {}) | content}) for content in (was, now)]
    return redline(*(replace(plan, child=plans[0].child) for plan in plans)).section(letter)


def put_back(office, actor, place, *, wanted: str, read: str) -> None:
    """Save an old state of a section as its newest; what is there now stays among the states.

    Links to lines that are no longer in the plan are left out. Raises
    SomeoneElseWrote when the section is not as the page was drawn from, Refusal
    when a line of it stands in another section now, NotYours for a state that never was.
    """
    ref, letter = place
    with plan_drafts.alone(office, ref, actor):
        there = office.drafts.read(plan_drafts.KIND, ref, letter)
        if not there or str(there.version) != read:
            raise SomeoneElseWrote(NOT_NOW, theirs=there)
        states = office.drafts.states(plan_drafts.KIND, ref, letter)
        state = next((each for each in states if str(each.version) == wanted), None)
        if state is None:
            raise NotYours(wanted)
        content = _fitting(office, place, state.content)
        more = {"content": content, "version": there.version, "by": actor.id, "apart": True}
        office.drafts.save(plan_drafts.KIND, ref, letter, **more)


def _fitting(office, place, content: dict) -> dict:
    """An old state as it fits the plan of today."""
    ref, letter = place
    name = COLLECTION.get(letter)
    if not name:
        return content
    elsewhere = {each["ref"]: other for other in COLLECTION if other != letter for each in _lines(office, ref, other)}
    lines = content.get(name, [])
    for line in lines:
        if line["ref"] in elsewhere:
            raise Refusal(f"{line['ref']} is in section {elsewhere[line['ref']]} now. Move it back first.")
    known = {*elsewhere, *(line["ref"] for line in lines)}
    return content | {name: [_linked(line, known) for line in lines]}


def _linked(line: dict, known: set) -> dict:
    """A line with its links to lines that are there."""
    return line | {link: [ref for ref in line[link] if ref in known] for link in LINKS if link in line}


def _lines(office, ref, letter) -> list[dict]:
    """The lines of a section as they are kept now."""
    return plan_drafts.content(office, ref, letter).get(COLLECTION[letter], [])
