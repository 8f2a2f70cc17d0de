"""Which files of a case somebody may have, and what each is called when it is saved."""

import re

from casework.record.entries import SettingConsulted
from casework.record.people import FAMILY, capacities
from casework.sight import kept_from, may_see
from casework.stating import advice_given, versions

COUNCIL = {"caseworker", "manager"}
ADVISERS = {"education adviser", "health adviser", "social care adviser"}


def file_for(office, case, actor, digest: str) -> str | None:
    """The name to save a file under, or None: it is no file of this case, or not this person's to have.

    A letter is its reader's own; a plan is the family's once served and everyone's once issued; a
    document is whose it is not kept from; a file sent with advice goes with the advice.
    """
    for look in (_letter, _plan, _changes, _document, _advice_print, _advice_file):
        found = look(office, case, actor, digest)
        if found:
            return found
    return None


def _held(actor, case) -> frozenset[str]:
    return capacities(actor, case)


def _letter(office, case, actor, digest):
    """A letter to this person, their service or their setting; every letter for the council."""
    for row in office.post.of_case(case.ref):
        if row.digest == digest and (_held(actor, case) & COUNCIL or _is_to(row, actor)):
            return _named(case, row.letter, "pdf")
    return None


def _is_to(row, actor) -> bool:
    """Whether a letter was written to somebody."""
    pairs = ((row.person, actor.id), (row.service, actor.service), (row.setting, actor.setting))
    return any(to and to == who for to, who in pairs)


def _plan(office, case, actor, digest):
    """A plan as it was printed: a draft for the family and the settings asked about it; the final plan for all."""
    versions = [(draft, "draft") for draft in case.drafts] + ([(case.final, "final")] if case.final else [])
    for version, as_ in versions:
        kept = office.post.print_of(case.ref, version.plan, as_)
        if kept and kept.digest == digest and _may_have_plan(office, case, actor, version, as_=as_):
            return _named(case, f"plan-{as_}-{version.number}", "pdf")
    return None


def _changes(office, case, actor, digest):
    """The changes between two versions, as they were printed: for the council and for the family, who have both."""
    if not _held(actor, case) & (COUNCIL | set(FAMILY)):
        return None
    listed = versions.editions(case)
    for (paper, as_), kept in office.post.prints_of(case.ref).items():
        if kept == digest and as_.startswith(versions.REDLINE):
            newer = next(each for each in listed if each.plan == paper)
            words = f"changes-{as_.removeprefix(versions.REDLINE).strip()}-to-{newer.name}"
            return _named(case, words, "pdf") if may_see(actor, case, "PD", released=True) else None
    return None


def _may_have_plan(office, case, actor, version, *, as_) -> bool:
    """Whether a version of the plan is this person's to have: the pack of a setting is the draft it was asked about."""
    held = _held(actor, case)
    if as_ == "final":
        return may_see(actor, case, "PI")
    if held & (COUNCIL | set(FAMILY)):
        return may_see(actor, case, "PD", released=True)
    asked = [each.entry for each in office.diary.written(case.ref) if isinstance(each.entry, SettingConsulted)]
    return any((one.about, one.plan) == (actor.setting, version.plan) for one in asked if actor.setting)


def _document(office, case, actor, digest):
    """A file that came in: for the council, the family and advisers unless kept from them; for others their own."""
    held = _held(actor, case)
    papers = office.papers.read_all(case.ref, case.documents)
    for paper in (papers[each] for each in case.documents):
        own = paper.content.get("from") == actor.id
        theirs = own or bool(held & (COUNCIL | ADVISERS | set(FAMILY)))
        if paper.content.get("digest") == digest and theirs and not kept_from(actor, case, paper):
            return paper.content.get("name") or _named(case, "document", "pdf")
    return None


def _advice_print(office, case, actor, digest):
    """An advice, or a reply in place of one, as it was printed to go with a plan."""
    prints = office.post.prints_of(case.ref)
    for about, paper in advice_given.accepted_papers(case).items():
        if prints.get((paper, "advice")) == digest and _may_have_advice(office, case, actor, case.advice[about]):
            return _named(case, f"advice-{about}", "pdf")
    return None


def _advice_file(office, case, actor, digest):
    """A file sent with advice: the council's, other advisers' once accepted, the family's with the draft."""
    for one in case.advice.values():
        if not one.paper:
            continue
        content = office.papers.read(case.ref, one.paper).content
        found = next((file for file in content.get("files", ()) if file.get("digest") == digest), None)
        if found and _may_have_advice(office, case, actor, one):
            return found.get("name") or _named(case, one.about, "pdf")
    return None


def _may_have_advice(office, case, actor, one) -> bool:
    """Whether one advice is this person's to have now: they gave it, or it was sent to them (sight.csv)."""
    own = actor.id == one.adviser or bool(actor.service and actor.service == one.service)
    paper = office.papers.read(case.ref, one.paper or one.response_paper)
    return own or advice_given.may_read(actor, case, one, paper)


def _named(case, words: str, ending: str) -> str:
    """A plain name for a file of ours: the reference and what it is, never the child's name."""
    return f"{case.ref}-{re.sub(r'[^a-z0-9-]+', '-', words.casefold())}.{ending}"
