"""Whom to ask for advice about one child: everyone regulation 6 names, with the services that can give it."""

from dataclasses import dataclass

from casework import advising
from casework.asking import Confirm, LongWords, Pick, Question, Words
from casework.record.child import Child


@dataclass(frozen=True)
class Asking:
    """One line of the page: an offer, the name of its boxes, who can be chosen, and when it was asked already."""

    offer: advising.Offer
    box: str
    choices: tuple[tuple[str, str], ...]
    first: str
    asked: object = None

    @property
    def title(self) -> str:
        """The advice by name."""
        return advising.advice_type(self.offer.advice).name


def offers_of(office, case) -> tuple[advising.Offer, ...]:
    """Everyone to ask about this child today, and anyone the family named."""
    content = office.papers.read(case.ref, case.child).content
    known = {name: content.get(name, "") for name in Child.__dataclass_fields__}
    stories = office.papers.read_all(case.ref, case.stories)
    answers: dict = {}
    for digest in case.stories:
        answers |= stories[digest].content.get("answers", {})
    return advising.offered(Child(**known), answers, office.today())


def lines_of(office, case) -> list[Asking]:
    """A line for each offer, with the services that give it and their people; the child's own setting first."""
    services = office.people.services()
    own = {party.setting for party in case.parties if party.capacity == "setting attended"}
    found = []
    for number, offer in enumerate(offers_of(office, case)):
        able = [one for one in services if offer.advice in one.gives] or services
        able = [one for one in able if one.id in own] or able
        open_ = [one for one in case.advice.values() if one.kind == offer.advice and not one.withdrawn_on]
        choices = tuple(choice for one in able for choice in _people(office, one))
        found.append(Asking(offer, f"ask_{number}", choices, able[0].id, open_[-1] if open_ else None))
    return found


def _people(office, service):
    """A service as a whole, and each of its advisers."""
    yield service.id, service.name
    for person in office.people.of_service(service.id):
        if person.post in ("adviser", "school staff", "agency lead"):
            yield f"{service.id}/{person.id}", f"{service.name}: {person.name}"


def asking_question(formdata, lines, office) -> Question:
    """A box to tick and a service to choose for each line, and one more for somebody else."""
    boxes, start = {}, {}
    for line in lines:
        boxes[line.box] = Confirm(line.title)
        boxes[f"{line.box}_of"] = Pick("Of whom?", choices=line.choices)
        start |= {line.box: line.asked is None, f"{line.box}_of": line.first}
    every = [(one.id, one.name) for one in office.people.services()]
    boxes |= {
        "more": Pick(
            "Somebody else: what advice?", choices=[(one.id, one.name) for one in advising.types()], empty="Nobody"
        ),
        "more_of": Pick("Of whom?", choices=every, searchable=True),
        "more_name": Words("Who, if they are not in the list?", hint="Somebody the family named, for example"),
        "more_why": LongWords("Why?", rows=2, longest=500),
    }
    return type("AskForAdvice", (Question,), boxes)(formdata, **start)


def wanted(question: Question, lines, services) -> list[dict]:
    """What to ask for, as the deed takes it: one for each line that was ticked, and the one more."""
    agencies = {one.id: one.agency for one in services}
    found = []
    for line in lines:
        if question[line.box].data:
            chosen = question[f"{line.box}_of"].data or line.first
            found.append(_asked(line.offer, chosen, agencies))
    if question.more.data and question.more_of.data:
        why = question.more_why.data or "The family reasonably asked for it."
        more = {"advice": question.more.data, "service": question.more_of.data, "asked_for": True}
        name = f" {question.more_name.data}" if question.more_name.data else ""
        found.append(more | {"agency": agencies[question.more_of.data], "why": f"{why}{name}", "setting": ""})
    return found


def _asked(offer, chosen: str, agencies) -> dict:
    """One offer of one service, or of one adviser in it."""
    service, _, person = chosen.partition("/")
    said = {"advice": offer.advice, "service": service, "agency": agencies[service], "adviser": person}
    return said | {"why": offer.why, "asked_for": offer.asked_for, "setting": ""}
