"""Which letters new entries make us owe, and to whom; letters.csv says."""

from dataclasses import dataclass
from functools import cache

from casework.record.case import Case
from casework.record.written import Written
from casework.tables import rows


@dataclass(frozen=True)
class Owed:
    """One letter owed to one recipient because of one entry.

    `to` is the capacity written to. Exactly one of `person`, `service` and `setting`
    says who that is. `how` is email, print, or print and email.
    """

    letter: str
    to: str
    how: str
    n: int
    person: str = ""
    service: str = ""
    setting: str = ""


@cache
def _by_entry() -> dict[str, list]:
    """The rows of letters.csv by the kind of entry that makes us owe them."""
    found: dict[str, list] = {}
    for row in rows("letters"):
        found.setdefault(row["when written"], []).append(row)
    return found


@cache
def encloses(letter: str) -> frozenset[str]:
    """What goes with a letter: “plan”, “advice”, both, or nothing."""
    cells = [row["encloses"] for row in rows("letters") if row["letter"] == letter]
    return frozenset(name for cell in cells for name in cell.split("; ") if name)


@cache
def _titles() -> dict[str, str]:
    """The plain words of each letter."""
    return {row["letter"]: row["words"] for row in rows("letters")}


def title(letter: str) -> str:
    """A letter in plain words: “Our decision not to assess”. Raises KeyError for one that letters.csv does not have."""
    return _titles()[letter]


def owed(new: list[Written], case: Case) -> list[Owed]:
    """Every letter these new entries make us owe, each recipient once for each entry."""
    return [letter for written in new for letter in _owed_by(written, case)]


def _owed_by(written: Written, case: Case) -> list[Owed]:
    """The letters one entry makes us owe."""
    found = {}
    for row in _by_entry().get(type(written.entry).__name__, []):
        if row.get("only when") and not _holds(row["only when"], written.entry):
            continue
        for to in row["to"].split("; "):
            for person, service, setting in recipients(to, written.entry, case):
                letter = Owed(row["letter"], to, row["how"], written.n, person, service, setting)
                found[(letter.letter, person, service, setting)] = letter
    return list(found.values())


def _holds(condition: str, entry) -> bool:
    """Whether an entry meets a condition such as “level is 2” or “keyed_from is said”."""
    field, _, wanted = condition.partition(" is ")
    value = getattr(entry, field)
    return bool(value) if wanted == "said" else str(value) == wanted


def recipients(to: str, entry, case: Case) -> list[tuple[str, str, str]]:
    """Who a word of letters.csv means for this entry on this case: (person, service, setting) each.

    Raises KeyError for a word nobody has given a meaning.
    """
    return [who for who in RECIPIENTS[to](entry, case) if any(who)]


def _people(ids):
    return [(person, "", "") for person in dict.fromkeys(ids)]


def _joined(*capacities):
    def who(_entry, case):
        joined = [party for party in case.parties if party.capacity in capacities]
        return [(party.person, "", "") if party.person else ("", party.service, party.setting) for party in joined]

    return who


def _asked(entry, case):
    """The adviser of the request an entry is about; the service's inbox until somebody is named."""
    advice = case.advice[entry.about]
    return [(advice.adviser, "", "")] if advice.adviser else [("", advice.service, "")]


RECIPIENTS = {
    "family": lambda entry, case: _people(party.person for party in case.family),
    "adviser": _asked,
    "service inbox": lambda entry, case: [("", case.advice[entry.about].service, "")],
    "person": lambda entry, case: _people([entry.about]),
    "caseworker": lambda entry, case: _people([case.caseworker]),
    "lead professional": lambda entry, case: _people([case.lead]),
    "written to": lambda entry, case: _people([entry.to]) if entry.to else [("", case.advice[entry.about].service, "")],
    "copied": lambda entry, case: _people(entry.copied),
    "everyone told": lambda entry, case: _people(entry.told),
    "setting consulted": lambda entry, case: [("", "", entry.about)],
    "setting named": lambda entry, case: [("", "", case.named_setting)],
    "setting attended": _joined("setting attended"),
    "commissioning body": lambda entry, case: [("", "commissioning-body", "")],
    "social care": lambda entry, case: [("", "social-care", "")],
    "requester": _joined("requester"),
}
