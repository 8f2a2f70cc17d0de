"""What is put right in a simulated year: a wrong entry struck out, details corrected, people changed, two requests."""

from datetime import timedelta

from casework.actions import joining, lateness, promises, request, upkeep
from casework.demonstration import words
from casework.demonstration.area import shut_for_weeks
from casework.demonstration.life import working

SIX_WEEKS = timedelta(weeks=6)
ONE_DAY = timedelta(days=1)


def strands(life):
    """What has to be put right on one case, or changes while it runs."""
    for of_100, strand in ((25, _wrong_note), (25, _spelling), (15, _another_caseworker), (15, _another_lead)):
        if life.chance(of_100):
            yield strand(life)
    if life.chance(12):
        yield _twin(life)
    if life.chance(10):
        yield _helped(life)
    if life.chance(8):
        yield _told_twice(life)
    if shut_for_weeks(life.facts.asked_on, life.facts.asked_on + SIX_WEEKS):
        yield _schools_shut(life)


def _wrong_note(life):
    """A note of a call about somebody else, struck out when it is seen."""
    today = yield working(life.case.last_on + life.days(3, 90))
    note = {"kind": "telephone call", "words": "The school rang about a place on Tuesdays."}
    life.do(today, life.facts.caseworker, upkeep.add_a_note, note=note)
    wrong = life.case.n
    today = yield working(today + life.days(1, 9))
    reason = "This call was about another child."
    life.do(today, life.facts.caseworker, upkeep.strike_out_an_entry, number=wrong, reason=reason)


def _spelling(life):
    """The child's name or number was written down wrongly."""
    today = yield working(life.case.last_on + life.days(3, 60))
    child = life.facts.child | {"preferred_name": life.facts.child["first_name"][:3]}
    life.do(today, life.facts.caseworker, request.correct_the_child, child=child)


def _another_caseworker(life):
    """The case is given to another caseworker, and the family is told."""
    today = yield working(life.case.last_on + life.days(20, 150))
    others = [each for each in ("demo-jo", "demo-priya", "demo-dan") if each != life.case.caseworker]
    life.do(today, "demo-sam", joining.allocate_a_caseworker, person=life.drawn.choice(others))


def _another_lead(life):
    """The lead professional leaves, and somebody else is named, in time or not."""
    today = yield working(life.case.last_on + life.days(20, 150))
    if life.case.lead:
        why = "They have moved to another area."
        life.do(today, life.facts.caseworker, promises.record_that_the_lead_left, why=why)
        today = yield working(today + life.days(3, 25))
        life.do(today, life.facts.caseworker, joining.name_the_lead_professional, person="demo-noor")


def _twin(life):
    """Another file looks like the same child, and an officer says how they know that it is not."""
    today = yield working(life.case.last_on + life.days(1, 10))
    other = f"EHC-{today.year}-0001"
    if other != life.case.ref:
        said = {"other": other, "reason": "They are twins: the nursery confirmed both dates of birth and both names."}
        life.do(today, life.facts.caseworker, joining.set_aside_a_duplicate, **said)


def _helped(life):
    """Somebody joins to help the family speak, until a day."""
    today = yield working(life.case.last_on + life.days(10, 60))
    helper = {"capacity": "supporter", "purpose": "helps the family to speak", "person": "demo-grace"}
    life.do(today, life.facts.caseworker, joining.join_the_case, **helper, until=today + life.days(20, 60))
    today = yield working(today + life.days(5, 15))
    life.do(today, life.facts.caseworker, joining.leave_the_case, person="demo-grace", capacity="supporter")


def _told_twice(life):
    """A professional asks for the same child some days later; the second file is closed and says where the first is."""
    today = yield working(life.case.last_on + life.days(2, 20))
    f, second = life.facts, life.beside()
    story = words.story(f.profile, f.child, f.pronoun, today)
    people = [{"person": f.parent, "capacity": f.capacity, "purpose": "the child’s parent"}]
    people += [{"person": "demo-bea", "capacity": "requester", "purpose": "asked for the assessment"}]
    asked = {"door": "professional", "child": f.child, "story": story, "people": people}
    second.do(today, "demo-bea", request.ask_for_an_assessment, **asked)
    today = yield working(today + life.days(1, 6))
    said = f"The family asked before this, and {life.case.ref} goes on."
    second.do(today, "demo-sam", request.withdraw_the_request, words=said)


def _schools_shut(life):
    """Schools are shut for four weeks or more in the six weeks: a ground the law allows, and no date moves."""
    today = yield working(life.case.last_on + life.days(15, 30))
    said = {"duty": "ASSESS_DECISION_6W", "about": "", "ground": "school shut for 4 weeks or more"}
    evidence = {"words": "The school is shut for the summer, and its records cannot be had."}
    life.do(today, life.facts.caseworker, lateness.record_an_excuse, **said, evidence=evidence)
