"""What families do in a simulated year beside asking: they write, add, choose, reply, ask for more time, or stop."""

from datetime import timedelta

from casework.actions import messages, plan, promises, request
from casework.demonstration.life import working
from casework.law.clocks import deadlines
from casework.story import consent_record
from casework.telling import late_for_family, update_words

ONE_DAY = timedelta(days=1)
ON_A_PAGE = "on a page of the portal"


def strands(life):
    """What goes on in one family while their request does."""
    yield _writes(life)
    yield _is_told(life)
    if life.chance(30):
        yield _adds(life)
    if life.chance(15):
        yield _chooses(life)
    if life.chance(7):
        yield _stops(life)


def _writes(life):
    """A message every few weeks, answered within days, most of the time."""
    today = life.case.last_on
    while True:
        today = yield today + life.days(25, 90)
        words = "Is there anything new? We have not heard for a while."
        life.do(today, life.facts.parent, messages.write_to_the_council, sender=life.facts.parent, words=words)
        asked = list(life.case.family_messages)[-1]
        today = yield working(today + life.days(1, 7))
        said = {"sender": life.officer(today), "answers": (asked,)}
        if life.chance(80):
            words = "We are still waiting for one more piece of advice, and have asked for it."
            life.do(today, life.facts.caseworker, messages.answer_a_message, **said, words=words)
        elif life.chance(50):
            why = {"about": asked, "reason": "We spoke the same day."}
            life.do(today, life.facts.caseworker, messages.record_that_no_reply_is_needed, **why)


def _is_told(life):
    """While something is late the family is told how it goes, in time or not."""
    today = life.case.last_on
    while True:
        today = yield working(today + life.days(6, 12))
        running = deadlines(life.case.facts, life.case.excuses)
        names = {one.id: one.name for one in life.office.people.services()} if life.case.told_late else {}
        late = late_for_family(life.case, running, today, names) if names else ()
        if late and life.chance(85):
            said = {"sender": life.officer(today), "words": update_words(life.case, late, today)}
            life.do(today, life.facts.caseworker, promises.update_the_family, **said)


def _adds(life):
    """The family thinks of something else to tell us."""
    today = yield life.case.last_on + life.days(2, 40)
    words = "We forgot to say how hard the mornings are: shoes, noise and leaving the house."
    life.do(today, life.facts.parent, request.add_to_the_story, words=words)


def _chooses(life):
    """A choice about sharing, and another mind some weeks later."""
    today = life.case.last_on
    for choice in ("yes", "no"):
        today = yield today + life.days(5, 40)
        consent = consent_record("new workers", choice, today, told_how=ON_A_PAGE)
        life.do(today, life.facts.parent, request.record_consent, consent=consent)


def _stops(life):
    """The family takes the request back."""
    today = yield life.case.last_on + life.days(15, 120)
    if not life.case.final:
        life.do(today, life.facts.parent, request.withdraw_the_request, words="We are moving out of the area.")


def hears(life):
    """What a family does with a draft: most reply, some ask to meet or for more time, and some say nothing."""
    today = yield life.case.last_on + life.days(1, 5)
    if life.chance(15):
        until = plan.last_day_to_reply(life.case) + life.days(7, 15)
        life.do(today, life.facts.parent, plan.ask_for_more_time, person=life.facts.parent, until=until)
        today = yield working(today + ONE_DAY)
        life.do(today, life.facts.caseworker, plan.give_more_time, until=until)
    if life.chance(20):
        life.do(today, life.facts.parent, plan.ask_for_a_meeting, person=life.facts.parent, words="Please can we meet?")
        met_on = working(today + life.days(3, 10))
        today = yield working(met_on + life.days(0, 3))
        words = "We went through section F."
        life.do(today, life.facts.caseworker, plan.record_the_meeting, met_on=met_on, words=words)
    today = yield today + life.days(1, 9)
    if life.chance(80) and not life.case.final:
        said = {"F": "Please say who covers when they are away."}
        life.do(today, life.facts.parent, plan.reply_to_the_draft, person=life.facts.parent, comments=said)
