"""Which services somebody answers for: their own, their agency's, or every one, as posts.csv says."""

from functools import cache

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
