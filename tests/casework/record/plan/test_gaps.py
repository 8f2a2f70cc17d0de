"""What the law needs and a plan lacks, each as a sentence a caseworker can act on."""

from datetime import date

import pytest

from casework.record.plan import Child, Need, Plan, Views, gaps
from casework.record.plan.checks import CHECKS
from casework.record.plan.sections import sections
from casework.tables import rows
from tests.casework.content_makers import SAM, a_plan, a_provision, an_outcome

TODAY = date(2026, 3, 6)


def found(plan, *, final=True, **around):
    """The checks that failed, with the section and whether they stop the plan."""
    return {(gap.check, gap.section, gap.stops) for gap in gaps(plan, final=final, on=TODAY, **around)}


def test_nothing_is_missing_from_a_whole_plan():
    assert gaps(a_plan(), final=True, on=TODAY, accepted=["slt-1"], others=["Kai Brown"]) == ()


def test_nothing_is_missing_from_a_whole_draft_with_section_i_blank():
    assert gaps(a_plan(placement=None), final=False, on=TODAY) == ()


def test_what_stops_a_final_plan_is_only_pointed_out_in_a_draft():
    draft = a_plan(placement=None, provisions=())
    assert found(draft, final=False) == {
        ("no special educational provision", "F", True),
        ("need without provision", "F", False),
    }


def test_an_empty_plan_lacks_every_section_in_order():
    letters = [gap.section for gap in gaps(Plan(Child("Sam")), final=True)]
    order = [section.letter for section in sections()] + [""]
    assert letters == sorted(letters, key=order.index)
    assert set(letters) == set(order)


@pytest.mark.parametrize("final", [True, False])
def test_every_gap_is_a_sentence_with_a_clause(final):
    for gap in gaps(Plan(Child("Sam")), final=final, accepted=["ep-1"]):
        assert str(gap) == gap.sentence
        assert gap.sentence.endswith(".") and "{" not in gap.sentence
        assert gap.clause


def test_every_row_of_the_table_has_a_check_and_every_check_a_row():
    assert {row["check"] for row in rows("plan-checks")} == set(CHECKS)


def test_a_draft_must_not_name_a_school_and_a_final_must():
    assert found(a_plan(), final=False) == {("school named too soon", "I", True)}
    assert found(a_plan(placement=None)) == {("no school named", "I", True)}


def test_the_childs_and_the_familys_views_are_section_a():
    assert found(a_plan(views=Views())) == {("nobody asked the child", "A", True), ("no family views", "A", True)}
    assert found(a_plan(views=Views("Hello", story="Since she was two"))) == {("no method", "A", False)}


def test_a_need_has_an_outcome_and_provision_or_a_reason():
    extra = a_plan(needs=a_plan().needs + (Need("N2", "B", "semh", "Sam worries at night."),))
    assert found(extra) == {("need without outcome", "E", True), ("need without provision", "F", True)}
    said = extra.none_because | {"N2": "Met by what every school offers, the SENCO says."}
    assert found(a_plan(needs=extra.needs, none_because=said)) == set()


@pytest.mark.parametrize(
    ("change", "check"),
    [
        ({"baseline": ""}, "no baseline"),
        ({"measure": ""}, "no measure"),
        ({"due": ""}, "no date"),
    ],
)
def test_an_outcome_is_measured(change, check):
    assert found(a_plan(outcomes=(an_outcome(**change),))) == {(check, "E", True)}


def test_a_gap_says_which_line():
    [gap] = gaps(a_plan(outcomes=(an_outcome(baseline=""),)), final=True)
    assert gap.ref == "O1"
    assert gap.sentence == "O1 does not say where Sam is now."


@pytest.mark.parametrize(
    ("change", "check", "stops"),
    [
        ({"who": ""}, "nobody to deliver", True),
        ({"times": None}, "no number of times", True),
        ({"period": ""}, "no number of times", True),
        ({"minutes": None}, "no length", True),
        ({"ratio": ""}, "no ratio", False),
        ({"starts": ""}, "no start", False),
        ({"outcomes": ()}, "provision without outcome", False),
    ],
)
def test_provision_says_who_how_often_and_how_long(change, check, stops):
    assert found(a_plan(provisions=(a_provision(**change),))) == {(check, "F", stops)}


def test_equipment_needs_no_minutes():
    desk = a_provision(kind="equipment", what="a sloping desk", minutes=None, ratio="")
    assert found(a_plan(provisions=(desk,))) == set()


def test_provision_for_no_need_is_found_and_so_is_the_need_it_left():
    checks = found(a_plan(provisions=(a_provision(needs=()),)))
    assert checks == {("provision without need", "F", True), ("need without provision", "F", True)}


def test_health_provision_is_agreed_before_the_plan_is_final():
    health = a_provision(ref="P2", section="G", what="check Sam's splints", kind="medication_or_clinical_care")
    both = (a_provision(), health)
    assert found(a_plan(provisions=both)) == {("health not agreed", "G", True)}
    assert found(a_plan(provisions=both, placement=None), final=False) == {("health not yet agreed", "G", False)}
    agreed = a_provision(ref="P2", section="G", what="check Sam's splints", agreed_by="The integrated care board")
    assert found(a_plan(provisions=(a_provision(), agreed))) == set()


@pytest.mark.parametrize("letter", ["C", "D", "G", "H1", "H2", "J"])
def test_a_section_with_nothing_in_it_says_so_and_why(letter):
    reasons = {key: words for key, words in a_plan().none_because.items() if key != letter}
    assert found(a_plan(none_because=reasons)) == {("nothing said", letter, True)}


def test_section_h1_is_for_people_under_eighteen():
    grown = Child("Sam", born="2008-03-06", year_group="Year 13")
    ready = an_outcome(category="pfa_community")
    reasons = {key: words for key, words in a_plan().none_because.items() if key != "H1"}
    whole = a_plan(child=grown, outcomes=(ready,), none_because=reasons)
    assert found(whole) == set()
    break_ = a_provision(ref="P2", section="H1", what="go swimming with Sam", kind="care_or_short_break")
    assert found(a_plan(child=grown, outcomes=(ready,), provisions=(a_provision(), break_))) == {
        ("not for an adult", "H1", True)
    }


def test_every_accepted_advice_is_listed_in_section_k():
    assert found(a_plan(), accepted=["slt-1", "ep-1"]) == {("advice not listed", "K", True)}
    assert found(a_plan(appendices=())) == {("no advice listed", "K", True)}


def test_from_year_nine_a_plan_prepares_for_adult_life():
    assert found(a_plan(child=Child("Sam", born="2012-09-01"))) == set()
    older = Child("Sam", born="2012-08-31")
    assert found(a_plan(child=older)) == {
        ("no outcome for adult life", "E", True),
        ("no provision for adult life", "F", True),
    }
    ready = an_outcome(category="pfa_community")
    assert found(a_plan(child=older, outcomes=(ready,))) == set()
    other = an_outcome(ref="O2", category="pfa_community")
    assert found(a_plan(child=older, outcomes=(an_outcome(), other))) == {("no provision for adult life", "F", True)}
    assert found(a_plan(child=SAM)) == set()


@pytest.mark.parametrize(
    ("change", "letter"),
    [
        ({"views": Views("Kai Brown likes trains", "Talking", story="x")}, "A"),
        ({"outcomes": (an_outcome(steps="Kai Brown will choose"),)}, "E"),
        ({"provisions": (a_provision(where="Beside Kai Brown"),)}, "F"),
    ],
)
def test_another_childs_name_is_found_wherever_it_is(change, letter):
    assert found(a_plan(**change), others=["Kai Brown"]) == {("another child", letter, True)}


def test_the_childs_own_name_and_part_of_a_word_are_not_another_childs():
    plan = a_plan(views=Views("Kaitlin is my friend. Sam I am.", "Talking", story="x"))
    assert found(plan, others=["Sam", "Kai", ""]) == set()


def test_somebody_signs_a_final_plan():
    assert found(a_plan(decided_by="", officer="")) == {("nobody signed", "", False)}
