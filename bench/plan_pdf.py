"""Measures printing a plan of twelve pages against WeasyPrint alone on the same HTML: goal, at most 1.2 times."""

import re
from dataclasses import replace
from statistics import median
from time import perf_counter

from weasyprint import HTML

from casework.outside.press import Press
from tests.casework.outside.letter_makers import AREA, TEMPLATES
from tests.casework.outside.plan_makers import DRAFT, a_long_plan

GOAL = 1.2
PAGES = 12
ROUNDS = 7


def a_plan_of_twelve_pages():
    """Sam’s plan, with as many of its lines written twice as fill twelve pages."""
    plan = a_long_plan(2)
    return replace(plan, needs=plan.needs[:10], outcomes=plan.outcomes[:7], provisions=plan.provisions[:16])


def alone(page: str) -> bytes:
    """The same page and styles through WeasyPrint and nothing of ours: styles and fonts are parsed each time."""
    return HTML(string=page).write_pdf(pdf_variant="pdf/ua-1")


def measure() -> dict:
    """Medians in seconds over interleaved rounds, after one of each that is not counted, and their ratio."""
    press, plan = Press(AREA, TEMPLATES), a_plan_of_twelve_pages()
    page = with_styles(press.plan_html(plan, DRAFT))
    pages = len(re.findall(rb"/Type\s*/Page\b", HTML(string=page).write_pdf(uncompressed_pdf=True)))
    if pages != PAGES:
        raise SystemExit(f"The plan to measure has {pages} pages, not {PAGES}: change a_plan_of_twelve_pages.")
    ways = {"press": lambda: press.plan(plan, DRAFT), "weasyprint alone": lambda: alone(page)}
    seconds = {name: [] for name in ways}
    for round_ in range(ROUNDS + 1):
        for name, print_it in ways.items():
            start = perf_counter()
            print_it()
            if round_:
                seconds[name].append(perf_counter() - start)
    medians = {name: median(each) for name, each in seconds.items()}
    return medians | {"ratio": medians["press"] / medians["weasyprint alone"]}


def with_styles(page: str) -> str:
    """The page with the styles the press prints it with written into it, fonts from their files."""
    static = TEMPLATES.parent / "static"
    styles = "".join((static / "print" / name).read_text(encoding="utf-8") for name in ("plan.css", "draft.css"))
    styles = styles.replace("../fonts/", f"{(static / 'fonts').as_uri()}/").replace("var(--area)", AREA.colour)
    return page.replace("</head>", f"<style>{styles}</style></head>")


def main() -> None:
    """Measure and say what came out."""
    came = measure()
    print(f"A plan of {PAGES} pages as PDF/UA-1, medians of {ROUNDS} interleaved rounds:")
    print(f"  our press         {came['press']:.2f} s")
    print(f"  WeasyPrint alone  {came['weasyprint alone']:.2f} s")
    print(f"  ratio             {came['ratio']:.2f} (goal: at most {GOAL})")


if __name__ == "__main__":
    main()
