"""What the page of absences lists: who is away when, who covers, and the posts that nobody holds."""

from dataclasses import dataclass
from datetime import date

from casework import access
from casework.desk.answering import manages
from casework.record.register import Cover
from casework.tables import rows


@dataclass(frozen=True)
class AbsenceRow:
    """One absence: whose, which days, who covers ("" for nobody), who hears instead, and whether it has begun."""

    absence: Cover
    name: str
    post: str
    covering: str
    next_up: str
    now: bool


@dataclass(frozen=True)
class VacancyRow:
    """A post that nobody holds, for which service or agency, since when, and who hears instead."""

    post: str
    place: str
    since: date
    next_up: str


def own_people(office, actor, services) -> list:
    """Everybody whose absences somebody arranges, by name."""
    if access.may(actor, "manage people", None):
        found = office.people.staff_of([row["post"] for row in rows("posts") if row["post"]])
    else:
        found = [person for service in services for person in office.people.of_service(service.id)]
    return sorted((each for each in found if manages(actor, each, services)), key=lambda each: (each.name, each.id))


def could_cover(office, people) -> list:
    """Who could cover for any of these: those in the same posts or the next ones up, and those of the same services."""
    up = _next_up()
    posts = {each.post for each in people} | {up.get(each.post, "") for each in people}
    near = office.people.staff_of(posts - {""})
    services = {each.service for each in people} - {""}
    near += [one for service in sorted(services) for one in office.people.of_service(service) if one.post]
    known = {each.id: each for each in near if len(people) > 1 or each.id != people[0].id}
    return sorted(known.values(), key=lambda each: (each.name, each.id))


@dataclass(frozen=True)
class Away:
    """The absences that are not over, soonest first: one's own, those one covers, and those of one's people."""

    own: list[AbsenceRow]
    covered: list[AbsenceRow]
    others: list[AbsenceRow]


def absence_rows(office, actor, people) -> Away:
    """Every absence that somebody may see the days of. Two questions."""
    everyone = access.may(actor, "manage people", None)
    ids = None if everyone else [actor.id, *(each.id for each in people)]
    found = office.people.absences.listed(ids, office.today())
    names = office.people.names({one for each in found for one in (each.person, each.covered_by)} - {""})
    posts = {each.id: each.post for each in people} | {actor.id: actor.post}
    made = [_row(each, names, posts, office.today()) for each in found]
    return Away(
        own=[row for row in made if row.absence.person == actor.id],
        covered=[row for row in made if row.absence.covered_by == actor.id],
        others=[row for row in made if row.absence.person in posts and row.absence.person != actor.id],
    )


def _row(absence, names, posts, today) -> AbsenceRow:
    """One absence in words."""
    post = posts.get(absence.person, "")
    return AbsenceRow(
        absence=absence,
        name=names.get(absence.person, "someone"),
        post=post,
        covering=names.get(absence.covered_by, ""),
        next_up=_next_up().get(post, "") if post else "",
        now=absence.since <= today,
    )


def vacancy_rows(office, services) -> list[VacancyRow]:
    """The posts that nobody holds for these services, the longest empty first."""
    names = {one.id: one.name for one in services} | {one.agency: one.agency for one in services}
    names["council"] = "the council"
    up = _next_up()
    found = office.people.absences.vacancies()
    known = [each for each in found if each.place in names]
    return [VacancyRow(each.post, names[each.place], each.since, up.get(each.post, "")) for each in known]


def _next_up() -> dict[str, str]:
    """Who hears instead, by post (posts.csv)."""
    return {row["post"]: row["next up"] for row in rows("posts")}
