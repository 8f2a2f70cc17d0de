"""What may be done to a case now, and what not yet and why: what both access.csv and moves.csv say, in a short list."""

from collections.abc import Callable
from dataclasses import dataclass

from casework import access, moves
from casework.law.clocks import deadlines
from casework.promises import officer_owed
from casework.record.case import Case
from casework.tables import rows


def _never(_case: Case) -> bool:
    return False


@dataclass(frozen=True)
class Deed:
    """Something a caseworker does: its row in the tables, its words, its page, and when it is over and done with."""

    action: str
    words: str
    page: str
    done: Callable[[Case], bool] = _never
    first_at: tuple[str, ...] = ()


@dataclass(frozen=True)
class Deeds:
    """The law's next deeds, the others that may be done, and those that may not yet, each with the reason."""

    next: tuple[Deed, ...]
    now: tuple[Deed, ...]
    not_yet: tuple[tuple[Deed, str], ...]


DECIDING, ASSESSING = "deciding whether to assess", "assessing"
WRITING, HEARING, ISSUED = "writing the plan", "hearing the family on the draft", "plan issued"
EVERYWHERE = tuple(row["stage"] for row in rows("stages"))


def _allocated(case: Case) -> bool:
    return bool(case.caseworker)


def _told(case: Case) -> bool:
    return case.partners_told_on is not None


def _nothing_accepted(case: Case) -> bool:
    return not any(one.accepted_on for one in case.advice.values())


def _nothing_to_answer(case: Case) -> bool:
    return not any(message.waits for message in case.family_messages.values())


def _nothing_told_late(case: Case) -> bool:
    return not case.told_late


def _told_of_caseworker(case: Case) -> bool:
    return not officer_owed(case, deadlines(case.facts, case.excuses))


def _nobody_leads(case: Case) -> bool:
    return not case.lead


ALL = (
    Deed("answer a message", "Answer the family’s message", "messages", _nothing_to_answer, EVERYWHERE),
    Deed("update the family", "Tell the family how it is going", "update", _nothing_told_late, EVERYWHERE),
    Deed("allocate a caseworker", "Give it to a caseworker", "allocate", _allocated, (DECIDING,)),
    Deed("tell partners", "Tell health, social care and the school", "tell-partners", _told, (DECIDING,)),
    Deed("record the panel", "Record the panel", "panel"),
    Deed("agree to assess", "Decide whether to assess", "assess", first_at=(DECIDING,)),
    Deed("ask for advice", "Ask for advice", "ask-for-advice"),
    Deed("agree to write a plan", "Decide whether a plan is needed", "plan-decision", _nothing_accepted, (ASSESSING,)),
    Deed("write the plan", "Write the plan", "plan", first_at=(WRITING, HEARING)),
    Deed("consult a setting", "Ask a school or college", "plan/schools", first_at=(HEARING,)),
    Deed("record a review", "Record the review of the plan", "review", first_at=(ISSUED,)),
    Deed("record the meeting", "What the family says of the draft", "plan/family"),
    Deed("answer a message", "Read the family’s messages", "messages"),
    Deed("take down a message", "Write down a call or a letter", "messages/write-down"),
    Deed("send a message", "Write to the family", "message"),
    Deed("add a note", "Note something, or a call", "note"),
    Deed("add a document", "Add a document", "document"),
    Deed("allocate a caseworker", "Change the caseworker", "allocate", lambda case: not case.caseworker),
    Deed("note the family was told", "Note that the family was told of the caseworker", "told", _told_of_caseworker),
    Deed("name the lead professional", "Name the lead professional", "lead"),
    Deed("record that the lead left", "The lead professional has left", "lead-left", _nobody_leads),
    Deed("join the case", "Invite somebody to the case", "join"),
    Deed("correct the child", "Put the child’s details right", "child"),
    Deed("record consent", "Record a choice about sharing", "consent"),
    Deed("record an excuse", "Record a lawful exception", "excuse"),
    Deed("set aside a duplicate", "Look for the same child", "duplicates"),
    Deed("withdraw the request", "Record that the request is taken back", "withdraw"),
)


def deeds_of(actor, case: Case) -> Deeds:
    """What this actor may do to this case today, asking both tables about each deed."""
    mine = [deed for deed in ALL if access.may(actor, deed.action, case) and not deed.done(case)]
    possible = [deed for deed in mine if moves.possible(deed.action, case)]
    first = tuple(deed for deed in possible if case.stage in _first_at(deed, case))
    later = tuple((deed, moves.refusal(deed.action, case)) for deed in mine if deed not in possible)
    return Deeds(first, tuple(deed for deed in possible if deed not in first), later)


def _first_at(deed: Deed, case: Case) -> tuple[str, ...]:
    """The stages at which a deed is the law's next. Advice is, until somebody has been asked."""
    return (ASSESSING,) if deed.action == "ask for advice" and not case.advice else deed.first_at
