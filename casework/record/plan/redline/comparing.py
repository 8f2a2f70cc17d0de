"""Lays one plan over another, section by section, and says what became of each line and each field."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from casework.record.plan.lines import PROVISION_SECTIONS, Plan
from casework.record.plan.redline import shown
from casework.record.plan.redline.matching import Said, matched, moved
from casework.record.plan.redline.parts import (
    ADDED,
    CHANGED,
    KEPT,
    TAKEN_OUT,
    FieldChange,
    Hours,
    LineChange,
    Redline,
    SectionChange,
)
from casework.record.plan.redline.runs import runs
from casework.record.plan.sections import sections

NO_HOURS = Decimal(0)
LETTERS = frozenset(row.letter for row in sections())
NEED_FIELDS = ("category",)
OUTCOME_FIELDS = ("category", "wish", "baseline", "measure", "due", "steps", "needs")
PROVISION_FIELDS = (
    *("what", "who", "times", "period", "minutes", "ratio", "weeks", "where", "starts", "until"),
    *("kind", "agreed_by", "needs", "outcomes"),
)
PAPER_FIELDS = ("author", "role", "on")


@dataclass(frozen=True)
class _Kind:
    """One kind of line: its words as a reader has them, its fields, and what its references were called before."""

    words: Callable
    fields: tuple[str, ...]
    section: Callable = lambda line: line.section
    ref: Callable = lambda line: line.ref


NEEDS = _Kind(lambda line: line.text, NEED_FIELDS)
OUTCOMES = _Kind(lambda line: line.text, OUTCOME_FIELDS, lambda line: "E")
PROVISIONS = _Kind(lambda line: line.sentence(), PROVISION_FIELDS)
PAPERS = _Kind(lambda line: line.title, PAPER_FIELDS, lambda line: "K", lambda line: line.about)


def redline(before: Plan, after: Plan) -> Redline:
    """What was done to `before` to make `after`. The same two plans always give the same redline.

    Where the lines came from (their sources) is not compared: a reader sees
    the promise. Links are compared under the references that the lines have now.
    """
    names: dict[str, str] = {}
    lines = _lines(NEEDS, before.needs, after.needs, names)
    lines |= _lines(OUTCOMES, before.outcomes, after.outcomes, names)
    lines |= _lines(PROVISIONS, before.provisions, after.provisions, names)
    lines |= _lines(PAPERS, before.appendices, after.appendices, {})
    fields = _fields(before, after, names)
    titles = [("child", "Names and signatures"), *((row.letter, row.title) for row in sections())]
    laid = (SectionChange(at, title, fields.get(at, ()), lines.get(at, ())) for at, title in titles)
    return Redline(tuple(laid), _hours(before, after), Hours("", before.hours_a_week, after.hours_a_week))


def _lines(kind: _Kind, old, new, names: dict) -> dict[str, tuple[LineChange, ...]]:
    """The lines of one kind, by section, in the order of the new plan, each taken out where it stood.

    `names` gives the new reference of every old one, and learns those of these lines.
    """
    pairs = matched(_said(kind, old), _said(kind, new))
    shifted = moved(pairs)
    names.update({kind.ref(old[i]): kind.ref(new[j]) for j, i in pairs.items()})
    found: dict[str, list] = {}
    for j, line in enumerate(new):
        was = old[pairs[j]] if j in pairs else None
        change = _added(kind, line) if was is None else _both(kind, was, line, moved=j in shifted, names=names)
        found.setdefault(kind.section(line), []).append(((pairs.get(j), j), change))
    for i in sorted(set(range(len(old))) - set(pairs.values())):
        change = LineChange(TAKEN_OUT, kind.ref(old[i]), runs(kind.words(old[i]), ""), before=old[i])
        _put_where_it_stood(found.setdefault(kind.section(old[i]), []), i, change)
    return {letter: tuple(change for _, change in listed) for letter, listed in found.items()}


def _said(kind, lines) -> list[Said]:
    return [Said(kind.ref(line), kind.section(line), kind.words(line)) for line in lines]


def _put_where_it_stood(listed, i, change) -> None:
    """After the last line that stood before it, or first."""
    earlier = [place for place, ((was, _), _) in enumerate(listed) if was is not None and was < i]
    listed.insert(earlier[-1] + 1 if earlier else 0, ((i, -1), change))


def _added(kind, line) -> LineChange:
    return LineChange(ADDED, kind.ref(line), runs("", kind.words(line)), after=line)


def _both(kind, was, line, *, moved, names) -> LineChange:
    """A line that both plans have."""
    said = runs(kind.words(was), kind.words(line))
    fields = tuple(change for name in kind.fields if (change := _field(name, was, line, names)).kind != KEPT)
    changed = bool(fields) or any(run.kind != "same" for run in said)
    from_ = kind.section(was) if kind.section(was) != kind.section(line) else ""
    ref, before = kind.ref(line), kind.ref(was)
    more = {"was": before if before != ref else "", "came_from": from_, "moved": moved or bool(from_)}
    return LineChange(CHANGED if changed else KEPT, ref, said, fields, **more, before=was, after=line)


def _field(name, was, line, names) -> FieldChange:
    """One field of a line; links under the references of the new plan, in their order there."""
    old, new = getattr(was, name), getattr(line, name)
    if isinstance(old, tuple):
        old = {names.get(ref, ref) for ref in old}
        old = tuple(ref for ref in new if ref in old) + tuple(sorted(old - set(new)))
    return FieldChange(shown.NAMES[name], runs(shown.shown(name, old), shown.shown(name, new)))


def _fields(before, after, names) -> dict[str, tuple[FieldChange, ...]]:
    """What is not a line: names, section A, the place, direct payments, and why something is empty."""
    found = {"child": _named(shown.CHILD, before.child, after.child) + _named(shown.SIGNATURES, before, after)}
    found["A"] = _named(shown.VIEWS, before.views, after.views)
    found["I"] = _compared("School, college or type", _place(before), _place(after))
    found["J"] = _compared("Direct payments", before.direct_payments, after.direct_payments)
    old = {names.get(key, key): words for key, words in before.none_because.items()}
    homes = {need.ref: need.section for need in (*before.needs, *after.needs)}
    for key in sorted(set(old) | set(after.none_because)):
        home = homes.get(key) or (key if key in LETTERS else "B")
        name = "Why this is empty" if home == key else f"Why {key} has no outcome or help"
        found[home] = found.get(home, ()) + _compared(name, old.get(key, ""), after.none_because.get(key, ""))
    return found


def _named(names, before, after) -> tuple[FieldChange, ...]:
    """The fields of a record that say something in either plan."""
    pairs = ((name, getattr(before, name), getattr(after, name)) for name in names)
    return tuple(
        change
        for name, old, new in pairs
        for change in _compared(names[name], shown.shown(name, old), shown.shown(name, new))
    )


def _compared(name, before: str, after: str) -> tuple[FieldChange, ...]:
    said = runs(before, after)
    return (FieldChange(name, said),) if said else ()


def _place(plan) -> str:
    """Section I in words; nothing where it is blank."""
    return ", ".join(filter(None, (plan.placement.name, plan.placement.type))) if plan.placement else ""


def _hours(before, after) -> tuple[Hours, ...]:
    """Hours a week of each section that has help in either plan."""
    each = (Hours(letter, _sum(before, letter), _sum(after, letter)) for letter in PROVISION_SECTIONS)
    return tuple(hours for hours in each if hours.before or hours.after)


def _sum(plan, letter) -> Decimal:
    return sum((line.hours_a_week or NO_HOURS for line in plan.provisions_in(letter)), NO_HOURS)
