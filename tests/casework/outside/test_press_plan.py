"""The plan on paper: each section under its letter, each promise in full, and a draft nobody takes for a final."""

import io
import re
from dataclasses import replace

import pikepdf
import pytest

from casework.outside.press import Press
from casework.outside.press_says import words_of
from casework.record.plan import Outcome, Provision, Views
from casework.tables import rows
from tests.casework.outside.letter_makers import AREA, TEMPLATES
from tests.casework.outside.plan_makers import DRAFT, ELM_PARK, FINAL, a_final_plan, a_long_plan, a_plan
from tests.casework.outside.test_press import problems, text_of

PRESS = Press(AREA, TEMPLATES)
LETTERS = ("A", "B", "C", "D", "E", "F", "G", "H1", "H2", "I", "J", "K")


@pytest.fixture(scope="module")
def draft():
    """Sam’s draft, printed."""
    return PRESS.plan(a_plan(), DRAFT)


@pytest.fixture(scope="module")
def final():
    """Sam’s final plan, printed."""
    return PRESS.plan(a_final_plan(), FINAL)


def pages(content):
    """The words of each page, spaces single."""
    return [" ".join(each.split()) for each in text_of(content, "-layout").split("\f") if each.strip()]


def words(plan, version):
    """What a reader of the page reads."""
    return words_of(PRESS.plan_html(plan, version))


def section(letter, plan, version):
    """The words of one section, to the next heading of a section."""
    page = PRESS.plan_html(plan, version)
    return words_of(page.split(f'id="section-{letter}"')[1].split('<h2')[0])


def test_a_draft_and_a_final_plan_are_tagged_pdfs_that_anybody_can_read(draft, final):
    assert problems(draft) == [] and problems(final) == []
    for content in (draft, final):
        with pikepdf.open(io.BytesIO(content)) as pdf:
            assert str(pdf.Root.Lang) == "en-GB"
            assert "Sam’s education, health and care plan" in str(pdf.docinfo["/Title"])
            marks = [str(mark.title) for mark in pdf.open_outline().root]
            assert any("Sam" in mark for mark in marks)


def test_each_section_of_the_regulations_stands_under_its_own_letter(final):
    page = PRESS.plan_html(a_final_plan(), FINAL)
    assert re.findall(r'id="section-(\w+)"', page) == list(LETTERS)
    text = " ".join(pages(final))
    assert "Social care provision under the 1970 Act" in text and "Other social care provision" in text


def test_every_page_says_whose_plan_it_is_which_edition_and_which_page(draft, final):
    for content, edition in ((draft, "Draft 1, Mon 1 February 2027"), (final, "Final plan 1, Mon 1 March 2027")):
        found = pages(content)
        for number, text in enumerate(found, start=1):
            assert f"Page {number} of {len(found)}" in text and "EHC-2026-0142" in text
        for text in found[1:]:
            assert "Samira Okafor" in text and edition in text
        assert "Sam" in found[0] and edition.split(", ")[1] in found[0]


def test_a_draft_says_draft_on_every_page_in_its_title_and_in_its_words_and_a_final_nowhere(draft, final):
    assert all("DRAFT – not the final plan" in page for page in pages(draft))
    assert "This is a draft, not the final plan." in words(a_plan(), DRAFT)
    with pikepdf.open(io.BytesIO(draft)) as pdf:
        assert str(pdf.docinfo["/Title"]).startswith("DRAFT")
    assert all("DRAFT" not in page for page in pages(final))
    with pikepdf.open(io.BytesIO(final)) as pdf:
        assert "DRAFT" not in str(pdf.docinfo["/Title"])


def test_a_draft_never_names_a_school_whatever_the_plan_holds():
    said = section("I", a_plan(placement=ELM_PARK), DRAFT)
    assert "section 38(5)" in said and "Elm Park" not in said and "primary school" not in said


def test_a_final_plan_names_the_school_and_its_type_is_dated_and_says_who_signed_it():
    assert "Elm Park School Type: Maintained mainstream primary school" in section("I", a_final_plan(), FINAL)
    said = words(a_final_plan(), FINAL)
    assert "in force from Mon 1 March 2027" in said
    assert "Decided by Helen Ward, Head of SEND" in said and "Jo Marsh, case officer" in said
    assert "First review, finished by Tue 29 February 2028" in said


@pytest.mark.parametrize("letter", ["F", "G", "H1", "H2"])
def test_every_promise_stands_in_full_with_its_hours_beside_it(letter):
    plan = a_final_plan()
    said = section(letter, plan, FINAL)
    for line in plan.provisions_in(letter):
        assert f"{line.ref} {line.sentence()}" in said
    if letter == "F":
        assert "30 minutes a week 19 hours a year" in said


def test_help_given_each_term_is_never_shown_as_a_few_minutes_a_week():
    assert "6 hours a year" in section("F", a_plan(), DRAFT)
    assert re.findall(r"(?<!hour )(?<!hours )\b\d+ minutes a week", words(a_plan(), DRAFT)) == ["30 minutes a week"] * 2


def test_the_thread_runs_from_a_need_to_its_outcomes_and_its_help_and_back():
    plan = a_plan()
    assert "N1" in section("B", plan, DRAFT) and "Outcomes O1 Provision P1, P2, P3" in section("B", plan, DRAFT)
    assert "From need N1 Provision P1, P2, P3" in section("E", plan, DRAFT)
    assert "For need N1, to reach outcome O1." in section("F", plan, DRAFT)
    page = PRESS.plan_html(plan, DRAFT)
    leads = set(re.findall(r'href="#([NOPK]\d+)"', page))
    assert leads <= set(re.findall(r'id="([NOPK]\d+)"', page)) and {"N1", "O1", "P1", "K1"} <= leads


def test_a_need_that_nothing_meets_is_seen_in_the_map_and_a_reason_for_it_is_printed():
    lonely = replace(a_plan(), outcomes=(), provisions=())
    assert words(lonely, DRAFT).count("No provision yet.") == len(lonely.needs)
    said = words(replace(lonely, none_because={"N1": "The family asked us to wait."}), DRAFT)
    assert said.count("The family asked us to wait.") == 3


def test_a_section_without_lines_gives_its_reason_or_says_plainly_that_nothing_is_written():
    reasons = {"G": "Health has agreed that none is needed.", "J": "Not asked for."}
    plan = replace(a_plan(), provisions=(), none_because=reasons)
    assert "Health has agreed that none is needed." in section("G", plan, DRAFT)
    assert "Nothing has been written in this section." in section("H1", plan, DRAFT)
    assert "Not asked for." in section("J", plan, DRAFT)


def test_a_plan_with_almost_nothing_in_it_can_still_be_printed():
    bare = replace(a_plan(), views=Views(), needs=(), outcomes=(), provisions=(), appendices=(), none_because={})
    assert problems(PRESS.plan(bare, {"label": "Working copy", "date": DRAFT["date"], "draft": True})) == []


def test_each_line_can_be_followed_to_the_advice_it_came_from_unless_that_is_not_wanted():
    said = words(a_plan(), DRAFT).split("Where each line came from")[1]
    assert "N1 K2 Speech and language therapy advice Ash Okoro Tue 8 December 2026" in said
    assert "N1 The family’s story Ngozi Okafor" in said
    assert "Where each line came from" not in words(a_plan(), DRAFT | {"sources": False})


def test_the_advice_of_section_k_is_listed_with_its_author_and_day():
    said = section("K", a_plan(), DRAFT)
    assert "K3 Psychological advice Dr Mei Lin Educational psychologist Thu 17 December 2026" in said


def _row(line):
    """How a row of section B or E begins, which the map does not repeat."""
    labels = {row["code"]: row["label"] for row in rows("categories")}
    return f"{line.ref} {labels[line.category]} {line.text}"


@pytest.fixture(scope="module", params=[(2, 14), (3, 33)])
def long_plan(request):
    """A plan that runs over many pages, with the words of each page in the order they were set.

    Both lengths were chosen because a row would stand alone in them: in one at the head of a page, in one at its foot.
    """
    times, kept = request.param
    plan = a_long_plan(times)
    plan = replace(plan, provisions=plan.provisions[:kept])
    content = PRESS.plan(plan, DRAFT | {"sources": False})
    return plan, [" ".join(each.split()) for each in text_of(content, "-raw").split("\f")]


def test_no_line_of_a_plan_is_cut_by_the_end_of_a_page(long_plan):
    plan, found = long_plan
    for said in [each.text for each in (*plan.needs, *plan.outcomes)] + [each.sentence() for each in plan.provisions]:
        assert any(said in page for page in found)


def test_a_table_that_runs_over_a_page_has_its_headings_again_and_leaves_no_row_alone(long_plan):
    plan, found = long_plan
    for lines, heading in (
        ([f"{each.ref} {each.sentence()}" for each in plan.provisions_in("F")], "No. What will be done How much"),
        ([_row(each) for each in plan.needs_in("B")], "No. Need Leads to"),
        ([_row(each) for each in plan.outcomes], "No. What should change By when"),
    ):
        held = [sum(line in page for line in lines) for page in found]
        carried = [number for number, page in zip(held, found, strict=True) if number]
        assert all(heading in page for number, page in zip(held, found, strict=True) if number)
        assert len(carried) > 1 and carried[0] > 1 and carried[-1] > 1


def test_the_child_s_own_page_comes_first_with_a_picture_when_they_chose_one():
    tiny = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/%3E"
    with_one = DRAFT | {"picture": tiny}
    assert 'alt="A picture chosen by Sam"' in PRESS.plan_html(a_plan(), with_one)
    assert "<img" not in PRESS.plan_html(a_plan(), DRAFT)
    content = PRESS.plan(a_plan(), with_one)
    assert problems(content) == []
    first = pages(content)[0]
    assert "I like boats best." in first and "I want to drive a boat." in first and "12 Limekiln Row" not in first


def test_what_was_typed_into_a_plan_is_printed_as_it_was_typed():
    typed = 'a <script>alert(1)</script> <img src="file:///etc/hostname"> desk'
    plan = a_plan(
        outcomes=(Outcome("O1", ("N1",), typed),),
        provisions=(Provision("P1", "F", ("N1",), ("O1",), typed, who="The school"),),
    )
    page = PRESS.plan_html(plan, DRAFT)
    assert "<script" not in page and "<img" not in page
    assert "<script>alert(1)</script>" in " ".join(pages(PRESS.plan(plan, DRAFT)))
