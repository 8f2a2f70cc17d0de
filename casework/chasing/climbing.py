"""Which reminder or escalation has fallen due for a request for advice, by the ladder in force when it was asked."""

from collections.abc import Iterable
from datetime import date, timedelta

from casework.chasing.ladder import Ladder, Step, in_force
from casework.law.counting import add_working_days
from casework.record.case import Advice, Case

LEGAL_LIMIT = "ASSESS_ADVICE_6W"
ONE_DAY = timedelta(days=1)


def falls_on(rung: Step, advice: Advice, legal_due: date | None) -> date | None:
    """The day a rung is reached, for this request: working days after it was issued, or the day after the legal limit.

    A rung that asks for a date waits until a date we were given has passed,
    unless that date is after the legal limit and so cannot be kept.
    """
    if rung.working_day is None:
        return legal_due + ONE_DAY if legal_due else None
    day = add_working_days(advice.asked_on, rung.working_day)
    promised = advice.expected if rung.until_we_have == "a date we can keep" else None
    if promised and legal_due and promised <= legal_due:
        return max(day, promised + ONE_DAY)
    return day


def wanted(rung: Step, advice: Advice) -> bool:
    """Whether what this rung asks for is still missing."""
    if rung.until_we_have == "first response":
        return not advice.response
    return True


def reached(
    case: Case, advice: Advice, today: date, legal_due: date | None, *, ladders: Iterable[Ladder]
) -> Step | None:
    """The one rung to climb today: the highest that has been reached and not yet climbed, or none.

    `ladders` are the versions there are. Only the highest, so a missed night or week sends no stale reminder. Nothing
    climbs once the case has ended, the adviser owes nothing, or a lawful excuse is recorded.
    """
    if not still_owed(case, advice):
        return None
    climbed = {step_id for step_id, _ in advice.steps}
    highest = None
    for rung in _in_order(in_force(ladders, advice.asked_on), advice, legal_due):
        day = falls_on(rung, advice, legal_due)
        if rung.id in climbed:
            highest = None  # everything below a rung that was climbed is behind us
        elif day and day <= today and wanted(rung, advice):
            highest = rung
    return highest


def said_of(rung: Step, advice: Advice, *, ladders: Iterable[Ladder]) -> dict:
    """What the diary keeps of a rung that is climbed, as fields of Chased; whom it told is for the deed to find."""
    return {
        "step": rung.id,
        "level": rung.level,
        "ladder": in_force(ladders, advice.asked_on).number,
        "inbox": rung.tells_inbox,
        "family": rung.family_letter,
    }


def _in_order(ladder, advice, legal_due):
    """The rungs of a ladder in the order they fall for this request."""
    dated = [(falls_on(rung, advice, legal_due), rung) for rung in ladder.steps]
    return [rung for day, rung in sorted((pair for pair in dated if pair[0]), key=lambda pair: (pair[0], pair[1].id))]


def next_look(case: Case, advice: Advice, legal_due: date | None, *, ladders: Iterable[Ladder]) -> date | None:
    """The next day on which the night clerk should look at this request, or None when there is nothing to chase."""
    if not still_owed(case, advice):
        return None
    order = _in_order(in_force(ladders, advice.asked_on), advice, legal_due)
    climbed = {step_id for step_id, _ in advice.steps}
    last = max((index for index, rung in enumerate(order) if rung.id in climbed), default=-1)
    days = [falls_on(rung, advice, legal_due) for rung in order[last + 1 :] if wanted(rung, advice)]
    return min(days, default=None)


def still_owed(case, advice):
    """Whether anything is still owed: not once the case has ended in a plan or without one, nor under an excuse."""
    return advice.waits_for_adviser and not (case.is_closed or case.final or _excused(case, advice))


def _excused(case, advice):
    """Whether a ground that the law allows has been recorded for this request."""
    return any((excuse.duty, excuse.about) == (LEGAL_LIMIT, advice.about) for excuse in case.excuses)
