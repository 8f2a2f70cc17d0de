"""The first draft of a plan, made from what is already known: the story, and the advice that was accepted."""

from dataclasses import dataclass, field, replace

from casework.errors import Refusal
from casework.record.child import Child
from casework.record.plan import (
    Appendix,
    Need,
    Outcome,
    Placement,
    Plan,
    Provision,
    renumbered,
    sections,
)
from casework.record.plan.from_advice import PlanLines, advice_to_plan_lines
from casework.record.plan.from_story import views_from, with_voices
from casework.record.plan.lines import NEED_SECTIONS, PROVISION_SECTIONS

PARTS = ("child", *(section.letter for section in sections()))


@dataclass(frozen=True)
class Accepted:
    """One advice, or one reply that says there is nothing, that a caseworker accepted.

    `about` names the request; `title` is what section K calls it; `paper` is the
    digest; `on` the ISO date it was received. `content` is the advice paper's,
    or None for a nil return, when `says_none` holds the sections it says are
    empty and `words` say what was looked at, by whom and when.
    """

    about: str
    title: str
    paper: str = ""
    author: str = ""
    role: str = ""
    on: str = ""
    content: dict | None = None
    says_none: tuple[str, ...] = ()
    words: str = ""


def draft_plan(child: Child, stories, accepted) -> Plan:
    """Sections A to K from the stories of a case and the advice accepted on it, every line with its source.

    Section A is the family's own words, and what the child told advisers. Lines that say the same are put
    together with all their sources, numbered from 1, and their links kept.
    Where nothing was written and nobody said there is nothing, it is left for
    the officer to say, and the plan's gaps show it. Section I stays blank (s.38(5)).
    """
    gathered = _Gathered()
    reasons: dict[str, str] = {}
    for advice in accepted:
        if advice.content is not None:
            prefix = f"{advice.about}/"
            gathered.take(_lines(advice), prefix)
            reasons |= _reasons_in(advice, prefix)
    views = with_voices(views_from(stories), [advice for advice in accepted if advice.content is not None])
    plan = Plan(child, views, *gathered.lines(), none_because=gathered.moved(reasons))
    plan = replace(plan, appendices=tuple(map(_appendix, accepted)))
    return renumbered(replace(plan, none_because=plan.none_because | _nothing_found(plan, accepted)))


def _lines(advice: Accepted) -> PlanLines:
    return advice_to_plan_lines(
        advice.content, advice.about, advice.paper, advice.author, role=advice.role, on=advice.on
    )


def _reasons_in(advice, prefix) -> dict[str, str]:
    """Why an adviser listed no provision for a need, under the need's reference."""
    rows = advice.content.get("needs", ())
    said = {f"{prefix}{row.get('need_ref', '')}": str(row.get("need_no_provision") or "").strip() for row in rows}
    return {ref: f"{words} ({advice.author or advice.title})" for ref, words in said.items() if words}


def _nothing_found(plan: Plan, accepted) -> dict[str, str]:
    """The reason an empty section is empty, where a nil return gives it. Two reasons are both kept."""
    found: dict[str, list[str]] = {}
    for advice in accepted:
        for letter in advice.says_none:
            if advice.words and not (plan.needs_in(letter) or plan.provisions_in(letter)):
                found.setdefault(letter, []).append(advice.words)
    return {letter: " ".join(dict.fromkeys(words)) for letter, words in found.items()}


def _appendix(advice: Accepted) -> Appendix:
    return Appendix(advice.about, advice.title, advice.author, advice.role, advice.on, advice.paper)


@dataclass
class _Gathered:
    """Lines from several advices on their way into one plan, and what each reference became."""

    needs: list[Need] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    provisions: list[Provision] = field(default_factory=list)
    became: dict[str, str] = field(default_factory=dict)

    def take(self, lines: PlanLines, prefix: str) -> None:
        """Take the lines of one advice, under references of their own, putting the same line together."""
        for need in lines.needs:
            self._keep(self.needs, replace(need, ref=prefix + need.ref), ("section", "text"))
        for outcome in lines.outcomes:
            linked = replace(outcome, ref=prefix + outcome.ref, needs=self._links(outcome.needs, prefix))
            self._keep(self.outcomes, linked, ("text",))
        for line in lines.provisions:
            needs, outcomes = self._links(line.needs, prefix), self._links(line.outcomes, prefix)
            linked = replace(line, ref=prefix + line.ref, needs=needs, outcomes=outcomes)
            self._keep(self.provisions, linked, ("section", "what", "who", "times", "period", "minutes", "ratio"))

    def _links(self, refs, prefix) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.became.get(prefix + ref, prefix + ref) for ref in refs))

    def _keep(self, kept: list, line, same_by) -> None:
        """Keep a line, or add its source and its links to the line that already says the same."""
        for place, other in enumerate(kept):
            if all(_bare(getattr(other, name)) == _bare(getattr(line, name)) for name in same_by):
                kept[place] = _together(other, line)
                self.became[line.ref] = other.ref
                return
        self.became[line.ref] = line.ref
        kept.append(line)

    def moved(self, reasons: dict[str, str]) -> dict[str, str]:
        """Reasons under the references their needs have now."""
        return {self.became[ref]: words for ref, words in reasons.items() if ref in self.became}

    def lines(self):
        """Needs, outcomes and provision, each in the order of the sections they belong to."""
        return (
            tuple(sorted(self.needs, key=lambda line: NEED_SECTIONS.index(line.section))),
            tuple(self.outcomes),
            tuple(sorted(self.provisions, key=lambda line: PROVISION_SECTIONS.index(line.section))),
        )


def _bare(value):
    """Text without its spacing, case and last stop, so that a copied sentence is known again."""
    return " ".join(value.lower().split()).rstrip(". ") if isinstance(value, str) else value


def _together(kept, other):
    """One line from two that say the same: every source, every link."""
    joined = {"sources": kept.sources + other.sources}
    for name in ("needs", "outcomes"):
        if hasattr(kept, name):
            joined[name] = tuple(dict.fromkeys(getattr(kept, name) + getattr(other, name)))
    return replace(kept, **joined)


def sections_of(plan: Plan) -> dict[str, dict]:
    """The plan in parts that are saved one by one: "child" and the sections A to K, each plain JSON."""
    whole = plan.to_content()
    parts: dict[str, dict] = {letter: {} for letter in PARTS}
    parts["child"] = {name: whole[name] for name in ("child", "decided_by", "officer")}
    parts["A"] = {"views": whole["views"]}
    parts["E"] = {"outcomes": whole["outcomes"]}
    parts["I"] = {"placement": whole["placement"]}
    parts["J"] = {"direct_payments": plan.direct_payments}
    parts["K"] = {"appendices": whole["appendices"]}
    for letter in NEED_SECTIONS:
        parts[letter] = {"needs": [need.to_content() for need in plan.needs_in(letter)]}
    for letter in PROVISION_SECTIONS:
        parts[letter] = {"provisions": [line.to_content() for line in plan.provisions_in(letter)]}
    homes = {need.ref: need.section for need in plan.needs}
    for key, reason in plan.none_because.items():
        # The reason for a need that was since taken out stays with section B until somebody clears it.
        home = homes.get(key, key if key in parts else "B")
        parts[home].setdefault("none_because", {})[key] = reason
    return parts


def plan_from_sections(parts: dict[str, dict]) -> Plan:
    """The plan put together again from its parts. A part that was never saved is empty.

    Raises TypeError, loudly, for a part or a field nobody can read.
    """
    unknown = sorted(set(parts) - set(PARTS))
    if unknown:
        raise TypeError(f"A plan has no part called {', '.join(unknown)}.")
    whole: dict = {"needs": [], "provisions": [], "none_because": {}}
    for letter in PARTS:
        for name, value in parts.get(letter, {}).items():
            if name in ("needs", "provisions"):
                whole[name] = whole[name] + list(value)
            elif name == "none_because":
                whole[name] = whole[name] | value
            else:
                whole[name] = value
    return Plan.from_content(whole)


def name_the_place(plan: Plan, *, setting: str = "", name: str = "", type: str = "") -> Plan:
    """The plan with section I filled in: a school or college, or its type alone. Only for a final plan (s.38(5))."""
    if not (setting or name or type):
        raise Refusal("Name the school or college, or say what type.", "placement")
    return replace(plan, placement=Placement(setting, name, type))
