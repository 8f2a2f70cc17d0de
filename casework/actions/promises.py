"""Keeping what we promised: lateness told and told again, a lead professional who left, a new caseworker told of."""

from casework import promises
from casework.errors import Refusal
from casework.law.clocks import deadlines
from casework.record import entries as kinds
from casework.record.papers import Paper

SPOKEN = ("telephone call", "in person")


def tell_the_family_of_lateness(case, today):
    """The night clerk tells the family which day of ours has passed: advice that is late is told by the ladder's rungs.

    From then on somebody must tell them how it is going every 14 days, until it has come.
    """
    found = promises.to_tell(case, deadlines(case.facts, case.excuses))
    return [kinds.FamilyToldOfLateness(on=today, about=duty) for duty, on in found if on <= today]


def update_the_family(case, today, *, sender, words):
    """An officer tells the family how everything that is late is going: one letter, whatever is late."""
    things = promises.late_things(case, deadlines(case.facts, case.excuses), today)
    if not things:
        raise Refusal("Nothing that this family waits for is late, so there is nothing to tell them.")
    if not words.strip():
        raise Refusal("Write how it is going.", "words")
    paper = Paper("update", {"words": words})
    return [paper, kinds.FamilyUpdated(on=today, sender=sender, things=things, paper=paper.digest)]


def record_that_the_lead_left(case, today, *, why, left_on=None):
    """The lead professional has left the case or their post. The family is told, and a new one is owed."""
    left_on = left_on or today
    if not case.lead:
        raise Refusal("Nobody is the lead professional for this child.")
    if not why.strip():
        raise Refusal("Say why they are no longer the lead professional.", "why")
    if left_on > today or left_on < case.lead_since:
        raise Refusal("The day they left must be between the day they were named and today.", "left_on")
    return [kinds.LeadProfessionalLeft(on=left_on, about=case.lead, why=why)]


def note_the_family_was_told(case, today, *, about, person, how, told_on=None):
    """One of the family was really told who looks after the case: the letter has left, or an officer spoke to them.

    The post may bring a letter that names somebody who has been replaced since: then there is nothing to note.
    """
    told_on = told_on or today
    owed = promises.officer_owed(case, deadlines(case.facts, case.excuses)) and about == case.caseworker
    if not owed or person in case.caseworker_told:
        if how in SPOKEN:
            raise Refusal("They have been told already.", "person")
        return []
    if person not in {party.person for party in case.family}:
        raise Refusal("Choose who was told.", "person")
    if told_on > today or told_on < case.caseworker_since:
        raise Refusal("The day must be between the day of the change and today.", "told_on")
    return [kinds.FamilyToldOfCaseworker(on=told_on, about=about, person=person, how=how)]
