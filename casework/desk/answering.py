"""What somebody answers for: services, and the people in them."""

from casework import access
from casework.record.case import Case
from casework.record.people import answered_for

__all__ = ["answered_for", "manages", "way_in"]


def manages(actor, person, services) -> bool:
    """Whether somebody arranges another's absence: whoever keeps the register, or a manager of their service.

    A manager arranges for the service or the agency they answer for; never a caseworker for a colleague.
    """
    if not person.post or person.id == actor.id:
        return False
    if access.may(actor, "manage people", None):
        return True
    mine = {one.id for one in answered_for(actor, services)} | {actor.service}
    return access.may(actor, "read the breach register", None) and bool(person.service) and person.service in mine


def way_in(actor, row) -> str:
    """Where a request on a list leads: the case for the council's own officers who may open it, else the request
    for those who answer for it; nowhere for an officer whose case it is not. `row` has ref, about and caseworker.
    """
    if access.may(actor, "read the case", Case(row.ref, caseworker=row.caseworker)):
        return f"/desk/case/{row.ref}/advice/{row.about}"
    return "" if access.may(actor, "see the desk", None) else f"/desk/escalations/{row.ref}/{row.about}"
