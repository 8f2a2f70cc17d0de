"""The advice of a case as it is given to people: what was accepted, who wrote it, and who may read it."""

from dataclasses import dataclass, fields
from datetime import date

from casework import advising, sight
from casework.record.case import Advice, Case
from casework.record.child import Child
from casework.record.papers import Paper
from casework.record.people import capacities

# Which section of sight.csv an agency's advice is in. An independent report is read as education advice is.
SECTIONS = {"health": "HE", "social care": "SC", "family": "FV"}
EDUCATION, OWN_WORDS = "ED", "FV"
ADVISERS = {"education adviser", "health adviser", "social care adviser"}


@dataclass(frozen=True)
class Given:
    """One accepted advice, or a reply accepted in place of one, ready to be read or printed.

    `paper` is its digest and `content` what the paper holds; `author` has name, role,
    organisation and registration as far as they are known; `on` is the day it came in.
    """

    about: str
    kind: str
    title: str
    paper: str
    content: dict
    author: dict
    on: date
    countersigned_by: str = ""

    @property
    def reply(self) -> bool:
        """Whether the service answered without writing advice."""
        return "type" not in self.content

    @property
    def parts(self) -> tuple:
        """Its parts to read, as casework.advising tells them."""
        return advising.reply_parts(self.kind, self.content) if self.reply else advising.advice_parts(self.content)


def accepted_papers(case: Case) -> dict[str, str]:
    """The digest of every accepted advice, or reply, by the name of its request, in the order they were asked for."""
    taken = {about: one.paper or one.response_paper for about, one in case.advice.items() if one.accepted_on}
    return {about: paper for about, paper in taken.items() if paper}


def released(case: Case) -> bool:
    """Whether the family has been sent the advice: with a draft (s.38(1)), or with the reasons for no plan."""
    return bool(case.drafts) or any(fact.milestone == "plan refused" for fact in case.facts)


def may_read(actor, case: Case, one: Advice, paper: Paper) -> bool:
    """Whether an actor may read one advice: sent to them by now, of an agency they may see, not kept from them.

    Other advisers have it once it is accepted; the family with the draft.
    """
    section = SECTIONS.get(advising.advice_type(one.kind).agency, EDUCATION)
    sent = bool(one.accepted_on) and (released(case) or bool(capacities(actor, case) & ADVISERS))
    seen = sight.may_see(actor, case, section, released=sent, own=section == OWN_WORDS)
    return seen and not sight.kept_from(actor, case, paper)


def readable(office, case: Case, actor) -> list[Given]:
    """Every accepted advice this actor may read, in the order it was asked for."""
    taken = accepted_papers(case)
    papers = office.papers.read_all(case.ref, taken.values())
    seen = [about for about, digest in taken.items() if may_read(actor, case, case.advice[about], papers[digest])]
    names = _names(office, [case.advice[about] for about in seen])
    return [_given(case.advice[about], papers[taken[about]], names) for about in seen]


def given(office, case: Case, paper: str) -> Given:
    """The advice, or reply, that one digest names. Raises KeyError when the case has accepted no such paper."""
    one = next((case.advice[about] for about, digest in accepted_papers(case).items() if digest == paper), None)
    if one is None:
        raise KeyError(paper)
    return _given(one, office.papers.read(case.ref, paper), _names(office, [one]))


def _names(office, asked) -> dict[str, str]:
    """The names of the advisers, the countersigners and the services of some requests."""
    people = {one.adviser for one in asked} | {one.countersigned_by for one in asked}
    names = {service.id: service.name for service in office.people.services()}
    return names | dict(office.people.names(sorted(people - {""})))


def _given(one: Advice, paper: Paper, names) -> Given:
    """One advice with what its paper says of the writer, or what the register knows where it says nothing."""
    known = {"name": names.get(one.adviser, ""), "organisation": names.get(one.service, "")}
    said = {name: words for name, words in (paper.content.get("author") or {}).items() if words}
    return Given(
        about=one.about,
        kind=one.kind,
        title=advising.title_of(one.kind),
        paper=paper.digest,
        content=paper.content,
        author={name: words for name, words in (known | said).items() if words},
        on=one.received_on or one.responded_on or one.accepted_on,
        countersigned_by=names.get(one.countersigned_by, ""),
    )


def edition(office, case: Case, advice: Given) -> dict:
    """What the press wants beside the content of an advice: child, ref, on, kind, author and countersigned_by."""
    known = office.papers.read(case.ref, case.child).content
    child = Child(**{each.name: known.get(each.name, "") for each in fields(Child)})
    said = {"child": child, "ref": case.ref, "on": advice.on, "kind": advice.kind}
    return said | {"author": advice.author, "countersigned_by": advice.countersigned_by}
