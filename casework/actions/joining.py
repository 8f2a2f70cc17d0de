"""Who is on a case: joining, leaving, the caseworker and the lead professional."""

from casework.errors import Refusal
from casework.record import entries as kinds
from casework.record.papers import Paper


def join_the_case(case, today, *, capacity, purpose, person="", **also):
    """A person, a setting or a service joins, for a purpose, until a day or until told otherwise.

    `also` may hold setting, service and until. Raises Refusal when they hold that capacity already.
    """
    if not purpose.strip():
        raise Refusal("Say why this person is joining the case.", "purpose")
    until = also.get("until")
    if until and until < today:
        raise Refusal("The last day must be today or in the future.", "until")
    setting, service = also.get("setting", ""), also.get("service", "")
    who = (person, setting, service, capacity)
    if who in {(p.person, p.setting, p.service, p.capacity) for p in case.parties}:
        raise Refusal("They are already on this case in that role.", "person")
    joined = {"capacity": capacity, "purpose": purpose, "until": until, "setting": setting, "service": service}
    return [kinds.PartyJoined(on=today, about=person, invite=True, **joined)]


def leave_the_case(case, today, *, person, capacity):
    """A person stops holding a capacity. What they did stays in the diary. A lead who goes leaves a gap to close."""
    if not any((p.person, p.capacity) == (person, capacity) for p in case.parties):
        raise Refusal("They are not on this case in that role.")
    left = kinds.PartyLeft(on=today, about=person, capacity=capacity)
    stays = any(p.person == person and p.capacity != capacity for p in case.parties)
    if person != case.lead or stays:
        return [left]
    return [left, kinds.LeadProfessionalLeft(on=today, about=person, why="Their time on the case ended.")]


def allocate_a_caseworker(case, today, *, person):
    """The case is given to a caseworker; the family is told who."""
    if case.caseworker == person:
        raise Refusal("They are already the caseworker for this case.", "person")
    return [kinds.CaseworkerAllocated(on=today, about=person)]


def name_the_lead_professional(case, today, *, person):
    """The person who keeps services joined up for this child; the family is told, and told again when it changes."""
    if case.lead == person:
        raise Refusal("They are already the lead professional for this child.", "person")
    return [kinds.LeadProfessionalNamed(on=today, about=person)]


def set_aside_a_duplicate(case, today, *, other, reason):
    """Another case looks like the same child, and an officer says it is not (twins are two children)."""
    if not reason.strip():
        raise Refusal("Say how you know they are two different children.", "reason")
    paper = Paper("duplicate", {"other": other, "reason": reason})
    return [paper, kinds.DuplicateSetAside(on=today, about=other, paper=paper.digest)]
