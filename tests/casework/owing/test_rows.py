"""What is owed as rows: one line for a request for advice, and whose each line is."""

from datetime import timedelta

from casework.law.clocks import Fact, deadlines
from casework.owing import owed_rows
from casework.record import entries as kinds
from tests.makers import CHILD, a_case, day, joined, requested

ASKED = day("2026-03-02")
SLT = "speech_language-1"


def rows(*entries, on=ASKED):
    """The rows of a case in assessment, with what else happened to it; asked for advice on a day."""
    decided = kinds.AssessmentAgreed(on=ASKED, reasons="")
    asked = kinds.AdviceRequested(on=on, about=SLT, advice="speech_language", service="slt")
    case = a_case(requested(), joined(), decided, asked, *entries)
    return owed_rows(case, deadlines(case.facts, case.excuses), CHILD)


def shown(found, on) -> list[str]:
    """The duties of the request for advice that a list shows on a day."""
    theirs = [row for row in found if row["about"] == SLT and row["done_on"] is None]
    return [row["duty"] for row in theirs if row["shown_from"] <= on <= row["shown_until"]]


def test_a_request_for_advice_is_one_line_on_every_day():
    found = rows()
    for days in range(120):
        assert len(shown(found, ASKED + timedelta(days=days))) == 1


def test_the_line_is_the_nearest_promise_until_the_law_itself_is_broken():
    found, legal = rows(), ASKED + timedelta(weeks=6)
    assert shown(found, ASKED) == shown(found, legal) == ["LOCAL_SIMPLE_5WD"]
    assert shown(found, legal + timedelta(days=1)) == ["ASSESS_ADVICE_6W"]
    first = next(row for row in found if row["duty"] == "LOCAL_SIMPLE_5WD")
    assert first["legal_due"] == legal


def test_after_a_first_response_the_full_advice_is_what_is_owed():
    found = rows(kinds.FirstResponseGiven(on=ASKED, about=SLT, response="detailed_to_follow", paper=""))
    assert shown(found, ASKED) == ["LOCAL_DETAILED_10WD"]
    assert [row["done_on"] for row in found if row["duty"] == "LOCAL_SIMPLE_5WD"] == [ASKED]


def test_a_line_is_the_services_and_the_councils_are_nobody_elses():
    found = rows()
    owners = {(row["duty"], row["owed_by"], row["service"]) for row in found}
    assert ("ASSESS_ADVICE_6W", "adviser", "slt") in owners
    assert all(not service for _, by, service in owners if by == "authority")


def test_a_day_that_changes_leaves_the_name_of_its_row():
    before, after = ([row for row in rows(on=on) if row["about"] == SLT] for on in (ASKED, ASKED + timedelta(days=3)))
    for one, other in zip(before, after, strict=True):
        assert [one[name] for name in ("ref", "duty", "about", "nth")] == [
            other[name] for name in ("ref", "duty", "about", "nth")
        ]
        assert one["due"] < other["due"]


def test_one_update_owed_of_several_late_things_is_one_line():
    told = [Fact("family told of lateness", ASKED, about) for about in ("A", "B")] + [
        Fact("family told of lateness", ASKED + timedelta(days=1), "C")
    ]
    found = owed_rows(a_case(requested(), joined()), deadlines(told), CHILD)
    assert {row["duty"] for row in found} == {"LOCAL_UPDATE_14D"}
    assert [row["about"] for row in found if row["shown_until"] >= ASKED] == ["A", "C"]


def test_time_for_the_family_is_no_row_and_the_second_of_a_duty_is_numbered():
    found = rows()
    assert "DRAFT_REPS_15D" not in {row["duty"] for row in found}
    assert {row["nth"] for row in found} == {1}
