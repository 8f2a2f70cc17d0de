"""How long each step may take, as families read it."""

from casework.law.stages import how_long, stages_for_families
from casework.law.timetable import duty_called
from tests.casework.law.slowly import day


def test_steps_come_in_the_order_a_family_meets_them():
    assert [stage.duty for stage in stages_for_families()][:6] == [
        "Decide whether to assess",
        "Give advice",
        "Decide whether to write a plan",
        "Hear what the family thinks of the draft plan",
        "Say whether the setting can meet the child’s needs",
        "Send the final plan",
    ]


def test_a_step_says_its_length_and_its_clause():
    duty, length, clause = stages_for_families()[5]
    assert (duty, clause) == ("Send the final plan", "reg 13(2)")
    assert length == "Within 20 weeks of the day the council got the request."


def test_a_window_is_said_as_time_the_family_has():
    assert how_long(duty_called("DRAFT_REPS_15D")) == (
        "At least 15 days. The day the draft plan was given to the family is day 1."
    )
    assert how_long(duty_called("REV_FIRST_12M")).startswith("Within 12 months. The day the council sent")


def test_guidance_says_that_it_is_not_law():
    assert how_long(duty_called("CONSULT_SETTING_15D")).endswith("(this is guidance, not law).")


def test_a_choice_of_limits_is_said_in_its_own_words():
    assert "or 1 month of your mediation certificate if that is later" in how_long(duty_called("APPEAL_LATER"))


def test_the_page_can_show_the_law_as_it_stood():
    assert stages_for_families(day("2026-01-01")) == stages_for_families()
    assert stages_for_families(day("2013-01-01")) == []
