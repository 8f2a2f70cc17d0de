"""Measures the clock: one date by working days against the `holidays` package, and every duty of many cases."""

from datetime import date, timedelta
from statistics import median
from time import perf_counter

import holidays

from bench.signed_in import a_copy
from bench.worklist import MANY, fill
from casework.law.clocks import deadlines
from casework.law.timetable import due

RULE, DAYS = "LOCAL_DETAILED_10WD", 10
FIRST, DATES = date(2020, 1, 1), 2000  # every day of five years and a half
GOAL = 10.0
ROUNDS = 7


def by_the_package(known, start: date) -> date:
    """Ten working days after a day, as somebody would count them with the package: a day at a time."""
    day, left = start, DAYS
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < 5 and day not in known
    return day


def measure_dates() -> dict:
    """Medians in seconds for a thousand dates by one rule, ours and the package's, over interleaved rounds."""
    known = holidays.country_holidays("GB", subdiv="ENG", years=range(2019, 2028))
    starts = [FIRST + timedelta(days=number) for number in range(DATES)]
    ways = {"ours": lambda start: due(RULE, start), "the package": lambda start: by_the_package(known, start)}
    if [ways["ours"](each) for each in starts] != [ways["the package"](each) for each in starts]:
        raise SystemExit("Our dates are not the dates of the package.")
    seconds = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, way in ways.items():
            start = perf_counter()
            for each in starts:
                way(each)
            seconds[name].append(perf_counter() - start)
    return {name: median(each) / DATES for name, each in seconds.items()}


def measure_duties(copy) -> dict:
    """Seconds to read every diary of a copy, fold it, and work out every duty; and of that, the law alone."""
    with copy.app.app_context():
        refs = copy.office.diary.refs()
        start = perf_counter()
        cases = [copy.office.diary.read(ref) for ref in refs]
        read = perf_counter() - start
        start = perf_counter()
        found = sum(len(deadlines(case.facts, case.excuses)) for case in cases)
        return {"cases": len(refs), "duties": found, "read": read, "law": perf_counter() - start}


def main() -> None:
    """Measure and say what came out."""
    came = measure_dates()
    ours, theirs = came["ours"], came["the package"]
    print(f"One date by {DAYS} working days, medians of {ROUNDS} interleaved rounds of {DATES:,} dates:")
    print(f"  ours {ours * 1e6:.2f} us ({1 / ours:,.0f} a second), the holidays package {theirs * 1e6:.2f} us")
    print(f"  ratio {theirs / ours:.1f} (goal: at least {GOAL:.0f} times as fast)")
    with a_copy() as copy:
        print(f"Making {MANY:,} cases by deeds takes some minutes ...", flush=True)
        fill(copy, MANY)
        came = measure_duties(copy)
    print(f"Every duty of {came['cases']:,} cases worked out again from their diaries: {came['duties']:,} duties")
    print(f"  reading and folding the diaries {came['read']:.1f} s, the law itself {came['law']:.1f} s")
    print(f"  {came['duties'] / came['law']:,.0f} duties a second; law to diary {came['law'] / came['read']:.2f}")


if __name__ == "__main__":
    main()
