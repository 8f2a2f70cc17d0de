"""The rows beside the diary: what the law wants next, and who the case waits for; today plays no part."""

from casework.chasing import first
from casework.record import entries as kinds
from casework.record.papers import Paper
from casework.worklist import by_risk, rows_of
from tests.casework.content_makers import a_plan
from tests.makers import CHILD, STORY, a_case, accepted, assessing, asked, day, hearing, joined, received, requested

PAPERS = (Paper("child", CHILD), Paper("story", STORY), Paper("plan", a_plan().to_content()))
SHELF = {paper.digest: paper for paper in PAPERS}


def rows(case):
    """The rows of a case."""
    return rows_of(case, SHELF.__getitem__, ladders=[first()])


def test_a_new_request_waits_for_our_decision():
    row = rows(a_case(requested(), joined())).case
    assert (row["stage"], row["next_duty"]) == ("deciding whether to assess", "ASSESS_DECISION_6W")
    assert (row["next_due"], row["final_due"]) == (day("2026-03-16"), day("2026-06-22"))
    assert (row["child"], row["sort_name"], row["initials"]) == ("Amira Amin", "amin amira", "AA")


def test_a_child_is_called_by_the_name_they_use():
    shelf = SHELF | {Paper("child", CHILD).digest: Paper("child", CHILD | {"preferred_name": "Mimi"})}
    assert rows_of(a_case(requested()), shelf.__getitem__, ladders=[first()]).case["child"] == "Mimi Amin"


def test_each_request_for_advice_has_its_three_days():
    [row] = rows(assessing()).contributions
    days = [day("2026-03-09"), day("2026-03-16"), day("2026-04-13")]
    assert [row["first_due"], row["full_due"], row["legal_due"]] == days
    assert (row["standing"], row["next_chase"]) == ("asked", day("2026-03-05"))


def test_advice_that_came_is_chased_no_more():
    [row] = rows(assessing(received(), accepted())).contributions
    assert (row["standing"], row["next_chase"]) == ("accepted", None)


def test_a_case_that_ended_is_chased_no_more():
    [row] = rows(assessing(kinds.RequestWithdrawn(on=day("2026-03-03"), paper="w" * 64))).contributions
    assert row["next_chase"] is None


def test_the_highest_rung_of_any_request_shows_on_the_case():
    late = kinds.Chased(on=day("2026-03-19"), about="speech_language-1", step="E07", level=2)
    assert rows(assessing(asked("medical-1"), late)).case["level"] == 2


def test_the_words_of_a_story_are_counted_however_they_are_kept():
    assert rows(a_case(requested())).case["story_words"] == 8


def test_a_plan_in_force_gives_its_outcomes():
    plan = Paper("plan", a_plan().to_content()).digest
    final = kinds.FinalPlanSent(on=day("2026-06-01"), about="1", plan=plan, setting="elm-park")
    found = rows(hearing(final))
    assert [row["outcome"] for row in found.outcomes] == ["O1"]
    assert rows(hearing()).outcomes == []


def test_the_nearest_day_comes_first():
    days = [each.due for each in by_risk([])]
    assert days == []
    assert rows(a_case(requested())).case["next_due"] == day("2026-03-16")
