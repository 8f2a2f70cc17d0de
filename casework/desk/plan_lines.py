"""The lines of a plan being written: added, changed, moved, taken out, or taken from advice with their source."""

from dataclasses import replace

from casework.desk import plan_drafts as kept
from casework.desk.plan_advice import COLLECTION, accepted_advice, became, lines_of
from casework.drafting import draft_plan
from casework.errors import NotYours, SomeoneElseWrote
from casework.record.plan import Appendix, Plan

LINKS = ("needs", "outcomes")


def find(plan: Plan, ref: str):
    """The line with that reference and its section, or NotYours."""
    for line in (*plan.needs, *plan.outcomes, *plan.provisions):
        if line.ref == ref:
            return line, getattr(line, "section", "E")
    raise NotYours(ref)


def keep_line(office, actor, case, line, *, before: dict) -> str:
    """Keep a line that was changed and answer with its reference; one without a reference is new.

    `before` is the line as the page was drawn from it. Fields that only one of two writers
    changed are both kept. Raises SomeoneElseWrote with a Clash when both changed the same one.
    """
    with kept.alone(office, case.ref, actor):
        plan = kept.sheets(office, case).plan
        if not line.ref:
            return _add(office, actor, case.ref, line)
        there = _there(plan, line.ref)
        mine = {name: words for name, words in line.to_content().items() if name != "sources"}
        settled = _together(before, there, mine)
        _take_out(office, actor, case.ref, line.ref)
        section = settled.get("section", "E")
        _put_in(office, actor, (case.ref, section), there | settled)
        return line.ref


def _there(plan, ref) -> dict:
    """The line as it is kept now. Raises SomeoneElseWrote when it has been taken out."""
    try:
        return find(plan, ref)[0].to_content()
    except NotYours:
        raise SomeoneElseWrote("Someone else has taken this line out of the plan since you opened it.") from None


def _together(before, there, mine) -> dict:
    """Both writers' fields together, or SomeoneElseWrote with those that cannot be."""
    settled, both = kept.merged(before, {name: words for name, words in there.items() if name in mine}, mine)
    if both:
        shown = ({name: words.get(name, "") for name in both} for words in (before, there, mine))
        raise SomeoneElseWrote(kept.CLASH, theirs=kept.Clash(*shown, "", 0))
    return settled


def _add(office, actor, ref, line) -> str:
    """Put a new line at the end of its section, under the next free reference."""
    section = getattr(line, "section", "E")
    given = kept.next_number(office, actor, ref, kept.LETTERS[COLLECTION[section]])
    _put_in(office, actor, (ref, section), replace(line, ref=given).to_content())
    return given


def _put_in(office, actor, place, content):
    """Put one line into its section, in the order of the references."""
    name = COLLECTION[place[1]]
    part = kept.content(office, *place)
    lines = sorted([*part.get(name, []), content], key=lambda each: (len(each["ref"]), each["ref"]))
    kept.put(office, actor, place, part | {name: lines})


def _take_out(office, actor, ref, gone) -> None:
    """Take a line out of whichever section holds it."""
    for letter, name in COLLECTION.items():
        part = kept.content(office, ref, letter)
        lines = [each for each in part.get(name, []) if each["ref"] != gone]
        if len(lines) != len(part.get(name, [])):
            kept.put(office, actor, (ref, letter), part | {name: lines})


def remove_line(office, actor, case, gone: str) -> None:
    """Take a line out of the plan, its reference out of the lines that named it, and the reasons given for it."""
    with kept.alone(office, case.ref, actor):
        _take_out(office, actor, case.ref, gone)
        for letter, name in COLLECTION.items():
            part = kept.content(office, case.ref, letter)
            lines = [_unlinked(each, gone) for each in part.get(name, [])]
            new = kept.with_reason(part | {name: lines}, gone, "")
            if lines != part.get(name, []) or gone in part.get("none_because", {}):
                kept.put(office, actor, (case.ref, letter), new)


def _unlinked(line: dict, gone: str) -> dict:
    """A line that no longer names another."""
    return line | {name: [ref for ref in line[name] if ref != gone] for name in LINKS if name in line}


def give_reason(office, actor, case, need, *, words: str) -> None:
    """Say why a need has no outcome or no provision, or take the reason back."""
    with kept.alone(office, case.ref, actor):
        for letter in COLLECTION:
            part = kept.content(office, case.ref, letter)
            said = words if letter == need.section else ""
            if part.get("none_because", {}).get(need.ref, "") != said:
                kept.put(office, actor, (case.ref, letter), kept.with_reason(part, need.ref, said))


def use_sentence(office, actor, case, *, about: str, row: str) -> str:
    """Take one sentence of advice into the plan with its source, linked to what the plan already has of that advice."""
    with kept.alone(office, case.ref, actor):
        plan = kept.sheets(office, case).plan
        there = became(plan).get((about, row))
        return there or _use(office, actor, case.ref, _wanted(office, case, about, row), plan=plan)


def _wanted(office, case, about, row):
    """One row of one accepted advice. Raises NotYours when there is none."""
    for advice in accepted_advice(office, case):
        for _, line in lines_of(advice):
            if (advice.about, line.ref) == (about, row):
                return line
    raise NotYours(f"{about}/{row}")


def _use(office, actor, ref, line, *, plan) -> str:
    """Put a line of advice in, its links led to the lines that came from the same advice."""
    used, about = became(plan), line.sources[0].advice
    for name in LINKS:
        if hasattr(line, name):
            linked = [used[(about, row)] for row in getattr(line, name) if (about, row) in used]
            line = replace(line, **{name: tuple(dict.fromkeys(linked))})
    return _add(office, actor, ref, replace(line, ref=""))


def not_yet_in(office, case, plan: Plan) -> list:
    """Advice accepted since the plan was begun, whose lines it does not have."""
    listed = {appendix.about for appendix in plan.appendices}
    return [advice for advice in accepted_advice(office, case) if advice.about not in listed]


def add_advice(office, actor, case, about: str) -> int:
    """Add the lines of advice accepted later after what is written, and list it in section K. Answers how many came."""
    with kept.alone(office, case.ref, actor):
        plan = kept.sheets(office, case).plan
        advice = next((each for each in not_yet_in(office, case, plan) if each.about == about), None)
        if advice is None:
            return 0
        for _, line in lines_of(advice):
            if (about, line.ref) not in became(plan):
                _use(office, actor, case.ref, line, plan=kept.sheets(office, case).plan)
        _list(office, actor, case.ref, advice)
        _hear(office, actor, case, advice)
        return len(lines_of(advice))


def _list(office, actor, ref, advice):
    """List an advice in section K, and say what it found nothing of where the plan says nothing yet."""
    listed = kept.content(office, ref, "K").get("appendices", [])
    new = Appendix(advice.about, advice.title, advice.author, advice.role, advice.on, advice.paper)
    kept.put(office, actor, (ref, "K"), {"appendices": [*listed, new.to_content()]})
    for letter in advice.says_none:
        part = kept.content(office, ref, letter)
        empty = not part.get(kept.collection(letter)) and not part.get("none_because", {}).get(letter)
        if empty and advice.words:
            kept.put(office, actor, (ref, letter), kept.with_reason(part, letter, advice.words))


def _hear(office, actor, case, advice):
    """What the child told this adviser, after what section A says already."""
    heard = draft_plan(kept.sheets(office, case).plan.child, (), [advice]).views.to_content()
    views = kept.content(office, case.ref, "A").get("views", {})
    for name in ("voice", "hopes_child"):
        if heard[name] and heard[name] not in views.get(name, ""):
            views = views | {name: "\n\n".join(filter(None, [views.get(name, ""), heard[name]]))}
    kept.put(office, actor, (case.ref, "A"), {"views": views})
