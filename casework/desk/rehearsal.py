"""What a deed would do, worked out before anybody does it: the dates that would change, the letter that would go."""

from dataclasses import dataclass
from datetime import date

from casework.actions import decide
from casework.actions.upkeep import strike_out_an_entry
from casework.desk.open_case import names_of
from casework.errors import NotYours, Refusal
from casework.law.clocks import deadlines
from casework.record.case import Case, fold
from casework.telling import duty_words, stage_words, tell, words_named
from casework.telling.rows import DESK
from casework.words import day

LATER = "Later entries stand on this one. Strike those out first, the newest before the others."


@dataclass(frozen=True)
class Effect:
    """One thing that would change: what, how it stands now, and how it would stand."""

    what: str
    now: str
    then: str


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
    before, after = _dates(now, today), _dates(then, today)
    for key in sorted({**before, **after}, key=str):
        if before.get(key) != after.get(key):
            changes.append(Effect(_name(key, now, names), before.get(key, "not owed"), after.get(key, "not owed")))
    return changes


def _dates(case: Case, today: date) -> dict:
    """Every deadline by duty, what it is about and from when it runs; with its day and where it stands."""
    found = deadlines(case.facts, case.excuses)
    return {(each.duty.id, each.about): f"by {day(each.due)}, {each.standing(today)}" for each in found}


def _name(key, case: Case, names) -> str:
    """A deadline in words, with whose it is."""
    duty, about = key
    asked = case.advice.get(about)
    whose = names.get(asked.service if asked else about, "") if about else ""
    return f"{duty_words(duty)}, {whose}" if whose else duty_words(duty)
