"""Measures the lists of work at 20,000 cases against 200: goal, 1.3 times, and at most 12 questions, always as many."""

from datetime import timedelta

from bench.signed_in import TODAY, a_copy, counting, opened, side_by_side
from casework.actions import carry_out
from casework.actions.advice import ask_for_advice
from casework.actions.decision import agree_to_assess, refuse_to_assess
from casework.actions.joining import allocate_a_caseworker
from casework.actions.request import ask_for_an_assessment
from casework.record.people import NOBODY

FEW, MANY = 200, 20_000
GOAL, MOST_QUESTIONS = 1.3, 12
ROUNDS = 40
AT_ONCE = 100  # cases in one transaction, so that the disk is not what is measured
OWN = 200  # cases of the caseworker who is measured, in both copies; the others' share the rest
SAM, JO = "sam", "jo"
PAGES = {
    "mine": (JO, "/desk", "Worklist"),
    "everyone’s": (SAM, "/desk", "Worklist"),
    "what I owe": (JO, "/owed", "What is owed"),
    "all owed": (SAM, "/owed", "What is owed"),
}
LAST = "Amin Brown Clarke Dhillon Evans Fox Green Hall Ito Jones Khan Lewis Moss Nwosu Okafor Patel".split()
REASONS = {
    "family_words": "We read the story and what the school sent, and a plan may be needed.",
    "evidence": ["story"],
}
REASONS |= {"test_applied": "yes", "decided_by": "Sam Reed, SEND manager"}


def fill(copy, number: int) -> None:
    """So many cases, by deeds on their days: a third each deciding, assessing and ended."""
    with copy.app.app_context():
        others = [f"other-{place}" for place in range(80)]
        for name in others:
            copy.office.people.enrol(id=name, name=name, post="caseworker", service="council-send", by="import")
        for first in range(0, number, AT_ONCE):
            with copy.office.diary.one_write():
                for place in range(first, min(first + AT_ONCE, number)):
                    one_case(copy, place, JO if place < OWN else others[place % len(others)])


def one_case(copy, place: int, officer: str) -> None:
    """One case, in the stage its place in the row gives it."""
    days = 3 + place * 7 % 60
    asked = TODAY - timedelta(days=days + 42 * (place % 3))
    child = {"first_name": f"Child {place}", "last_name": LAST[place % len(LAST)], "preferred_name": "", "upn": ""}
    child |= {"born": f"{2008 + place % 14}-05-{1 + place % 28:02}", "nhs_number": "", "address": ""}
    child |= {"setting": "elm-park", "setting_name": "Elm Park Primary School"}
    story = {"door": "parent", "told_by": "a parent or carer", "answers": {"story": {"words": "Loves boats."}}}
    said = {"door": "parent", "child": child, "story": story, "people": []}
    ref = carry_out(copy.on(asked), NOBODY, ask_for_an_assessment, **said).ref
    sam = copy.actor(SAM)
    carry_out(copy.on(asked), sam, allocate_a_caseworker, ref, person=officer)
    decided = copy.on(asked + timedelta(days=30))
    if place % 3 == 1:
        carry_out(decided, sam, agree_to_assess, ref, reasons=REASONS)
        advice = {"advice": "speech_language", "service": "speech-and-language", "agency": "health"}
        carry_out(decided, sam, ask_for_advice, ref, **advice)
    if place % 3 == 2:
        carry_out(decided, sam, refuse_to_assess, ref, reasons=REASONS)


def measure() -> dict:
    """Medians in seconds for a caseworker's own lists and a manager's, small and large, and questions for each."""
    with a_copy() as few, a_copy() as many:
        print(f"Making {MANY:,} cases by deeds takes some minutes ...", flush=True)
        fill(few, FEW)
        fill(many, MANY)
        pages = {}
        for copy, size in ((few, FEW), (many, MANY)):
            for whose, (person, path, heading) in PAGES.items():
                pages[(whose, size)] = _page(copy.client(person), path, heading)
        questions = {}
        for key, page in pages.items():
            page()  # the first time, templates are compiled
            with counting() as asked:
                page()
            questions[key] = len(asked)
        return {"seconds": side_by_side(pages, ROUNDS), "questions": questions}


def _page(client, path, heading):
    """Open a list, and see that its 50 rows are there."""

    def ask():
        text = opened(client, path, heading).text
        rows = text.count('class="gd-row ')
        if rows != 50:
            raise SystemExit(f"{path} shows {rows} rows, not 50.")

    return ask


def main() -> None:
    """Measure and say what came out."""
    came = measure()
    print(f"Lists of 50 rows, medians of {ROUNDS} interleaved rounds:")
    for whose in PAGES:
        few, many = came["seconds"][(whose, FEW)], came["seconds"][(whose, MANY)]
        print(f"  {whose:<11} {FEW:>6,} cases {few * 1000:6.1f} ms   {MANY:>6,} cases {many * 1000:6.1f} ms")
        print(f"  {'':<11} ratio {many / few:.2f} (goal: at most {GOAL})")
        asked = [came["questions"][(whose, size)] for size in (FEW, MANY)]
        print(f"  {'':<11} questions a page {asked[0]} and {asked[1]} (goal: the same, at most {MOST_QUESTIONS})")


if __name__ == "__main__":
    main()
