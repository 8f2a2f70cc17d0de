"""Facts about what we promised: lateness told, the next update, messages, a lead who left, a new caseworker."""

import base64

from casework.law.counting import add_working_days
from casework.promises import LEAD, REPLY, UPDATE
from casework.stating.known import states
from casework.tables import rows
from casework.words import day, opening

LATENESS = ("FamilyToldOfLateness", "FamilyUpdated")
SOON = 5  # working days: where the day we promised has passed already, the letter gives a new one


@states("late", after=("FamilyToldOfLateness",))
def _late(now):
    """What is late, in the words of telling.csv."""
    said = {row["duty"]: row["late for the family"] for row in rows("telling")}[now.entry.about]
    return opening(said.format(due=day(now.due(now.entry.about))))


@states("update_by", after=LATENESS)
def _update_by(now):
    """The day by which the family hears how it is going, from this letter on."""
    return max(each.due for each in now.running if each.duty.id == UPDATE and each.about in now.entry.concerns)


@states("update_by", after=("Chased",))
def _promised_by(now):
    """The day that the promise runs to already, where a rung writes to a family that was told before."""
    mine = [each for each in now.running if each.duty.id == UPDATE and each.about == now.entry.about and each.is_open]
    ahead = [each.due for each in mine if each.due > now.today]
    return min(ahead, default=add_working_days(now.today, SOON))


@states("final_by", after=LATENESS)
def _final_by(now):
    """The day for the final plan while it is owed and still to come."""
    owed = [each.due for each in now.running if each.duty.id == "PLAN_FINAL_20W" and each.is_open]
    return next((due for due in owed if due >= now.today), None)


@states("reply_by", after=("FamilyMessageReceived",))
def _reply_by(now):
    return now.due(REPLY, now.entry.about)


@states("named_by", after=("LeadProfessionalLeft",))
def _named_by(now):
    return max(each.due for each in now.running if each.duty.id == LEAD)


@states("before", after=("CaseworkerAllocated",))
def _before(now):
    """The caseworker before this one, by name; nothing for the first."""
    return now.name(now.before.caseworker)


@states("photo", after=("CaseworkerAllocated",))
def _photo(now):
    """Their photograph as an address that stands in the page itself, where they gave one."""
    digest = now.office.people.person(now.entry.about).photo
    if not digest:
        return ""
    picture, media_type = now.office.cabinet.get(digest), now.office.cabinet.media_type(digest)
    return f"data:{media_type};base64,{base64.b64encode(picture).decode()}"
