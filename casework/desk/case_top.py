"""The top of the case's page: what somebody who picks up the telephone needs in the first ten seconds."""

from dataclasses import dataclass

from casework.desk.open_case import OpenCase
from casework.record.people import FAMILY
from casework.telling import Standing, standing
from casework.telling.rows import DESK
from casework.words import listed, opening, plural

LONGEST_QUOTE = 160  # characters of the last words that were exchanged
ENGLISH = ("english", "")
FORMATS = ("", "email", "letter", "text message")


@dataclass(frozen=True)
class Contact:
    """The last time the family and we spoke: how, when, between whom, and the beginning of what was said."""

    how: str
    on: object
    words: str


@dataclass(frozen=True)
class Relative:
    """One of the family: who they are to the child and how to reach them."""

    id: str
    name: str
    capacity: str
    phone: str
    email: str
    prefers: str
    language: str


@dataclass(frozen=True)
class Top:
    """The card: where it stands, the last contact, the family, and what to mind."""

    standing: Standing
    contact: Contact | None
    family: tuple[Relative, ...]
    officer: object
    lead: object
    markers: tuple[str, ...]
    late: tuple[str, ...]


def top_of(office, opened: OpenCase) -> Top:
    """The card for answering a call."""
    case = opened.case
    family = tuple(_relative(office.people.person(party.person), party) for party in case.family if party.person)
    stands = standing(case, opened.running, opened.today, opened.names, reader=DESK)
    return Top(
        standing=stands,
        contact=_last_contact(opened),
        family=family,
        officer=office.people.person(case.caseworker) if case.caseworker else None,
        lead=office.people.person(case.lead) if case.lead else None,
        markers=tuple(_markers(opened, family)),
        late=tuple(_late(stands, opened.today)),
    )


def _late(stands: Standing, today):
    """What is late, a line each; several late pieces of advice in one line, by the worst of them."""
    advice = [late for late in stands.late if late.about]
    if len(advice) > 1:
        days = max(late.deadline.days_late(today) for late in advice)
        level = max(late.level for late in advice)
        services = len({late.words.partition(":")[0] for late in advice})
        rung = f", level {level}" if level else ""
        yield f"{plural(services, 'service')} late with advice, by up to {plural(days, 'day')}{rung}"
    for late in stands.late if len(advice) < 2 else [late for late in stands.late if not late.about]:
        yield ". ".join(filter(None, (late.words, opening(late.doing))))


def _relative(person, party) -> Relative:
    """One of the family, with what the register knows."""
    return Relative(person.id, person.name, party.capacity, person.phone, person.email, person.prefers, person.language)


def _last_contact(opened: OpenCase) -> Contact | None:
    """The last message or telephone call with the family."""
    case = opened.case
    found = []
    relatives = {party.person for party in case.parties if party.capacity in FAMILY}
    spoken = [one for one in case.family_messages.values() if one.answered_on and one.answered_way != "message"]
    for each in spoken[-1:]:
        how = f"{opened.name(each.answered_by)} answered {opened.name(each.sender)}, {each.answered_way}"
        found.append(Contact(how, each.answered_on, _beginning(opened.words(each.reply).get("words", ""))))
    for sender, to, paper, on in case.messages[-1:]:
        way = f"{opened.name(sender)} wrote" + ("" if sender in relatives else f" to {opened.name(to)}")
        found.append(Contact(way, on, _beginning(opened.words(paper).get("words", ""))))
    for paper, on in case.notes[-5:]:
        note = opened.words(paper)
        if note.get("kind") == "telephone call":
            with_whom = f" with {note['with']}" if note.get("with") else ""
            found.append(Contact(f"Telephone call{with_whom}", on, _beginning(note["words"])))
    return max(found, key=lambda contact: contact.on, default=None)


def _beginning(words: str) -> str:
    """The beginning of what was said, cut at a word."""
    return words if len(words) <= LONGEST_QUOTE else words[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"


def _markers(opened: OpenCase, family):
    """What to mind before saying anything: language and formats, choices about sharing, papers kept from somebody."""
    yield from _communication(opened, family)
    latest = {opened.words(digest).get("consent"): opened.words(digest) for digest in opened.case.consents}
    for consent in latest.values():
        if consent.get("choice") in ("no", "ask me each time"):
            said = "said no" if consent["choice"] == "no" else "wants to be asked each time"
            yield f"{consent['what'].rstrip('?')}: the family {said}"
    kept = [paper for digest in opened.case.documents if (paper := opened.papers.get(digest)) and paper.kept_from]
    for paper in kept:
        title = paper.content.get("what") or paper.content.get("name")
        yield f"Do not mention “{title}” to the {listed(paper.kept_from)}"


def _communication(opened: OpenCase, family):
    """How the family needs to be spoken and written to."""
    spoken = {relative.language for relative in family} | {_said(opened, "language")}
    for language in sorted(each for each in spoken if each.casefold() not in ENGLISH):
        yield f"Language: {opening(language)}"
    formats = _said(opened, "format")
    if any(each.strip().casefold() not in FORMATS for each in formats.split(",")):
        yield f"Send things as: {formats}"
    if adjustments := _said(opened, "adjustments"):
        yield f"To make it easier: {_beginning(adjustments)}"


def _said(opened: OpenCase, field: str) -> str:
    """One answer about communication, in words."""
    for digest in reversed(opened.case.stories):
        answer = (opened.words(digest).get("communication") or {}).get(field)
        if isinstance(answer, dict):
            answer = answer.get("language") or answer.get("words") or ""
        if answer:
            return ", ".join(answer) if isinstance(answer, list) else str(answer)
    return ""
