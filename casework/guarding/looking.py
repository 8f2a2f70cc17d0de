"""Looks through words for any other child of the authority, and leaves out what is this family’s own."""

from contextlib import suppress
from dataclasses import dataclass

from casework import guard


@dataclass(frozen=True)
class Hit:
    """Another case, what of that child was found (name, first name, number, address), and the first sentence with it.

    Only `ref` and `kind` are ever kept or logged: the sentence is shown to whoever decides, and found anew each time.
    """

    ref: str
    kind: str
    sentence: tuple[str, str, str]


def look(office, ref: str, words: str, *, to: str = "") -> list[Hit]:
    """Every other child that some words name, about to leave for one case. `to` is the person they go to, "" for many.

    One question of the index when nothing is found. A parent who is on the other
    child's case too is told nothing new, so that child is no hit for them.
    """
    text = guard.read(words)
    places = guard.places(text)
    found = office.lists.others.holding(list(places), but=ref)
    if not found:
        return []
    child = office.papers.read(ref, (case := office.diary.read(ref)).child).content
    ours = guard.identifiers(ref, child) | _around_the_child(office, case, to)
    known = _same_child(office, ref, child) | _family_of(office, to)
    hits = {}
    for key, other in _telling(found):
        if key not in ours and other not in known:
            hits.setdefault((other, guard.kind_of(key)), guard.around(text, places[key][0]))
    return [Hit(other, kind, sentence) for (other, kind), sentence in sorted(hits.items())]


def _telling(found):
    """What was found, without first names that several children have: those mean nobody by themselves."""
    kinds = [(key, ref) for key, ref in found if guard.kind_of(key) == "first name"]
    shared = {key for key, ref in kinds if any(key == other and ref != one for other, one in kinds)}
    return [(key, ref) for key, ref in found if key not in shared]


def _same_child(office, ref, child) -> set[str]:
    """Other cases of this very child, by UPN or NHS number: an earlier request, or a duplicate."""
    numbers = [child.get("upn", ""), child.get("nhs_number", "")]
    keys = [guard.number_key(each) for each in numbers if each]
    return {other for _, other in office.lists.others.holding(keys, but=ref)} if keys else set()


def _family_of(office, to) -> set[str]:
    """The cases on which whoever this goes to is a parent or the young person."""
    return {row.ref for row in office.lists.family.cases_of(to, office.today())} if to else set()


def _around_the_child(office, case, to) -> set[str]:
    """Keys of everybody on the case, whoever it goes to, the settings, the services and the council."""
    people = {party.person for party in case.parties} | {case.caseworker, case.lead, to}
    people |= {one.adviser for one in case.advice.values()}
    settings = {party.setting for party in case.parties} | set(case.consultations)
    keys = guard.addresses("\n".join(office.area.address_lines))
    for one in [*_each(office.people.person, people), *_each(office.people.setting, settings)]:
        first, _, last = one.name.partition(" ")
        keys |= guard.names(first, last) | guard.addresses(one.address) | guard.single_words(one.name)
    for service in office.people.services():
        keys |= guard.addresses(service.address) | guard.single_words(service.name)
    return keys | guard.single_words(f"{office.area.name} {office.area.signatory}")


def _each(find, ids):
    """Those that the registers know."""
    for one in sorted(ids - {""}):
        with suppress(KeyError):
            yield find(one)
