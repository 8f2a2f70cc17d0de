"""What advisers' pages show: one row of a list, a story in its sections, the dates of a request."""

from datetime import date

from casework import advising, story
from casework.law.clocks import deadlines
from casework.record.plan import Plan
from casework.telling import exceptions_of
from casework.telling.rows import DESK

WORDS_A_MINUTE = 200
NEWEST = 20  # rows whose plan is read to say what was used: each costs a diary and a plan
WITH_A_PLAN = ("hearing the family on the draft", "plan issued")
DUTIES = (
    ("LOCAL_SIMPLE_5WD", "First response"),
    ("LOCAL_DETAILED_10WD", "Full advice"),
    ("ASSESS_ADVICE_6W", "Legal limit"),
)


def standing_of(office, row) -> dict:
    """One row of a list: what is asked, where it stands, which date is next, and whether it is late today."""
    today = office.today()
    next_name, next_due = _next(row)
    return {
        "row": row,
        "kind": advising.advice_type(row.advice).name,
        "next_name": next_name,
        "next_due": next_due,
        "dates": _dates(row),
        "late": bool(next_due and next_due < today and row.standing in ("asked", "first response given", "returned")),
        "minutes": max(1, round(row.story_words / WORDS_A_MINUTE)),
    }


def sent_of(office, rows) -> list[dict]:
    """What was sent and what became of it; for the newest, how much of its help is in the plan."""
    used = [use_of(office, row) for row in rows[:NEWEST]] + [""] * len(rows[NEWEST:])
    return [standing_of(office, row) | {"used": words} for row, words in zip(rows, used, strict=True)]


def use_of(office, row) -> str:
    """How many lines of help of one advice are in the plan, as a sentence; nothing before there is one."""
    if row.standing != "accepted" or row.stage not in WITH_A_PLAN:
        return ""
    case = office.diary.read(row.ref)
    version, advice = case.final or case.draft, case.advice[row.about]
    if not advice.paper:
        return ""
    papers = office.papers.read_all(row.ref, [version.plan, advice.paper])
    offered = {line["prov_ref"] for line in papers[advice.paper].content.get("provision", ())}
    lines = Plan.from_content(papers[version.plan].content).provisions
    taken = {source.row for line in lines for source in line.sources if source.advice == row.about}
    return in_the_plan(len(offered & taken), len(offered), "final" if case.final else "draft")


def in_the_plan(taken: int, offered: int, which: str) -> str:
    """“3 of your 4 lines of help are in the draft plan.” Nothing when no help was listed."""
    if offered < 2:
        said = "is" if taken else "is not"
        return f"Your line of help {said} in the {which} plan." if offered else ""
    if taken == offered:
        return f"All {offered} of your lines of help are in the {which} plan."
    said = "is" if taken == 1 else "are"
    return f"{taken or 'None'} of your {offered} lines of help {said} in the {which} plan."


def _dates(row) -> list[tuple[str, str, date | None]]:
    """The three dates of a request: (words, the rule's id, the last day)."""
    due = (row.first_due, row.full_due, row.legal_due)
    return [(words, duty, day) for (duty, words), day in zip(DUTIES, due, strict=True)]


def _next(row) -> tuple[str, date | None]:
    """The date that counts now: the first response until there is one, then the full advice."""
    if row.standing == "asked":
        return "First response", row.first_due
    return "Full advice", row.full_due


def received_with(case, about: str) -> list:
    """The three dates of a request, as deadlines, with the words for each."""
    running = {each.duty.id: each for each in deadlines(case.facts, case.excuses) if each.about == about}
    return [(words, running[duty]) for duty, words in DUTIES if duty in running]


def story_view(office, case) -> list[tuple[str, list[tuple[str, str]]]]:
    """The story in its sections, in the family's own words: (section, [(question, answer)])."""
    papers = office.papers.read_all(case.ref, case.stories)
    sections: dict[str, list] = {}
    for digest in case.stories:
        for section, question, answer in story.story_lines(papers[digest].content):
            sections.setdefault(section, []).append((question, answer))
    return list(sections.items())


def people_on(office, case) -> dict:
    """The child by name, now that the request has been opened, and the caseworker to ask."""
    child = office.papers.read(case.ref, case.child).content
    officer = office.people.person(case.caseworker) if case.caseworker else None
    return {"child": child, "officer": officer, "case": case}


def asked_view(office, case, one) -> dict:
    """Everything the page of one request says."""
    returned = office.papers.read(case.ref, one.returned).content if one.returned else None
    dates, claimants = received_with(case, one.about), [claim.person for claim in case.claims]
    names = office.people.names([*claimants, *(each.accepted_by for each in case.excuses if each.accepted_by)])
    return {
        "kind": advising.advice_type(one.kind),
        "dates": dates,
        "exceptions": {each.duty.id: exceptions_of(case, each, names, DESK) for _, each in dates},
        "story": story_view(office, case),
        "responses": advising.first_responses(one.kind),
        "returned": returned,
        **people_on(office, case),
    }
