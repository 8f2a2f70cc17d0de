"""Measures a nightly sweep: 200 of 20,000 cases have a rung to climb, against the same 200 alone. Goal: 3 times."""

from datetime import timedelta
from time import perf_counter

from bench.signed_in import TODAY, a_copy, counting
from bench.worklist import AT_ONCE, JO, LAST, MANY, REASONS, SAM
from casework.actions import carry_out
from casework.actions.advice import ask_for_advice
from casework.actions.decision import agree_to_assess
from casework.actions.joining import allocate_a_caseworker
from casework.actions.request import ask_for_an_assessment
from casework.commands.sweep import sweep
from casework.record.people import NOBODY

DUE, GOAL = 200, 3.0
LATE = timedelta(days=14)  # two weeks after it was asked for, advice has a rung to climb
ADVICE = {"advice": "speech_language", "service": "speech-and-language", "agency": "health"}


def fill(copy, number: int) -> None:
    """So many cases: 200 whose advice is late today, and the rest asked for today or not yet decided."""
    with copy.app.app_context():
        for first in range(0, number, AT_ONCE):
            with copy.office.diary.one_write():
                for place in range(first, min(first + AT_ONCE, number)):
                    _one(copy, place)


def _one(copy, place: int) -> None:
    """One case."""
    decided = TODAY - LATE if place < DUE else TODAY
    asked = copy.on(decided - timedelta(days=7))
    child = {"first_name": f"Child {place}", "last_name": LAST[place % len(LAST)], "preferred_name": "", "upn": ""}
    child |= {"born": f"{2010 + place % 12}-05-{1 + place % 28:02}", "nhs_number": "", "address": ""}
    story = {"door": "parent", "told_by": "a parent or carer", "answers": {"story": {"words": "Loves boats."}}}
    said = {"door": "parent", "child": child, "story": story, "people": []}
    ref = carry_out(asked, NOBODY, ask_for_an_assessment, **said).ref
    if place < DUE or place % 3 == 0:
        carry_out(asked, copy.actor(SAM), allocate_a_caseworker, ref, person=JO)
        carry_out(copy.on(decided), copy.actor(SAM), agree_to_assess, ref, reasons=REASONS)
        carry_out(copy.on(decided), copy.actor(SAM), ask_for_advice, ref, **ADVICE)


def one_sweep(copy) -> dict:
    """Seconds for one sweep, the rungs it climbed, and the questions it asked; then again, when nothing is left."""
    with copy.app.app_context():
        sweep(copy.office, TODAY - LATE - LATE)  # nothing was due then: only what is set up once is set up
        with counting() as asked:
            start = perf_counter()
            climbed = sweep(copy.office, TODAY)
            seconds = perf_counter() - start
        start = perf_counter()
        again = sweep(copy.office, TODAY)
        return {"seconds": seconds, "climbed": climbed, "questions": len(asked), "idle": perf_counter() - start} | {
            "again": again
        }


def measure(many: int = MANY) -> dict:
    """One sweep over 200 cases, and one over many of which the same 200 are due."""
    with a_copy() as alone, a_copy() as among:
        print(f"Making {many:,} cases by deeds takes some minutes ...", flush=True)
        fill(alone, DUE)
        fill(among, many)
        came = {"alone": one_sweep(alone), "among": one_sweep(among)}
    if {(each["climbed"], each["again"]) for each in came.values()} != {(DUE, 0)}:
        raise SystemExit(f"A sweep should have climbed {DUE} rungs, once each: {came}")
    return came


def main() -> None:
    """Measure and say what came out."""
    came = measure()
    alone, among = came["alone"], came["among"]
    print(f"A nightly sweep that climbs {DUE} rungs:")
    print(f"  {DUE:>6,} cases in all {alone['seconds']:6.2f} s, {alone['questions']:,} questions")
    print(f"  {MANY:>6,} cases in all {among['seconds']:6.2f} s, {among['questions']:,} questions")
    print(f"  ratio {among['seconds'] / alone['seconds']:.2f} (goal: at most {GOAL:.0f})")
    print(f"  a second sweep, with nothing left to do: {alone['idle']:.3f} s and {among['idle']:.3f} s")


if __name__ == "__main__":
    main()
