"""What services do with a request for advice in a simulated year: in time, late, never, nothing to say, sent back."""

from datetime import timedelta

from casework import advising
from casework.actions import advice, asking_again, lateness, upkeep
from casework.chasing import still_owed

# How many requests in a hundred go which way; the others come in time.
FATES = (("late", 17), ("never", 6), ("nothing", 7), ("wrong team", 4), ("sent back", 5), ("by post", 5), ("struck", 4))
ALWAYS_COMES = ("education_setting", "early_years_setting", "educational_psychology")
ENOUGH = "existing_advice_sufficient"  # says that something else was given, which a made-up file does not hold
LEADS = {"health": "demo-omar", "social care": "demo-joan", "psychology": "demo-paul"}
ONE_DAY = timedelta(days=1)


def strand(life, about: str):
    """Everything that comes of one request for advice."""
    request = life.case.advice[about]
    fate = _fate(life, request.kind)
    adviser = life.adviser(request.kind)
    today = yield _here(life, adviser, request.asked_on + life.days(1, 6))
    if fate == "never":
        yield from _never(life, about, adviser, today=today)
        return
    life.do(today, adviser, advice.confirm_the_story_read, about=about, person=adviser)
    if fate in ("nothing", "wrong team") and (reply := _reply(request.kind, fate)):
        life.do(today, adviser, advice.give_a_first_response, about=about, **_answered(reply, today))
        yield from (_nothing if fate == "nothing" else _wrong_team)(life, about, today=today)
        return
    wait = life.days(20, 75) if fate == "late" else life.days(5, 15)
    comes = _here(life, adviser, max(today, request.asked_on + wait))
    first = life.to_follow(request.kind, comes)
    if fate != "late" or life.chance(50):
        life.do(today, adviser, advice.give_a_first_response, about=about, **first)
    if fate == "struck":
        today = yield from _for_another_child(life, about, adviser, first=first)
    if fate == "late":
        today = yield from _explains(life, about, adviser, comes=comes)
    today = yield max(today, comes)
    yield from _comes(life, about, adviser, fate=fate, today=today)


def _fate(life, kind) -> str:
    """Which way one request goes; "" is in time."""
    place = life.drawn.randrange(100)
    for fate, of_100 in FATES:
        if place < of_100:
            return "" if kind in ALWAYS_COMES and fate in ("never", "nothing", "wrong team") else fate
        place -= of_100
    return ""


def _here(life, adviser, day):
    """The first day from this one on that an adviser is at work, and at school where they work at one."""
    return life.area.here(adviser, life.facts.setting if adviser == life.school() else "", day)


def _reply(kind, fate):
    """The reply that says there is nothing, or that this is the wrong team, for a kind of advice; none for some."""
    for each in advising.first_responses(kind):
        if each.code == "misdirected" if fate == "wrong team" else each.closes and each.code != ENOUGH:
            return each
    return None


def _answered(reply, today) -> dict:
    """A reply with every question it asks answered."""
    said = {"date": today.isoformat(), "confirm": "yes"}
    words = "We looked at our records for this child and asked the people who would know."
    answers = {each.name: each.options[0].value if each.options else said.get(each.kind, words) for each in reply.needs}
    return {"response": reply.code, "answers": answers}


def _nothing(life, about, *, today):
    """A reply that says there is nothing; the agency's lead puts their name to it where it must be."""
    request = life.case.advice[about]
    if advising.needs_countersign(request.kind, request.response):
        agency = next(agency for kind, _, agency, _ in life.facts.kinds if kind == request.kind)
        today = yield today + life.days(1, 8)
        life.do(today, LEADS[agency], advice.countersign_a_response, about=about, person=LEADS[agency])


def _wrong_team(life, about, *, today):
    """The request went to the wrong people: it is taken back and made again, and the time starts again for them."""
    request = life.case.advice[about]
    today = yield today + life.days(1, 4)
    caseworker = life.facts.caseworker
    words = "This went to the wrong part of the service."
    life.do(today, caseworker, advice.withdraw_a_request_for_advice, about=about, words=words)
    kind, service, agency, _ = next(each for each in life.facts.kinds if each[0] == request.kind)
    life.do(today, caseworker, advice.ask_for_advice, advice=kind, service=service, agency=agency)
    life.begin(strand(life, list(life.case.advice)[-1]))


def _for_another_child(life, about, adviser, *, first):
    """The first response was about another child: the caseworker strikes it out, and it is given again days later."""
    wrong, today = life.case.n, life.case.last_on
    reason = "This reply is about another child of the same name."
    life.do(today, life.facts.caseworker, upkeep.strike_out_an_entry, number=wrong, reason=reason)
    today = yield _here(life, adviser, today + life.days(2, 8))
    life.do(today, adviser, advice.give_a_first_response, about=about, **first)
    return today


def _explains(life, about, adviser, *, comes):
    """An adviser says why it is late and gives a day, which is often not kept."""
    today = yield _here(life, adviser, life.case.advice[about].asked_on + life.days(14, 20))
    why = life.drawn.choice(("staff absence", "vacancy", "waiting list (not lawful)"))
    promised = max(today, comes - life.days(0, 12))
    life.do(today, adviser, lateness.explain_lateness, about=about, reason=why, expected=promised)
    return today


def _never(life, about, adviser, *, today):
    """Nothing comes. Somebody may be named, a ground may be found that the law allows, a manager may settle it."""
    life.do(today, life.facts.caseworker, advice.name_the_adviser, about=about, person=adviser)
    today = yield from life.officer_here(today + life.days(12, 30))
    if still_owed(life.case, life.case.advice[about]):
        pressed = {"person": life.officer(today), "time": "10:00", "holders": {}}
        life.do(today, life.facts.caseworker, asking_again.chase_now, about=about, **pressed)
    today = yield today + life.days(6, 30)
    if life.chance(30):
        said = {"duty": "ASSESS_ADVICE_6W", "about": about, "ground": "missed appointment"}
        evidence = {"words": "Two appointments were offered, and the family could not come to either."}
        life.do(today, life.facts.caseworker, lateness.record_an_excuse, **said, evidence=evidence)
    elif life.case.advice[about].level:
        words = "We have agreed to go on with what the school and the psychologist have told us."
        life.do(today, "demo-sam", lateness.settle_chasing, about=about, words=words)


def _comes(life, about, adviser, *, fate, today):
    """The advice comes: through the portal, or by post and typed in late; and sometimes it must be sent back."""
    kind = life.case.advice[about].kind
    by, said = adviser, {"advice": life.written(kind, today)}
    if fate == "by post":
        came = today
        today = yield from life.officer_here(today + life.days(1, 5))
        by, said = life.facts.caseworker, said | {"received_on": came, "behalf": adviser}
    life.do(today, by, advice.submit_advice, about=about, **said)
    if fate == "sent back":
        why = {"reason": "a part is missing", "words": "Please say how often, for how long, and who gives the help."}
        wait = life.days(4, 12)
        life.do(today, life.facts.caseworker, advice.return_advice, about=about, **why, missing_by=today + wait)
        today = yield _here(life, adviser, today + wait + life.days(0, 6))
        life.do(today, adviser, advice.submit_advice, about=about, advice=life.written(kind, today))
