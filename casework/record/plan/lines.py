"""The lines of a plan and the links between them: needs, outcomes, provision, views, and the plan itself."""

from dataclasses import dataclass, field
from decimal import Decimal

from casework.record.child import Child
from casework.record.content import Kept
from casework.record.plan import hours, wording

SPECIAL_NEEDS, HEALTH_NEEDS, CARE_NEEDS = "B", "C", "D"
NEED_SECTIONS = (SPECIAL_NEEDS, HEALTH_NEEDS, CARE_NEEDS)
PROVISION_SECTIONS = ("F", "G", "H1", "H2")


@dataclass(frozen=True)
class Source(Kept):
    """Where a line came from: the request for advice, the paper's digest, its row, its words, who wrote it and when.

    `advice` is the name of the request on the case (Case.advice), or "story"
    when the family's own words are the source. `on` is an ISO date.
    """

    advice: str
    paper: str = ""
    row: str = ""
    words: str = ""
    author: str = ""
    role: str = ""
    on: str = ""


@dataclass(frozen=True)
class Need(Kept):
    """Something that is difficult (sections B, C and D). `category` is a code in tables/categories.csv."""

    ref: str
    section: str
    category: str
    text: str
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Outcome(Kept):
    """What will be different for the child (section E). `due` is an ISO date; `needs` are references such as N1."""

    ref: str
    needs: tuple[str, ...]
    text: str
    category: str = ""
    wish: str = ""
    baseline: str = ""
    measure: str = ""
    due: str = ""
    steps: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True)
class Provision(Kept):
    """Help that must be given (sections F, G, H1 and H2).

    `times` in each `period` (day, week, fortnight, half_term, term, year, or
    once), of `minutes` each, for `weeks` a year; None where it does not apply.
    `ratio` is adults to children, such as 1:4. `agreed_by` says which
    commissioner agreed a section G line (reg 12(2)).
    """

    ref: str
    section: str
    needs: tuple[str, ...]
    outcomes: tuple[str, ...]
    what: str
    kind: str = ""
    who: str = ""
    times: int | None = None
    period: str = ""
    minutes: int | None = None
    ratio: str = ""
    weeks: int | None = None
    where: str = ""
    starts: str = ""
    until: str = ""
    agreed_by: str = ""
    sources: tuple[Source, ...] = ()

    def sentence(self) -> str:
        """The promise in one sentence that a teaching assistant can act on and a judge can enforce."""
        return wording.sentence(self)

    @property
    def hours_a_week(self) -> Decimal | None:
        """Hours in a week of those it runs, to two places; None where no length is said."""
        return hours.a_week(self)

    @property
    def hours_a_year(self) -> Decimal | None:
        """Hours in a year, to two places; None where no length is said."""
        return hours.a_year(self)


@dataclass(frozen=True)
class Views(Kept):
    """Section A: what the child and the family say, in their own words (reg 12(1)(a))."""

    voice: str = ""
    voice_method: str = ""
    likes: str = ""
    important_to: str = ""
    how_to_help: str = ""
    communicates: str = ""
    story: str = ""
    family_views: str = ""
    hopes_child: str = ""
    hopes_family: str = ""


@dataclass(frozen=True)
class Placement(Kept):
    """Section I: the school or college by its number and name, and its type, or the type alone."""

    setting: str = ""
    name: str = ""
    type: str = ""


@dataclass(frozen=True)
class Appendix(Kept):
    """Section K: one piece of advice gathered in the assessment. `about` names the request, `paper` is its digest."""

    about: str
    title: str
    author: str = ""
    role: str = ""
    on: str = ""
    paper: str = ""


@dataclass(frozen=True)
class Plan(Kept):
    """A whole plan. `none_because` says, by section letter or need reference, why nothing is written."""

    child: Child
    views: Views = Views()
    needs: tuple[Need, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    provisions: tuple[Provision, ...] = ()
    none_because: dict[str, str] = field(default_factory=dict)
    placement: Placement | None = None
    direct_payments: str = ""
    appendices: tuple[Appendix, ...] = ()
    decided_by: str = ""
    officer: str = ""

    def needs_in(self, section: str) -> tuple[Need, ...]:
        """The needs of section B, C or D, in order."""
        return tuple(need for need in self.needs if need.section == section)

    def provisions_in(self, section: str) -> tuple[Provision, ...]:
        """The provision of section F, G, H1 or H2, in order."""
        return tuple(each for each in self.provisions if each.section == section)

    def outcomes_for(self, need: str) -> tuple[Outcome, ...]:
        """The outcomes linked to a need, by its reference."""
        return tuple(each for each in self.outcomes if need in each.needs)

    def provisions_for(self, need: str) -> tuple[Provision, ...]:
        """The provision linked to a need, by its reference."""
        return tuple(each for each in self.provisions if need in each.needs)

    @property
    def hours_a_week(self) -> Decimal:
        """Hours of provision in an ordinary week of those it runs, over every line that says a length."""
        return sum((each.hours_a_week or Decimal(0) for each in self.provisions), Decimal(0))
