"""Who acts, and who a person is to a case."""

from dataclasses import dataclass
from functools import cache

from casework.tables import rows

FAMILY = ("parent", "young person")


@dataclass(frozen=True)
class Actor:
    """Somebody doing something: a person who has signed in, nobody in particular, or a night job.

    `post` is what they are employed as ("" for a family member). It limits
    nothing by itself: rights come from the capacities they have to a case.
    `covering` are the people who are away today and whom they cover for.
    """

    id: str
    name: str
    post: str = ""
    service: str = ""
    setting: str = ""
    second_factor: bool = False
    covering: frozenset[str] = frozenset()

    @property
    def signed_in(self) -> bool:
        """Whether we know who this is."""
        return bool(self.id)


NOBODY = Actor("", "Someone")
NIGHT_CLERK = Actor("night-clerk", "The night clerk", post="night clerk")
POST_ROOM = Actor("post-room", "The post room", post="post room")


def capacities(actor: Actor, case) -> frozenset[str]:
    """Every capacity this actor holds to this case today.

    Families, schools and advisers hold theirs from the diary (PartyJoined);
    the council's own staff from their post and the allocation. A case that
    nobody has been given yet belongs to every caseworker, so that it cannot
    lie unseen; once given, to its own caseworker and whoever covers for them.
    """
    held = {"anyone", "signed in"} if actor.signed_in else {"anyone"}
    held |= _from_post(actor)
    if case is None:
        return frozenset(held)
    return frozenset(held | {party.capacity for party in case.parties_of(actor)} | _from_allocation(actor, case))


@cache
def _brought() -> dict[str, frozenset[str]]:
    """What each post of posts.csv brings with it on every case."""
    return {row["post"]: frozenset(row["brings"].split("; ")) - {""} for row in rows("posts")}


def _from_post(actor):
    """What a post brings with it on every case. A post nobody has listed brings nothing."""
    return _brought().get(actor.post, frozenset())


def _from_allocation(actor, case):
    """A caseworker's own cases and those nobody has yet; and for the days of a cover, those of whoever is away.

    Only somebody of the council's own team can cover so: the desk is theirs (posts.csv).
    """
    if actor.post == "caseworker" and case.ref and case.caseworker in ("", actor.id):
        return {"caseworker"}
    if case.caseworker in actor.covering and "council" in _from_post(actor):
        return {"caseworker"}
    return set()


@cache
def _scopes() -> dict[str, str]:
    """What each post of posts.csv answers for: its service, its agency, or the council."""
    return {row["post"]: row["answers for"] for row in rows("posts")}


def answered_for(person, services) -> list:
    """The services somebody answers for by their post, of all there are; none for a post that answers for none."""
    scope = _scopes().get(person.post, "")
    own = next((one for one in services if one.id == person.service), None)
    if scope == "council":
        return [one for one in services if one.gives]
    if own is None:
        return []
    return [one for one in services if one.agency == own.agency and one.gives] if scope == "agency" else [own]
