"""The parts of a case's page below its dates: people, advice, papers and letters."""

import json
from dataclasses import dataclass
from datetime import date

from casework import advising, letters
from casework.desk.case_dates import look_of
from casework.desk.chasing_now import chase_of
from casework.desk.open_case import OpenCase
from casework.record.case import Advice, Party
from casework.words import lateness

THREE = (
    ("First response", "LOCAL_SIMPLE_5WD"),
    ("Full advice", "LOCAL_DETAILED_10WD"),
    ("Legal limit", "ASSESS_ADVICE_6W"),
)
LOOKS = {"accepted": "done", "withdrawn": "quiet", "received": "new", "reply to accept": "new", "returned": "due"}
REMINDERS = ("advice-chased", "advice-asked-again", "late-advice-settled")
STATES = {"owed": ("waiting to be printed", "waiting"), "printed": ("printed", "waiting"), "sent": ("sent", "done")}
STATES |= {"failed": ("could not be sent", "late"), "held": ("held", "due")}
STATES |= {"stopped": ("stopped: another child is named", "late"), "withdrawn": ("not sent", "quiet")}
STATES |= {"before": ("went before this copy was made", "quiet")}


@dataclass(frozen=True)
class AdviceRow:
    """One request for advice: what, of whom, its three dates, and where it stands."""

    about: str
    kind: str
    service: str
    adviser: str
    standing: str
    look: str
    dates: tuple
    level: int
    expected: date | None
    to_read: bool
    chase: dict


@dataclass(frozen=True)
class LetterRow:
    """One letter: what it is, to whom, where it has got to, its file, and what was sent with it: (words, file) each."""

    words: str
    to: str
    on: date
    state: str
    look: str
    digest: str
    problem: str
    with_it: tuple[tuple[str, str], ...] = ()


def advice_rows(opened: OpenCase) -> list[AdviceRow]:
    """Every request for advice: those that wait to be read first, then those owed, then those done."""
    order = {"received": 0, "reply to accept": 0, "returned": 1, "asked": 2, "first response given": 2}
    asked = sorted(opened.case.advice.values(), key=lambda one: (order.get(one.standing, 3), -one.level, one.asked_on))
    return [_advice_row(one, opened) for one in asked]


def _advice_row(one: Advice, opened: OpenCase) -> AdviceRow:
    """One request, with the dates of its three duties."""
    running = {each.duty.id: each for each in opened.running if each.about == one.about}
    dates = tuple(
        (words, running[duty], look_of(running[duty], opened.today)) for words, duty in THREE if duty in running
    )
    late = any(look == "late" and each.is_open for _, each, look in dates)
    return AdviceRow(
        about=one.about,
        kind=advising.advice_type(one.kind).name,
        service=opened.name(one.service),
        adviser=opened.names.get(one.adviser, "") if one.adviser else "",
        standing=_advice_words(one, dates, opened.today),
        look="late" if late else LOOKS.get(one.standing, "waiting"),
        dates=dates,
        level=one.level,
        expected=one.expected,
        to_read=one.standing in ("received", "reply to accept"),
        chase={} if opened.known_by or not late else chase_of(opened.actor, opened.case, one, opened.today),
    )


def _advice_words(one: Advice, dates, today: date) -> str:
    """Where a request stands, in words."""
    if one.standing in ("received", "reply to accept"):
        return "to read"
    late = [each for _, each, look in dates if look == "late" and each.is_open]
    if late:
        return lateness(max(late, key=lambda each: each.due).due, today)
    return {"returned": "sent back", "asked": "waiting"}.get(one.standing, one.standing)


def people_rows(opened: OpenCase) -> list[tuple[str, Party, str]]:
    """Everybody on the case, the family first: (name, party, why)."""
    first = {"parent": 0, "young person": 0, "supporter": 1, "setting attended": 2}
    parties = sorted(opened.case.parties, key=lambda party: (first.get(party.capacity, 3), party.since))
    return [
        (opened.name(party.person or party.setting or party.service), party, _why(party, opened)) for party in parties
    ]


def _why(party: Party, opened: OpenCase) -> str:
    """Why somebody is on the case; a request for advice by what it is."""
    about = party.purpose.removeprefix("to give advice (").removesuffix(")")
    asked = opened.case.advice.get(about)
    return f"to give advice: {advising.advice_type(asked.kind).name}" if asked else party.purpose


def document_rows(opened: OpenCase) -> list[tuple[str, dict, tuple[str, ...]]]:
    """Every file that came in and is not kept from this reader: (words, its content, whom it is kept from)."""
    found = []
    for digest in opened.case.documents:
        paper = opened.papers.get(digest)
        if paper:
            content = paper.content
            found.append((content.get("what") or content.get("name") or "A document", content, paper.kept_from))
    return found


def letter_rows(opened: OpenCase, post) -> tuple[list[LetterRow], list[LetterRow]]:
    """Every letter owed or sent, the newest first: letters, and apart from them the reminders of the ladder."""
    newest = list(reversed(post))
    written = [_letter_row(row, opened) for row in newest if row.letter not in REMINDERS]
    return written, [_letter_row(row, opened) for row in newest if row.letter in REMINDERS]


def _letter_row(row, opened: OpenCase) -> LetterRow:
    """One letter. A state nobody has put into words is shown as it is kept."""
    words, look = STATES.get(row.state, (row.state, "quiet"))
    to = opened.names.get(row.person or row.service or row.setting) or row.email or row.to
    with_it = tuple((each["words"], each["digest"]) for each in json.loads(row.enclosed))
    return LetterRow(letters.title(row.letter), to, row.owed_on, words, look, row.digest, row.problem, with_it)
