"""Facts in, deadlines out: which duties run, when each is due and where it stands. Nothing is stored."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from casework.law.duty import Duty
from casework.law.explain import Explanation, explain
from casework.law.timetable import Timetable, in_force, timetable
from casework.words import day

STANDINGS = (
    "not yet due",
    "due today",
    "late",
    "late, excused",
    "met",
    "met late",
    "met late, excused",
    "no longer owed",
    "may act from …",
    "may act now",
    "acted too soon",
)


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that happened on a day; `about` says which one, where a case has several."""

    milestone: str
    on: date
    about: str = ""


@dataclass(frozen=True, slots=True)
class Excuse:
    """A ground on which the law lifts a limit of one duty, and whether an officer accepted it.

    It never moves a date. `evidence` names the paper that shows it; `since` and
    `until` are the days it covers, `recorded_on` the day it was written down.
    """

    duty: str
    about: str
    ground: str
    accepted: bool = False
    accepted_by: str = ""
    since: date | None = None
    until: date | None = None
    evidence: str = ""
    recorded_on: date | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """One duty running from one fact. `due` is the last day of the period the law gives.

    `met_on` or `ended_on` (never both) is the day it was met or stopped being
    owed; `excuse` is the accepted ground that lifts its limit.
    """

    duty: Duty
    about: str
    started: date
    due: date
    met_on: date | None = None
    ended_on: date | None = None
    excuse: str | None = None

    @property
    def safe(self) -> date | None:
        """The last working day on or before `due`, to aim for; None when there is none, as Duty.safe_day says."""
        return self.duty.safe_day(self.started, self.due)

    @property
    def explained(self) -> Explanation:
        """Why it is due when it is. Worked out when a page asks."""
        return explain(self.duty, self.started)

    @property
    def is_open(self) -> bool:
        """Still owed: neither met nor ended."""
        return self.met_on is None and self.ended_on is None

    @property
    def over_on(self) -> date:
        """The first day after the period: for a window, the first day the authority may act."""
        return self.due + timedelta(days=1)

    def standing(self, today: date) -> str:
        """Where it stands, as one of STANDINGS; “may act from” is followed by the day."""
        if self.ended_on:
            return "no longer owed"
        if self.duty.is_window:
            return self._window(today)
        done = self.met_on or today
        if done > self.due:
            # Reg 10(4) and its like lift the limit; they do not extend it. So the
            # date stays where the law put it, and the excuse is said beside it.
            late = "met late" if self.met_on else "late"
            return f"{late}, excused" if self.excuse else late
        if self.met_on:
            return "met"
        return "due today" if today == self.due else "not yet due"

    def _window(self, today):
        if self.met_on:
            return "met" if self.met_on > self.due else "acted too soon"
        return "may act now" if today > self.due else f"may act from {day(self.over_on)}"

    def days_late(self, today: date) -> int:
        """Calendar days past `due`, up to the day it was met or ended, or up to today; 0 for a window."""
        if self.duty.is_window:
            return 0
        return max(0, ((self.met_on or self.ended_on or today) - self.due).days)


def deadlines(
    facts: Iterable[Fact], excuses: Iterable[Excuse] = (), law: Timetable | None = None
) -> tuple[Deadline, ...]:
    """Every watched duty that these facts start, the earliest due first; by timetable.csv unless `law` is given.

    Facts may come in any order: each counts from the day it happened. Raises
    GapInOurTables when a working-day limit reaches a year holidays.csv does not cover.
    """
    watched = (law or timetable()).watched
    happened = _Happened(facts)
    lifted = {(each.duty, each.about): each.ground for each in excuses if each.accepted}
    found = [
        deadline
        for milestone in happened.all
        for rule in watched.get(milestone, ())
        for deadline in _running(rule, happened, lifted)
    ]
    return tuple(sorted(found, key=lambda each: (each.due, each.duty.id, each.about, each.started)))


class _Happened:
    """Facts in order by milestone, and by milestone and what they are about: (day, place in the diary, about)."""

    def __init__(self, facts):
        self.all: dict[str, list] = {}
        self.about: dict[tuple[str, str], list] = {}
        moments = sorted((fact.on, place, fact.about, fact.milestone) for place, fact in enumerate(facts))
        for on, place, about, milestone in moments:
            moment = (on, place, about)
            self.all.setdefault(milestone, []).append(moment)
            self.about.setdefault((milestone, about), []).append(moment)

    def first(self, milestones, since, about=None) -> date | None:
        """The day of the first of these milestones from `since` (day, place) on, of one thing if `about` says."""
        found = None
        for milestone in milestones:
            moments = self.all.get(milestone, ()) if about is None else self.about.get((milestone, about), ())
            for moment in moments:
                if moment >= since:
                    if found is None or moment[0] < found:
                        found = moment[0]
                    break
        return found


def _running(rule, happened, lifted):
    """The deadlines of one rule: one in the case, one for each thing, or one each time."""
    repeats = rule[-1].repeats
    last: dict[str, Deadline] = {}
    for on, place, about in happened.all[rule[-1].runs_from]:
        duty = in_force(rule, on)
        if duty is None or repeats == "once" and last:
            continue
        before = last.get(about)
        if before and repeats == "for each" and (before.is_open or (before.met_on or before.ended_on) > on):
            # Asking again for what is still owed does not start the time again.
            continue
        since = _since(duty, on, place, again=before is not None)
        last[about] = _deadline(duty, happened, lifted, (on, since, about))
        yield last[about]


def _since(duty, on, place, *, again):
    """From when a fact can meet or end this duty: its first day on, but never the fact that met the time before."""
    if duty.limit == "latest before":
        return (date.min, -1)
    return (on, place + 1) if again or duty.runs_from in duty.met_by else (on, -1)


def _deadline(duty, happened, lifted, start):
    """One deadline, met or ended by whichever came first; what meets it wins when both came on one day."""
    on, since, about = start
    which = about if duty.repeats == "for each" else None
    met = happened.first(duty.met_by, since, which)
    ended = happened.first(duty.ends_with, since, which)
    all_ended = happened.first(duty.all_end_with, since)
    if all_ended and (ended is None or all_ended < ended):
        ended = all_ended
    if met and ended:
        met, ended = (met, None) if met <= ended else (None, ended)
    ground = lifted.get((duty.id, about))
    return Deadline(duty, about, on, duty.last_day(on), met, ended, ground if ground in duty.excuses else None)


def window_over(running: Sequence[Deadline], duty_id: str, today: date) -> bool:
    """Whether everybody's time under this window is over, so that the authority may act today.

    False when the window never began: nobody has been heard.
    """
    windows = [each for each in running if each.duty.id == duty_id and each.ended_on is None]
    return bool(windows) and all(today >= each.over_on for each in windows)
