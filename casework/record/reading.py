"""How each kind of entry changes a case: taking in, deciding, the plan. Advice is in reading_advice.py."""

from dataclasses import replace
from types import MappingProxyType

from casework.law.clocks import Excuse, Fact
from casework.record import entries as kinds
from casework.record.case import Case, Consultation, Party, Version, reads
from casework.record.claims import Claim

DECIDING = "deciding whether to assess"
ASSESSING = "assessing"
DRAFTING = "writing the plan"
HEARING = "hearing the family on the draft"
ISSUED = "plan issued"


@reads(kinds.RequestReceived)
def _request(case: Case, entry) -> Case:
    return replace(
        case, stage=DECIDING, door=entry.door, requested_on=entry.on, child=entry.child, stories=(entry.story,)
    )


@reads(kinds.ChildDetailsCorrected)
def _child(case, entry):
    return replace(case, child=entry.child)


@reads(kinds.StoryAdded)
def _story(case, entry):
    return replace(case, stories=case.stories + (entry.story,))


@reads(kinds.ConsentRecorded)
def _consent(case, entry):
    return replace(case, consents=case.consents + (entry.paper,))


@reads(kinds.DocumentAdded)
def _document(case, entry):
    return replace(case, documents=case.documents + (entry.paper,))


@reads(kinds.PartyJoined)
def _joined(case, entry):
    joining = (entry.about, entry.setting, entry.service, entry.capacity)
    others = tuple(p for p in case.parties if (p.person, p.setting, p.service, p.capacity) != joining)
    party = Party(
        entry.about,
        entry.capacity,
        entry.purpose,
        entry.on,
        until=entry.until,
        setting=entry.setting,
        service=entry.service,
    )
    return replace(case, parties=others + (party,))


@reads(kinds.PartyLeft)
def _left(case, entry):
    stay = tuple(p for p in case.parties if (p.person, p.capacity) != (entry.about, entry.capacity))
    return replace(case, parties=stay)


@reads(kinds.RequestAcknowledged)
def _nothing_more(case, entry):
    return case


@reads(kinds.DuplicateSetAside)
def _set_aside(case, entry):
    return replace(case, set_aside=case.set_aside | {entry.about})


@reads(kinds.CaseworkerAllocated)
def _allocated(case, entry):
    before, case = case.caseworker, replace(case, caseworker=entry.about, caseworker_since=entry.on)
    if before in ("", entry.about):
        return case
    # Only a change is a promise: the family hears of its first caseworker as well, but nobody was taken from it.
    changed = Fact("caseworker changed", entry.on, entry.about), Fact("caseworker replaced", entry.on, before)
    return replace(case, caseworker_told=frozenset(), facts=case.facts + changed)


@reads(kinds.LeadProfessionalNamed)
def _lead(case, entry):
    return replace(case, lead=entry.about, lead_since=entry.on)


@reads(kinds.PartnersTold)
def _told(case, entry):
    return replace(case, partners_told_on=entry.on)


@reads(kinds.RequestWithdrawn)
def _withdrawn(case, entry):
    return replace(case, stage="request withdrawn", closed_on=entry.on)


@reads(kinds.PanelAdvised)
def _panel(case, entry):
    return replace(case, panels=case.panels + ((entry.about, entry.view, entry.paper, entry.on),))


@reads(kinds.AssessmentAgreed)
def _assess(case, entry):
    # An assessment that is agreed to while nobody leads is a gap, as if somebody had left on that day.
    gap = () if case.lead else (Fact("lead professional left", entry.on),)
    return replace(case, stage=ASSESSING, reasons=entry.reasons, facts=case.facts + gap)


@reads(kinds.AssessmentRefused)
def _not_assess(case, entry):
    return replace(case, stage="not assessed", reasons=entry.reasons, closed_on=entry.on)


@reads(kinds.PlanAgreed)
def _plan(case, entry):
    return replace(case, stage=DRAFTING, reasons=entry.reasons)


@reads(kinds.PlanRefused)
def _no_plan(case, entry):
    return replace(case, stage="no plan needed", reasons=entry.reasons, closed_on=entry.on)


@reads(kinds.DraftPlanServed)
def _served(case, entry):
    version = Version(entry.about, entry.plan, entry.on)
    return replace(case, stage=HEARING, drafts=case.drafts + (version,), more_time_until=None)


@reads(kinds.FamilyReplied)
def _replied(case, entry):
    return replace(case, replies=case.replies + ((entry.about, entry.paper, entry.on),))


@reads(kinds.MeetingAskedFor)
def _meeting(case, entry):
    return replace(case, meetings=case.meetings + (("asked for", entry.paper, entry.on),))


@reads(kinds.MeetingHeld)
def _met(case, entry):
    return replace(case, meetings=case.meetings + (("held", entry.paper, entry.on),))


@reads(kinds.MoreTimeAskedFor)
def _longer(case, entry):
    return replace(case, more_time_asked=case.more_time_asked + ((entry.about, entry.paper, entry.on),))


@reads(kinds.MoreTimeGiven)
def _until(case, entry):
    return replace(case, more_time_until=entry.until)


@reads(kinds.WordingLetStand)
def _stands(case, entry):
    return replace(case, wording_stands=case.wording_stands | set(entry.gates))


@reads(kinds.SettingPreferred)
def _preferred(case, entry):
    return replace(case, preferred=entry.about, preferred_name=entry.name)


@reads(kinds.SettingConsulted)
def _consulted(case, entry):
    asked = Consultation(entry.about, entry.on, entry.plan)
    return replace(case, consultations=MappingProxyType({**case.consultations, entry.about: asked}))


@reads(kinds.SettingReplied)
def _answered(case, entry):
    asked = case.consultations[entry.about]
    said = replace(asked, answer=entry.answer, paper=entry.paper, replied_on=entry.on)
    return replace(case, consultations=MappingProxyType({**case.consultations, entry.about: said}))


@reads(kinds.FinalPlanSent)
def _final(case, entry):
    version = Version(entry.about, entry.plan, entry.on)
    return replace(case, stage=ISSUED, final=version, named_setting=entry.setting)


@reads(kinds.PlanReviewed)
def _reviewed(case, entry):
    return replace(case, reviewed_on=entry.on, reasons=entry.reasons)


@reads(kinds.MessageSent)
def _message(case, entry):
    return replace(case, messages=case.messages + ((entry.sender, entry.about, entry.paper, entry.on),))


@reads(kinds.NoteAdded)
def _note(case, entry):
    return replace(case, notes=case.notes + ((entry.paper, entry.on),))


@reads(kinds.EntryStruckOut)
def _struck(case, entry):
    return case


@reads(kinds.ExcuseRecorded)
def _excuse(case, entry):
    covers = {"since": entry.since, "until": entry.until, "evidence": entry.paper}
    named = {"accepted_by": entry.accepted_by, "recorded_on": entry.on}
    excuse = Excuse(entry.duty, entry.about, entry.ground, True, **named, **covers)
    answered = tuple(claim for claim in case.claims if not (claim.waits and claim.is_of(entry)))
    return replace(case, excuses=case.excuses + (excuse,), claims=answered)


@reads(kinds.ExcuseClaimed)
def _claimed(case, entry):
    said = (entry.duty, entry.about, entry.ground)
    claim = Claim(*said, on=entry.on, person=entry.person, paper=entry.paper, since=entry.since, until=entry.until)
    return replace(case, claims=case.claims + (claim,))


@reads(kinds.ExcuseTurnedDown)
def _turned_down(case, entry):
    def answered(claim):
        mine = claim.waits and claim.is_of(entry)
        return replace(claim, turned_down_on=entry.on, why=entry.paper) if mine else claim

    return replace(case, claims=tuple(answered(claim) for claim in case.claims))
