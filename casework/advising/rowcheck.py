"""The rules for rows: outcomes that are the child's, provision that can be counted, links that hold."""

from dataclasses import dataclass

from casework.advising.findings import found
from casework.advising.required import answered, missing_in
from casework.advising.templates import ROW_LISTS, row_schema
from casework.lint import GATE, About, lint, others_in
from casework.lint.patterns import says
from casework.record.child import Child
from casework.record.plan.checks import asks
from casework.record.plan.from_advice import whole_number

# What stands in boxes of its own is asked for there (PRV1).
IN_BOXES = frozenset({"amount", "length", "who", "size", "measured"})
# What a rule of the lint is called in an advice; every other one is weak words, to be looked at.
RULES = {"SEC1": "OUT3", "SEC2": "PRV4", "COP1": "OUT6"}
LINTED = {"need": ("need_text",), "outcome": ("outcome_text",), "provision": ("prov_what", "prov_who")}
SECTION_FIELD = {"need": "need_plan_section", "provision": "prov_plan_section"}
PREFIX = {"need": "need", "outcome": "outcome", "provision": "prov"}
# What "who, how many times, in each" reads like when one of them is missing (PRV1).
COUNTED = {
    "prov_who": "who will do it",
    "prov_times": "how many times",
    "prov_period": "in each day, week or term",
    "prov_minutes": "how long each time",
    "prov_ratio": "how many adults to how many children",
}


@dataclass(frozen=True)
class Checked:
    """An advice being looked at: its content, whom it is about, and what its author wrote for others."""

    content: dict
    child: Child | None = None
    earlier: tuple[str, ...] = ()

    @property
    def about(self) -> About:
        """Whom it is about, as the lint asks."""
        names = (self.child.preferred_name, self.child.first_name, self.child.last_name) if self.child else ()
        return About(tuple(filter(None, names)), earlier=self.earlier, said=IN_BOXES)

    @property
    def called(self) -> str:
        """What to call the child in a sentence."""
        return self.child.called if self.child else "the child or young person"

    def rows(self, kind: str):
        """Each row of a kind with the start of its place and its reference."""
        for number, row in enumerate(self.content.get(ROW_LISTS[kind], ()), start=1):
            yield row, f"{ROW_LISTS[kind]}-{number}", row.get(f"{PREFIX[kind]}_ref") or f"Row {number}"


def findings(checked: Checked):
    """Every finding in the rows of needs, outcomes and provision, in that order."""
    for kind in ROW_LISTS:
        for row, place, ref in checked.rows(kind):
            yield from _required(kind, row, place, ref)
            yield from _links(checked, row, place, ref)
            yield from _linted(checked, kind, row, place, ref=ref)
            if kind == "outcome":
                yield from _outcome(checked, row, place, ref)


def _required(kind, row, place, ref):
    """Every field a row must have, with PRV1 in words of its own."""
    for field in row_schema(kind):
        where = f"{place}-{field.name}"
        asked = field.asked_by and field.asked_by in asks(row.get("prov_kind", ""))
        said = answered(row.get(field.name))
        if field.name in COUNTED and not said:
            if field.required or asked:
                yield found("PRV1", where, ref=ref, found=COUNTED[field.name], hint=field.hint)
        elif field.kind == "number" and said and not whole_number(row[field.name]):
            yield found("bad number", where, label=f"“{field.label}”")
        else:
            yield from missing_in(field, row, place=where)


def _links(checked, row, place, ref):
    """A link to a row that is not there (OUT7, PRV3 ask only that there is a link)."""
    for name in ("outcome_needs", "prov_needs", "prov_outcomes"):
        kind = "outcome" if name == "prov_outcomes" else "need"
        known = {other for _, _, other in checked.rows(kind)}
        for link in row.get(name) or ():
            if link not in known:
                yield found("unknown link", f"{place}-{name}", ref=ref, found=link)


def _linted(checked, kind, row, place, *, ref):
    """What the lint sees: in provision a serious phrase stops, unless the writer says why it stays (PRV2)."""
    section = "E" if kind == "outcome" else row.get(SECTION_FIELD[kind], "")
    for name in LINTED[kind]:
        for mark in lint(str(row.get(name) or ""), section, checked.about):
            serious = kind == "provision" and mark.severity == GATE
            rule = RULES.get(mark.rule, "PRV2" if serious else "weak words")
            where = f"{place}-{SECTION_FIELD[kind]}" if rule == "PRV4" else f"{place}-{name}"
            said = {"ref": ref, "found": mark.phrase, "why": mark.why, "better": mark.better}
            if not (rule == "PRV2" and answered(row.get("prov_wording"))):
                yield found(rule, where, **said, section=section, child=checked.called)


def _outcome(checked, row, place, ref):
    """OUT1, OUT2 and OUT4: dated, seen, and with a reason."""
    text = str(row.get("outcome_text") or "")
    if not text.strip():
        return
    named = not checked.child or others_in(text, (checked.child.first_name, checked.child.preferred_name))
    kinds = (
        ("OUT1", not (says("in time", text) and named)),
        ("OUT2", not says("observable", text)),
        ("OUT4", not says("because", text)),
    )
    for rule, wrong in kinds:
        if wrong:
            yield found(rule, f"{place}-outcome_text", ref=ref, child=checked.called)


def all_words(content: dict):
    """Every piece of text in an advice, with the place it stands."""
    for name, answer in content.get("fields", {}).items():
        yield name, _flat(answer)
    for listed in ROW_LISTS.values():
        for number, row in enumerate(content.get(listed, ()), start=1):
            for name, answer in row.items():
                yield f"{listed}-{number}-{name}", _flat(answer)


def _flat(answer) -> str:
    if isinstance(answer, dict):
        return " ".join(_flat(each) for each in answer.values())
    return " ".join(_flat(each) for each in answer) if isinstance(answer, list | tuple) else str(answer or "")
