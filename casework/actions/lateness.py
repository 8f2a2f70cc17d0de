"""Lateness: explained, excused where the law allows, chased by the night clerk, settled."""

from functools import cache

from casework import chasing
from casework.errors import Refusal
from casework.law.clocks import deadlines
from casework.law.timetable import duty_called
from casework.record import entries as kinds
from casework.record.papers import Paper
from casework.tables import rows


@cache
def _next_up() -> dict[str, str]:
    """Who hears when a post is empty: the next one up, the same day (posts.csv)."""
    return {row["post"]: row["next up"] for row in rows("posts")} | {"author": "service manager"}


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


def record_an_excuse(case, today, *, duty, about, ground, evidence):
    """A ground the law allows is recorded against a duty, with its evidence. The date does not move."""
    allowed = duty_called(duty).excuses
    if ground not in allowed:
        raise Refusal("The law does not allow that ground for this time limit.", "ground")
    if not evidence.get("words", "").strip():
        raise Refusal("Say what happened and how you know.", "words")
    paper = Paper("excuse", evidence)
    return [paper, kinds.ExcuseRecorded(on=today, about=about, duty=duty, ground=ground, paper=paper.digest)]


def chase(case, today, *, holders, ladders):
    """The night clerk climbs one rung for every request that has reached one, of the ladder it was asked under.

    `holders` maps (service, post) to the person in post today, or to whoever
    covers for them. An empty post is passed over to the next one up, and said.
    """
    limits = {each.about: each.due for each in deadlines(case.facts, ()) if each.duty.id == chasing.LEGAL_LIMIT}
    climbed = []
    for request in case.advice.values():
        rung = chasing.reached(case, request, today, limits.get(request.about), ladders=ladders)
        if rung:
            told, gaps = _who(case, request, rung, holders)
            said = chasing.said_of(rung, request, ladders=ladders)
            climbed.append(kinds.Chased(on=today, about=request.about, told=told, gaps=gaps, **said))
    return climbed


def _who(case, request, rung, holders):
    """The people a rung tells, moving up past empty posts; and the posts that were empty."""
    told, gaps = [], []
    for post in rung.tell + rung.copy:
        while post and post != "service inbox":
            person = _holder(case, request, post, holders)
            if person:
                told.append(person)
                break
            gaps.append(post)
            post = _next_up().get(post, "")
    return tuple(dict.fromkeys(told)), tuple(dict.fromkeys(gaps))


def _holder(case, request, post, holders):
    """Who holds a post for this request today."""
    if post == "author":
        return request.adviser
    if post == "caseworker":
        return case.caseworker
    return holders.get((request.service, post)) or holders.get(("*", post)) or ""


def settle_chasing(case, today, *, about, words):
    """A manager settles a late request with a reason; everyone who was told is told."""
    request = case.advice.get(about)
    if not request or not request.level:
        raise Refusal("Nothing has been escalated on this request.")
    if not words.strip():
        raise Refusal("Say how this was settled.", "words")
    paper = Paper("settled", {"words": words})
    return [paper, kinds.ChasingSettled(on=today, about=about, told=request.told, paper=paper.digest)]
