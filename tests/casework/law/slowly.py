"""The law counted again, slowly: a day at a time, from law-rules.json and its own list of bank holidays."""

import csv
import json
from datetime import date, timedelta
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as some

HERE = Path(__file__).parent
A_DAY = timedelta(days=1)
RULES = {rule["id"]: rule for rule in json.loads((HERE / "law-rules.json").read_text(encoding="utf-8"))["rules"]}
BANK_HOLIDAYS = {
    date.fromisoformat(row["date"])
    for row in json.loads((HERE / "bank-holidays.json").read_text(encoding="utf-8"))["england"]
}
# The list of bank holidays is of 2020 to 2028, so a year and more is left free at its end.
DAYS = some.dates(date(2020, 1, 1), date(2026, 12, 31))
ALWAYS_THE_SAME = settings(derandomize=True, database=None, deadline=None, max_examples=60)


def day(words):
    """A date from 2026-04-07."""
    return date.fromisoformat(words)


def open_cases():
    """The worked dates of law-cases-open.csv."""
    with (HERE / "law-cases-open.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def works(when):
    """Whether people work on this day in England."""
    return when.strftime("%a") not in ("Sat", "Sun") and when not in BANK_HOLIDAYS


def tribunal_rests(when):
    """August, and 25 December to 1 January."""
    return when.strftime("%m") == "08" or when.strftime("%m-%d") >= "12-25" or when.strftime("%m-%d") == "01-01"


def walk(when, number, counts=lambda when: True, step=A_DAY):
    """Walk until `number` days that count have been passed, the first step not being the day itself."""
    while number:
        when += step
        number -= counts(when)
    return when


def month_on(when, number):
    """The same day of the month, `number` months on or back; where there is none, the last day before it."""
    year, month = when.year, when.month
    for _ in range(abs(number)):
        month += 1 if number > 0 else -1
        year, month = (year + 1, 1) if month == 13 else (year - 1, 12) if month == 0 else (year, month)
    for the_day in range(when.day, 27, -1):
        try:
            return date(year, month, the_day)
        except ValueError:
            continue
    return date(year, month, when.day)


def rolled(when):
    """When an appeal is still in time: out of August or Christmas first, then on to a working day."""
    if tribunal_rests(when):
        while tribunal_rests(when):
            when += A_DAY
    while not works(when):
        when += A_DAY
    return when


def due_slowly(rule, trigger):
    """The last day by one rule of law-rules.json that has a length."""
    number, unit, first_counts = rule["length"], rule["unit"], rule["count"] == "include_event_day"
    if unit == "months":
        end = month_on(trigger, number)
        end -= A_DAY if first_counts and end.day == trigger.day else 0 * A_DAY
    elif unit == "working days":
        rests = rule["roll"] == "rule12_other"
        start = trigger - A_DAY * first_counts
        end = walk(start, number, lambda when: works(when) and not (rests and tribunal_rests(when)))
    else:
        days = number * {"weeks": 7, "days": 1, "immediate": 0}[unit]
        end = walk(trigger, abs(days) - first_counts, step=A_DAY if days >= 0 else -A_DAY)
    return rolled(end) if rule["roll"] == "rule12_start" else end
