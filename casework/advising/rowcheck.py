"""The rules for rows: outcomes that are the child's, provision that can be counted, links that hold."""

import re
from dataclasses import dataclass

from casework.advising.findings import found
from casework.advising.required import answered, missing_in
from casework.advising.templates import ROW_LISTS, row_schema
from casework.record.child import Child
from casework.record.plan.checks import asks, provision_words, telltales
from casework.record.plan.from_advice import whole_number
from casework.record.words import nearly_the_same, vague

VAGUE_FIELDS = {"need": ("need_text",), "outcome": ("outcome_text",), "provision": ("prov_what", "prov_who")}
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
            yield from _vague(kind, row, place, ref)
            if kind == "outcome":
                yield from _outcome(checked, row, place, ref)
            if kind == "provision":
                yield from _provision(row, place, ref)


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


def _vague(kind, row, place, ref):
    """Vague phrases: in provision the serious ones stop, unless the writer says why they stay (PRV2)."""
    section = "E" if kind == "outcome" else row.get(SECTION_FIELD[kind], "")
    for name in VAGUE_FIELDS[kind]:
        for mark in vague(str(row.get(name) or ""), section):
            said = {"ref": ref, "found": mark.phrase, "why": mark.why, "better": mark.better}
            serious = kind == "provision" and mark.severity == "high"
            if not (serious and answered(row.get("prov_wording"))):
                yield found("PRV2" if serious else "weak words", f"{place}-{name}", **said)


def _outcome(checked, row, place, ref):
    """OUT1 to OUT4 and OUT6: dated, seen, not help in disguise, with a reason, and this child's own."""
    text = str(row.get("outcome_text") or "")
    if not text.strip():
        return
    given = provision_words(text)
    named = not checked.child or names_in(text, (checked.child.first_name, checked.child.preferred_name))
    own = (checked.child.first_name, checked.child.preferred_name) if checked.child else ()
    kinds = (
        ("OUT1", not (_has(text, "in time") and named)),
        ("OUT2", not _has(text, "observable")),
        ("OUT3", given),
        ("OUT4", not _has(text, "because")),
        ("OUT6", any(nearly_the_same(text, other, *own) for other in checked.earlier)),
    )
    for rule, wrong in kinds:
        if wrong:
            yield found(rule, f"{place}-outcome_text", ref=ref, found=given, child=checked.called)


def _provision(row, place, ref):
    """PRV4: help that educates or trains belongs in section F, whoever gives it."""
    section, what = row.get("prov_plan_section", ""), str(row.get("prov_what") or "")
    if section not in ("", "F") and _has(what, "educates"):
        yield found("PRV4", f"{place}-prov_plan_section", ref=ref, found=what, section=section)


def _has(text, words) -> bool:
    """Whether a text holds any word of a list in tables/telltale-words.csv."""
    return any(pattern.search(text) for pattern, _ in telltales(words))


def names_in(text: str, names) -> list[str]:
    """Which of these names stand in a text, as whole words with their capital letters."""
    return [name for name in dict.fromkeys(filter(None, names)) if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)]


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
