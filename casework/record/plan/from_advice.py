"""From the rows of an advice to the lines of a plan, each with its source."""

from dataclasses import dataclass

from casework.record.plan.lines import Need, Outcome, Provision, Source
from casework.tables import rows


@dataclass(frozen=True)
class PlanLines:
    """The needs, outcomes and provision that one advice brings, still under their own references."""

    needs: tuple[Need, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    provisions: tuple[Provision, ...] = ()


def advice_to_plan_lines(
    content: dict, about: str, digest: str, author: str, *, role: str = "", on: str = ""
) -> PlanLines:
    """The lines of one advice: what a plan can take from it.

    `content` is the advice paper's; `about` names the request, `digest` the
    paper; `on` is the ISO date it was received. A number that is not one is
    left empty, and the plan's gaps then show it.
    """
    drawn = _Drawn(about, digest, author, role, on)
    return PlanLines(
        tuple(_need(row, drawn) for row in content.get("needs", ())),
        tuple(_outcome(row, drawn) for row in content.get("outcomes", ())),
        tuple(_provision(row, drawn) for row in content.get("provision", ())),
    )


@dataclass(frozen=True)
class _Drawn:
    """Where the lines are drawn from."""

    about: str
    digest: str
    author: str
    role: str
    on: str

    def source(self, row: str, words: str) -> tuple[Source, ...]:
        return (Source(self.about, self.digest, row, words, self.author, self.role, self.on),)


def section_of(category: str, among: str = "need") -> str:
    """The plan section a category belongs to (tables/categories.csv); empty when nobody knows it."""
    for row in rows("categories"):
        if (row["list"], row["code"]) == (among, category):
            return row["section"]
    return ""


def _need(row, drawn) -> Need:
    ref, category = _text(row, "need_ref"), _text(row, "need_category")
    section = _text(row, "need_plan_section") or section_of(category) or "B"
    text = _text(row, "need_text")
    return Need(ref, section, category, text, drawn.source(ref, text))


def _outcome(row, drawn) -> Outcome:
    ref, text = _text(row, "outcome_ref"), _text(row, "outcome_text")
    return Outcome(
        ref,
        _refs(row, "outcome_needs"),
        text,
        _text(row, "outcome_category"),
        _text(row, "outcome_owner_wish"),
        _text(row, "outcome_baseline"),
        _text(row, "outcome_measure"),
        _text(row, "outcome_due"),
        _text(row, "outcome_steps"),
        drawn.source(ref, text),
    )


def _provision(row, drawn) -> Provision:
    ref, what, kind = _text(row, "prov_ref"), _text(row, "prov_what"), _text(row, "prov_kind")
    return Provision(
        ref,
        _text(row, "prov_plan_section") or section_of(kind, "kind") or "F",
        _refs(row, "prov_needs"),
        _refs(row, "prov_outcomes"),
        what,
        kind,
        _text(row, "prov_who"),
        whole_number(row.get("prov_times")),
        _text(row, "prov_period"),
        whole_number(row.get("prov_minutes")),
        _text(row, "prov_ratio"),
        whole_number(row.get("prov_weeks")),
        _text(row, "prov_where"),
        _text(row, "prov_from"),
        _text(row, "prov_until"),
        sources=drawn.source(ref, what),
    )


def _text(row, name) -> str:
    return str(row.get(name) or "").strip()


def _refs(row, name) -> tuple[str, ...]:
    """References as a list, or as one text such as "N1, N2"."""
    said = row.get(name) or ()
    found = said.replace(";", ",").split(",") if isinstance(said, str) else said
    return tuple(each.strip() for each in found if each.strip())


def whole_number(said) -> int | None:
    """A number above nothing, from a number or its digits; None for anything else."""
    words = str(said if said is not None else "").strip()
    return int(words) if words.isascii() and words.isdigit() and int(words) > 0 else None
