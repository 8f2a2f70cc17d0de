"""What quality means, and what a machine notices in a plan before a reader does."""

from dataclasses import replace

from casework.quality import about_child, criteria, marks_on
from tests.casework.content_makers import SAM, a_plan, a_provision, an_outcome


def test_every_set_of_criteria_is_there():
    counts = {"plan": 30, "health advice": 15, "social care advice": 10, "education advice": 10, "annual review": 10,
              "record": 18}  # fmt: skip
    assert {of: len(criteria(of)) for of in counts} == counts
    assert criteria("horoscope") == ()


def test_every_criterion_says_what_each_mark_means():
    for of in ("plan", "health advice", "social care advice", "education advice", "annual review", "record"):
        for each in criteria(of):
            assert each.title and each.text and each.weight in range(1, 5)
            assert len(each.anchors) == 4, each.id


def test_a_plan_that_says_who_and_how_often_has_no_marks():
    assert marks_on(a_plan()) == ()


def test_vague_words_are_found_line_by_line():
    plan = a_plan(
        outcomes=(an_outcome(text="Sam will make progress."),),
        provisions=(a_provision(what="give regular help", who="Trained staff"),),
        none_because={"C": "Not known to the service"},
    )
    found = {(each.section, each.ref, each.field, each.mark.phrase) for each in marks_on(plan)}
    assert found == {
        ("E", "O1", "text", "make progress"),
        ("F", "P1", "what", "regular"),
        ("F", "P1", "who", "Trained staff"),
        ("C", "C", "none because", "Not known to the service"),
    }


def test_the_familys_words_are_never_marked():
    plan = a_plan()
    said = plan.views.__class__("I would benefit from regular help as required.", "Talking")
    assert marks_on(a_plan(views=said)) == ()


def test_an_outcome_copied_within_a_plan_or_from_another_childs_is_found():
    other = an_outcome(ref="O2", text=an_outcome().text.replace("three", "four"))
    twice = marks_on(a_plan(outcomes=(an_outcome(), other)))
    assert [(each.ref, each.mark.rule) for each in twice] == [("O2", "COP1")]
    theirs = an_outcome().text.replace("Sam", "Kai")
    copied = marks_on(a_plan(), earlier=[theirs, "By June Kai will travel alone by bus."])
    assert [(each.ref, each.mark.rule) for each in copied] == [("O1", "COP1")]
    assert SAM.preferred_name == "Sam"


def test_the_pronouns_are_those_the_family_gave_or_used():
    family = a_plan().views.__class__(story="She was born early. Her sister is six.", family_views="We love her.")
    assert about_child(a_plan(views=family)).pronouns == "she"
    assert about_child(a_plan(views=family, child=replace(SAM, pronouns="they/them"))).pronouns == "they/them"
    assert about_child(a_plan()).pronouns == ""
