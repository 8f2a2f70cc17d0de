"""What the demonstration area promised its families: each promise kept, coming and broken, by deeds on their days."""

from datetime import date, timedelta

from casework import promises
from casework.actions import carry_out
from casework.actions.joining import allocate_a_caseworker, name_the_lead_professional
from casework.actions.messages import answer_a_message, record_that_no_reply_is_needed, write_to_the_council
from casework.actions.promises import (
    note_the_family_was_told,
    record_that_the_lead_left,
    tell_the_family_of_lateness,
    update_the_family,
)
from casework.law.clocks import deadlines
from casework.record.people import NIGHT_CLERK, POST_ROOM, Actor
from casework.telling import late_for_family, update_words

BEHIND = "demo-dan"  # the caseworker who has not kept up with telling families how it is going
ONE_DAY = timedelta(days=1)
FRIDAY = 4


def next_day(case, caseworker: str) -> date | None:
    """The next day on which the night clerk tells this family of lateness, or its caseworker how it is going."""
    running = deadlines(case.facts, case.excuses)
    owed = [each.due - ONE_DAY for each in running if each.duty.id == promises.UPDATE and each.is_open]
    days = [promises.next_look(case, running), min(owed, default=None) if caseworker != BEHIND else None]
    return min((day for day in days if day), default=None)


def keep(office, case, caseworker: Actor):
    """What is promised by tonight or tomorrow: lateness told, and how it is going. Answers with the case afterwards."""
    today, running = office.today(), deadlines(case.facts, case.excuses)
    look = promises.next_look(case, running)
    if look and look <= today:
        case = carry_out(office, NIGHT_CLERK, tell_the_family_of_lateness, case.ref)
    owed = [each for each in running if each.duty.id == promises.UPDATE and each.is_open]
    if caseworker.id == BEHIND or not any(each.due - ONE_DAY <= today for each in owed):
        return case
    names = {one.id: one.name for one in office.people.services()}
    late = late_for_family(case, deadlines(case.facts, case.excuses), today, names)
    told = {"sender": caseworker.id, "words": update_words(case, late, today)}
    return carry_out(office, caseworker, update_the_family, case.ref, **told) if late else case


class Promising:
    """Adds to a life what was promised and became of it, so many days before the last day of the area."""

    def __init__(self, life, on, *, last_day: date):
        self._life, self._on, self._last = life, on, last_day
        self.parent, self.officer = life.facts.parent, life.facts.caseworker
        self.other = next(who for who in ("demo-jo", "demo-priya") if who != self.officer)

    def has_room(self, back: int) -> bool:
        """Whether nothing has happened in the case since that many days before the last."""
        return self._life.case.last_on <= self._day(back) and not self._life.case.is_closed

    def _day(self, back) -> date:
        """So many days before the last, or the Friday before a weekend."""
        day = self._last - timedelta(days=back)
        return day - timedelta(days=max(0, day.weekday() - FRIDAY))

    def at(self, back: int, by, deed, **details):
        """One deed, so many days before the last."""
        office = self._on(self._life.office, self._day(back))
        actor = by if isinstance(by, Actor) else self._life.actor(by)
        self._life.case = carry_out(office, actor, deed, self._life.case.ref, **details)
        return self._life.case

    def wrote(self, back: int, words: str) -> str:
        """The family wrote to us; answers with the name of the message."""
        case = self.at(back, self.parent, write_to_the_council, sender=self.parent, words=words)
        return list(case.family_messages)[-1]

    def changed(self, back: int) -> dict:
        """The case was given to somebody else."""
        self.at(back, "demo-sam", allocate_a_caseworker, person=self.other)
        return {"about": self.other, "person": self.parent}


def answered(p):
    """A message that was answered in time, one that needed no reply, and one that waits."""
    asked = p.wrote(9, "Can you tell me who will visit us, and on which day?")
    reply = {"sender": p.officer, "answers": (asked,), "words": "Yes. I will call you on Thursday with both."}
    p.at(8, p.officer, answer_a_message, **reply)
    thanks = p.wrote(7, "Thank you, that helps.")
    p.at(6, p.officer, record_that_no_reply_is_needed, about=thanks, reason="They said thank you.")
    p.wrote(1, "We have moved house. Do you need our new address?")


def unanswered(p):
    """A message that nobody answered."""
    p.wrote(12, "The school says that it has not heard from you. What happens next?")


def told(p):
    """A new caseworker, of whom the family was told on the same day."""
    p.at(25, POST_ROOM, note_the_family_was_told, how="email", **p.changed(25))


def untold(p):
    """A new caseworker, of whom the family was not told."""
    p.changed(20)


def told_today(p):
    """A new caseworker since today: the family is told when the worker has sent the letter."""
    p.changed(0)


def lead_left(p):
    """A lead professional who has just left."""
    p.at(3, p.officer, record_that_the_lead_left, why="They have moved to another area.")


def lead_missing(p):
    """A lead professional who left long ago, and nobody since."""
    p.at(30, p.officer, record_that_the_lead_left, why="They have left the service.")


def lead_followed(p):
    """A lead professional who left and was followed in time."""
    p.at(40, p.officer, record_that_the_lead_left, why="They have left the service.")
    p.at(33, p.officer, name_the_lead_professional, person="demo-joan")


SCENES = (
    (answered, 9), (unanswered, 12), (told, 25), (untold, 20), (lead_left, 3), (lead_missing, 30), (lead_followed, 40),
    (told_today, 0),
)  # fmt: skip


def add_a_scene(life, on, place: int, *, last_day: date) -> None:
    """One of the scenes, by the place of the case among all; messages where the case has no room for that."""
    adds = Promising(life, on, last_day=last_day)
    for scene, back in (SCENES[place % len(SCENES)], SCENES[0], SCENES[1]):
        needs_a_lead = scene in (lead_left, lead_missing, lead_followed)
        if adds.has_room(back) and (life.case.lead or not needs_a_lead):
            return scene(adds)
