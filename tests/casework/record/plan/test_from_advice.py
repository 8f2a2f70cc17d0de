"""Rows of advice become lines of a plan, with the sentence they came from."""

import pytest

from casework.record.plan import Source
from casework.record.plan.from_advice import advice_to_plan_lines, section_of, whole_number
from tests.casework.content_makers import NEED, OUTCOME, PROVISION, an_advice


def lines(advice):
    return advice_to_plan_lines(advice, "slt-1", "digest", "Jo Lee", role="Therapist", on="2026-03-04")


def test_every_row_becomes_a_line_with_its_source():
    drawn = lines(an_advice())
    [need], [outcome], [provision] = drawn.needs, drawn.outcomes, drawn.provisions
    assert (need.ref, need.section, need.text) == ("N1", "B", NEED["need_text"])
    assert need.sources == (Source("slt-1", "digest", "N1", NEED["need_text"], "Jo Lee", "Therapist", "2026-03-04"),)
    assert (outcome.needs, outcome.baseline, outcome.due) == (("N1",), OUTCOME["outcome_baseline"], "2027-07-16")
    assert outcome.sources[0].words == OUTCOME["outcome_text"]
    assert (provision.times, provision.minutes, provision.weeks) == (1, 30, 38)
    assert (provision.needs, provision.outcomes, provision.section) == (("N1",), ("O1",), "F")
    assert provision.sources[0].words == PROVISION["prov_what"]


def test_references_may_be_a_list_or_words():
    [line] = lines(an_advice(provision={"prov_needs": "N1, N2;N3 "})).provisions
    assert line.needs == ("N1", "N2", "N3")


def test_a_section_nobody_chose_follows_from_the_category():
    need = {"need_plan_section": "", "need_category": "health_related_to_sen"}
    help_ = {"prov_plan_section": "", "prov_kind": "care_or_short_break"}
    drawn = lines(an_advice(need=need, provision=help_))
    assert (drawn.needs[0].section, drawn.provisions[0].section) == ("C", "H1")
    assert section_of("nothing we know") == ""


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("30", 30),
        (45, 45),
        (" 7 ", 7),
        ("0", None),
        ("", None),
        (None, None),
        ("30 minutes", None),
        ("-1", None),
        ("²", None),
    ],
)
def test_only_a_whole_number_above_nothing_is_a_number(said, number):
    assert whole_number(said) == number


def test_an_advice_with_no_rows_brings_nothing():
    drawn = lines({"type": "speech_language"})
    assert (drawn.needs, drawn.outcomes, drawn.provisions) == ((), (), ())
