"""Lawful exceptions in plain words: accepted, asked for and waiting, or not accepted, for one time limit."""

from collections.abc import Mapping

from casework.law.clocks import Deadline
from casework.law.grounds import ground_called
from casework.record.case import Case
from casework.telling.rows import FAMILY
from casework.words import day, opening


def exceptions_of(
    case: Case, deadline: Deadline, names: Mapping[str, str], reader: str = FAMILY
) -> tuple[str, ...]:
    """Every exception that was accepted, asked for or turned down for one limit: a sentence each, for its reader."""
    mine = (deadline.duty.id, deadline.about)
    accepted = [each for each in case.excuses if (each.duty, each.about) == mine and each.ground == deadline.excuse]
    claims = [each for each in case.claims if (each.duty, each.about) == mine]
    say = _for_the_family if reader == FAMILY else _for_the_desk
    return tuple(say(each, names) for each in (*accepted, *claims))


def _for_the_family(each, names) -> str:
    """One exception, to a parent."""
    because = ground_called(each.ground).family_words
    if not hasattr(each, "waits"):
        return f"It is excused: the law allows for this, because {because}{_days(each)}. The date stays on your page."
    if each.waits:
        return f"We have been asked to excuse this, because {because}. We have not decided yet."
    return f"We were asked to excuse this, because {because}. We did not accept it, so this counts as late."


def _for_the_desk(each, names) -> str:
    """One exception, to an officer: what, which days, who and when."""
    what = f"{each.ground}{_days(each)}"
    if not hasattr(each, "waits"):
        who = f" by {names.get(each.accepted_by) or 'an officer'}" if each.accepted_by else ""
        return f"Excused: {what}. Accepted{who} on {day(each.recorded_on)}."
    asked = f"{opening(names.get(each.person) or 'somebody')} asked on {day(each.on)}"
    if each.waits:
        return f"Exception claimed, not accepted yet: {what}. {asked}."
    return f"Exception not accepted: {what}. {asked}; turned down on {day(each.turned_down_on)}."


def _days(each) -> str:
    """The days it covers, where they are known."""
    if not each.since:
        return ""
    return f", from {day(each.since)} to {day(each.until)}" if each.until else f", from {day(each.since)}"
