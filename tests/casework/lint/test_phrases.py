"""Vague words are found however they were typed, and left alone where the rest makes them exact, or in quotations."""

import pytest

from casework.lint import About, lint
from casework.tables import rows

PHRASES = [row for row in rows("vague-phrases") if row["example"]]
SAM = About(("Sam",), "she/her", "Elm Park School")


def phrases(text, section="F"):
    return [mark.phrase for mark in lint(text, section, SAM)]


def found(text, section="F"):
    return {mark.rule for mark in lint(text, section, SAM)}


@pytest.mark.parametrize("row", PHRASES, ids=lambda row: row["id"])
def test_each_phrase_finds_its_own_example(row):
    for section in row["sections"].split(";"):
        assert lint(row["example"], section, SAM), section


def test_a_mark_says_where_why_and_what_is_better_with_the_childs_own_details():
    text = "Sam will have access to a laptop."
    mark = next(mark for mark in lint(text, "F", SAM) if mark.rule == "VP001")
    assert text[mark.start : mark.end] == mark.phrase == "have access to"
    assert (mark.severity, mark.why, mark.better) == (
        "gate",
        "Being able to reach something is not the same as being given it.",
        "[Role] will use [resource] with Sam for [minutes] on [days], in Elm Park School.",
    )


def test_the_better_pattern_names_whoever_the_sentence_names():
    [mark] = lint("A speech and language therapist will see Sam regularly.", "G", SAM)
    assert mark.better.startswith("[number] times")
    mark = lint("Sam would benefit from a speech and language therapist.", "F", SAM)[0]
    assert mark.better == "Sam will receive [what], [how often], from a speech and language therapist."


@pytest.mark.parametrize(
    ("typed", "phrase"),
    [
        ("Help is given as\r\nrequired.", "as\r\nrequired"),
        ("Help is given as\u00a0required.", "as\u00a0required"),
        ("Help is given as-required.", "as-required"),
        ("Help is given AS  REQUIRED.", "AS  REQUIRED"),
        ("Help is given as re\u00adquired.", "as re\u00adquired"),
        ("Help is given as re-\nquired.", "as re-\nquired"),
        ("Help is given as <b>required</b>.", "as <b>required"),
        ("Help is given as&nbsp;required.", "as&nbsp;required"),
        ("\ufeffHelp is given as required.", "as required"),
        ("\u202bHelp is given as required\u202c.", "as required\u202c"),
        ("Help is given as and when required.", "as and when required"),
        ("Help is given as is required.", "as is required"),
    ],
)
def test_a_phrase_is_found_however_it_was_typed(typed, phrase):
    assert [mark.phrase for mark in lint(typed, "F", SAM) if mark.rule == "VP005"] == [phrase]


@pytest.mark.parametrize("said", ["regular", "regularly", "on a regular basis", "Regular", "REGULARLY"])
def test_a_phrase_is_found_in_each_of_its_forms(said):
    assert "VP003" in found(f"A teacher will read with Sam {said} for ten minutes.")


@pytest.mark.parametrize(
    "text",
    [
        "Sam said “I need regular breaks” to her teacher.",
        'Her mother wrote "support as required" twice.',
        "He said ‘it’s as and when needed’ to us.",
        "Sam told us: «regular help».",
        "Sam wrote 'regular help' on the board.",
        "<script>var x = 'regular';</script><style>regular {}</style>",
        "<!-- regular -->",
    ],
)
def test_what_somebody_said_and_what_nobody_reads_is_left_alone(text):
    assert "VP003" not in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "A teacher will teach Sam the regular verbs for ten minutes each day.",
        "A teacher will take Sam to the Access Centre for one hour every Friday.",
        "A teacher will give Sam 25% extra time in every test, as required by regulation 12.",
        "A teacher will count up to 20 with Sam for five minutes every morning.",
        "A teacher will check Sam’s card, the opportunity card, for five minutes each day.",
        "A teacher will lead a small group of four pupils with Sam for 20 minutes each Monday.",
    ],
)
def test_what_only_looks_like_a_phrase_is_left_alone(text):
    assert phrases(text) == []


def test_an_apostrophe_is_not_a_quotation():
    assert "regular" in phrases("Sam’s regular time and Kai’s turn")


def test_section_a_is_the_familys_and_its_words_are_never_marked():
    assert phrases("I would benefit from regular support as required.", "A") == []


def test_an_amount_in_the_same_line_excuses_what_it_makes_exact():
    assert "daily" in phrases("Sam will read daily. A teacher will listen.")
    assert phrases("Sam will read to a teacher daily for 10 minutes.") == []
    assert "6 sessions" in phrases("A teacher will give 6 sessions.")
    assert phrases("A teacher will give 6 sessions. Each is 1.5 hours.") == []


def test_marks_stand_in_the_order_of_the_text_and_never_overlap():
    marks = lint("Weekly help. Regular help as appropriate, with input from suitably trained staff.", "F", SAM)
    places = [place for mark in marks for place in (mark.start, mark.end)]
    assert places == sorted(places) and len(marks) >= 4


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "“", "...", "🙂", "\x00", "&#0;", "<", "<b", "&", "\u0301"])
@pytest.mark.parametrize("section", ["A", "E", "F", "plain"])
def test_strange_text_is_read_without_a_fault(text, section):
    assert lint(text, section, SAM) == ()
