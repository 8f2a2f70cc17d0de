"""Asking: the request itself, what the family adds to it, and telling partners."""

from datetime import date

from casework.errors import Refusal
from casework.law.rights import compulsory_school_age_ends
from casework.record import entries as kinds
from casework.record.papers import Paper
from casework.story import addition_of

OLDEST = 25  # a plan can be kept until the end of the academic year of the 25th birthday (s.46)


def ask_for_an_assessment(case, today, *, door, child, story, people, **also):
    """Someone asks. It counts from the day it reached us, on whatever paper (s.36(1), s.24).

    `child` and `story` are content; `people` lists {person, capacity, purpose, setting}.
    `also` may hold consents, documents and notes (content each), equality (what is
    counted for fairness), received_on (a day on or before today, for a letter keyed
    late) and keyed_from ("letter" or "phone call").
    """
    received = also.get("received_on") or today
    if received > today:
        raise Refusal("The day we received the request must be today or in the past.", "received_on")
    check_birth_date(child["born"], received)
    facts = Paper("child", child)
    told = Paper("story", story)
    keyed = also.get("keyed_from", "")
    request = kinds.RequestReceived(on=received, door=door, child=facts.digest, story=told.digest, keyed_from=keyed)
    joined = [_joined(today, who) for who in people]
    came = [*_papers(today, also), *_kept_apart(today, also)]
    return [facts, told, request, *joined, *came, kinds.RequestAcknowledged(on=today)]


def check_birth_date(born: str, on: date) -> None:
    """Raises Refusal for a birth date that is in the future, or more than 25 years before `on`."""
    day = date.fromisoformat(born)
    if day > on:
        raise Refusal("The date of birth must be in the past.", "child_dob")
    if day < _years_before(on, OLDEST):
        raise Refusal(
            f"An assessment can be asked for up to the age of {OLDEST}. Check the year in the date of birth.",
            "child_dob",
        )


def _years_before(day, years):
    """The same day some years before; 29 February becomes 28 February."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def rights_are_the_young_persons(born: str, today: date) -> bool:
    """Whether the rights have passed from the parent: the day after compulsory school age ends, not the birthday."""
    return today > compulsory_school_age_ends(date.fromisoformat(born))


def _joined(today, who):
    """A person, a school or a service joins, with the reason they are on the case."""
    return kinds.PartyJoined(
        on=today,
        about=who.get("person", ""),
        capacity=who["capacity"],
        purpose=who["purpose"],
        setting=who.get("setting", ""),
        service=who.get("service", ""),
    )


def _papers(today, also):
    """Consents and documents that came with the request."""
    came = []
    for consent in also.get("consents", ()):
        paper = Paper("consent", consent)
        came += [paper, kinds.ConsentRecorded(on=today, paper=paper.digest)]
    for document in also.get("documents", ()):
        paper = Paper("document", document)
        came += [paper, kinds.DocumentAdded(on=today, paper=paper.digest)]
    return came


def _kept_apart(today, also):
    """Words for the team alone; and what is counted for fairness, which no entry names, so that no page shows it."""
    came = []
    for note in also.get("notes", ()):
        paper = Paper("note", note)
        came += [paper, kinds.NoteAdded(on=today, paper=paper.digest)]
    return came + ([Paper("equality", also["equality"])] if also.get("equality") else [])


def add_to_the_story(case, today, *, words):
    """The family adds to what they told us. Earlier words stay. Raises Refusal for nothing at all."""
    paper = Paper("story", addition_of(case.door, words, today))
    return [paper, kinds.StoryAdded(on=today, story=paper.digest)]


def add_a_document(case, today, *, document, kept_from=()):
    """A file comes in. `document` says its name, what it is, its media type, size and digest."""
    paper = Paper("document", document, kept_from=tuple(kept_from))
    if paper.digest in case.documents:
        raise Refusal("We already have this file, so we have not added it again.", "files")
    return [paper, kinds.DocumentAdded(on=today, paper=paper.digest)]


def correct_the_child(case, today, *, child):
    """The child's details are put right."""
    check_birth_date(child["born"], today)
    paper = Paper("child", child)
    return [paper, kinds.ChildDetailsCorrected(on=today, child=paper.digest)]


def record_consent(case, today, *, consent):
    """A choice about sharing is made or changed. Refusing one never slows the request."""
    paper = Paper("consent", consent)
    return [paper, kinds.ConsentRecorded(on=today, paper=paper.digest)]


def tell_partners(case, today):
    """Health, social care and the school are told that we are considering an assessment (reg 4(2))."""
    if case.partners_told_on:
        raise Refusal("Health, social care and the school have already been told.")
    return [kinds.PartnersTold(on=today)]


def withdraw_the_request(case, today, *, words):
    """The family takes the request back, in their own words."""
    paper = Paper("withdrawal", {"words": words})
    return [paper, kinds.RequestWithdrawn(on=today, paper=paper.digest)]
