"""What somebody answers for: services, and the people in them, as posts.csv says."""

from functools import cache

from casework import access
from casework.tables import rows


@cache
def _scopes() -> dict[str, str]:
    return {row["post"]: row["answers for"] for row in rows("posts")}


def answered_for(actor, services) -> list:
    """The services this person answers for, of all there are; none for a post that answers for nothing."""
    scope = _scopes().get(actor.post, "")
    own = next((one for one in services if one.id == actor.service), None)
    if scope == "council":
        return [one for one in services if one.gives]
    if own is None:
        return []
    return [one for one in services if one.agency == own.agency and one.gives] if scope == "agency" else [own]


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
