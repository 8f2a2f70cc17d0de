"""Who acts, and who a person is to a case."""

from dataclasses import dataclass

FAMILY = ("parent", "young person")


@dataclass(frozen=True)
class Actor:
    """Somebody doing something: a person who has signed in, nobody in particular, or a night job.

    `post` is what they are employed as ("" for a family member). It limits
    nothing by itself: rights come from the capacities they have to a case.
    """

    id: str
    name: str
    post: str = ""
    service: str = ""
    setting: str = ""
    second_factor: bool = False

    @property
    def signed_in(self) -> bool:
        """Whether we know who this is."""
        return bool(self.id)


NOBODY = Actor("", "Someone")
NIGHT_CLERK = Actor("night-clerk", "The night clerk", post="night clerk")


def capacities(actor: Actor, case) -> frozenset[str]:
    """Every capacity this actor holds to this case today.

    Families, schools and advisers hold theirs from the diary (PartyJoined);
    the council's own staff from their post and the allocation. A case that
    nobody has been given yet belongs to every caseworker, so that it cannot
    lie unseen; once given, to its own caseworker and whoever covers for them.
    """
    held = {"anyone"}
    if actor.signed_in:
        held.add("signed in")
    if actor.post == "night clerk":
        held.add("night clerk")
    if case is None:
        return frozenset(held | _from_post(actor))
    held |= {party.capacity for party in case.parties_of(actor)}
    return frozenset(held | _from_post(actor) | _from_allocation(actor, case))


def _from_post(actor):
    """What a post brings with it on every case."""
    return {
        "caseworker": {"council"},
        "send manager": {"council", "manager"},
        "head of send": {"council", "manager"},
        "panel member": {"panel member"},
        "service manager": {"service manager"},
        "head of service": {"service manager"},
        "agency lead": {"service manager", "agency lead"},
        "director": {"service manager"},
        "executive": {"service manager"},
        "adviser": {"adviser"},
        "school staff": {"school staff"},
        "administrator": {"administrator"},
    }.get(actor.post, set())


def _from_allocation(actor, case):
    """A caseworker's own cases, and those nobody has yet."""
    if actor.post == "caseworker" and case.ref and case.caseworker in ("", actor.id):
        return {"caseworker"}
    return set()
