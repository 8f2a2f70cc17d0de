"""What fell due and what became of it, counted again from the diaries: slowly, an entry at a time, with no row read."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta

from casework.record import entries as kinds
from tests.casework.law.slowly import walk, works

LIMITS = ("first", "full", "legal")
DUTIES = {"first": "LOCAL_SIMPLE_5WD", "full": "LOCAL_DETAILED_10WD", "legal": "ASSESS_ADVICE_6W"}
ON_HOLD = ("caseworker put it on hold",)
LAWFUL = ("exceptional circumstances", "away for 4 weeks or more", "missed appointment")
ENDINGS = (kinds.RequestWithdrawn, kinds.PlanRefused, kinds.FinalPlanSent)


@dataclass
class Followed:
    """One request for advice, as somebody reading the diary aloud would keep it in mind."""

    asked: date
    service: str
    kind: str
    responded: date | None = None
    replied: date | None = None
    came: list = field(default_factory=list)
    accepted: date | None = None
    withdrawn: date | None = None
    ended: date | None = None
    returned: int = 0
    level: int = 0
    grounds: set = field(default_factory=set)


def told(written, day):
    """What a diary tells of a day: no entry that was struck out, and nothing that happened later."""
    struck = {int(each.entry.about) for each in written if isinstance(each.entry, kinds.EntryStruckOut)}
    return [each.entry for each in written if each.n not in struck and each.entry.on <= day]


def followed(entries) -> dict[str, Followed]:
    """Every request for advice by name."""
    found = {}
    for entry in entries:
        if isinstance(entry, kinds.AdviceRequested):
            found[entry.about] = Followed(entry.on, entry.service, entry.advice)
        elif isinstance(entry, ENDINGS):
            for one in found.values():
                one.ended = min(filter(None, (one.ended, entry.on)))
        elif entry.about in found:
            _heard(found[entry.about], entry)
    return found


def _heard(one, entry):
    """One entry about one request."""
    match entry:
        case kinds.FirstResponseGiven():
            one.responded, one.replied = one.responded or entry.on, entry.on
        case kinds.AdviceReceived():
            one.came.append(entry.on)
        case kinds.AdviceReturned():
            one.came, one.returned = [], one.returned + 1
        case kinds.AdviceAccepted():
            one.accepted = entry.on
        case kinds.AdviceWithdrawn():
            one.withdrawn = entry.on
        case kinds.ExcuseRecorded():
            one.grounds.add((entry.duty, entry.ground))
        case kinds.Chased():
            one.level = max(one.level, entry.level)


def last_day(one, limit):
    """The last day of a limit."""
    if limit == "legal":
        return one.asked + timedelta(days=42)
    return walk(one.asked, 5 if limit == "first" else 10, works)


def judged(one, limit, day):
    """What is said of one request on a day: its words and days late, or None while its last day is not over."""
    due = last_day(one, limit)
    if due >= day:
        return None
    nil = bool(one.accepted and not one.came)
    answers = [*one.came, *([one.replied] if nil else []), *([one.responded] if limit == "first" else [])]
    answer = min(filter(None, answers), default=None)
    if one.ended and answer and answer > one.ended:
        answer = None
    words, late = _verdict(one, due, day, answer)
    if words & {"withdrawn", "not_needed"}:
        return words, None
    grounds = ON_HOLD if limit != "legal" else LAWFUL
    excused = any((DUTIES[limit], ground) in one.grounds for ground in grounds) and "in_time" not in words
    words |= {"nil"} if nil else set()
    words |= ({"excused"} if excused else set()) | ({"returned"} if one.returned else set())
    return words | {f"level_{one.level}"}, late


def _verdict(one, due, day, answer):
    """The first word of it, and how many days late."""
    if one.withdrawn:
        return {"withdrawn", "withdrawn_late"} if one.withdrawn > due else {"withdrawn"}, None
    if answer:
        return ({"in_time"}, None) if answer <= due else ({"late"}, (answer - due).days)
    if one.ended:
        return ({"never"}, (one.ended - due).days) if one.ended > due else ({"not_needed"}, None)
    return {"out"}, (day - due).days


def counted(diaries, day, advice=""):
    """Everything that can be counted on a day: words by (service, limit, month), and days late by the same."""
    words, late = {}, {}
    for written in diaries:
        for one in followed(told(written, day)).values():
            for limit in LIMITS if advice in ("", one.kind) else ():
                said = judged(one, limit, day)
                if said is None:
                    continue
                key = (one.service, limit, last_day(one, limit).isoformat()[:7])
                words.setdefault(key, Counter()).update(said[0])
                if said[1] is not None:
                    late.setdefault((*key, "late" in said[0]), Counter()).update([said[1]])
    return words, late
