"""Words in the wrong section, help nobody can count, a child who is not heard, and somebody else’s name."""

import pytest

from casework.lint import About, lint
from casework.lint.marks import rules
from casework.tables import rows

SAM = About(("Sam", "Samira", "Okafor"), "she/her")


def found(text, section, about=SAM):
    return {mark.rule for mark in lint(text, section, about)}


@pytest.mark.parametrize(
    ("section", "text", "rule"),
    [
        ("E", "Sam will receive two hours of teaching a week.", "SEC1"),
        ("E", "A therapist will work with Sam on her sounds.", "SEC1"),
        ("G", "A nurse will teach Sam to cook for one hour a week.", "SEC2"),
        ("F", "By July 2027 Sam will tie her laces.", "SEC3"),
        ("F", "Sam has difficulty with spelling.", "SEC4"),
        ("E", "Sam struggles with noise.", "SEC4"),
        ("B", "Sam will receive ten hours of help.", "SEC5"),
        ("F", "The nurse will give Sam insulin at 12:10 each day.", "SEC7"),
    ],
)
def test_words_in_the_wrong_section_are_found(section, text, rule):
    assert rule in found(text, section)


@pytest.mark.parametrize(
    ("section", "text"),
    [
        ("E", "By July 2027 Sam will ask a teaching assistant for help in four lessons of five. Now she cannot."),
        ("G", "A nurse will train six staff to give her medicine for one hour each September."),
        ("F", "When Sam finds it hard to wait, a teacher will walk with her for five minutes."),
        ("B", "Sam needs an adult beside her to start her work."),
    ],
)
def test_words_in_their_own_place_are_left_alone(section, text):
    assert found(text, section) == set()


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("A teacher will help Sam with reading.", {"QTY1"}),
        ("A teacher will teach Sam twice a week.", {"QTY2"}),
        ("Sam will be taught for ten minutes every day.", {"QTY3"}),
        ("A teacher will lead a reading group with Sam for ten minutes every day.", {"QTY4"}),
        ("Sam will be taught.", {"QTY1"}),
        ("A teacher will teach Sam for ten minutes every day, one to one.", set()),
        ("A sloping desk will stay in the classroom in every lesson.", set()),
        ("None. Nobody saw a need on 4 March 2026.", set()),
    ],
)
def test_help_says_how_often_how_long_by_whom_and_with_how_many(text, missing):
    assert {rule for rule in found(text, "F") if rule.startswith("QTY")} == missing


def test_an_outcome_says_by_when_or_how_well():
    assert found("Sam will have good friends.", "E") == {"MEA1"}
    assert found("By July 2027 Sam will have a friend to sit with.", "E") == set()
    assert found("Sam will have good friends.", "E", About(("Sam",), said=frozenset({"measured"}))) == set()


def test_what_stands_in_a_box_beside_the_line_is_not_asked_for_again():
    boxes = About(("Sam",), said=frozenset({"amount", "length", "who", "size"}))
    assert found("Sam will be taught to sign.", "F", boxes) == set()


def test_a_child_who_is_nowhere_heard_is_missed():
    assert found("Sam is a pleasant girl. Her parents feel let down.", "A") == {"VOI1"}
    assert found("Sam told her teacher that she likes the pond.", "A") == set()
    assert found("“I like the pond.”", "A") == set()
    assert found("هي تحب البركة", "A") == set(), "the lint does not read this script"


def test_another_childs_name_is_found_wherever_it_stands():
    others = About(("Sam",), others=("Kai Brown", "Sam"))
    assert found("“Kai Brown is my friend”, I said.", "A", others) == {"NAM1"}
    assert found("I am Sam.", "A", others) == set()


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Oliver has 25% extra time in every test.", {"NAM2"}),
        ("Sam and her brother Oliver share a desk in every lesson.", set()),
        ("Mrs Oliver will read with Sam for ten minutes every day.", set()),
        ("Olivia Bell, a tutor, reads with Sam for ten minutes every day. Olivia has the key.", set()),
        ("Samira has 25% extra time in every test.", set()),
    ],
)
def test_a_first_name_that_stands_for_the_child_is_found_unless_it_is_introduced(text, rules):
    assert found(text, "F") == rules


@pytest.mark.parametrize(
    ("pronouns", "text", "rules"),
    [
        ("she/her", "Sam hears one word in two. He sits at the back.", {"PRO1"}),
        ("he/him", "Sam hears one word in two. He sits at the back.", set()),
        ("she/her", "Sam hears one word in two. Her father says he worries.", set()),
        ("", "Sam hears one word in two. He sits at the back. She hums.", {"PRO1"}),
        ("they/them", "Sam hears one word in two. She sits at the back.", {"PRO1"}),
    ],
)
def test_a_pronoun_that_can_only_be_the_childs_is_theirs(pronouns, text, rules):
    assert found(text, "B", About(("Sam",), pronouns)) == rules


def test_what_a_family_reads_is_plain():
    assert found("You can call us. We will help you to ask.", "plain") == set()
    assert found("Notwithstanding recommendations, implementation necessitates collaboration.", "plain")


def test_every_rule_says_why_and_what_is_better_and_names_sections_there_are():
    known = {row["letter"] for row in rows("sections")} | {"plain", "advice"}
    for row in rows("lint-rules"):
        assert row["why"].endswith((".", ").")) and row["better"] and row["severity"] in ("advice", "gate")
        assert set(row["sections"].split(";")) <= known
    assert len(rules()) == len(rows("lint-rules"))
