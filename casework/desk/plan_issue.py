"""What stands between a plan and its way out: what stops a draft, what a final plan needs, and what was sent."""

from dataclasses import dataclass
from datetime import timedelta

from casework import quality
from casework.actions.plan import FAMILY_TIME, last_day_to_reply, meeting_owed
from casework.desk import plan_hearing, plan_views
from casework.law.clocks import deadlines
from casework.law.explain import Explanation, explain
from casework.record.papers import Paper
from casework.record.plan import Plan
from casework.words import day, plural

REVIEW = "REV_FIRST_12M"
CHECKED_ABOVE = ("no school named", "health not agreed")


@dataclass(frozen=True)
class Check:
    """One thing the law asks before the final plan: whether it is so, in words, with the clause and where to go."""

    done: bool
    words: str
    clause: str
    more: str = ""
    go: str = ""
    why: Explanation | None = None


def serving(office, case, plan) -> dict:
    """What stops the draft, who gets it, when their time would end, and whether it differs from the one they have."""
    found = plan_views.looked_at(office, case, plan)
    return {
        "stops": [gap for gap in found if gap.stops],
        "later": [gap for gap in found if not gap.stops],
        "why_last": explain(FAMILY_TIME, office.today()),
        "people": plan_hearing.people(office, case),
        "same": bool(case.draft and case.draft.plan == Paper("plan", plan.to_content()).digest),
    }


def held(case, plan) -> dict:
    """The words that hold the final plan, each with its key; and how many a manager has let stand."""
    gates = quality.gates_on(plan, stand=case.wording_stands)
    return {"gates": gates, "stands": len(quality.gates_on(plan)) - len(gates)}


def checklist(office, case, plan) -> list[Check]:
    """Everything the law asks before a final plan, each with where it stands today."""
    if not case.draft:
        return [Check(False, "No draft has been served.", "CFA s.38(1)", go="serving.serve")]
    return [
        _heard(office, case),
        _met(case),
        _consulted(office, case, plan),
        _agreed(plan),
        _complete(office, case, plan),
        _worded(case, plan),
    ]


def _heard(office, case) -> Check:
    """The family's time."""
    last = last_day_to_reply(case)
    over, clause = office.today() > last, "SEND Regs reg 13(1)(a)"
    words = f"The family has until the end of {day(last)}. You can issue from {day(last + timedelta(days=1))}."
    if over:
        words = f"The family’s time to reply ended on {day(last)}."
    return Check(over, words, clause, _replies(case), why=explain(FAMILY_TIME, case.draft.on))


def _replies(case) -> str:
    """How often they replied."""
    return (
        f"They replied {plural(len(case.replies), 'time')}. Read what they said."
        if case.replies
        else "They have not replied. Silence is not agreement."
    )


def _met(case) -> Check:
    """A meeting, where they asked for one."""
    clause = "SEND Regs reg 13(1)(b)"
    if meeting_owed(case):
        return Check(False, "The family asked for a meeting. Hold it and write it down.", clause, go="serving.meeting")
    held = any(what == "held" for what, _, _ in case.meetings)
    return Check(
        True,
        "The meeting the family asked for was held." if held else "The family has not asked for a meeting.",
        clause,
    )


def _consulted(office, case, plan) -> Check:
    """The setting to be named, asked; and what it said."""
    setting, clause = plan.placement.setting if plan.placement else "", "CFA ss.39(2), 40(3)"
    if not plan.placement:
        return Check(
            False, "Section I is empty. Choose the school or college, or the type.", "CFA s.38(5)", go="serving.place"
        )
    if not setting:
        return Check(
            True,
            f"Section I says: {plan.placement.name or plan.placement.type}.",
            clause,
            _wanted(case),
            go="serving.place",
        )
    if setting not in case.consultations:
        return Check(
            False, f"{plan.placement.name} has not been asked about being named.", clause, go="schools.consult"
        )
    answer = plan_hearing.ANSWERS[case.consultations[setting].answer]
    return Check(
        True, f"{plan.placement.name} was asked. Its answer: {answer}.", clause, _wanted(case), go="serving.place"
    )


def _wanted(case) -> str:
    """A reminder of the school or college the family wants."""
    return (
        f"The family asked for {case.preferred_name}. "
        "It must be named unless the law allows a reason not to (s.39(3), (4))."
        if case.preferred_name
        else ""
    )


def _agreed(plan) -> Check:
    """Section G, agreed by the commissioner."""
    waiting = [line.ref for line in plan.provisions_in("G") if not line.agreed_by]
    if waiting:
        return Check(
            False,
            f"The commissioning body has not agreed {', '.join(waiting)}.",
            "SEND Regs reg 12(2)",
            go="plan.whole",
        )
    words = (
        "Everything in section G is agreed by its commissioner."
        if plan.provisions_in("G")
        else "Section G has nothing to be agreed."
    )
    return Check(True, words, "SEND Regs reg 12(2)")


def _complete(office, case, plan) -> Check:
    """Nothing missing that the law wants in a final plan."""
    found = plan_views.looked_at(office, case, plan, final=True)
    missing = [gap for gap in found if gap.stops and gap.check not in CHECKED_ABOVE]
    if missing:
        more = " ".join(gap.sentence for gap in missing)
        return Check(
            False, f"{plural(len(missing), 'thing')} missing from the plan.", "SEND Regs reg 12", more, go="plan.whole"
        )
    return Check(True, "The plan has everything the law asks of a final plan.", "SEND Regs reg 12")


def _worded(case, plan) -> Check:
    """No words that promise nothing, but for those a manager let stand."""
    there, clause = held(case, plan), "SEND Code 9.61 and 9.69"
    if there["gates"]:
        words = f"{plural(len(there['gates']), 'place')} in the words of the plan {_hold(there['gates'])} it."
        return Check(False, words, clause, "They are listed below.", go="serving.wording")
    if there["stands"]:
        return Check(True, f"A manager let {plural(there['stands'], 'wording')} stand, with a reason.", clause)
    return Check(True, "No words of the plan hold it.", clause)


def _hold(gates) -> str:
    return "holds" if len(gates) == 1 else "hold"


def issued(office, case) -> dict:
    """The final plan as it went: its words, its print, the letters owed with it, and the first review."""
    plan = Plan.from_content(office.papers.read(case.ref, case.final.plan).content)
    review = next((each for each in deadlines(case.facts, case.excuses) if each.duty.id == REVIEW), None)
    letters = [row for row in office.post.of_case(case.ref) if row.letter.startswith("final-plan")]
    names = office.people.names([row.person for row in letters if row.person])
    services = {service.id: service.name for service in office.people.services()}
    places = {setting.id: setting.name for setting in office.people.settings()}
    sent = [
        (names.get(row.person) or services.get(row.service) or places.get(row.setting) or row.to, row.how, row.state)
        for row in letters
    ]
    return {
        "plan": plan,
        "print_": plan_hearing.print_of(office, case, case.final, "final"),
        "review": review,
        "sent": sent,
    }
