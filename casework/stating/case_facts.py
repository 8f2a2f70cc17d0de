"""Facts about the request, its dates and what comes next."""

from datetime import timedelta

from casework.law.counting import add_working_days
from casework.stating.known import states
from casework.story import story_lines

REPLY_TO_PARTNERS = 10  # working days: local, so that what they know reaches us before the decision
UPDATE_FAMILY = 5  # working days until we tell a family more about something late


@states("received_on", after=("RequestReceived", "RequestAcknowledged", "PartnersTold"))
def _received(now):
    return now.case.requested_on


@states("decide_by")
def _decide_by(now):
    return now.due("ASSESS_DECISION_6W")


@states("plan_decision_by")
def _plan_decision_by(now):
    return now.due("PLAN_REFUSAL_16W")


@states("final_by")
def _final_by(now):
    return now.due("PLAN_FINAL_20W")


@states("draft_by")
def _draft_by(now):
    """The last day on which a draft leaves the family its 15 days before the 20 weeks are up."""
    return now.due("PLAN_FINAL_20W") - timedelta(days=15)


@states("review_by")
def _review_by(now):
    """The last day for the next review: of the reviews that are owed, the one that runs from the latest."""
    reviews = [each for each in now.running if each.duty.id in ("REV_FIRST_12M", "REV_SUBSEQ_12M") and each.is_open]
    return max(each.due for each in reviews)


@states("met_on")
def _met_on(now):
    return now.paper(now.entry.reasons)["met_on"]


@states("tell_us_by")
def _tell_us_by(now):
    return min(add_working_days(now.today, REPLY_TO_PARTNERS), now.due("ASSESS_DECISION_6W"))


@states("update_by")
def _update_by(now):
    return add_working_days(now.today, UPDATE_FAMILY)


@states("withdrawn_on")
def _withdrawn_on(now):
    return now.entry.on


@states("since", "served_on")
def _on(now):
    return now.entry.on


@states("next_step")
def _next_step(now):
    first = _first(now)
    return first.duty.duty if first else "see what has come in"


@states("next_by")
def _next_by(now):
    first = _first(now)
    return first.due if first else add_working_days(now.today, UPDATE_FAMILY)


def _first(now):
    """The open duty of the council's own that falls due first."""
    ours = [each for each in now.running if each.is_open and each.duty.owed_by == "authority" and each.due]
    return min((each for each in ours if each.duty.limit == "no later than"), key=lambda each: each.due, default=None)


@states("asked_by")
def _asked_by(now):
    """Who asked, when it was not the family themselves."""
    words = {"setting": now.child.get("setting_name") or "the school or college", "professional": "a professional"}
    return words.get(now.case.door, "")


@states("keyed_from")
def _keyed_from(now):
    return now.entry.keyed_from


@states("words", after=("RequestReceived",))
def _answers(now):
    """What was keyed, as pairs of question and answer."""
    return [(question, words) for _, question, words in story_lines(now.paper(now.entry.story))]


@states("told", after=("PartnersTold",))
def _partners(now):
    school = now.child.get("setting_name")
    return ["the local health service", "social care", *([school] if school else [])]


@states("reply_by", after=("DraftPlanServed",))
def _reply_by(now):
    return max(each.due for each in now.running if each.duty.id == "DRAFT_REPS_15D")


@states("reply_by", after=("SettingConsulted",))
def _setting_reply_by(now):
    return now.due("CONSULT_SETTING_15D", now.entry.about)


@states("reply_by", after=("MessageSent", "FamilyMessageAnswered"))
def _no_day(_now):
    return None


@states("until")
def _until(now):
    return now.entry.until
