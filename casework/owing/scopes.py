"""Whose duties somebody may list: their own, their service's, their school's, those they answer for, or everyone's."""

from collections.abc import Sequence
from dataclasses import dataclass

from casework import access
from casework.record.people import Actor, answered_for

MINE, FREE, ALL, SERVICE = "mine", "unallocated", "all", "service"
WORDS = {MINE: "Mine", FREE: "Not allocated", ALL: "Everyone’s", SERVICE: "All of my service"}
MOST_SERVICES = 12  # more are read as “whatever advisers owe”, from the index of everything
EVERYTHING: tuple = ((),)
OF_ADVISERS: tuple = ((("owed_by", "adviser"),),)


@dataclass(frozen=True)
class Scope:
    """Whose: a name for the address, the words for it, and the places to look.

    A place is pairs of (column, value) that a row must have, the first of which has an index; no pairs is
    every row. No two places of one scope share a row.
    """

    whose: str
    words: str
    places: tuple[tuple[tuple[str, str], ...], ...]


@dataclass(frozen=True)
class Scopes:
    """Every scope that somebody has, the first they begin with, and whether they may read the whole case of each."""

    each: tuple[Scope, ...]
    every_case: bool = False

    def called(self, whose: str) -> Scope:
        """The scope of that name, or what this person begins with where they have no such one.

        Somebody who may read every case may ask for any one person’s by their id.
        """
        found = next((scope for scope in self.each if scope.whose == whose), None)
        if found is None and whose and self.every_case:
            return Scope(whose, "", ((("caseworker", whose),),))
        return found or self.each[0]


def scopes_of(actor: Actor, services: Sequence) -> Scopes:
    """Whose duties an actor may list, by what they are. `services` are all there are."""
    if access.may(actor, "read the case", None):
        return Scopes((Scope(ALL, WORDS[ALL], EVERYTHING), _own(actor), _free()), every_case=True)
    if access.may(actor, "see the desk", None):
        return Scopes((_own(actor), _free()))
    if access.may(actor, "see escalations", None):
        answered, mine = _answered(actor, services), _as_adviser(actor)
        return Scopes((answered, *(each for each in mine if each.places != answered.places)))
    return Scopes(_at_school(actor) if actor.setting else _as_adviser(actor))


def _own(actor) -> Scope:
    """A caseworker’s own cases, and for the days of a cover those of whoever is away."""
    return Scope(MINE, WORDS[MINE], tuple((("caseworker", one),) for one in (actor.id, *sorted(actor.covering))))


def _free() -> Scope:
    return Scope(FREE, WORDS[FREE], ((("caseworker", ""),),))


def _answered(actor, services) -> Scope:
    """What the services somebody answers for owe."""
    theirs = answered_for(actor, services)
    if len(theirs) > MOST_SERVICES:
        return Scope(ALL, "All advice", OF_ADVISERS)
    words = theirs[0].name if len(theirs) == 1 else "All my services"
    return Scope(ALL, words, tuple((("service", one.id),) for one in theirs))


def _as_adviser(actor) -> tuple[Scope, ...]:
    """What somebody owes by name, or their service while nobody is named; and all that their service owes."""
    named = (("adviser", actor.id),)
    if not actor.service:
        return (Scope(MINE, WORDS[MINE], (named,)),)
    mine = Scope(MINE, WORDS[MINE], (named, (("service", actor.service), ("adviser", ""))))
    return (mine, Scope(SERVICE, WORDS[SERVICE], ((("service", actor.service),),)))


def _at_school(actor) -> tuple[Scope, ...]:
    """What a school or college owes: replies, and advice asked of it."""
    places = ((("setting", actor.setting),), *([(("service", actor.service),)] if actor.service else []))
    return (Scope(ALL, "Your school or college", places),)
