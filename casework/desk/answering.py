"""What somebody answers for: services, and the people in them."""

from casework import access
from casework.record.people import answered_for

__all__ = ["answered_for", "manages"]


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
