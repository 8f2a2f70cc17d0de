"""Lives one life of the demonstration area at once: the night clerk looks in before each day on which it goes on."""

from datetime import date

from casework import chasing, moves
from casework.actions import carry_out
from casework.actions.lateness import chase
from casework.demonstration import promising
from casework.demonstration.life import Life
from casework.law.clocks import deadlines
from casework.record.people import NIGHT_CLERK
from casework.tables import rows


def live_at_once(life: Life, office_on, *, last_day: date, holders: dict) -> None:
    """A whole life up to the last day, each deed after whatever the night clerk had to do before it."""
    days = life.live()
    day = next(days, None)
    while day and day <= last_day:
        if life.case:
            _nights(life, office_on, day, holders=holders)
        try:
            day = days.send(day)
        except StopIteration:
            break
    _nights(life, office_on, last_day, holders=holders)


def _nights(life, office_on, until, *, holders):
    """Every night up to a day on which the ladder has something to climb, or something was promised."""
    known = {"holders": holders, "ladders": life.office.ladders.all()}
    while (night := _next_look(life, known["ladders"])) and night < until:
        before = life.case.n
        _night(life, office_on(life.office, max(night, life.case.last_on)), known)
        if life.case.n == before:
            return


def _night(life, office, known):
    """One night: the ladder climbed, and what was promised kept."""
    if moves.possible("chase", life.case):
        life.case = carry_out(office, NIGHT_CLERK, chase, life.case.ref, **known)
    life.case = promising.keep(office, life.case, life.actor(life.facts.caseworker))


def _next_look(life, ladders) -> date | None:
    """The next day on which any request of a case wants looking at, or something was promised."""
    case = life.case
    limits = {each.about: each.due for each in deadlines(case.facts) if each.duty.id == chasing.LEGAL_LIMIT}
    looks = [chasing.next_look(case, one, limits.get(one.about), ladders=ladders) for one in case.advice.values()]
    looks += [promising.next_day(case, life.facts.caseworker)]
    return min((look for look in looks if look), default=None)


def holders(office, services, day: date, known: dict) -> dict:
    """Who holds each post for these services, asked once for each service."""
    posts = [row["post"] for row in rows("posts") if row["answers for"] in ("service", "agency", "council")]
    for service in services:
        for post in posts if (service, "asked") not in known else ():
            person = office.people.holder(post, service, day)
            known[(service, post)] = person.id if person else ""
        known[(service, "asked")] = "yes"
    return known
