"""A redline in a few plain sentences, for the top of the page."""

from decimal import Decimal

from casework.record.plan.redline.parts import ADDED, CHANGED, KEPT, TAKEN_OUT, Hours, Redline
from casework.words import listed, opening, plural


def summary(found: Redline) -> tuple[str, ...]:
    """What changed: first the lines, then the sections of plain words, then the hours. One sentence for nothing."""
    if found.same:
        return ("Nothing has changed.",)
    said = [_lines(found), _elsewhere(found), *(_hours(each) for each in found.hours if each.changed)]
    if sum(each.changed for each in found.hours) > 1:
        said.append(_hours(found.in_all) if found.in_all.changed else "In all, help stays at the same hours a week.")
    elif not any(each.changed for each in found.hours):
        said.append("The hours of help in a week stay the same." if found.in_all.after else "")
    return tuple(each for each in said if each)


def hours(number: Decimal) -> str:
    """Hours as people write them: 6, 6.5 or 6.25."""
    return f"{number.normalize():f}" if number else "0"


def _lines(found: Redline) -> str:
    """“4 lines changed, 1 added, 1 taken out, 1 moved, 2 have a new number.”"""
    lines = [line for section in found.sections if section.letter != "K" for line in section.lines]
    counts = [(sum(line.kind == each for line in lines), each) for each in (CHANGED, ADDED, TAKEN_OUT)]
    counts.append((sum(line.kind == KEPT and line.moved for line in lines), "moved"))
    renumbered = sum(line.kind == KEPT and bool(line.was) and not line.moved for line in lines)
    counts.append((renumbered, "given a new number"))
    told = [(number, what) for number, what in counts if number]
    if not told:
        return "No line of needs, outcomes or help has changed."
    (first, what), rest = told[0], told[1:]
    return ", ".join([f"{plural(first, 'line')} {what}", *(f"{number} {each}" for number, each in rest)]) + "."


def _elsewhere(found: Redline) -> str:
    """The sections whose plain words changed, and section K."""
    letters = [each.letter for each in found.sections if any(field.kind != KEPT for field in each.fields)]
    letters += [each.letter for each in found.sections if each.letter == "K" and each.changes]
    names = [f"section {letter}" if letter != "child" else "names and signatures" for letter in letters]
    return opening(f"{listed(names)} changed too.") if names else ""


def _hours(each: Hours) -> str:
    start = f"Help in section {each.section}" if each.section else "In all, help"
    return f"{start} goes from {hours(each.before)} to {hours(each.after)} hours a week."
