"""Measures looking at every word of a plan of twelve pages against printing it: goal, at most a tenth."""

from statistics import median
from time import perf_counter

from bench.plan_pdf import PAGES, a_plan_of_twelve_pages
from casework.outside.press import Press
from casework.quality import marks_on
from tests.casework.outside.letter_makers import AREA, TEMPLATES
from tests.casework.outside.plan_makers import DRAFT

GOAL = 0.1
ROUNDS = 5


def measure() -> dict:
    """Medians in seconds over interleaved rounds, after one of each that is not counted, and their ratio."""
    press, plan = Press(AREA, TEMPLATES), a_plan_of_twelve_pages()
    ways = {"lint": lambda: marks_on(plan), "pdf": lambda: press.plan(plan, DRAFT)}
    seconds = {name: [] for name in ways}
    for round_ in range(ROUNDS + 1):
        for name, do_it in ways.items():
            start = perf_counter()
            do_it()
            if round_:
                seconds[name].append(perf_counter() - start)
    medians = {name: median(each) for name, each in seconds.items()}
    return medians | {"ratio": medians["lint"] / medians["pdf"]}


def main() -> None:
    """Measure and say what came out."""
    came = measure()
    print(f"The lint of a plan of {PAGES} pages, medians of {ROUNDS} interleaved rounds:")
    print(f"  lint {came['lint'] * 1000:6.1f} ms, its PDF {came['pdf'] * 1000:6.1f} ms")
    print(f"  ratio {came['ratio']:.3f} (goal: at most {GOAL})")
