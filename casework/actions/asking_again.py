"""Asking after advice by hand: one press, once in a working day, beside the ladder and never instead of it."""

from datetime import date
from types import MappingProxyType

from casework import chasing
from casework.actions.posts import find
from casework.errors import Refusal
from casework.law.working_days import calendar
from casework.record import entries as kinds
from casework.words import day

NOTHING = MappingProxyType({})
AUTHOR = ("author",)
COPIED = ("service manager",)


def chase_now(case, today, *, about, person, time, holders, missing=NOTHING):
    """The author, or the service's inbox, is asked for the advice that is owed, and the service's manager gets a copy.

    `person` pressed, at `time` on a London clock (“10:42”); `holders` and `missing` as for chase().
    It climbs no rung and skips none. Raises Refusal when nothing is owed, and for a second time in a working day.
    """
    request = case.advice.get(about)
    if request is None or not chasing.still_owed(case, request):
        raise Refusal("Nothing is owed on this request, so there is nobody to chase.")
    if chased := chased_already(request, today):
        raise Refusal(f"{in_words(chased, person, today)} You can chase it again on the next working day.")
    said = {"about": about, "person": person, "time": time}
    return [kinds.ChasedByHand(on=today, **said, **_written_to(case, request, holders=holders, missing=missing))]


def _written_to(case, request, **around) -> dict:
    """Who is written to and who gets a copy: the inbox while nobody is named, or the author is away uncovered."""
    author = find(case, request, AUTHOR if request.adviser else (), **around)
    copied = find(case, request, COPIED, **around)
    to = author.told[0] if author.told and not author.gaps else ""
    return {
        "to": to,
        "copied": tuple(person for person in copied.told if person != to),
        "gaps": copied.gaps,
        "missing": tuple(dict.fromkeys(author.missing + copied.missing)),
    }


def chased_already(request, today: date):
    """The press of this working day, (day, time, person), or None. A weekend belongs to the working day before it."""
    on_or_before = calendar().working.on_or_before
    last = request.chased[-1] if request.chased else None
    return last if last and on_or_before(last[0]) == on_or_before(today) else None


def in_words(chased, reader: str, today: date) -> str:
    """A press in a sentence: “You chased this today at 10:42.”"""
    on, time, person = chased
    who = "You" if person == reader else "A colleague"
    return f"{who} chased this {'today' if on == today else f'on {day(on)}'} at {time}."
