"""What is about to leave, as its words and as its bytes: a plan, an advice, or a letter with its email."""

from casework import guard
from casework.actions.plan import last_day_to_reply
from casework.law.clocks import deadlines
from casework.record.plan import Plan
from casework.stating import advice_given, versions

FIRST_REVIEW = "REV_FIRST_12M"


def print_words(office, waiting) -> str:
    """The words of a plan, an advice or the changes in a plan. `waiting` is a row of the prints: ref, n, paper, as_."""
    if waiting.as_ == "advice":
        return guard.without_markup(office.press.advice_html(*_advice(office, waiting)))
    if waiting.as_.startswith(versions.REDLINE):
        return guard.without_markup(office.press.changes_html(*_changes(office, waiting)))
    return guard.without_markup(office.press.plan_html(*_plan(office, waiting)))


def print_bytes(office, waiting) -> bytes:
    """The same as a PDF."""
    if waiting.as_ == "advice":
        return office.press.advice(*_advice(office, waiting))
    if waiting.as_.startswith(versions.REDLINE):
        return office.press.changes(*_changes(office, waiting))
    return office.press.plan(*_plan(office, waiting))


def letter_words(office, letter, facts, how: str) -> str:
    """The words of a letter and its email, as far as it is sent by each (`how`). `letter` is its name."""
    said = []
    if "print" in how:
        said.append(guard.without_markup(office.press.letter_html(letter, facts)))
    if "email" in how:
        said += office.press.email(letter, facts)
    return "\n".join(said)


def _changes(office, waiting) -> tuple:
    """The changes from one version of a plan to another."""
    case = office.diary.read(waiting.ref, up_to=waiting.n)
    before, after = versions.of_print(case, waiting)
    child = versions.plan_of(office, case, after).child
    version = {"before": before, "after": after, "child": child, "ref": waiting.ref}
    return versions.between(office, case, before, after), version


def _plan(office, waiting) -> tuple[Plan, dict]:
    """A plan with its dates: the last day to reply to a draft, the first review of a final plan."""
    case = office.diary.read(waiting.ref, up_to=waiting.n)
    plan = Plan.from_content(office.papers.read(waiting.ref, waiting.paper).content)
    draft = waiting.as_ == "draft"
    version = case.draft if draft else case.final
    known = {"label": version.number, "date": version.on, "draft": draft, "ref": waiting.ref}
    by = {"reply_by": last_day_to_reply(case)} if draft else {"review_by": _first_review(case)}
    return plan, known | by


def _first_review(case):
    """The last day for the first review of a final plan (s.44(1)(a))."""
    return max(each.due for each in deadlines(case.facts, case.excuses) if each.duty.id == FIRST_REVIEW)


def _advice(office, waiting) -> tuple[dict, dict]:
    """One accepted advice, or the reply accepted in place of one."""
    case = office.diary.read(waiting.ref, up_to=waiting.n)
    given = advice_given.given(office, case, waiting.paper)
    return given.content, advice_given.edition(office, case, given)
