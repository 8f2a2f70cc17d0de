"""The command that works out a date: every worked example, by file or alone, and a sentence for what it cannot."""

import csv
from io import StringIO

import pytest

from tests.casework.law.slowly import HERE, cases

CASES = cases()


@pytest.fixture(scope="module")
def asked(saltmarsh):
    """Ask the command: asked("RULE", "2026-09-01")."""
    return lambda *words: saltmarsh.run("due", *words)


def test_every_worked_date_comes_out_through_a_file(asked):
    answer = asked("--file", str(HERE / "law-cases-open.csv"))
    assert answer.exit_code == 0
    rows = list(csv.DictReader(StringIO(answer.stdout)))
    assert list(rows[0]) == ["rule_id", "trigger_date", "also", "due"]
    assert [(row["rule_id"], row["due"]) for row in rows] == [(case["rule_id"], case["expected_due"]) for case in CASES]
    assert len(rows) == len(CASES) > 20


@pytest.mark.parametrize("case", CASES[::4], ids=lambda one: " ".join(list(one.values())[:3]))
def test_one_date_comes_out_by_itself(asked, case):
    also = [word for each in case["also"].split(";") if each for word in ("--also", each)]
    answer = asked(case["rule_id"], case["trigger_date"], *also)
    assert (answer.exit_code, answer.stdout) == (0, f"{case['expected_due']}\n")


@pytest.mark.parametrize(
    "words",
    [
        ("NO_SUCH_RULE", "2026-09-01"),
        ("ASSESS_DECISION_6W", "2026-02-30"),
        ("ASSESS_DECISION_6W", "1/9/2026"),
        ("LOCAL_SIMPLE_5WD", "2199-09-01"),
        ("ASSESS_DECISION_6W",),
        (),
        ("ASSESS_DECISION_6W", "2026-09-01", "--also", "cert"),
        ("ASSESS_DECISION_6W", "2026-09-01", "--also", "cert=2026-09-02"),
        ("APPEAL_LATER", "2026-09-01"),
        ("APPEAL_LATER", "2026-09-01", "--also", "meeting=2026-09-02"),
        ("APPEAL_LATER", "2026-09-01", "--also", "cert=2026-09-31"),
        ("APPEAL_2M", "2030-11-30"),
        ("APPEAL_2M", "2026-09-01", "--file", str(HERE / "law-cases-open.csv")),
    ],
)
def test_what_cannot_be_worked_out_is_said_in_a_sentence_with_status_2(asked, words):
    answer = asked(*words)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert answer.stderr.rstrip().endswith(".")
    assert "Traceback" not in answer.stderr


def test_a_file_with_a_row_that_cannot_be_answered_says_which_line(asked, tmp_path):
    path = tmp_path / "asked.csv"
    rows = ("rule_id,trigger_date,also", "ASSESS_DECISION_6W,2025-09-01,", "NO_SUCH_RULE,2025-09-01,", "")
    path.write_text("\n".join(rows), encoding="utf-8")
    answer = asked("--file", str(path))
    assert answer.exit_code == 2
    assert "3" in answer.stderr
    assert answer.stdout == ""


@pytest.mark.parametrize("start", ["", "\ufeff"], ids=["as it is", "with a mark at its beginning"])
def test_a_file_that_a_spreadsheet_saved_is_read(asked, tmp_path, start):
    path = tmp_path / "asked.csv"
    said = f"{start}also,trigger_date,rule_id\r\ncert=2026-11-29,2026-10-01,APPEAL_LATER\r\n\r\n"
    path.write_bytes(said.encode())
    answer = asked("--file", str(path))
    assert answer.stdout == "rule_id,trigger_date,also,due\nAPPEAL_LATER,2026-10-01,cert=2026-11-29,2027-01-04\n"


@pytest.mark.parametrize("content", [b"", b"\xff\xfer\x00", b"rule_id,trigger_date\nPLAN_FINAL_20W,2026-01-0\xe9\n"])
def test_a_file_that_is_none_is_refused_in_a_sentence(asked, tmp_path, content):
    path = tmp_path / "asked.csv"
    path.write_bytes(content)
    answer = asked("--file", str(path))
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert answer.stderr.rstrip().endswith(".") and "Traceback" not in answer.stderr
