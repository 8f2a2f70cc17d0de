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
WHO = ("author",)
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
        raise Refusal(f"{said(chased, person, today)} You can chase it again on the next working day.")
    around = {"holders": holders, "missing": missing}
    author = find(case, request, WHO, **around) if request.adviser else None
    copied = find(case, request, COPIED, **around)
    written_to = "" if author is None or author.gaps else author.told[0]
    away = author.missing if author else ()
    return [
        kinds.ChasedByHand(
            on=today,
            about=about,
            person=person,
            time=time,
            to=written_to,
            copied=tuple(each for each in copied.told if each != written_to),
            gaps=copied.gaps,
            missing=tuple(dict.fromkeys(away + copied.missing)),
        )
    ]


def chased_already(request, today: date):
    """The press of this working day, (day, time, person), or None. A weekend belongs to the working day before it."""
    on_or_before = calendar().working.on_or_before
    last = request.chased[-1] if request.chased else None
    return last if last and on_or_before(last[0]) == on_or_before(today) else None


def said(chased, reader: str, today: date) -> str:
    """A press in a sentence: “You chased this today at 10:42.”"""
    on, time, person = chased
    who = "You" if person == reader else "A colleague"
    return f"{who} chased this {'today' if on == today else f'on {day(on)}'} at {time}."
