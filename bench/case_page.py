"""Measures a case page with 200 diary entries against one with 10: goal, at most 3 times."""

from datetime import timedelta

from bench.signed_in import TODAY, a_copy, counting, opened, side_by_side
from bench.worklist import JO, SAM
from casework.actions import carry_out
from casework.actions.joining import allocate_a_caseworker
from casework.actions.request import ask_for_an_assessment
from casework.actions.upkeep import add_a_note
from casework.record.people import NOBODY
from tests.makers import CHILD, STORY

SHORT, LONG = 10, 200
GOAL = 3.0
ROUNDS = 60


def a_case(copy, entries: int) -> str:
    """A case with so many entries in its diary, notes making up the number. Answers with its reference."""
    asked, parent = TODAY - timedelta(days=20), "leila"
    people = [{"person": parent, "capacity": "parent", "purpose": "their child"}]
    said = {"door": "parent", "child": CHILD, "story": STORY, "people": people}
    case = carry_out(copy.on(asked), NOBODY, ask_for_an_assessment, **said)
    case = carry_out(copy.on(asked), copy.actor(SAM), allocate_a_caseworker, case.ref, person=JO)
    while case.n < entries:
        note = {"kind": "telephone call", "with": "Leila Amin", "words": f"Call number {case.n}: she asked for a day."}
        case = carry_out(copy.office, copy.actor(JO), add_a_note, case.ref, note=note)
    return case.ref


def measure() -> dict:
    """Medians in seconds for the short and the long case, and the questions each asks of the database."""
    with a_copy() as copy:
        with copy.app.app_context():
            refs = {number: a_case(copy, number) for number in (SHORT, LONG)}
        client = copy.client(JO)
        pages = {number: _page(client, ref) for number, ref in refs.items()}
        questions = {}
        for number, page in pages.items():
            page()  # the first time, templates are compiled
            with counting() as asked:
                page()
            questions[number] = len(asked)
        return {"seconds": side_by_side(pages, ROUNDS), "questions": questions}


def _page(client, ref: str):
    """Open a case, and see that the child is on the page."""
    return lambda: opened(client, f"/desk/case/{ref}", "Amira Amin")


def main() -> None:
    """Measure and say what came out."""
    came = measure()
    short, long = came["seconds"][SHORT], came["seconds"][LONG]
    print(f"A case page, medians of {ROUNDS} interleaved rounds:")
    print(f"  {SHORT:>4} entries {short * 1000:6.1f} ms, {came['questions'][SHORT]} questions")
    print(f"  {LONG:>4} entries {long * 1000:6.1f} ms, {came['questions'][LONG]} questions")
    print(f"  ratio {long / short:.2f} (goal: at most {GOAL})")


if __name__ == "__main__":
    main()
