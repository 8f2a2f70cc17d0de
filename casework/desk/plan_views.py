"""What the pages of a plan being written show: a section, its advice, its gaps, its thread, and what was said."""

from dataclasses import dataclass, replace

from casework import quality
from casework.actions.plan import accepted
from casework.advising import advice_type
from casework.desk import plan_advice, plan_drafts, plan_lines
from casework.desk.plan_pieces import pieces
from casework.record.plan import Provision, gaps, sections
from casework.story import story_lines
from casework.tables import rows

FIELDS_ONLY = ("A", "J", "child")
MAY_BE_EMPTY = ("C", "D", "G", "H1", "H2")


@dataclass(frozen=True)
class Line:
    """One line as the writing page shows it: its words in pieces, its marks (box, number, mark), and its gaps."""

    ref: str
    line: object
    sentence: str
    pieces: list
    marks: list
    gaps: list


def looked_at(office, case, plan, *, final: bool = False):
    """Everything the plan still needs, looked at today, each advice by its title."""
    return [_titled(gap, case) for gap in gaps(plan, final=final, on=office.today(), accepted=accepted(case))]


def _titled(gap, case):
    """A gap that names a request for advice, with the title of the advice instead."""
    about = next((each for each in accepted(case) if f" {each} " in gap.sentence), "")
    title = advice_type(case.advice[about].kind).name if about else ""
    return replace(gap, sentence=gap.sentence.replace(f"called {about}", f"“{title}”")) if about else gap


def of_section(office, case, sheet, letter) -> dict:
    """Everything beside and inside one section of the plan."""
    plan, found = sheet.plan, looked_at(office, case, sheet.plan)
    marks = quality.marks_on(plan)
    taken = plan_advice.accepted_advice(office, case)
    return {
        "plan": plan,
        "letter": letter,
        "section": next((row for row in sections() if row.letter == letter), None),
        "parts": contents(sheet, found),
        "lines": [_line(line, found, marks) for line in lines_in(plan, letter)],
        "advice": plan_advice.sentences(taken, plan, letter),
        "taken": taken,
        "gaps": [gap for gap in found if gap.section == letter],
        "later": plan_lines.not_yet_in(office, case, plan),
        "said": [one for one in comments(office, case) if one["letter"] in (letter, "")],
        "empty_allowed": letter in MAY_BE_EMPTY,
        "labels": labels(),
        "story": told(office, case) if letter == "A" else [],
    }


def told(office, case) -> list[tuple[str, str, str]]:
    """The family's story, as (section, question, answer): the source of section A."""
    papers = office.papers.read_all(case.ref, case.stories)
    return [line for digest in case.stories for line in story_lines(papers[digest].content)]


def labels() -> dict[str, str]:
    """Every code of tables/categories.csv in words."""
    return {row["code"]: row["label"] for row in rows("categories")}


def lines_in(plan, letter) -> tuple:
    """The lines of one section."""
    if letter == "E":
        return plan.outcomes
    return plan.needs_in(letter) or plan.provisions_in(letter)


def contents(sheet, found) -> list[dict]:
    """Every part of the plan: its letter, title, how much is in it, how many gaps, and whether any stops it."""
    listed = [(row.letter, row.title) for row in sections()] + [("child", "Names and signatures")]
    return [
        _part(sheet.plan, letter, title, [gap for gap in found if (gap.section or "child") == letter])
        for letter, title in listed
    ]


def _part(plan, letter, title, missing) -> dict:
    """One row of the list of sections."""
    return {
        "letter": letter,
        "title": title,
        "count": count(plan, letter),
        "gaps": len(missing),
        "stops": any(gap.stops for gap in missing),
    }


def count(plan, letter) -> str:
    """How much is in a section, in words."""
    if letter == "A":
        return f"{len([words for words in plan.views.to_content().values() if words])} of 10 written"
    if letter == "K":
        return str(len(plan.appendices))
    if letter in ("I", "J", "child"):
        said = {"I": plan.placement, "J": plan.direct_payments or plan.none_because.get("J"), "child": plan.officer}[
            letter
        ]
        return "written" if said else "left blank" if letter == "I" else "empty"
    lines = lines_in(plan, letter)
    return str(len(lines)) if lines or letter not in plan.none_because else "none, and why"


def _line(line, found, marked) -> Line:
    """One line, with the marks on its words and the gaps that name it."""
    fields = ("what", "who") if isinstance(line, Provision) else ("text",)
    of = {name: [each.mark for each in marked if (each.ref, each.field) == (line.ref, name)] for name in fields}
    sentence = line.sentence() if isinstance(line, Provision) else ""
    marks = [(name, number, mark) for name in fields for number, mark in enumerate(of[name], start=1)]
    shown = [piece for name in fields for piece in pieces(getattr(line, name), of[name])]
    gaps_ = [gap for gap in found if gap.ref == line.ref]
    return Line(line.ref, line, sentence, shown if marks or not sentence else [], marks, gaps_)


def thread(plan) -> list[dict]:
    """The golden thread: each need with its outcomes and provision, or why it has none; then what is tied to none."""
    tied = [
        {
            "need": need,
            "outcomes": plan.outcomes_for(need.ref),
            "provisions": plan.provisions_for(need.ref),
            "why": plan.none_because.get(need.ref, ""),
        }
        for need in plan.needs
    ]
    loose = {
        "outcomes": [one for one in plan.outcomes if not one.needs],
        "provisions": [one for one in plan.provisions if not one.needs],
    }
    return tied + ([{"need": None, "why": "", **loose}] if any(loose.values()) else [])


def comments(office, case) -> list[dict]:
    """What the family said about the drafts, by section, newest first; no letter for the whole plan."""
    papers = office.papers.read_all(case.ref, [paper for _, paper, _ in case.replies])
    names = office.people.names([person for person, _, _ in case.replies])
    found = []
    for person, digest, day in reversed(case.replies):
        said = papers[digest].content
        for place, words in said["comments"].items():
            letter = place.removeprefix("section_") if place.startswith("section_") else ""
            found.append(
                {
                    "letter": letter,
                    "words": words,
                    "by": names.get(person, "The family"),
                    "on": day,
                    "draft": said["draft"],
                }
            )
    return found


def all_marks(plan) -> tuple[int, int]:
    """How many places of the whole plan the lint marks, and how many of them hold the final plan."""
    found = quality.marks_on(plan)
    return len(found), sum(each.mark.stops for each in found)


def clash_view(office, question, clash, by: str) -> list[dict]:
    """Words that two writers changed, side by side: the question, what it said, what they wrote, what I wrote."""
    name = office.people.names([by]).get(by, "Someone else") if by else "Someone else"
    return [
        {
            "label": question[each].label.text,
            "before": _shown(clash.before[each]),
            "theirs": _shown(clash.theirs[each]),
            "mine": _shown(clash.mine[each]),
            "by": name,
        }
        for each in clash.mine
    ]


def _shown(value) -> str:
    """A field's value as words."""
    return ", ".join(value) if isinstance(value, list | tuple) else "" if value is None else str(value)


def own_fields(sheet, letter) -> dict:
    """The plain fields of a part as they are kept."""
    kept = sheet.parts.get(letter)
    return plan_drafts.flat(letter, kept.content if kept else {})
