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


def cases(name="law-cases-open.csv"):
    """The worked dates of a file: rule_id, trigger_date, also, expected_due and how it was worked out."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
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


def leaves_school(born):
    """The last Friday in June of the school year in which somebody turns 16, found by walking a day at a time."""
    turned = month_on(born, 16 * 12)
    first = turned
    while first.strftime("%m-%d") != "09-01":
        first -= A_DAY
    end = first
    while end.strftime("%m-%d") != "06-30":
        end += A_DAY
    while end.strftime("%a") != "Fri":
        end -= A_DAY
    return end


def fixed(trigger, ending):
    """The day of a calendar year that ends in these words (“02-15”), found by walking from its first day."""
    when = trigger
    while when.strftime("%m-%d") != "01-01":
        when -= A_DAY
    while when.strftime("%m-%d") != ending:
        when += A_DAY
    return when


def aim_for(end):
    """The last day on or before this one on which people work."""
    return end if works(end) else walk(end, 1, works, step=-A_DAY)


def combined_slowly(rule_id, trigger, also):
    """The limits that law.md makes of two dates or more, each as its own words say and not as our table does."""
    one = {name: due_slowly(RULES[name], trigger) for name in RULES if RULES[name]["length"] is not None}
    if rule_id in ("APPEAL_LATER", "APPEAL_2M"):
        return max(one["APPEAL_2M"], due_slowly(RULES["APPEAL_1M_CERT"], also["cert"]))
    if rule_id == "CEASE_STAY":
        certificate = [due_slowly(RULES["APPEAL_1M_CERT"], also["cert"])] if "cert" in also else []
        return max([one["APPEAL_2M"], *certificate, *filter(None, [also.get("appeal_ended")])])
    if rule_id in ("REV_FINAL", "REV_FINAL_8W"):
        return min(one["REV_FINAL_8W"], due_slowly(RULES["REV_FINAL_12W_CAP"], also["meeting"]))
    if rule_id == "XFER_REVIEW_LATER":
        [(name, before)] = also.items()
        review = {"last_review": "REV_SUBSEQ_12M", "plan_made": "REV_FIRST_12M"}[name]
        three_months = month_on(trigger, 3)
        three_months -= A_DAY if three_months.day == trigger.day else 0 * A_DAY
        return max(three_months, due_slowly(RULES[review], before))
    # A plan or a notice is passed on by the day of the move, or, known late, in fifteen working days.
    known, move = (also["aware"], trigger) if "aware" in also else (trigger, also["move"])
    return max(move, due_slowly(RULES[rule_id], known))


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
