"""Who can be told today for a service: the holder of each post or whoever covers, and who is missing from which."""

from datetime import date

from casework.record.register import Missing
from casework.tables import rows

BY_PERSON = ("adviser", "school staff", "caseworker")  # told by name, from the case: never as holders of a post
SCOPES = {
    row["post"]: row["answers for"]
    for row in rows("posts")
    if row["post"] not in BY_PERSON and (row["next up"] or "director" in row["post"] or row["post"] == "executive")
}


def in_post(people, services: list[str], day: date) -> tuple[dict, dict]:
    """For each (service, post): who holds it or acts for whoever does; and the others, each a Missing.

    The second also holds, by their own id, everybody who is away or has left. A fixed number of questions.
    """
    absent = people.absences.left() | people.absences.on(day)
    agencies = {one.id: one.agency for one in people.services()}
    empty = {(each.post, each.place): each.since for each in people.absences.vacancies()}
    staff: dict[str, list] = {}
    for person in people.staff_of(SCOPES):
        staff.setdefault(person.post, []).append(person)
    holders, missing = {}, dict(absent)
    for service in services:
        for post, scope in SCOPES.items():
            there = [one for one in staff.get(post, ()) if _answers(one, scope, service, agencies)]
            acting = next(filter(None, (_acting(one.id, absent) for one in there)), "")
            if acting:
                holders[(service, post)] = acting
            elif there:
                missing[(service, post)] = absent[there[0].id]
            else:
                since = empty.get((post, place_of(scope, service, agencies)), day)
                missing[(service, post)] = Missing(since=since)
    return holders, missing


def nobody_holds(people, services: list[str], missing: dict) -> set[tuple[str, str]]:
    """The posts that nobody holds for these services, as (post, the service or agency it answers for)."""
    agencies = {one.id: one.agency for one in people.services()}
    found = ((service, post) for service in services for post in SCOPES)
    return {
        (post, place_of(SCOPES[post], service, agencies))
        for service, post in found
        if (service, post) in missing and not missing[(service, post)].person
    }


def _answers(person, scope, service, agencies) -> bool:
    """Whether somebody in a post answers for a service, as posts.csv says."""
    if scope == "service":
        return person.service == service
    return scope == "council" or agencies.get(person.service) == agencies.get(service)


def _acting(person, absent) -> str:
    """The person, or whoever acts for them while they are away; "" for nobody."""
    return absent[person].acting if person in absent else person


def place_of(scope, service, agencies) -> str:
    """What a post answers for: the service, its agency, or the council."""
    return {"service": service, "agency": agencies.get(service, "")}.get(scope, "council")
