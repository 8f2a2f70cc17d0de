"""What a printed plan shows beside its lines: which edition it is, where its threads run, where its words came from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from casework.record.plan import Need, Outcome, Plan, Provision, Section, Source, sections
from casework.tables import rows

MAY_SAY = ("ref", "reply_by", "review_by", "picture", "sources")


@dataclass(frozen=True)
class Thread:
    """One need, what it should lead to, and what will be done about it."""

    need: Need
    outcomes: tuple[Outcome, ...]
    provisions: tuple[Provision, ...]


@dataclass(frozen=True)
class Origin:
    """Where one line came from: its reference, the source, and the source’s place in section K and title, if listed."""

    line: str
    source: Source
    place: str
    title: str


@dataclass(frozen=True)
class Edition:
    """One edition of a plan, ready to print.

    `label` reads “Draft 1” or “Final plan 1”; `on` is its date. `picture` is a
    data: address or empty. `sources` says whether the index of sources is printed.
    """

    label: str
    on: date
    draft: bool
    sections: Mapping[str, Section]
    labels: Mapping[str, str]
    threads: tuple[Thread, ...]
    origins: tuple[Origin, ...]
    ref: str = ""
    reply_by: date | None = None
    review_by: date | None = None
    picture: str = ""
    sources: bool = True

    def label_of(self, code: str) -> str:
        """A category or kind in words; a code nobody has put into words is shown as it stands."""
        return self.labels.get(code, code)

    def serving(self, plan: Plan, outcome: str) -> tuple[str, ...]:
        """The references of the provision that helps to reach an outcome."""
        return tuple(each.ref for each in plan.provisions if outcome in each.outcomes)


def edition(plan: Plan, version: Mapping) -> Edition:
    """The edition of a plan that `version` describes: its label, date and draft, and any of the words in MAY_SAY."""
    kind = "Draft" if version["draft"] else "Final plan"
    label = str(version["label"])
    return Edition(
        label=f"{kind} {label}" if label.isdigit() else label,
        on=version["date"],
        draft=version["draft"],
        sections={section.letter: section for section in sections()},
        labels={row["code"]: row["label"] for row in rows("categories")},
        threads=tuple(Thread(need, plan.outcomes_for(need.ref), plan.provisions_for(need.ref)) for need in plan.needs),
        origins=tuple(_origins(plan)),
        **{name: version[name] for name in MAY_SAY if name in version},
    )


def _origins(plan: Plan):
    """Every source of every line, in the order the lines stand."""
    places = {each.about: (f"K{number}", each.title) for number, each in enumerate(plan.appendices, start=1)}
    for line in (*plan.needs, *plan.outcomes, *plan.provisions):
        for source in line.sources:
            place, title = places.get(source.advice, ("", "The family’s story" if source.advice == "story" else ""))
            yield Origin(line.ref, source, place, title)
