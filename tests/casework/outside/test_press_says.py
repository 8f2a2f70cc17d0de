"""What a letter must say: every legal sentence is in it, with its facts and its days, or the letter does not leave."""

import shutil
from datetime import date

import pytest

from casework.errors import GapInOurTables
from casework.law.timetable import due
from casework.letters import RECIPIENTS
from casework.outside import press_says
from casework.outside.press import Press
from casework.outside.press_words import day
from casework.record.entries import KINDS
from casework.tables import rows
from tests.casework.outside.letter_makers import AREA, TEMPLATES, TODAY, facts_for, somewhere, young_person

PRESS = Press(AREA, TEMPLATES)
LETTERS = {row["letter"]: row for row in rows("letters")}
PARAGRAPHS = {row["paragraph"]: row for row in rows("must-say")}
APPEALABLE = ("we-will-not-assess", "we-will-not-issue-a-plan", "final-plan")
each_letter = pytest.mark.parametrize("letter", LETTERS)
each_paragraph = pytest.mark.parametrize("paragraph", PARAGRAPHS)


def page(letter, **changes):
    """A letter as a page, to the first of those it is owed to."""
    return PRESS.letter_html(letter, complete(letter, **changes))


def complete(letter, **changes):
    return facts_for(letter, **({"to": somewhere(LETTERS[letter]["to"].split("; ")[0])} | changes))


@each_letter
def test_a_letter_with_every_fact_says_everything_it_must(letter):
    words = press_says.words_of(page(letter))
    known = complete(letter) | {"area": AREA, "who": "Sam", "whose": "Sam’s"}
    known |= {"called": "Sam", "full_name": "Samira Okafor"}
    for paragraph in press_says.owed_paragraphs(letter):
        assert press_says.sentence(paragraph, known) in words


@each_letter
def test_a_letter_without_a_fact_the_law_wants_is_refused_by_name(letter):
    cells = [PARAGRAPHS[name]["facts"] for name in press_says.owed_paragraphs(letter)]
    wanted = {fact for cell in cells for fact in cell.split("; ")}
    for fact in (fact.removeprefix("it.") for fact in wanted if fact.startswith("it.")):
        for nothing in (None, ""):
            with pytest.raises(GapInOurTables, match=f"it.{fact} "):
                page(letter, it={fact: nothing})


@each_letter
def test_a_letter_without_any_fact_it_states_is_refused_by_name(letter):
    facts = complete(letter)
    for fact in PRESS.asks(letter):
        known = facts | {"it": {name: value for name, value in facts["it"].items() if name != fact}}
        if _may_be_unsaid(letter, fact):
            continue
        with pytest.raises(GapInOurTables, match=fact):
            PRESS.letter_html(letter, known)


def _may_be_unsaid(letter, fact):
    """Facts that only one of two sentences of a letter needs: the makers give the day, so the words are not reached."""
    unread = {"late-advice-settled": "words", "legal-limit-missed": "update_by", "final-plan": "setting_type"}
    return unread.get(letter) == fact


@each_letter
def test_a_letter_is_owed_for_something_that_can_happen_to_somebody_we_know(letter):
    assert LETTERS[letter]["when written"] in KINDS
    assert set(LETTERS[letter]["to"].split("; ")) <= set(RECIPIENTS)
    assert LETTERS[letter]["how"] in ("email", "print", "print and email")


@each_paragraph
def test_a_paragraph_is_written_is_needed_and_names_its_clause(paragraph):
    assert (TEMPLATES / "letters" / "must_say" / f"{paragraph}.html").exists()
    assert any(paragraph in press_says.owed_paragraphs(letter) for letter in LETTERS)
    assert PARAGRAPHS[paragraph]["clause"]


def test_no_letter_or_paragraph_lies_about_that_no_table_names():
    assert {path.stem for path in (TEMPLATES / "letters" / "must_say").iterdir()} == set(PARAGRAPHS)
    assert {path.stem for path in (TEMPLATES / "letters").glob("*.html")} == set(LETTERS)


@each_letter
def test_a_letter_says_at_its_top_which_facts_it_states(letter):
    opening = (TEMPLATES / "letters" / f"{letter}.html").read_text(encoding="utf-8").split("#}")[0]
    shown = {name for name in PRESS.asks(letter) if name in opening}
    assert shown == set(PRESS.asks(letter))


def test_a_letter_whose_paragraph_was_taken_out_never_leaves(tmp_path):
    shutil.copytree(TEMPLATES / "letters", tmp_path / "templates" / "letters")
    for paragraph in press_says.owed_paragraphs("we-will-not-assess"):
        kept = tmp_path / "templates" / "letters" / "must_say" / f"{paragraph}.html"
        words = kept.read_text(encoding="utf-8")
        kept.write_text("<p>See our website.</p>", encoding="utf-8")
        with pytest.raises(GapInOurTables, match=f"does not say what it must: {paragraph} "):
            Press(AREA, tmp_path / "templates").letter_html("we-will-not-assess", facts_for("we-will-not-assess"))
        kept.write_text(words, encoding="utf-8")


@pytest.mark.parametrize("letter", APPEALABLE)
def test_a_letter_that_can_be_appealed_gives_both_last_days(letter):
    last = {"appeal_by": due("APPEAL_2M", TODAY, {}), "mediation_by": due("MED_CONTACT_2M", TODAY, {})}
    words = press_says.words_of(page(letter, it=last))
    assert f"of this letter, which means by {day(last['appeal_by'])}, or within one month of the date of your" in words
    assert f"of this letter, which means by {day(last['mediation_by'])}." in words


def test_a_day_in_august_is_written_as_the_tribunal_counts_it():
    august = due("APPEAL_2M", date(2026, 6, 10), {})
    assert f"by {day(august)}" in press_says.words_of(page("final-plan", it={"appeal_by": august}))
    assert august > date(2026, 8, 31)


def test_only_an_appeal_about_a_plan_may_go_without_a_certificate_or_ask_for_recommendations():
    assert "You do not need a certificate" in page("final-plan")
    assert "You do not need a certificate" not in page("we-will-not-assess") + page("we-will-not-issue-a-plan")
    assert "make recommendations about health" in page("we-will-not-issue-a-plan")
    assert "make recommendations about health" not in page("we-will-not-assess")


@pytest.mark.parametrize("letter", [name for name, row in LETTERS.items() if row["to"] == "family"])
def test_a_young_person_who_holds_the_rights_is_written_to_as_you(letter):
    words = press_says.words_of(page(letter, to=young_person()))
    assert "Dear Samira Okafor" in words
    assert "Sam’s needs" not in words and "Sam’s plan" not in words and "assessment for Sam." not in words


def test_a_letter_to_the_family_that_does_not_say_whether_parent_or_young_person_is_refused():
    with pytest.raises(GapInOurTables, match="a parent or a young person"):
        page("we-will-assess", to=young_person() | {"capacity": "family"})


def test_a_letter_without_the_area_s_mediation_adviser_is_refused():
    facts = complete("we-will-not-assess") | {"area": {"name": "Saltmarsh Council"}}
    with pytest.raises(GapInOurTables, match="area.mediation.name|area.tribunal.name"):
        PRESS.letter_html("we-will-not-assess", facts)
