"""Lateness: explained, excused where the law allows, chased by the night clerk, settled."""

from types import MappingProxyType

from casework import chasing
from casework.actions.excusing import days_of
from casework.actions.posts import find
from casework.errors import Refusal
from casework.law.clocks import deadlines
from casework.law.grounds import require_lawful
from casework.record import entries as kinds
from casework.record.papers import Paper
from casework.tables import rows

NOTHING = MappingProxyType({})


def explain_lateness(case, today, *, about, reason, expected, words=""):
    """An adviser says why advice is late and when it will come. A waiting list is recorded, but is not lawful."""
    if about not in case.advice or not case.advice[about].is_open:
        raise Refusal("Nothing is owed on this request.")
    if reason not in {row["reason"] for row in rows("late-reasons")}:
        raise Refusal("Choose the reason.", "reason")
    if expected < today:
        raise Refusal("The day you expect to send it must be today or in the future.", "expected")
    paper = Paper("lateness", {"reason": reason, "words": words})
    return [
        paper,
        kinds.LatenessExplained(on=today, about=about, reason=reason, expected=expected, paper=paper.digest),
    ]


def record_an_excuse(case, today, *, duty, about, ground, **known):
    """An officer accepts a ground the law allows against a duty, with its evidence. The date does not move.

    `known` holds evidence (words, and since and until, the days it covers, in YYYY-MM-DD) and may hold person,
    the officer who accepts it.
    """
    evidence = known["evidence"]
    since, until = days_of(evidence)
    require_lawful(duty, ground, since, until)
    if not evidence.get("words", "").strip():
        raise Refusal("Say what happened and how you know.", "words")
    paper = Paper("excuse", evidence)
    said = {"since": since, "until": until, "accepted_by": known.get("person", "")}
    return [paper, kinds.ExcuseRecorded(on=today, about=about, duty=duty, ground=ground, paper=paper.digest, **said)]


def chase(case, today, *, holders, ladders, missing=NOTHING):
    """The night clerk climbs one rung for every request that has reached one, of the ladder it was asked under.

    `holders` maps (service, post) to the person in post today, or to whoever covers for
    them; `missing` says who is away or which post is empty. Whoever cannot be told is
    passed over to the next one up, the same day, and the gap is written down.
    """
    limits = {each.about: each.due for each in deadlines(case.facts, ()) if each.duty.id == chasing.LEGAL_LIMIT}
    climbed = []
    for request in case.advice.values():
        rung = chasing.reached(case, request, today, limits.get(request.about), ladders=ladders)
        if rung:
            found = find(case, request, rung.tell + rung.copy, holders=holders, missing=missing)
            fell_on = chasing.falls_on(rung, request, limits.get(request.about))
            said = chasing.said_of(rung, request, ladders=ladders) | vars(found)
            said["fell_on"] = fell_on if fell_on < today else None
            climbed.append(kinds.Chased(on=today, about=request.about, **said))
    return climbed


def settle_chasing(case, today, *, about, words):
    """A manager settles a late request with a reason; everyone who was told is told."""
    request = case.advice.get(about)
    if not request or not request.level:
        raise Refusal("Nothing has been escalated on this request.")
    if not words.strip():
        raise Refusal("Say how this was settled.", "words")
    paper = Paper("settled", {"words": words})
    return [paper, kinds.ChasingSettled(on=today, about=about, told=request.told, paper=paper.digest)]
