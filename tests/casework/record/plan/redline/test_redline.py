"""Two plans laid over each other: each kind of change is seen, and no more than was changed."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.record.plan import Appendix, Need, Outcome, Placement, Plan, Provision, Views, renumbered
from casework.record.plan.redline import ADDED, CHANGED, KEPT, TAKEN_OUT, redline, summary
from tests.casework.outside.plan_makers import a_long_plan, a_plan

SAM = a_plan().child
TEXTS = ("He cannot yet ask for help.", "Reading takes him far longer than others.", "Loud rooms make him leave.")


def needs(*texts, section="B"):
    """A plan with needs that say this, numbered as they stand."""
    listed = (Need(f"N{at}", section, "cognition", text) for at, text in enumerate(texts, start=1))
    return Plan(SAM, needs=tuple(listed))


def helped(**changes):
    """A plan with one need, one outcome and one line of help."""
    line = {"what": "teach reading", "who": "a teacher", "times": 2, "period": "week", "minutes": 30} | changes
    outcome = Outcome("O1", ("N1",), "Sam will read a page alone.")
    return replace(
        needs(TEXTS[0]), outcomes=(outcome,), provisions=(Provision("P1", "F", ("N1",), ("O1",), **line),)
    )


def line(before, after, letter="F", at=0):
    """One line of the redline."""
    return redline(before, after).section(letter).lines[at]


def said(runs):
    """Runs as they read."""
    return [(run.kind, run.words.strip()) for run in runs]


def test_a_plan_laid_over_itself_shows_nothing():
    found = redline(a_plan(), a_plan())
    assert found.same and summary(found) == ("Nothing has changed.",)


def test_a_changed_number_is_seen_in_the_sentence_in_its_field_and_in_the_hours():
    before, after = helped(), helped(times=4)
    found = line(before, after)
    assert found.kind == CHANGED and ("added", "four times") in said(found.runs)
    assert [(field.name, said(field.runs)) for field in found.fields] == [
        ("How many times", [("taken out", "2"), ("added", "4")])
    ]
    assert summary(redline(before, after)) == ("1 line changed.", "Help in section F goes from 1 to 2 hours a week.")


@pytest.mark.parametrize(
    ("changes", "name", "now"),
    [
        ({"who": "two assistants"}, "Who", "two assistants"),
        ({"period": "half_term"}, "How often", "every half term"),
        ({"minutes": 45}, "Minutes each time", "45"),
        ({"ratio": "1:4"}, "Adults to children", "1:4"),
        ({"where": "in class"}, "Where", "in class"),
        ({"starts": "2027-01-04"}, "From", "4 January 2027"),
        ({"until": "2027-07-20"}, "Until", "20 July 2027"),
    ],
)
def test_each_field_of_help_is_named_in_words(changes, name, now):
    [field] = [each for each in line(helped(), helped(**changes)).fields if each.name == name]
    assert field.runs[-1].words == now


def test_a_link_that_was_taken_away_is_named():
    before = helped()
    after = replace(before, provisions=(replace(before.provisions[0], outcomes=()),))
    [field] = line(before, after).fields
    assert (field.name, said(field.runs)) == ("Towards which outcomes", [("taken out", "O1")])


def test_a_line_is_added_and_another_taken_out_where_each_stood():
    first, second, third = TEXTS
    after = replace(needs(first), needs=(*needs(first).needs, Need("N4", "B", "cognition", "He tires by noon.")))
    found = redline(needs(first, second, third), after).section("B").lines
    kinds = [(KEPT, "N1"), (TAKEN_OUT, "N2"), (TAKEN_OUT, "N3"), (ADDED, "N4")]
    assert [(each.kind, each.ref) for each in found] == kinds


def test_a_renumbered_line_is_the_same_line_and_so_are_its_links():
    before = renumbered(a_plan())
    gone = replace(before, needs=before.needs[1:])
    after = renumbered(replace(gone, provisions=tuple(each for each in gone.provisions)))
    found = redline(before, after)
    assert [each.kind for each in found.section("B").lines][0] == TAKEN_OUT
    assert {each.kind for each in found.section("B").lines[1:]} == {KEPT}
    assert found.section("B").lines[1].was == "N2" and found.section("B").lines[1].ref == "N1"
    assert "given a new number" in summary(found)[0]


def test_a_line_that_was_renumbered_and_reworded_is_known_by_its_likeness():
    before = needs("He cannot yet ask an adult for help in class.", "Reading takes him far longer than his friends.")
    after = needs("Reading takes him much longer than his friends.")
    found = redline(before, after).section("B").lines
    assert [(each.kind, each.ref, each.was) for each in found] == [(TAKEN_OUT, "N1", ""), (CHANGED, "N1", "N2")]


def test_a_line_that_was_written_anew_under_its_reference_is_changed():
    found = line(needs("Old words here."), needs("Something else entirely now"), "B")
    assert found.kind == CHANGED and [run.kind for run in found.runs] == ["taken out", "added"]


def test_a_line_that_changed_its_place_is_moved_and_the_others_are_not():
    before = needs(*TEXTS)
    after = replace(before, needs=(before.needs[2], *before.needs[:2]))
    found = redline(before, after)
    assert [each.ref for each in found.section("B").lines if each.moved] == ["N3"]
    assert summary(found)[0] == "1 line moved."


def test_a_line_that_changed_its_section_says_where_it_came_from():
    found = line(needs(TEXTS[0]), needs(TEXTS[0], section="C"), "C")
    assert (found.kind, found.moved, found.came_from) == (KEPT, True, "B")


def test_what_is_no_line_is_compared_field_by_field():
    before = replace(helped(), views=Views(voice="I like boats."), none_because={"C": "None found."})
    after = replace(
        before,
        views=Views(voice="I like big boats."),
        none_because={"D": "Not known to social care."},
        placement=Placement("elm", "Elm Park", "Primary"),
        direct_payments="None asked for.",
        appendices=(Appendix("x-1", "Health advice"),),
        officer="Jo Marsh",
    )
    found = redline(before, after)
    changed = {each.letter: [one.kind for one in each.changes] for each in found.sections if each.changes}
    assert changed == {
        **{"child": [ADDED], "A": [CHANGED], "C": [TAKEN_OUT], "D": [ADDED]},
        **{"I": [ADDED], "J": [ADDED], "K": [ADDED]},
    }
    sections = "section A, section C, section D, section I, section J and section K"
    assert summary(found)[1] == f"Names and signatures, {sections} changed too."


def sentences(plan):
    """Every need, outcome and line of help, as a reader has it, without its spaces."""
    lines = [(each.ref, each.text) for each in (*plan.needs, *plan.outcomes)]
    lines += [(each.ref, each.sentence()) for each in plan.provisions]
    return sorted((ref, "".join(words.split())) for ref, words in lines)


def one_side(found, kind):
    """One of the two plans again, from the redline."""
    lines = [each for section in found.sections if section.letter != "K" for each in section.lines]
    refs = {TAKEN_OUT: lambda each: each.was or each.ref, ADDED: lambda each: each.ref}
    there = [each for each in lines if each.kind in (KEPT, CHANGED, kind)]
    words = [("".join(run.words for run in each.runs if run.kind in ("same", kind)), each) for each in there]
    return sorted((refs[kind](each), "".join(text.split())) for text, each in words)


PLAN = a_plan()
CHOSEN = st.permutations(range(len(PLAN.provisions)))


@given(CHOSEN, st.integers(0, 6), st.integers(0, 6), st.booleans(), st.sampled_from(["", "more ", "سباحة "]))
@settings(derandomize=True, max_examples=20, deadline=None, database=None)
def test_each_side_of_a_redline_is_the_plan_it_was_made_from(order, cut, need, anew, word):
    lines = tuple(replace(PLAN.provisions[at], what=word + PLAN.provisions[at].what) for at in order)[cut:]
    after = replace(PLAN, provisions=lines, needs=PLAN.needs[:need] + PLAN.needs[need + 1 :])
    after = renumbered(after) if anew else after
    found = redline(PLAN, after)
    assert one_side(found, TAKEN_OUT) == sentences(PLAN)
    assert one_side(found, ADDED) == sentences(after)


def test_the_same_two_plans_always_give_the_same_redline():
    before, after = a_long_plan(3), renumbered(replace(a_long_plan(3), needs=a_long_plan(3).needs[2:]))
    assert redline(before, after) == redline(before, after)
