"""What is late, in plain words: what it is, since when, and what is being done about it."""

from dataclasses import dataclass
from datetime import date

from casework.law.clocks import Deadline
from casework.promises import PROMISES, UPDATE
from casework.record.case import Case
from casework.telling.excusing import exceptions_of
from casework.telling.rows import FAMILY, duty_row
from casework.words import day, opening, plural

ADVICE = ("ASSESS_ADVICE_6W", "LOCAL_DETAILED_10WD", "LOCAL_SIMPLE_5WD")  # the gravest first
OTHERS = ("adviser", "setting")
DONE = {
    0: "We have reminded them.",
    1: "We have asked their manager.",
    2: "We have asked their senior managers.",
    3: "We have asked their director.",
    4: "The directors of both services have been told.",
}
NOTHING_TO_DO = "You do not need to do anything."


@dataclass(frozen=True)
class Late:
    """One thing that is late. `words` says what, `doing` what is being done about it; `level` is the rung reached."""

    words: str
    doing: str
    deadline: Deadline
    about: str = ""
    level: int = 0

    @property
    def due(self) -> date:
        """The day it was due."""
        return self.deadline.due


def lateness_of(case: Case, running, today: date, *, names, reader: str) -> tuple[Late, ...]:
    """Everything late today, the longest first; each request for advice once, by the gravest limit that has passed."""
    passed = [each for each in running if each.is_open and not each.duty.is_window and each.due < today]
    found = []
    for deadline in sorted(passed, key=_gravity):
        if deadline.duty.id in ADVICE and any(late.about == deadline.about for late in found):
            continue
        if not _said_here(deadline, found, reader):
            continue
        late = _late(case, deadline, today, names=names, reader=reader)
        found += [late] if late.words else []
    return tuple(sorted(found, key=lambda late: late.due))


def _said_here(deadline, found, reader) -> bool:
    """Whether something late is said among what is late.

    A family reads our promises in a place of their own (telling/promised.py); the desk
    reads once that an update is owed, however much it is to tell of.
    """
    if reader == FAMILY:
        return deadline.duty.id not in PROMISES
    return deadline.duty.id != UPDATE or not any(late.deadline.duty.id == UPDATE for late in found)


def _gravity(deadline):
    """The gravest limit of a request for advice before its lesser ones."""
    return (ADVICE.index(deadline.duty.id) if deadline.duty.id in ADVICE else 0, deadline.due)


def _late(case, deadline, today, *, names, reader):
    """One thing that is late, in the words of its reader."""
    request = case.advice.get(deadline.about) if deadline.duty.id in ADVICE else None
    level = request.level if request else 0
    if reader == FAMILY:
        said = duty_row(deadline.duty.id)["late for the family"]
        words = opening(said.format(who=whom(case, deadline.about, names), due=day(deadline.due)))
        return Late(words, _doing(case, deadline, request), deadline, deadline.about, level)
    about = deadline.about if deadline.duty.owed_by in OTHERS else ""
    who = whom(case, about, names) if about else ""
    what = duty_row(deadline.duty.id)["council words"]
    late = f"{plural(deadline.days_late(today), 'day')} late"
    words = f"{who + ': ' if who else ''}{what}, {late}"
    return Late(words, _for_the_desk(case, deadline, request), deadline, about, level)


def _doing(case, deadline, request):
    """What is being done, for the family."""
    exceptions = " ".join(exceptions_of(case, deadline, {}))
    if deadline.excuse:
        return exceptions
    if request is None:
        return " ".join(filter(None, (NOTHING_TO_DO if deadline.about else "", exceptions)))
    promised = f" They say that it will come by {day(request.expected)}." if request.expected else ""
    done = DONE[request.level] if request.steps else "We are asking them for it."
    return " ".join(filter(None, (f"{done}{promised}", exceptions, NOTHING_TO_DO)))


def _for_the_desk(case, deadline, request):
    """What is being done, for the desk."""
    parts = [f"excused: {deadline.excuse}"] if deadline.excuse else []
    if any(claim.waits and (claim.duty, claim.about) == (deadline.duty.id, deadline.about) for claim in case.claims):
        parts.append("an exception is claimed and not accepted yet")
    if request and request.level:
        parts.append(f"level {request.level}")
    if request and request.expected:
        parts.append(f"promised for {day(request.expected)}")
    return ", ".join(parts)


def whom(case: Case, about: str, names) -> str:
    """The service or the setting that a duty of this case is about, by name."""
    request = case.advice.get(about)
    return names.get(request.service if request else about, "") or "the service we asked"
