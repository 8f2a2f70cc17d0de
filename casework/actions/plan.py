"""The plan: served as a draft, heard, and issued once the law allows."""

from datetime import timedelta

from casework import quality
from casework.errors import Refusal
from casework.law.clocks import deadlines, window_over
from casework.record import entries as kinds
from casework.record.papers import Paper
from casework.record.plan import Plan, gaps

FAMILY_TIME = "DRAFT_REPS_15D"


def serve_the_draft(case, today, *, plan, others=()):
    """The draft goes to the family with all the advice (s.38(1), (5); reg 13(1)). `plan` is its content.

    `others` are names of other children, which must not be in it. Raises Refusal with
    the first thing that the law needs and the draft lacks.
    """
    _complete(case, today, plan, final=False, others=others)
    paper = Paper("plan", plan)
    if case.draft and case.draft.plan == paper.digest:
        raise Refusal("This is the same draft that the family already has.")
    number = str(len(case.drafts) + 1)
    return [paper, kinds.DraftPlanServed(on=today, about=number, plan=paper.digest)]


def _complete(case, today, plan, *, final, others):
    """Go on when nothing the law needs is missing, or raise Refusal with what is."""
    looked = {"on": today, "accepted": accepted(case), "others": others}
    missing = [gap for gap in gaps(Plan.from_content(plan), final=final, **looked) if gap.stops]
    if missing:
        more = (
            f" There {'is' if len(missing) == 2 else 'are'} {len(missing) - 1} more to put right."
            if missing[1:]
            else ""
        )
        raise Refusal(f"{missing[0].sentence}{more}")


def accepted(case) -> tuple[str, ...]:
    """The requests whose advice, or reply, was accepted: section K must list each (reg 12(4))."""
    return tuple(about for about, advice in case.advice.items() if advice.accepted_on)


def reply_to_the_draft(case, today, *, person, comments):
    """A parent or young person says what they think, section by section. `comments` maps a section to words."""
    said = {section: words for section, words in comments.items() if str(words).strip()}
    if not said:
        raise Refusal("Write at least one comment, or say that you agree with the draft.", "comments")
    paper = Paper("reply", {"draft": case.draft.number, "comments": said})
    return [paper, kinds.FamilyReplied(on=today, about=person, paper=paper.digest)]


def ask_for_a_meeting(case, today, *, person, words=""):
    """The family asks to meet an officer about the draft (reg 13(1)(b)); we may not refuse."""
    paper = Paper("meeting", {"person": person, "words": words})
    return [paper, kinds.MeetingAskedFor(on=today, about=person, paper=paper.digest)]


def record_the_meeting(case, today, *, met_on, words):
    """We met the family about the draft."""
    if met_on > today or met_on < case.draft.on:
        raise Refusal("The day of the meeting must be between the day of the draft and today.", "met_on")
    paper = Paper("meeting", {"words": words})
    return [paper, kinds.MeetingHeld(on=met_on, paper=paper.digest)]


def ask_for_more_time(case, today, *, person, until, words=""):
    """The family asks for longer than the 15 days."""
    if until <= today:
        raise Refusal("Choose a day in the future.", "until")
    paper = Paper("more time", {"person": person, "until": until.isoformat(), "words": words})
    return [paper, kinds.MoreTimeAskedFor(on=today, about=person, paper=paper.digest)]


def give_more_time(case, today, *, until):
    """We give the family longer: never less than the law gives."""
    least = last_day_to_reply(case)
    if until <= least:
        raise Refusal("The family already has until that day or longer.", "until")
    return [kinds.MoreTimeGiven(on=today, until=until)]


def last_day_to_reply(case):
    """The family's last day to reply to the draft they have: 15 days counting the first, or longer if we gave it."""
    windows = [each for each in deadlines(case.facts, ()) if each.duty.id == FAMILY_TIME]
    last = max(each.due for each in windows)
    return max(last, case.more_time_until) if case.more_time_until else last


def prefer_a_setting(case, today, *, setting, name):
    """The family asks for a school or college to be named (s.38(2)(b)(ii))."""
    if not setting and not name.strip():
        raise Refusal("Choose a school or college, or write its name.", "setting")
    return [kinds.SettingPreferred(on=today, about=setting, name=name)]


def issue_the_final_plan(case, today, *, plan, others=()):
    """The final plan goes to the family, the setting and health (reg 13(2)). `others` are names of other children.

    Raises Refusal when the family's time is not up, a meeting they asked for has
    not been held, the setting to be named was not consulted (s.39, s.40),
    something the law needs is missing, or words are there that no manager let stand.
    """
    if not window_over(deadlines(case.facts, ()), FAMILY_TIME, today) or today <= last_day_to_reply(case):
        last = last_day_to_reply(case)
        first = _day(last + timedelta(days=1))
        raise Refusal(f"The family has until the end of {_day(last)} to reply. You can issue from {first}.")
    if meeting_owed(case):
        raise Refusal(
            "The family asked for a meeting about the draft. Hold it and record it before you issue the plan."
        )
    setting = (plan.get("placement") or {}).get("setting", "")
    if setting and setting not in case.consultations:
        raise Refusal("This school or college has not been consulted about being named. Ask it first.")
    _complete(case, today, plan, final=True, others=others)
    _worded(case, plan)
    paper = Paper("plan", plan)
    return [paper, kinds.FinalPlanSent(on=today, about="1", plan=paper.digest, setting=setting)]


def _worded(case, plan):
    """Go on when no words hold the plan that a manager has not let stand, or raise Refusal with the first."""
    held = quality.gates_on(Plan.from_content(plan), stand=case.wording_stands)
    if held:
        says = f"{held[0].ref} says “{held[0].mark.phrase}”. {held[0].mark.why}"
        more = f" There {'is' if len(held) == 2 else 'are'} {len(held) - 1} more." if held[1:] else ""
        raise Refusal(f"{says} Change it, or ask a manager to let it stand.{more}")


def let_wording_stand(case, today, *, plan, gates, reason):
    """A manager lets words stand that hold the final plan, with a reason. `gates` are their keys.

    It is for these very words: when they change, the plan waits again. Raises Refusal
    without a reason, or when none of the words chosen holds the plan.
    """
    if not reason.strip():
        raise Refusal("Say why the words can stand.", "reason")
    held = quality.gates_on(Plan.from_content(plan), stand=case.wording_stands)
    chosen = [each for each in held if each.key in gates]
    if not chosen:
        raise Refusal("Choose which words can stand.", "gates")
    stands = [{"line": each.ref, "rule": each.mark.rule, "words": each.mark.phrase} for each in chosen]
    paper = Paper("wording", {"reason": reason, "stands": stands})
    return [paper, kinds.WordingLetStand(on=today, gates=tuple(each.key for each in chosen), paper=paper.digest)]


def meeting_owed(case):
    """Whether the family asked for a meeting that has not been held since."""
    asked = [on for what, _, on in case.meetings if what == "asked for"]
    held = [on for what, _, on in case.meetings if what == "held"]
    return bool(asked) and (not held or max(held) < max(asked))


def _day(day):
    """Mon 2 November 2026."""
    return f"{day:%a} {day.day} {day:%B %Y}"
