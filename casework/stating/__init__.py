"""What each letter states: every fact it asks for, worked out from the diary up to the entry that owed it."""

from casework.record.case import Case
from casework.stating import advice_given, advising_facts, case_facts, decision_facts, people_facts, promise_facts
from casework.stating.enclosed import Enclosure, enclosures, to_print
from casework.stating.known import Known, known, stated
from casework.stating.recipient import Recipient, recipient

__all__ = [
    "Enclosure",
    "Known",
    "Recipient",
    "advice_given",
    "advising_facts",
    "case_facts",
    "decision_facts",
    "enclosures",
    "facts",
    "people_facts",
    "promise_facts",
    "recipient",
    "to_print",
]


def facts(office, letter, to) -> dict:
    """Everything a template is given: case, child, to, from, today, link, and `it`, what the letter states.

    `letter` is a row of the post, `to` whom it goes to: name, capacity, email and address lines.
    A letter is stated as of the entry that owed it, so that printing it later changes nothing.
    """
    written = office.diary.written(letter.ref, up_to=letter.n)
    now = known(office, letter.ref, written, letter.owed_on)
    return {
        "case": {"ref": letter.ref},
        "child": now.child,
        "to": {"name": to.name, "capacity": _capacity(now, letter, to), "address_lines": to.address_lines},
        "from": people_facts.sender(now),
        "today": letter.owed_on,
        "link": link(office, now.case, to),
        "it": {name: stated(name, now) for name in office.press.asks(letter.letter)},
    }


def _capacity(now: Known, letter, to) -> str:
    """What the reader is to the case: a parent and a young person are written to in different words.

    A letter owed by the request itself goes to somebody who joined an entry later.
    """
    for case in (now.case, now.office.diary.read(letter.ref)) if letter.person else ():
        held = [party.capacity for party in case.parties if party.person == letter.person]
        if held:
            return held[0]
    return to.capacity


def link(office, case: Case, to) -> str:
    """The address in this service where the reader finds what the letter is about."""
    pages = {"family": "my-cases", "council": "desk/case", "adviser": "advice", "setting": "school"}
    page = pages[to.reader]
    return f"{office.site_url}/{page}/{case.ref}"
