"""The checks named in tables/plan-checks.csv: each finds the lines, or the section, where something is missing."""

from dataclasses import asdict, dataclass
from datetime import date
from functools import cache

from casework.lint import others_in
from casework.record.child import age
from casework.record.plan.lines import CARE_NEEDS, HEALTH_NEEDS, PROVISION_SECTIONS
from casework.tables import rows

GROWN_UP = 18


@dataclass(frozen=True)
class Fault:
    """One place where a check failed: which line, in which section, and any words to show."""

    ref: str = ""
    section: str = ""
    words: str = ""


CHECKS: dict = {}


def check(name: str):
    """Register a function (plan, outlook) -> faults under its name in the table."""

    def keep(function):
        CHECKS[name] = function
        return function

    return keep


@cache
def asks(kind: str) -> tuple[str, ...]:
    """What a kind of help must also say: minutes, ratio (tables/categories.csv). An unknown kind asks for nothing."""
    for row in rows("categories"):
        if (row["list"], row["code"]) == ("kind", kind):
            return tuple(filter(None, row["asks"].split(";")))
    return ()


def _lines(lines, wrong):
    """A fault for each line of which `wrong` is true."""
    return [Fault(line.ref, getattr(line, "section", "")) for line in lines if wrong(line)]


def _section(missing):
    """One fault for the whole section, or none."""
    return [Fault()] if missing else []


def _whole(name, is_missing):
    """A check on the plan as a whole."""
    CHECKS[name] = lambda plan, outlook: _section(is_missing(plan))


def _each(name, lines, wrong):
    """A check on each line of a kind."""
    CHECKS[name] = lambda plan, outlook: _lines(getattr(plan, lines), wrong)


_whole("nobody asked the child", lambda plan: not plan.views.voice)
_whole("no method", lambda plan: plan.views.voice and not plan.views.voice_method)
_whole("no family views", lambda plan: not (plan.views.family_views or plan.views.story or plan.views.hopes_family))
_whole("no need", lambda plan: not plan.needs_in("B"))
_whole("no outcome", lambda plan: not plan.outcomes)
_whole("no special educational provision", lambda plan: not plan.provisions_in("F"))
_whole("school named too soon", lambda plan: _names_a_place(plan.placement))
_whole("no school named", lambda plan: not _names_a_place(plan.placement))
_whole("no advice listed", lambda plan: not plan.appendices)
_whole("nobody signed", lambda plan: not (plan.decided_by or plan.officer))

_each("outcome without need", "outcomes", lambda line: not line.needs)
_each("no baseline", "outcomes", lambda line: not line.baseline)
_each("no measure", "outcomes", lambda line: not line.measure)
_each("no date", "outcomes", lambda line: not line.due)
_each("provision without need", "provisions", lambda line: not line.needs)
_each("provision without outcome", "provisions", lambda line: not line.outcomes)
_each("nobody to deliver", "provisions", lambda line: not line.who)
_each("no number of times", "provisions", lambda line: not (line.times and line.period))
_each("no length", "provisions", lambda line: "minutes" in asks(line.kind) and not line.minutes)
_each("no ratio", "provisions", lambda line: "ratio" in asks(line.kind) and not line.ratio)
_each("no start", "provisions", lambda line: not line.starts)
_each("health not agreed", "provisions", lambda line: line.section == "G" and not line.agreed_by)
_each("health not yet agreed", "provisions", lambda line: line.section == "G" and not line.agreed_by)


def _names_a_place(placement) -> bool:
    return bool(placement and (placement.name or placement.setting or placement.type))


@check("need without outcome")
def _need_without_outcome(plan, outlook):
    return _unmet(plan, plan.outcomes_for)


@check("need without provision")
def _need_without_provision(plan, outlook):
    return _unmet(plan, plan.provisions_for)


def _unmet(plan, meeting):
    """Needs that nothing meets and for which no reason was recorded."""
    return [Fault(need.ref) for need in plan.needs if not meeting(need.ref) and not plan.none_because.get(need.ref)]


@check("nothing said")
def _nothing_said(plan, outlook):
    said = {HEALTH_NEEDS: plan.needs_in(HEALTH_NEEDS), CARE_NEEDS: plan.needs_in(CARE_NEEDS)}
    said |= {section: plan.provisions_in(section) for section in PROVISION_SECTIONS if section != "F"}
    said["J"] = plan.direct_payments
    if _grown_up(plan, outlook):
        del said["H1"]
    return [Fault(section=letter) for letter, lines in said.items() if not (lines or plan.none_because.get(letter))]


def _grown_up(plan, outlook) -> bool:
    """Eighteen or over that day: section H1 no longer applies (reg 12(1)(h)(i))."""
    born = plan.child.born
    return bool(born and outlook.on) and age(date.fromisoformat(born), outlook.on) >= GROWN_UP


@check("not for an adult")
def _not_for_an_adult(plan, outlook):
    return _lines(plan.provisions_in("H1"), lambda line: True) if _grown_up(plan, outlook) else []


@check("advice not listed")
def _advice_not_listed(plan, outlook):
    listed = {appendix.about for appendix in plan.appendices}
    return [Fault(words=about) for about in outlook.accepted if about not in listed]


@check("no outcome for adult life")
def _no_outcome_for_adult_life(plan, outlook):
    return _section(outlook.prepares_for_adulthood(plan) and not _for_adult_life(plan))


@check("no provision for adult life")
def _no_provision_for_adult_life(plan, outlook):
    wanted = {outcome.ref for outcome in _for_adult_life(plan)}
    helped = any(wanted & set(line.outcomes) for line in plan.provisions)
    return _section(outlook.prepares_for_adulthood(plan) and not helped)


def _for_adult_life(plan):
    return [outcome for outcome in plan.outcomes if outcome.category.startswith("pfa_")]


@check("another child")
def _another_child(plan, outlook):
    """A name pasted in with somebody else's words. The child's own names are not somebody else's."""
    own = {plan.child.first_name, plan.child.last_name, plan.child.preferred_name, plan.child.full_name}
    others = [name for name in outlook.others if name not in own]
    return [
        Fault(section=letter, words=name)
        for letter, words in _words_by_section(plan)
        for name in others_in(words, others)
    ]


def _words_by_section(plan):
    """All the words of each section, for reading through."""
    yield "A", " ".join(asdict(plan.views).values())
    for letter in ("B", "C", "D"):
        yield letter, " ".join(line.text for line in plan.needs_in(letter))
    yield "E", " ".join(f"{each.text} {each.baseline} {each.measure} {each.steps}" for each in plan.outcomes)
    for letter in PROVISION_SECTIONS:
        yield letter, " ".join(f"{each.what} {each.who} {each.where}" for each in plan.provisions_in(letter))
    yield "J", plan.direct_payments
