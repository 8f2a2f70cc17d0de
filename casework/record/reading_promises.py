"""How each kind of entry about what we promise families changes a case."""

from dataclasses import replace
from types import MappingProxyType

from casework.law.clocks import Fact
from casework.record import entries as kinds
from casework.record.case import Case, FamilyMessage, reads
from casework.record.lateness import told


@reads(kinds.FamilyMessageReceived)
def _received(case: Case, entry) -> Case:
    came = FamilyMessage(entry.about, entry.sender, entry.paper, entry.on, entry.way)
    said = case.messages + ((entry.sender, entry.about, entry.paper, entry.on),)
    return replace(case, messages=said, family_messages=MappingProxyType({**case.family_messages, entry.about: came}))


@reads(kinds.FamilyMessageAnswered)
def _answered(case, entry):
    done = {"answered_on": entry.on, "answered_by": entry.sender, "answered_way": entry.way, "reply": entry.paper}
    now = {about: replace(case.family_messages[about], **done) for about in entry.answers}
    # What was said on the telephone was not written to anybody: it stands with the message that it answers.
    wrote = ((entry.sender, entry.about, entry.paper, entry.on),) if entry.way == "message" else ()
    answered = MappingProxyType({**case.family_messages, **now})
    return replace(case, messages=case.messages + wrote, family_messages=answered)


@reads(kinds.ReplyNotNeeded)
def _no_reply(case, entry):
    now = replace(case.family_messages[entry.about], no_reply=entry.paper)
    return replace(case, family_messages=MappingProxyType({**case.family_messages, entry.about: now}))


@reads(kinds.FamilyToldOfLateness)
def _told_late(case, entry):
    return told(case, (entry.about,), entry.on)


@reads(kinds.FamilyUpdated)
def _updated(case, entry):
    case = told(case, entry.things, entry.on)
    return replace(case, updates=case.updates + ((entry.sender, entry.paper, entry.on),))


@reads(kinds.LeadProfessionalLeft)
def _lead_left(case, entry):
    return replace(case, lead="", lead_since=None)


@reads(kinds.FamilyToldOfCaseworker)
def _told_of_caseworker(case, entry):
    if entry.about != case.caseworker:
        return case  # a letter that names somebody who has been replaced since tells the family nothing
    heard = case.caseworker_told | {entry.person}
    # Two parents are two people: the promise is kept when each of them has been told.
    family = {party.person for party in case.family if party.until is None or party.until >= entry.on}
    kept = (Fact("family told of new caseworker", entry.on, entry.about),) if family <= heard else ()
    return replace(case, caseworker_told=heard, facts=case.facts + kept)
