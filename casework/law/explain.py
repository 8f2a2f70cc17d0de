"""Why this date: the rule in a sentence, its clause, and how it was counted, for families too."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from casework.law.combining import Part
from casework.law.day_by_day import THE_START, Day, day_by_day
from casework.law.duty import AFTER, BACK, BEGINNING, Duty
from casework.law.timetable import (
    NO_DATES,
    cautious_readings,
    combination_for,
    dated_parts,
    decide,
    duty_called,
    milestones,
)
from casework.law.working_days import calendar
from casework.words import DAYS, listed, opening, plural, spelled
from casework.words import day as said

DAYS_IN_A_WEEK = 7
LAST_OF_MANY = {"later of": "latest", "earlier of": "earliest"}
# Why a day is not counted, with its singular and plural for “stepped over”.
NOT_COUNTED = {
    "August is not counted": ("day in August", "days in August"),
    "25 December to 1 January is not counted": ("day at Christmas", "days at Christmas"),
    "weekend": ("weekend day", "weekend days"),
}


DOUBTS = {
    "text seen": "",
    "secondary source": "We know this rule from guidance, a court’s or a charity’s summary.",
    "unverified": "Nobody has checked this rule against the law yet, so its date may be wrong.",
    "local protocol": "",
}


@dataclass(frozen=True)
class Explanation:
    """One date, explained.

    `sentence` is the rule for a parent; `how` the steps of the counting, in
    sentences; `days` what a small calendar draws, from `counted_from`; `met_by`
    what meets it, in words; `cautious` the stricter readings, each (id, day, words),
    to show beside `due` and never instead of it; `unverified` says that nobody has
    yet read the rule in the law itself.
    """

    duty: Duty
    sentence: str
    clause: str
    started: date
    counted_from: date
    due: date
    safe: date | None
    how: tuple[str, ...]
    days: tuple[Day, ...]
    met_by: tuple[str, ...]
    unverified: bool
    cautious: tuple[tuple[str, date, str], ...]

    @property
    def stepped_over(self) -> tuple[date, ...]:
        """The days that do not count, for the small calendar: not the day it runs from, which is drawn by itself."""
        return tuple(each.date for each in self.days if each.why_not and each.why_not != THE_START)

    @property
    def source(self) -> str:
        """Where the rule comes from, in a sentence: the law, guidance, or our own promise."""
        if self.duty.limit == "local":
            return f"This is our own promise ({self.clause}), and not law."
        return f"{'Guidance, not law' if self.duty.limit == 'guidance' else 'The law'}: {self.clause}."

    @property
    def doubt(self) -> str:
        """How sure we are of the rule, where we have not read it in the law itself; else nothing."""
        return DOUBTS[self.duty.evidence]


def explain(duty: Duty | str, started: date, also: Mapping[str, date] = NO_DATES) -> Explanation:
    """Why a duty that runs from `started` is due when it is. `duty` is a Duty or its id; `also` as for due().

    Raises Refusal and GapInOurTables as due() does.
    """
    duty = duty_called(duty, started) if isinstance(duty, str) else duty
    end, part = decide(duty, started, also)
    decider = duty_called(part.rule, part.day(started, also)) if part.rule else None
    from_day = part.day(started, also)
    return Explanation(
        duty=duty,
        sentence=duty.family_words,
        clause=duty.law,
        started=started,
        counted_from=from_day,
        due=end,
        safe=duty.safe_day(started, end),
        how=(*_choice(duty, started, also), *_counting(decider, from_day), *_ending(duty, started, end)),
        days=day_by_day(decider, from_day) if decider else (Day(end, None),),
        met_by=tuple(milestones()[milestone] for milestone in duty.met_by),
        unverified=duty.unverified,
        cautious=_cautious(duty, started),
    )


def _cautious(duty, started):
    """The stricter readings of this rule that were there on that day."""
    readings = [each for each in cautious_readings(duty.id) if each.in_force(started)]
    return tuple((each.id, each.last_day(started), each.family_words) for each in readings)


def _choice(duty, started, also):
    """When several limits apply: what each gives, and which one decides."""
    chosen = combination_for(duty, also)
    if chosen is None or len(chosen.parts) == 1:
        return ()
    given = [f"{_named(part)} gives {said(day)}" for day, part in dated_parts(chosen, started, also)]
    which = chosen.pick.split()[0] if len(given) == 2 else LAST_OF_MANY[chosen.pick]
    return (f"{opening(spelled(len(given)))} limits apply: {listed(given)}. The {which} one counts.",)


def _named(part: Part):
    """A part of a choice, in words."""
    if not part.rule:
        return f"the day itself ({part.name.replace('_', ' ')})" if part.name else "the day itself"
    duty = duty_called(part.rule)
    return f"{duty.length} from the day {milestones()[duty.runs_from]}"


def _counting(duty: Duty | None, started):
    """The steps of the counting: from when, what counts, what was stepped over."""
    if duty is None:
        return ()
    runs = f"The day we count from is the day {milestones()[duty.runs_from]}: {said(started)}."
    steps = (runs, _first_day(duty), _what_counts(duty), _stepped_over(duty, started), _rolled(duty, started))
    return tuple(filter(None, (*steps, _expected(duty, started))))


def _expected(duty, started):
    """That the bank holidays of a year are not published yet, where the date hangs on them."""
    if duty.unit != "working days" and duty.roll_day is None:
        return ""
    years = sorted(calendar().expected & set(range(started.year, duty.last_day(started).year + 1)))
    named = listed(str(year) for year in years)
    return f"The bank holidays of {named} are the ones we expect: they are not published yet." if years else ""


def _first_day(duty):
    """Whether the day itself is counted."""
    if duty.unit == "working days" and duty.counted == BEGINNING:
        return "If that day is a working day it is day 1. If not, the next working day is."
    if duty.counted == BEGINNING:
        return "That day is day 1."
    if duty.counted.startswith(AFTER):
        return "That day is not counted."
    if duty.counted == BACK:
        return "We count back from that day."
    return "We count back, and count neither that day nor the last day." if "clear" in duty.counted else ""


def _what_counts(duty):
    """Which days count, and what the length means."""
    if duty.unit == "weeks":
        days = plural(duty.number * DAYS_IN_A_WEEK, "day")
        return f"{duty.length.capitalize()} means {days}. Weekends, bank holidays and school holidays count."
    if duty.unit == "days":
        return f"We count {duty.length}. Weekends, bank holidays and school holidays count."
    if duty.unit == "working days":
        return f"We count {duty.length}. Weekends and bank holidays are not working days."
    if duty.unit == "months":
        end = "the day before the same date" if duty.counted == BEGINNING else "the same day of the month"
        return f"A period of {duty.length} ends on {end}, or on the last day of a month that has no such day."
    if duty.unit == "date":
        return f"The law sets a date: {duty.counted.split()[0]} {duty.length} of that year."
    if duty.unit == "leaving date":
        return f"The law sets a date: the {duty.length} {duty.counted}."
    return "It must be done at once, so it is due that same day."


def _stepped_over(duty, started):
    """The days that were not working days, the bank holidays by name."""
    if duty.unit != "working days":
        return ""
    days = day_by_day(duty, started)
    names = [f"{said(day.date)} ({day.why_not.partition(': ')[2]})" for day in days if ": " in day.why_not]
    for reason, words in NOT_COUNTED.items():
        number = sum(day.why_not == reason for day in days)
        names += [plural(number, *words)] if number else []
    return f"Stepped over: {listed(names)}." if names else ""


def _rolled(duty, started):
    """What the Tribunal's rule 12 does to a period that ends on a day it does not count."""
    if duty.roll_day is None:
        return ""
    end, last = duty.way(started, duty.number), duty.last_day(started)
    if end == last:
        return "The Tribunal moves a last day that is no working day, in August or at Christmas. This one stays."
    return f"That would be {said(end)}. The Tribunal’s rule 12 moves it to {said(last)}."


def _ending(duty, started, end):
    """The last day, and what to make of it when it is no working day."""
    if duty.is_window:
        act = said(end + timedelta(days=1))
        over = f"The time is over at the end of {said(end)}. It is never made shorter"
        return (f"{over}: the council may act from {act}.",)
    last = f"The last day is {said(end)}."
    safe = duty.safe_day(started, end)
    if safe is None or safe == end:
        return (last,)
    why = calendar().why_not(end)
    what = f"a {DAYS[end.weekday()]}" if why == "weekend" else f"a {why}"
    aim = f"so aim for {said(safe)}, the last working day before it"
    return (last, f"That is {what}. The law does not move it, {aim}.")
