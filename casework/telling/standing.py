"""Where a case stands today: the step, who has it and since when, what comes next and by when, what is late."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from casework.law.clocks import Deadline
from casework.law.rights import last_day_to_appeal
from casework.law.timetable import duty_called
from casework.record.case import Case
from casework.telling.lateness import Late, lateness_of, whom
from casework.telling.promised import Promised, promised
from casework.telling.rows import DESK, FAMILY, beads, duty_row, stage_row, stage_words
from casework.words import listed, opening

FAMILY_TIME = "DRAFT_REPS_15D"
FULL, LEGAL = "LOCAL_DETAILED_10WD", "ASSESS_ADVICE_6W"
MOST_NAMED = 3
ENDED = ("not assessed", "no plan needed", "request withdrawn")
OURS = {
    "deciding whether to assess": ("ASSESS_DECISION_6W",),
    "writing the plan": ("LOCAL_DRAFT_14W", "PLAN_FINAL_20W"),
    "hearing the family on the draft": ("PLAN_FINAL_20W",),
    "plan issued": ("REV_FIRST_12M", "REV_SUBSEQ_12M"),
}


@dataclass(frozen=True)
class Task:
    """Something that is the family's to do: what, by when, and the deed that does it."""

    words: str
    by: date | None
    deed: str


@dataclass(frozen=True)
class Standing:
    """Where a case stands, in words and dates, never more than can be read in ten seconds.

    `why_rule` is the deadline that gives `by`, to explain the date with; `final` is
    the duty to send the final plan, while it is owed. `beads` are the five steps.
    `promised` is what we promised this family beyond the law.
    """

    step_number: int
    step_words: str
    beads: tuple[tuple[str, str], ...]
    ended: bool
    who_has_it: str
    since: date | None
    what_next: str
    by: date | None
    why_rule: Deadline | None
    final: Deadline | None
    late: tuple[Late, ...]
    promised: tuple[Promised, ...]
    yours_to_do: tuple[Task, ...]


def people_named(case: Case) -> set[str]:
    """Every id that standing() may want the name of: the caseworker, the services asked, the settings consulted."""
    services = {advice.service for advice in case.advice.values()}
    return {case.caseworker, case.lead, *services, *case.consultations} - {""}


def standing(case: Case, deadlines: Sequence[Deadline], today: date, names: Mapping[str, str], **also) -> Standing:
    """The Standing of a case on a day.

    `names` maps ids to names (see people_named), and "" to what to call the team while
    nobody has been named. `also` may hold `reader`, "family" who is spoken to (unless told)
    or "desk", and `services`, more names by id. Pure.
    """
    reader, names = also.get("reader", FAMILY), {**names, **also.get("services", {})}
    step, ended = int(stage_row(case.stage)["step"]), case.stage in ENDED
    comes = zip(("what_next", "by", "why_rule"), _next(case, deadlines, today, names, reader=reader), strict=True)
    who, since = _holder(case, deadlines, today, names, reader=reader)
    return Standing(
        step_number=step,
        step_words=_step_words(case, deadlines, today, reader=reader),
        beads=beads(step, ended=ended),
        ended=ended,
        who_has_it=who,
        since=since,
        **dict(comes),
        final=_open(deadlines, "PLAN_FINAL_20W"),
        late=lateness_of(case, deadlines, today, names=names, reader=reader),
        promised=promised(deadlines, today),
        yours_to_do=_tasks(case, deadlines, today),
    )


def last_day_to_reply(case: Case, deadlines: Sequence[Deadline]) -> date | None:
    """The family's last day to reply to the draft they have, or longer where we gave longer; None with no draft."""
    window = _window(deadlines)
    if window is None:
        return None
    return max(window.due, case.more_time_until) if case.more_time_until else window.due


def _window(deadlines) -> Deadline | None:
    """The family's time on the draft that they have now."""
    windows = [each for each in deadlines if each.duty.id == FAMILY_TIME and each.is_open]
    return max(windows, key=lambda each: each.due, default=None)


def _hearing(case, deadlines, today) -> bool:
    """Whether the family's time to reply is running."""
    last = last_day_to_reply(case, deadlines)
    return case.stage == "hearing the family on the draft" and last is not None and today <= last


def _step_words(case, deadlines, today, *, reader):
    """The step in words. Once the family's time is over, the draft is no longer theirs to read but ours to finish."""
    if case.stage == "hearing the family on the draft" and not _hearing(case, deadlines, today):
        return "We are getting the final plan ready" if reader == FAMILY else "Finishing the plan"
    return stage_words(case.stage, reader)


def _open(deadlines, duty, about=None) -> Deadline | None:
    """An open deadline of a duty, for one thing where `about` says which."""
    found = (each for each in deadlines if each.duty.id == duty and each.is_open)
    return next((each for each in found if about in (None, each.about)), None)


def _holder(case, deadlines, today, names, *, reader):
    """Who has it now and since when."""
    officer = names.get(case.caseworker, "") if case.caseworker else ""
    role = "your case officer" if reader == FAMILY else "caseworker"
    with_us = f"{officer}, {role}" if officer else names.get("", "our SEND team")
    if not _hearing(case, deadlines, today):
        return opening(with_us), case.caseworker_since or case.requested_on
    them = "You" if reader == FAMILY else "The family"
    return f"{them} and {with_us}", case.draft.on


def _next(case, deadlines, today, names, *, reader):
    """What happens next, by when, and the deadline that says so."""
    if case.stage in ENDED:
        return _after_the_end(case, today, reader)
    if case.stage == "assessing":
        return _next_advice(case, deadlines, today, names, reader=reader)
    if _hearing(case, deadlines, today):
        return _said(_window(deadlines), reader, by=last_day_to_reply(case, deadlines))
    return _ours(deadlines, today, OURS[case.stage], reader)


def _ours(deadlines, today, duties, reader):
    """The first of these duties that is still open: one whose day has passed only when it is the last of them."""
    found = [each for each in (_open(deadlines, duty) for duty in duties) if each]
    ahead = [each for each in found if each.due >= today]
    if not found:
        return "", None, None
    named, dated = found[0], (ahead or found)[0]
    words, _, _ = _said(named, reader)
    return words, dated.due, dated


def _said(deadline, reader, who="", by=None):
    """A deadline as what happens next."""
    if deadline is None:
        return "", None, None
    row = duty_row(deadline.duty.id)
    words = row["next for the family"] if reader == FAMILY else row["council words"]
    return opening(words.format(who=who)), by or deadline.due, deadline


def _next_advice(case, deadlines, today, names, *, reader):
    """While advice is awaited: who sends it, by the last of their days. Then the decision."""
    awaited = [advice for advice in case.advice.values() if advice.waits_for_adviser]
    if not case.advice:
        return _ours(deadlines, today, ("LOCAL_ASK_ADVICE_2WD", "PLAN_REFUSAL_16W"), reader)
    if not awaited:
        return _ours(deadlines, today, ("PLAN_REFUSAL_16W",), reader)
    dated = [each for each in (_their_day(deadlines, advice.about, today) for advice in awaited) if each]
    last = max(dated, key=lambda each: each.due, default=None)
    services = list(dict.fromkeys(whom(case, advice.about, names) for advice in awaited))
    some = listed(services) if len(services) <= MOST_NAMED else f"{len(services)} services"
    verb = "sends its advice" if len(services) == 1 else "send their advice"
    return f"{opening(some)} {verb}", last.due if last else None, last


def _their_day(deadlines, about, today):
    """The deadline that a request for advice now runs to: the full advice, then the legal limit."""
    days = (_open(deadlines, FULL, about), _open(deadlines, LEGAL, about))
    return next((each for each in days if each and each.due >= today), None)


def _after_the_end(case, today, reader):
    """A family that was told no may appeal; one that took its request back may ask again."""
    if case.stage == "request withdrawn":
        return (
            ("You can ask again at any time" if reader == FAMILY else "Nothing: the request was taken back"),
            None,
            None,
        )
    last = last_day_to_appeal(case.closed_on)
    if today > last:
        return (
            ("You can ask again at any time" if reader == FAMILY else "Nothing: the time to appeal is over"),
            None,
            None,
        )
    rule = Deadline(duty_called("APPEAL_2M", case.closed_on), "", case.closed_on, last)
    words = "You can ask for mediation or appeal" if reader == FAMILY else "The family can ask for mediation or appeal"
    return words, last, rule


def _tasks(case, deadlines, today) -> tuple[Task, ...]:
    """What is the family's to do. When there is nothing, the page says so."""
    if not _hearing(case, deadlines, today):
        return ()
    last = last_day_to_reply(case, deadlines)
    replied = any(on >= case.draft.on for _, _, on in case.replies)
    tasks = [] if replied else [Task("Tell us what you think of the draft plan", last, "reply to the draft")]
    chosen = case.preferred or case.preferred_name
    return (*tasks, *([] if chosen else [Task("Tell us which school or college you want", last, "prefer a setting")]))


__all__ = ["DESK", "FAMILY", "Standing", "Task", "last_day_to_reply", "people_named", "standing"]
