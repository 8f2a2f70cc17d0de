"""What somebody of a family and we have said to each other, with what we promised of each of their messages."""

from dataclasses import dataclass
from datetime import date

from casework.law.clocks import Deadline, deadlines
from casework.promises import REPLY
from casework.words import day
from portal.family_views import names_of

ANSWERED = {
    "telephone call": " on the telephone",
    "letter": " by letter",
    "email": " by email",
    "in person": " in person",
}


@dataclass(frozen=True)
class Said:
    """One thing that was said: by whom, when, the words; a note on what we promised, and what was said in answer."""

    who: str
    on: date
    words: str
    note: str = ""
    broken: bool = False
    deadline: Deadline | None = None
    reason: str = ""


def conversation(office, case, actor) -> dict:
    """What this person wrote or was written, oldest first: another parent's messages are the other parent's."""
    mine = [each for each in case.messages if actor.id in (each[0], each[1])]
    named = {each.about: each for each in case.family_messages.values() if each.sender == actor.id}
    wanted = {paper for _, _, paper, _ in mine} | {each.reply or each.no_reply for each in named.values()}
    words = {digest: paper.content for digest, paper in office.papers.read_all(case.ref, wanted - {""}).items()}
    owed = {each.about: each for each in deadlines(case.facts, case.excuses) if each.duty.id == REPLY}
    names = names_of(office, case)
    known = {"owed": owed, "words": words, "names": names, "today": office.today()}
    said = [
        Said(names.get(sender, "The council"), on, words[paper]["words"], **_of(named.get(to), **known))
        for sender, to, paper, on in mine
    ]
    return {"officer": office.people.person(case.caseworker) if case.caseworker else None, "said": said}


def _of(message, *, owed, words, names, today) -> dict:
    """What became of a message of theirs; nothing for one that promised nothing."""
    if message is None:
        return {}
    if message.answered_on:
        who = names.get(message.answered_by, "We")
        spoken = message.answered_way in ANSWERED
        note = f"{who} answered{ANSWERED.get(message.answered_way, '')} on {day(message.answered_on)}"
        return {"note": f"{note}:" if spoken else f"{note}.", "reason": words[message.reply]["words"] if spoken else ""}
    if message.no_reply:
        note = "We noted that this needs no reply. If you would like one, write to us again. Our reason:"
        return {"note": note, "reason": words[message.no_reply]["reason"]}
    deadline = owed[message.about]
    broken = deadline.due < today
    promise = f"We promised to answer by {day(deadline.due)}. We have not yet, and we are sorry."
    note = promise if broken else f"We promise to answer by {day(deadline.due)}."
    return {"note": note, "broken": broken, "deadline": deadline}
