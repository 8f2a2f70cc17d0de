"""Who joins a case because of a request, and in what capacity: the asker, the family, the young person, the school."""

from dataclasses import dataclass

from casework import story
from casework.actions.request import rights_are_the_young_persons

FAMILY_DOORS = ("parent", "young_person")
DECIDES = "is the young person this is about, and decides"
LEARNS = "is where the child or young person learns"
REQUESTER, YOUNG_PERSON, PARENT, CHILD = "requester", "young person", "parent", "child"
OWN_ANSWER = {"other parent": "other_parent", "family": "family", "supporter": "supporter"}


@dataclass(frozen=True)
class Asking:
    """The answers at one door, the child they are about, and whether the rights are the young person’s own."""

    door: str
    answers: dict
    child: dict
    theirs: bool

    def said(self, field: str) -> dict:
        """The answer to a question with several boxes; nothing in any of them when it was not answered."""
        answer = self.answers.get(field)
        return answer if isinstance(answer, dict) else {}


def joined(office, actor, door: str, answers: dict, *, keyed: bool = False) -> list[dict]:
    """The people of a request as the deed wants them: {person, capacity, purpose, setting}, the asker first.

    Whoever is not in the register yet is enrolled. `actor` is the one who asks, or,
    when it is keyed, the officer. Nobody is joined whom it would be unsafe to write to.
    """
    child = story.identity_of(door, answers)
    asking = Asking(door, answers, child, rights_are_the_young_persons(child["born"], office.today()))
    found = [_placed(who, asking) for who in story.people_of(door, answers) if _safe(who, asking)]
    if door == "parent" and asking.theirs:
        found.append(_young_person(child))
    own = "" if keyed else _own_account(actor, door)
    people = []
    for who in found:
        person = own if own and who["who"] == "asker" else _enrolled(office, actor, who, asking)
        people.append({"person": person, "capacity": who["capacity"], "purpose": who["purpose"]})
    return people + _settings(asking)


def _safe(who, asking) -> bool:
    """A family is not written to when a professional says that telling them would put someone at risk."""
    return who["who"] == "asker" or asking.answers.get("unsafe_to_tell") != "yes"


def _placed(who, asking):
    """A person of the request in the capacity the law gives them.

    A school or a professional who asks is the requester: what they are to the
    case afterwards follows from being asked for advice. Once the rights are the
    young person’s, a parent who asks is the requester too, and whoever a school
    names as the family is the young person (s.83(2); Code 8.13 to 8.18). Somebody
    who asks for themselves before that day has come to our attention (s.24).
    """
    asks = who["who"] == "asker"
    if asking.door not in FAMILY_DOORS:
        return who | {"capacity": REQUESTER if asks else YOUNG_PERSON if asking.theirs else PARENT}
    if asks and asking.door == "young_person" and not asking.theirs:
        return who | {"capacity": CHILD}
    if asking.door == "parent" and asking.theirs and who["capacity"] == PARENT:
        return who | {"capacity": REQUESTER}
    return who


def _young_person(child):
    """A young person for whom a parent asked: we write to them where they live."""
    name = f"{child['first_name']} {child['last_name']}".strip()
    return {"who": "young person", "name": name, "capacity": YOUNG_PERSON, "purpose": DECIDES, "email": "", "phone": ""}


def _own_account(actor, door) -> str:
    """The account the case joins: a family member’s at a family’s door, and anybody’s at work at the other two."""
    return actor.id if actor.signed_in and bool(actor.post) != (door in FAMILY_DOORS) else ""


def _enrolled(office, actor, who, asking) -> str:
    """The register’s id of somebody, enrolled now when they are not in it."""
    enrolled = office.people.enrol(
        name=who["name"],
        by=actor.id,
        email=_own_email(who, asking),
        phone=who["phone"],
        address=_address(who, asking),
        language=_language(who, asking),
        prefers=str(_contact(who, asking).get("prefer") or ""),
    )
    return enrolled.id


def _own_email(who, asking) -> str:
    """An email address is one person’s: a second one who gives the asker’s is written to by post."""
    asker = next(each for each in story.people_of(asking.door, asking.answers) if each["who"] == "asker")
    shared = who["who"] != "asker" and who["email"].casefold() == asker["email"].casefold()
    return "" if shared else who["email"]


def _contact(who, asking) -> dict:
    """What was said about reaching the asker."""
    return (asking.said("your_contact") or asking.said("contact")) if who["who"] == "asker" else {}


def _address(who, asking) -> str:
    """Where somebody lives: where they say, or with the child. Helpers and people at work have no home here."""
    if who["who"] == "supporter" or (who["who"] == "asker" and asking.door not in FAMILY_DOORS):
        return ""
    return asking.said(OWN_ANSWER.get(who["who"], "")).get("address") or asking.child["address"]


def _language(who, asking) -> str:
    """The language a family likes to use, from whoever told us of it."""
    said = asking.answers.get("language", "")
    if who["who"] == "family":
        return asking.said("language").get("language", "")
    return said if who["who"] == "asker" and isinstance(said, str) else ""


def _settings(asking) -> list[dict]:
    """The school or college they go to, when it was chosen from the list."""
    chosen = asking.said("setting_id") or asking.said("setting")
    if not chosen.get("setting"):
        return []
    return [{"person": "", "capacity": "setting attended", "purpose": LEARNS, "setting": chosen["setting"]}]
