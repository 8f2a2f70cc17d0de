"""One row of timetable.csv as a frozen duty, and everything a row must say before we believe it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from casework.errors import GapInOurTables
from casework.law import counting
from casework.law.combining import Combination, read_combinations
from casework.law.counting import FRIDAY
from casework.words import MONTHS

LIMITS = (
    "no later than",
    "no sooner than",
    "latest before",
    "hold",
    "status change",
    "guidance",
    "local",
    "excuse window",
)
REPEATS = ("once", "for each", "each time")
EVIDENCE = ("text seen", "secondary source", "unverified", "local protocol")
# While one of these runs, somebody must wait; it protects the other side and is never made shorter.
WINDOWS = ("no sooner than", "hold")
# These are not promises to be kept by a day, so no earlier "safe" day helps anyone.
NO_SAFE_DATE = (*WINDOWS, "status change", "excuse window")

AFTER, BEGINNING, BACK = "after the day", "beginning with the day", "back from the day"
WAYS = {
    ("days", AFTER): counting.days_after,
    ("weeks", AFTER): counting.weeks_after,
    ("months", AFTER): counting.months_after,
    ("working days", AFTER): counting.add_working_days,
    ("days", BEGINNING): counting.days_beginning_with,
    ("weeks", BEGINNING): counting.weeks_beginning_with,
    ("months", BEGINNING): counting.months_beginning_with,
    ("working days", BEGINNING): counting.working_days_beginning_with,
    ("weeks", BACK): counting.weeks_before,
    ("weeks", "clear days back from the day"): counting.clear_weeks_before,
    ("months", BACK): counting.months_before,
    ("working days", "after the day, on Tribunal days"): counting.tribunal_days_after,
    ("at once", "on the day"): counting.on_the_day,
    ("date", "by that date in the year"): counting.date_in_year,
    ("date", "before that date in the year"): counting.before_date_in_year,
    ("leaving date", "of the school year of the 16th birthday"): counting.leaving_date,
}
ROLLS = {"none": None, "Tribunal": counting.roll_to_tribunal_day}


@dataclass(frozen=True, slots=True)
class Duty:
    """One rule of the timetable, as it stood from one day until another.

    `runs_from`, `met_by`, `ends_with` and `all_end_with` are milestones. `repeats`
    says how duties and facts find each other: "once" (one in a case), "for each"
    (one for each thing a fact is about, met and ended by facts about that thing),
    "each time" (one for every such fact, met by the next). What is in
    `all_end_with` ends it whatever it is about. `watch` says that it runs by itself
    from the facts of a case.
    """

    id: str
    duty: str
    owed_by: str
    owed_to: str
    limit: str
    runs_from: str
    length: str
    counted: str
    roll: str
    repeats: str
    met_by: tuple[str, ...]
    ends_with: tuple[str, ...]
    all_end_with: tuple[str, ...]
    excuses: tuple[str, ...]
    law: str
    evidence: str
    since: date | None
    until: date | None
    cautious_of: str
    watch: bool
    stage: int | None
    family_words: str
    combinations: tuple[Combination, ...]
    unit: str
    number: int | tuple[int, int]
    way: Callable | None = field(repr=False)
    roll_day: Callable | None = field(repr=False)

    @property
    def is_window(self) -> bool:
        """Whether this is time somebody else must be given, so that acting too soon is what breaks it."""
        return self.limit in WINDOWS

    @property
    def unverified(self) -> bool:
        """Whether nobody has yet read this rule in the law itself or in a source we trust."""
        return self.evidence == "unverified"

    def in_force(self, day: date) -> bool:
        """Whether this row is the law on that day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)

    def last_day(self, start: date) -> date:
        """The last day of the period that runs from `start`, counted and rolled as the row says."""
        end = self.way(start, self.number)
        return self.roll_day(end) if self.roll_day else end

    def safe_day(self, start: date, end: date) -> date | None:
        """The last working day on or before the last day `end`, to aim for.

        None for a window, which is never made shorter; for a year that
        holidays.csv does not cover; and when it would be before the start.
        """
        if self.limit in NO_SAFE_DATE:
            return None
        safe = counting.safe_date(end)
        return None if safe and safe < start <= end else safe


def read_duty(row) -> Duty:
    """The duty a row describes. Raises GapInOurTables with what is wrong with it."""
    if tuple(row) != HEADINGS:
        raise GapInOurTables(f"its headings are not {', '.join(HEADINGS)}")
    for heading, known in (("limit", LIMITS), ("repeats", REPEATS), ("evidence", EVIDENCE), ("roll", ROLLS)):
        if row[heading] not in known:
            raise GapInOurTables(f"nobody knows “{row[heading]}” under “{heading}”")
    for heading in ("id", "duty", "owed by", "owed to", "runs from", "law", "family words"):
        if not row[heading].strip():
            raise GapInOurTables(f"nothing under “{heading}”")
    unit, number = _length(row["length"])
    way = WAYS.get((unit, row["counted"]))
    combinations = read_combinations(row["with other dates"])
    if not way and (row["length"] or row["counted"] or not combinations):
        raise GapInOurTables(f"“{row['length']}” cannot be counted “{row['counted']}”")
    return _duty(row, combinations, (unit, number, way, ROLLS[row["roll"]]))


def _duty(row, combinations, counted):
    """The frozen duty, from a row whose words are known and a length that has been read."""
    straight = {name: row[name.replace("_", " ")] for name in STRAIGHT}
    listed = {name: _words(row[name.replace("_", " ")]) for name in LISTED}
    duty = Duty(
        **straight,
        **listed,
        since=_day(row["from"]),
        until=_day(row["until"]),
        watch={"yes": True, "no": False}.get(row["watch"]),
        stage=_stage(row["stage"]),
        combinations=combinations,
        **dict(zip(("unit", "number", "way", "roll_day"), counted, strict=True)),
    )
    if duty.watch is None or duty.watch and not (duty.way and duty.met_by):
        raise GapInOurTables("a duty is watched (yes or no) only when it has a length and something that meets it")
    return duty


HEADINGS = tuple(
    "id,duty,owed by,owed to,limit,runs from,length,counted,roll,with other dates,repeats,met by,ends with,"
    "all end with,excuses,law,evidence,from,until,cautious of,watch,stage,family words".split(",")
)
STRAIGHT = (
    "id",
    "duty",
    "owed_by",
    "owed_to",
    "limit",
    "runs_from",
    "length",
    "counted",
    "roll",
    "repeats",
    "law",
    "evidence",
    "cautious_of",
    "family_words",
)
LISTED = ("met_by", "ends_with", "all_end_with", "excuses")


def _stage(cell):
    """The place of this step on the families' page, or none."""
    if cell and not cell.isdecimal():
        raise GapInOurTables(f"a stage is a number, not “{cell}”")
    return int(cell) if cell else None


def _words(cell):
    return tuple(cell.split("; ")) if cell else ()


def _day(cell):
    """A day, or none."""
    try:
        return date.fromisoformat(cell) if cell else None
    except ValueError:
        raise GapInOurTables(f"no date we can read: {cell}") from None


def _length(cell):
    """Unit and number: “15 working days”, “15 February” (month and day), “at once”, “last Friday in June”."""
    first, _, rest = cell.partition(" ")
    if cell == "at once":
        return "at once", 0
    if cell.startswith("last Friday in ") and cell.split()[-1] in MONTHS:
        return "leaving date", (FRIDAY, MONTHS.index(cell.split()[-1]) + 1)
    if first.isdecimal() and int(first) and rest in MONTHS:
        return "date", (MONTHS.index(rest) + 1, int(first))
    if first.isdecimal() and int(first):
        return f"{rest.removesuffix('s')}s", int(first)
    return "", 0
