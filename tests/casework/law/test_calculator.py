"""Dates in words and in files: what is read, what is answered, and what is refused with its line."""

import csv
from io import StringIO

import pytest

from casework.errors import GapInOurTables, Refusal
from casework.law.calculator import due_file, due_rows, parse_also, parse_day
from tests.casework.law.slowly import HERE, day, cases


def test_a_day_is_read_as_the_world_writes_it():
    assert parse_day(" 2024-02-29 ") == day("2024-02-29")


@pytest.mark.parametrize(
    "words", ["", "1/9/2026", "20260901", "2026-W36-2", "2026-9-1", "２０２６-09-01", "2026-09-01T10:00"]
)
def test_a_day_written_another_way_is_refused(words):
    with pytest.raises(Refusal, match="is not a date we can read. Write it as YYYY-MM-DD"):
        parse_day(words)


@pytest.mark.parametrize("words", ["2026-02-29", "2026-13-01", "0000-01-01"])
def test_a_day_no_calendar_has_is_refused(words):
    with pytest.raises(Refusal, match=f"There is no such day as {words}"):
        parse_day(words)


def test_other_dates_are_read_by_name():
    assert parse_also("") == {}
    assert parse_also("cert=2026-11-29; meeting = 2026-10-01;") == {
        "cert": day("2026-11-29"),
        "meeting": day("2026-10-01"),
    }


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("cert", "“cert” does not name a date"),
        ("=2026-01-01", "does not name a date"),
        ("cert=soon", "“soon” is not a date we can read"),
        ("cert=2026-01-01;cert=2026-01-02", "The date cert is given twice"),
    ],
)
def test_other_dates_that_cannot_be_read_are_refused(words, sentence):
    with pytest.raises(Refusal, match=sentence):
        parse_also(words)


def test_every_row_is_answered_with_four_columns():
    row = {"rule_id": "APPEAL_LATER", "trigger_date": "2026-10-01", "also": "cert=2026-11-29", "unit": "months"}
    asked = {"rule_id": "APPEAL_LATER", "trigger_date": "2026-10-01", "also": "cert=2026-11-29"}
    assert list(due_rows([row])) == [asked | {"due": "2027-01-04"}]


def test_the_column_of_other_dates_may_be_missing():
    [answer] = due_rows([{"rule_id": "MED_CONTACT_2M", "trigger_date": "2025-12-31"}])
    assert answer["due"] == "2026-02-28"


def test_the_file_of_worked_dates_comes_back_with_every_date_right():
    out = StringIO()
    with (HERE / "law-cases-open.csv").open(encoding="utf-8", newline="") as file:
        due_file(file, out)
    answered = list(csv.DictReader(StringIO(out.getvalue())))
    assert list(answered[0]) == ["rule_id", "trigger_date", "also", "due"]
    assert [row["due"] for row in answered] == [case["expected_due"] for case in cases()]


@pytest.mark.parametrize(
    ("line", "refused", "sentence"),
    [
        ("NO_SUCH_RULE,2026-01-01,", Refusal, "Line 3: There is no rule called NO_SUCH_RULE"),
        ("PLAN_FINAL_20W,2026-02-30,", Refusal, "Line 3: There is no such day as 2026-02-30"),
        ("PLAN_FINAL_20W,,", Refusal, "Line 3: Nothing under trigger_date"),
        (",,x=1", Refusal, "Line 3: Nothing under rule_id or trigger_date"),
        ("PLAN_FINAL_20W", Refusal, "Line 3: Nothing under trigger_date"),
        ("LOCAL_SIMPLE_5WD,2041-01-01,", GapInOurTables, "Line 3: holidays.csv says nothing about 2041"),
    ],
)
def test_a_line_without_an_answer_is_named_and_nothing_is_written(line, refused, sentence):
    out = StringIO()
    with pytest.raises(refused, match=sentence):
        due_file(["rule_id,trigger_date,also\n", "MED_CONTACT_2M,2025-12-31,\n", f"{line}\n"], out)
    assert out.getvalue() == ""


@pytest.mark.parametrize(
    "lines",
    [
        ["rule_id,trigger_date,also\r\n", "MED_CONTACT_2M,2025-12-31,\r\n"],
        ["rule_id,trigger_date\n", "MED_CONTACT_2M,2025-12-31\n"],
        ["note,also,trigger_date,rule_id\n", '"a, b",,2025-12-31,MED_CONTACT_2M\n'],
        [" rule_id , trigger_date,also\n", '"MED_CONTACT_2M"," 2025-12-31 ",""\n'],
        ["rule_id,trigger_date,also\n", "\n", ",,\n", "MED_CONTACT_2M,2025-12-31,,left over\n", "\n"],
        ["rule_id,trigger_date,also,note\n", 'MED_CONTACT_2M,2025-12-31,,"two\n', 'lines"\n'],
    ],
)
def test_a_file_may_be_written_as_other_programs_write_one(lines):
    out = StringIO()
    due_file(lines, out)
    assert out.getvalue() == "rule_id,trigger_date,also,due\nMED_CONTACT_2M,2025-12-31,,2026-02-28\n"


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ([], "names no column rule_id and no column trigger_date"),
        (["rule_id,date\n", "MED_CONTACT_2M,2025-12-31\n"], "names no column trigger_date"),
        (["rule_id;trigger_date;also\n"], "names no column rule_id"),
        (["rule_id,trigger_date,also\n", 'MED_CONTACT_2M,"2025-12-31,\n'], "must be a CSV file, saved as UTF-8"),
    ],
)
def test_what_is_no_such_file_is_refused_in_a_sentence(lines, sentence):
    with pytest.raises(Refusal, match=sentence):
        due_file(lines, StringIO())


def test_a_single_question_has_no_line():
    with pytest.raises(Refusal, match="^There is no rule called X"):
        list(due_rows([{"rule_id": "X", "trigger_date": "2026-01-01", "also": ""}]))
