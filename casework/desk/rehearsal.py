"""What a deed would do, worked out before anybody does it: the dates that would change, the letter that would go."""

from dataclasses import dataclass
from datetime import date

from casework.actions import decide
from casework.actions.upkeep import strike_out_an_entry
from casework.desk.open_case import names_of
from casework.errors import NotYours, Refusal
from casework.law.clocks import Deadline, deadlines
from casework.record.case import Case, fold
from casework.telling import duty_words, stage_words, tell, words_named
from casework.telling.rows import DESK
from casework.words import day

LATER = "Later entries stand on this one. Strike those out first, the newest before the others."


@dataclass(frozen=True)
class Effect:
    """One thing that would change: what, how it stands now and would stand, and its dates, to be explained."""

    what: str
    now: str
    then: str
    dates: tuple[Deadline, ...] = ()


def entry_told(office, case, actor, number: int):
    """One entry, as the diary tells it to this officer. Raises NotYours when there is none they may see."""
    written = [each for each in office.diary.written(case.ref) if each.n == number]
    papers = office.papers.read_all(case.ref, words_named(written))
    told = tell(written, case, actor, papers=papers, names=names_of(office, case, written), reader=DESK)
    if not told:
        raise NotYours(str(number))
    return told[0]


def effects_of_striking(office, case, actor, number: int) -> tuple[str, list[Effect]]:
    """Why an entry cannot be struck out, or else every stage and date that would change if it were. Writes nothing."""
    before = office.diary.written(case.ref)
    whole = fold(before, Case(case.ref))
    try:
        after, _, _ = decide(
            office, actor, strike_out_an_entry, whole, before=before, number=number, reason="rehearsed"
        )
    except Refusal as refusal:
        return refusal.sentence, []
    except KeyError:
        # A later entry is about something that this entry began, so the diary cannot be read without it.
        return LATER, []
    return "", _changes(whole, after, office.today(), names_of(office, whole))


def _changes(now: Case, then: Case, today: date, names) -> list[Effect]:
    """What differs between the case as it is and as it would be: its stage, its caseworker, and each deadline."""
    changes = []
    if now.stage != then.stage:
        changes.append(Effect("Where the case stands", stage_words(now.stage, DESK), stage_words(then.stage, DESK)))
    if now.caseworker != then.caseworker:
        changes.append(Effect("Caseworker", names.get(now.caseworker, ""), names.get(then.caseworker, "nobody")))
    before, after = _dates(now), _dates(then)
    for key in sorted({**before, **after}, key=str):
        both = (before.get(key), after.get(key))
        words = [_stands(each, today) for each in both]
        if words[0] != words[1]:
            dates = {each.due: each for each in both if each}
            changes.append(Effect(_name(key, now, names), *words, tuple(dates.values())))
    return changes


def _dates(case: Case) -> dict:
    """Every deadline by duty and what it is about; one that ran several times is the first, the second, …"""
    found: dict[tuple, Deadline] = {}
    for each in sorted(deadlines(case.facts, case.excuses), key=lambda one: one.started):
        time = sum(key[:2] == (each.duty.id, each.about) for key in found)
        found[(each.duty.id, each.about, time)] = each
    return found


def _stands(deadline: Deadline | None, today: date) -> str:
    """A deadline with its day and where it stands, and by which exception where there is one."""
    if deadline is None:
        return "not owed"
    return f"by {day(deadline.due)}, {deadline.standing(today)}"


def _name(key, case: Case, names) -> str:
    """A deadline in words, with whose it is."""
    duty, about, _ = key
    asked = case.advice.get(about)
    whose = names.get(asked.service if asked else about, "") if about else ""
    return f"{duty_words(duty)}, {whose}" if whose else duty_words(duty)
