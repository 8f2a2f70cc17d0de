"""Lawful exceptions that somebody claims: asked for with what shows it, and turned down with a reason.

Accepting one is record_an_excuse (actions/lateness.py): it lifts the limit whether or not somebody claimed it first.
"""

from datetime import date

from casework.errors import Refusal
from casework.law.clocks import deadlines
from casework.law.grounds import require_lawful
from casework.record import entries as kinds
from casework.record.papers import Paper


def claim_an_excuse(case, today, *, duty, about, ground, **known):
    """Somebody asks that a ground the law knows lift a limit of theirs. Nothing is lifted until it is accepted.

    `known` holds evidence (words, and since and until where they are known) and person, who claims it.
    """
    since, until = days_of(known["evidence"])
    require_lawful(duty, ground, since, until)
    if not any((each.duty.id, each.about) == (duty, about) and each.is_open for each in deadlines(case.facts)):
        raise Refusal("That time limit is not running.")
    if any((each.duty, each.about, each.ground) == (duty, about, ground) for each in case.claims if each.waits):
        raise Refusal("This exception has been asked for already, and waits to be decided.", "ground")
    paper = Paper("excuse", known["evidence"] | {"words": _words(known["evidence"])})
    said = {"duty": duty, "ground": ground, "paper": paper.digest, "person": known["person"]}
    return [paper, kinds.ExcuseClaimed(on=today, about=about, since=since, until=until, **said)]


def turn_down_an_excuse(case, today, *, duty, about, ground, words):
    """An officer does not accept an exception that was claimed, and says why. The limit stands as it stood."""
    if not any((each.duty, each.about, each.ground) == (duty, about, ground) for each in case.claims if each.waits):
        raise Refusal("Nobody is waiting for an answer about this exception.")
    if not words.strip():
        raise Refusal("Say why it is not accepted.", "words")
    paper = Paper("excuse turned down", {"words": words.strip()})
    return [paper, kinds.ExcuseTurnedDown(on=today, about=about, duty=duty, ground=ground, paper=paper.digest)]


def evidence_of(answers) -> dict:
    """What happened and the days it covers, as data, from the answers of a form: words, since and until."""
    days = {name: answers[name].isoformat() for name in ("since", "until") if answers[name]}
    return {"words": answers["words"] or ""} | days


def days_of(evidence) -> tuple[date | None, date | None]:
    """The days an exception covers, where they are known."""
    return tuple(date.fromisoformat(evidence[name]) if evidence.get(name) else None for name in ("since", "until"))


def _words(evidence) -> str:
    """What happened and how we know. Raises Refusal when nothing is said."""
    words = evidence.get("words", "").strip()
    if not words:
        raise Refusal("Say what happened and how you know.", "words")
    return words
