"""How each kind of entry about advice changes a case."""

from dataclasses import replace
from types import MappingProxyType

from casework.record import entries as kinds
from casework.record.case import Advice, Case, reads
from casework.record.lateness import told_by_a_rung


def _changed(case: Case, about: str, **changes) -> Case:
    """The case with one of its requests for advice changed."""
    advice = replace(case.advice[about], **changes)
    return replace(case, advice=MappingProxyType({**case.advice, about: advice}))


@reads(kinds.AdviceRequested)
def _asked(case, entry):
    asked = Advice(
        entry.about,
        entry.advice,
        entry.service,
        entry.on,
        adviser=entry.adviser,
        why=entry.why,
        asked_for=entry.asked_for,
    )
    return replace(case, advice=MappingProxyType({**case.advice, entry.about: asked}))


@reads(kinds.AdviserNamed)
def _named(case, entry):
    return _changed(case, entry.about, adviser=entry.adviser)


@reads(kinds.StoryRead)
def _story_read(case, entry):
    readers = case.advice[entry.about].story_read_by
    return _changed(case, entry.about, story_read_by=readers + (entry.person,))


@reads(kinds.FirstResponseGiven)
def _responded(case, entry):
    first = case.advice[entry.about].responded_on or entry.on
    return _changed(
        case,
        entry.about,
        response=entry.response,
        response_paper=entry.paper,
        responded_on=first,
        replied_on=entry.on,
        closes=entry.closes,
        returned="",
    )


@reads(kinds.ResponseCountersigned)
def _countersigned(case, entry):
    return _changed(case, entry.about, countersigned_by=entry.person)


@reads(kinds.AdviceReceived)
def _received(case, entry):
    given = case.advice[entry.about].given + ((entry.on, None),)
    came = {"paper": entry.paper, "received_on": entry.on, "given": given}
    return _changed(case, entry.about, **came, returned="", closes=False)


@reads(kinds.AdviceAccepted)
def _accepted(case, entry):
    return _changed(case, entry.about, accepted_on=entry.on)


@reads(kinds.AdviceReturned)
def _returned(case, entry):
    # Advice we could not use has not been given: its duties are owed again, from the first day.
    owed_again = tuple(fact for fact in case.facts if (fact.milestone, fact.about) != ("advice received", entry.about))
    case, before = replace(case, facts=owed_again), case.advice[entry.about]
    back = {
        "given": tuple((came, back or entry.on) for came, back in before.given),
        "returns": (*before.returns, entry.on),
    }
    return _changed(case, entry.about, **back, returned=entry.paper, closes=False, countersigned_by="")


@reads(kinds.AdviceWithdrawn)
def _withdrawn(case, entry):
    return _changed(case, entry.about, withdrawn_on=entry.on)


@reads(kinds.LatenessExplained)
def _explained(case, entry):
    return _changed(case, entry.about, lateness=entry.reason, expected=entry.expected)


@reads(kinds.Chased)
def _chased(case, entry):
    before = case.advice[entry.about]
    case = told_by_a_rung(case, entry.about, entry.on) if entry.family else case
    told = before.told + tuple(person for person in entry.told if person not in before.told)
    gone = {"steps": before.steps + ((entry.step, entry.on),), "climbed": before.climbed + ((entry.level, entry.on),)}
    return _changed(case, entry.about, **gone, level=max(before.level, entry.level), told=told, settled_on=None)


@reads(kinds.ChasedByHand)
def _chased_by_hand(case, entry):
    chased = case.advice[entry.about].chased + ((entry.on, entry.time, entry.person),)
    return _changed(case, entry.about, chased=chased)


@reads(kinds.ChasingSettled)
def _settled(case, entry):
    return _changed(case, entry.about, settled_on=entry.on, level=0)
