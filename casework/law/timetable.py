"""The timetable: every period the law or the local protocol gives, read once and refused whole if one row is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches
from functools import cache

from casework.errors import GapInOurTables, Refusal
from casework.law.combining import Combination, Part
from casework.law.duty import Duty, read_duty
from casework.tables import rows

NO_DATES: Mapping[str, date] = {}


@dataclass(frozen=True)
class Timetable:
    """Every duty, by its id and by the milestone it runs from.

    `versions` holds each rule's rows in the order they were in force; `watched`
    holds, for each milestone, the rules that run by themselves from it.
    """

    versions: dict[str, tuple[Duty, ...]]
    watched: dict[str, tuple[tuple[Duty, ...], ...]]


@cache
def timetable() -> Timetable:
    """The timetable of timetable.csv. Raises GapInOurTables, naming the row, when any row cannot be believed."""
    return read_timetable(rows("timetable"))


@cache
def milestones() -> dict[str, str]:
    """Every milestone the timetable knows, with the words that finish “the day …” (milestones.csv)."""
    return {row["milestone"]: row["words"] for row in rows("milestones")}


def read_timetable(found) -> Timetable:
    """A timetable from rows, checked row by row and then as a whole."""
    versions: dict[str, tuple[Duty, ...]] = {}
    for number, row in enumerate(found, start=2):
        try:
            duty = read_duty(row)
            _check_milestones(duty)
            _check_follows(duty, versions.get(duty.id, ()))
        except GapInOurTables as gap:
            raise GapInOurTables(f"Row {number} of timetable.csv ({row['id']}): {gap}.") from None
        versions[duty.id] = (*versions.get(duty.id, ()), duty)
    _check_names(versions)
    watched: dict[str, tuple[tuple[Duty, ...], ...]] = {}
    for rule in versions.values():
        if rule[-1].watch:
            watched[rule[-1].runs_from] = (*watched.get(rule[-1].runs_from, ()), rule)
    return Timetable(versions, watched)


def _check_milestones(duty):
    """Every milestone it names is one we know."""
    for milestone in (duty.runs_from, *duty.met_by, *duty.ends_with, *duty.all_end_with):
        if milestone not in milestones():
            raise GapInOurTables(f"milestones.csv does not list “{milestone}”")


def _check_follows(duty, earlier):
    """A later version of a rule starts the day after the one before it ended: no gap and no overlap."""
    if duty.since and duty.until and duty.until < duty.since:
        raise GapInOurTables("it ends before it begins")
    if earlier and (earlier[-1].until is None or duty.since != earlier[-1].until + timedelta(days=1)):
        raise GapInOurTables("it does not begin the day after the row before it ended")
    if earlier and (earlier[-1].runs_from, earlier[-1].watch) != (duty.runs_from, duty.watch):
        raise GapInOurTables("two versions of a rule run from different facts")


def _check_names(versions):
    """Every rule that another row names is there; a cautious reading is never watched beside the rule it reads."""
    for duty in (duty for rule in versions.values() for duty in rule):
        named = [part.rule for each in duty.combinations for part in each.parts if part.rule]
        for name in (*named, *filter(None, [duty.cautious_of])):
            if name not in versions:
                raise GapInOurTables(f"timetable.csv ({duty.id}) names a rule that is not there: {name}.")
        if not all(versions[name][-1].way for name in named):
            raise GapInOurTables(f"timetable.csv ({duty.id}) combines a rule that has no length of its own.")
        if duty.cautious_of and duty.watch:
            raise GapInOurTables(f"timetable.csv ({duty.id}) is a cautious reading, so it cannot be watched.")


def duties() -> tuple[Duty, ...]:
    """Every duty in the order of the table, the latest version of each."""
    return tuple(rule[-1] for rule in timetable().versions.values())


def duty_called(rule_id: str, on: date | None = None) -> Duty:
    """The duty of that id as the law stood on a day, or as it stands in the latest row.

    Raises Refusal for an id nobody knows, or a day on which it was not in force.
    """
    rule = timetable().versions.get(rule_id)
    if not rule:
        near = get_close_matches(rule_id.upper(), timetable().versions, n=1)
        raise Refusal(f"There is no rule called {rule_id}.{f' Did you mean {near[0]}?' if near else ''}")
    if on is None:
        return rule[-1]
    found = in_force(rule, on)
    if not found:
        raise Refusal(f"The rule {rule_id} was not in force on {on.isoformat()}.")
    return found


def in_force(rule: tuple[Duty, ...], on: date) -> Duty | None:
    """The version of a rule that was the law on a day."""
    for duty in reversed(rule):
        if duty.in_force(on):
            return duty
    return None


def cautious_readings(rule_id: str) -> tuple[Duty, ...]:
    """The stricter readings to show beside a rule, never instead of it."""
    return tuple(duty for duty in duties() if duty.cautious_of == rule_id)


def due(rule_id: str, trigger: date, also: Mapping[str, date] = NO_DATES) -> date:
    """The last day of a rule's period (for a window: the last day to wait), running from `trigger`.

    `also` holds the other dates a later-of rule needs, by name. Raises Refusal
    for an unknown rule or a date that makes no sense, and GapInOurTables for a
    year whose bank holidays holidays.csv does not list.
    """
    duty = duty_called(rule_id, trigger)
    try:
        return decide(duty, trigger, also)[0] if also or not duty.way else duty.last_day(trigger)
    except (OverflowError, ValueError):
        raise Refusal(f"We cannot count {rule_id} from {trigger.isoformat()}: the date is too far away.") from None


def decide(duty: Duty, trigger: date, also: Mapping[str, date] = NO_DATES) -> tuple[date, Part]:
    """The last day, and the part that decided it: the duty's own length, or one of a combination."""
    chosen = combination_for(duty, also)
    if chosen is None:
        return duty.last_day(trigger), Part(duty.id, "")
    return chosen.choose(dated_parts(chosen, trigger, also))


def dated_parts(combination: Combination, trigger: date, also: Mapping[str, date]) -> list[tuple[date, Part]]:
    """Each part of a combination with the day it falls on."""
    dated = []
    for part in combination.parts:
        day = part.day(trigger, also)
        dated.append((duty_called(part.rule, day).last_day(day) if part.rule else day, part))
    return dated


def combination_for(duty: Duty, also: Mapping[str, date]) -> Combination | None:
    """The combination for just the other dates given, or None to count the duty by itself.

    Raises Refusal when a date is missing, or is one the rule does not take.
    """
    if duty.way and not also:
        return None
    given = frozenset(also)
    for each in duty.combinations:
        if each.names == given:
            return each
    wanted = ", or ".join(" and ".join(sorted(each.names)) for each in duty.combinations if each.names)
    strange = ", ".join(sorted(given - {name for each in duty.combinations for name in each.names}))
    if not wanted:
        raise Refusal(f"{duty.id} takes no other date, so we cannot use {strange}.")
    if strange:
        raise Refusal(f"{duty.id} takes no other date called {strange}, only {wanted}.")
    raise Refusal(f"{duty.id} needs another date beside the first: {wanted}.")
