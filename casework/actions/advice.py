"""Advice: asked for, answered, given, accepted or sent back. What is submitted is frozen."""

from casework import advising
from casework.errors import Refusal
from casework.record import entries as kinds
from casework.record.case import Advice, Case
from casework.record.papers import Paper

CAPACITY = {"health": "health adviser", "social care": "social care adviser"}


def ask_for_advice(case, today, *, advice, service, agency, **also):
    """A service is asked for advice (reg 6(1)), and joins the case to give it.

    `advice` is a type of the template table; `agency` says which capacity it brings.
    `also` may hold adviser (a person), setting (a school's own advice), why, and asked_for:
    whether the family or the setting asked for it, so that "not known" cannot answer them.
    """
    if any(one.kind == advice and one.service == service and one.is_open for one in case.advice.values()):
        raise Refusal("This service has already been asked for this advice.", "advice")
    about = f"{advice}-{sum(one.kind == advice for one in case.advice.values()) + 1}"
    said = {name: also[name] for name in ("adviser", "why", "asked_for") if also.get(name)}
    asked = kinds.AdviceRequested(on=today, about=about, advice=advice, service=service, **said)
    return [asked, *_joins(case, today, about, agency=agency, service=service, setting=also.get("setting", ""))]


def _joins(case, today, about, *, agency, service, setting):
    """The service joins the case to give its advice, unless it is on it already."""
    capacity = CAPACITY.get(agency, "education adviser")
    if any((p.capacity, p.service, p.setting) == (capacity, service, setting) for p in case.parties):
        return []
    purpose = f"to give advice ({about})"
    return [kinds.PartyJoined(on=today, about="", capacity=capacity, purpose=purpose, service=service, setting=setting)]


def name_the_adviser(case, today, *, about, person):
    """The service says who will write the advice."""
    _open(case, about)
    return [kinds.AdviserNamed(on=today, about=about, adviser=person)]


def confirm_the_story_read(case, today, *, about, person):
    """The adviser has read the family's story; the family can see that they have."""
    if person in _request(case, about).story_read_by:
        return []
    return [kinds.StoryRead(on=today, about=about, person=person)]


def give_a_first_response(case, today, *, about, response, answers):
    """The service says what will follow, within five working days. What each answer needs is in the table.

    Raises Refusal naming the part that is missing, or when the story has not been read.
    """
    request = _open(case, about)
    advising.check_first_response(request.kind, response, answers, asked_for=request.asked_for)
    paper = Paper("first response", {"response": response, "answers": answers})
    closes = advising.closes(request.kind, response)
    return [
        paper,
        kinds.FirstResponseGiven(on=today, about=about, response=response, paper=paper.digest, closes=closes),
    ]


def countersign_a_response(case, today, *, about, person):
    """The agency's lead puts their name to a reply that says nothing is needed."""
    request = _open(case, about)
    if not request.closes or not advising.needs_countersign(request.kind, request.response):
        raise Refusal("This reply does not need your name.")
    return [kinds.ResponseCountersigned(on=today, about=about, person=person)]


def submit_advice(case, today, *, about, advice, received_on=None, **known):
    """Advice arrives. It is taken in however late it is (reg 8), and frozen.

    Raises Refusal when the story has not been read, when a part that must be there
    is missing, or when advice is already in and has not been sent back. `known` may
    hold child (who it is about) and others (other children's names, which must not be in it).
    """
    request = _request(case, about)
    received_on = received_on or today
    if request.withdrawn_on:
        raise Refusal("We no longer need this advice. Thank you.")
    if request.received_on and not request.returned:
        raise Refusal(
            "This advice has already been sent. If it must change, ask the caseworker to send it back to you."
        )
    if received_on > today or received_on < request.asked_on:
        raise Refusal("The day the advice arrived must be between the day we asked and today.", "received_on")
    if not request.story_read_by:
        raise Refusal("Read the family’s story first, and confirm that you have, so that nobody asks them again.")
    stops = [finding for finding in advising.self_check(request.kind, advice, **known) if finding.level == "stop"]
    if stops:
        raise Refusal(stops[0].words, stops[0].place)
    paper = Paper("advice", advice)
    came = [paper, kinds.AdviceReceived(on=received_on, about=about, paper=paper.digest)]
    return came + _tell_those_told(today, request)


def _tell_those_told(today, request: Advice):
    """Everyone who was told that it was late is told that it has come."""
    if not request.told or request.settled_on:
        return []
    return [kinds.ChasingSettled(on=today, about=request.about, told=request.told)]


def accept_advice(case, today, *, about, confirmed=()):
    """The caseworker accepts advice, or a reply that closes the request without it.

    `confirmed` holds what the caseworker confirmed, for replies that need it: existing
    advice is enough only when the author, the council and the family are all satisfied (reg 6(4)).
    """
    request = _request(case, about)
    if request.accepted_on:
        raise Refusal("This advice has already been accepted.")
    if request.returned or not (request.received_on or request.closes):
        raise Refusal("There is nothing to accept yet.")
    if not request.received_on and advising.needs_countersign(request.kind, request.response):
        if not request.countersigned_by:
            who = advising.countersigner(request.kind, request.response)
            raise Refusal(f"This reply says nothing is needed. It must be countersigned by {who} before you accept it.")
    if not request.received_on and set(advising.to_accept(request.kind, request.response)) - set(confirmed):
        raise Refusal("Confirm each of the points before you accept this reply.", "confirmed")
    return [kinds.AdviceAccepted(on=today, about=about), *_tell_those_told(today, request)]


def return_advice(case, today, *, about, reason, words, missing_by):
    """The caseworker sends advice back with a reason and a day for the missing part. The first due date still shows."""
    request = _request(case, about)
    if request.accepted_on:
        raise Refusal("This advice has been accepted, so it can no longer be sent back.")
    if not (request.received_on or request.closes) or request.returned:
        raise Refusal("There is nothing to send back.")
    if not reason or not words.strip():
        raise Refusal("Say what is missing, so that they can put it right.", "words")
    paper = Paper("return", {"reason": reason, "words": words, "missing_by": missing_by.isoformat()})
    return [paper, kinds.AdviceReturned(on=today, about=about, paper=paper.digest)]


def withdraw_a_request_for_advice(case, today, *, about, words):
    """We no longer ask this service; the request and its dates stay on the record."""
    _open(case, about)
    if not words.strip():
        raise Refusal("Say why this advice is no longer asked for.", "words")
    paper = Paper("withdrawal", {"words": words})
    return [paper, kinds.AdviceWithdrawn(on=today, about=about, paper=paper.digest)]


def _request(case: Case, about: str) -> Advice:
    """One request for advice. Raises Refusal when this case has none of that name."""
    if about not in case.advice:
        raise Refusal("We are not waiting for that advice on this case.")
    return case.advice[about]


def _open(case: Case, about: str) -> Advice:
    """One request that is still open. Raises Refusal when it has been answered, accepted or withdrawn."""
    request = _request(case, about)
    if not request.is_open:
        raise Refusal("This request has already been answered. Thank you.")
    return request
