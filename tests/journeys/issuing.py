"""The eighth part: refused while the family's days run, then issued once; the plan is printed, sent and read."""

import page as checker

from tests.journeys.deciding import letter_words, pdf_words
from tests.journeys.visitor import Walk

SECTIONS = [*"ABCDEFG", "H1", "H2", *"IJK"]


def a_plan_is_issued(walk: Walk, family, jo, ref: str) -> None:
    """From the family's last day to the plan in their hands."""
    it_is_refused_while_the_days_run(walk, jo, ref)
    the_place_is_chosen(jo, ref)
    it_is_issued_once(walk, jo, ref)
    it_is_printed_and_sent(walk, family, ref)


def it_is_refused_while_the_days_run(walk: Walk, jo, ref: str) -> None:
    """On the family's last day the page says why not, and since when."""
    walk.town.turn_to("2026-12-14")
    page = jo.open(f"/desk/case/{ref}/plan/issue")
    assert "until the end of Mon 14 December 2026" in page.text and "from Tue 15 December 2026" in page.text
    assert not page.forms


def the_place_is_chosen(jo, ref: str) -> None:
    """Section I, for the final plan only."""
    jo.open(f"/desk/case/{ref}/plan/place")
    jo.send({"setting": "elm-park", "type": "Mainstream primary school"}, "Save the place")


def it_is_issued_once(walk: Walk, jo, ref: str) -> None:
    """Two presses of the same button, and two windows open on it: one final plan."""
    walk.town.turn_to("2026-12-15")
    jo.open(f"/desk/case/{ref}/plan/issue")
    jo.refused({}, "Issue the final plan", "Tick to say")
    jo.fill({"sure": "yes"})
    form = "[...document.forms].find(each => each.innerText.includes('Issue the final plan'))"
    jo.page.evaluate(f"const form = {form}; void fetch(form.action, {{method: 'POST', body: new FormData(form)}})")
    jo.press("Issue the final plan")
    page = jo.open(f"/desk/case/{ref}/plan/issue")
    assert page.h1 != "Issue the final plan", page.text
    with walk.town.inside() as office:
        written = [each for each in office.diary.written(ref) if type(each.entry).__name__ == "FinalPlanSent"]
    assert len(written) == 1


def it_is_printed_and_sent(walk: Walk, family, ref: str) -> None:
    """The final plan and its letters are PDFs that say what they must, and can be read by everyone."""
    walk.town.deliver()
    case = walk.town.case(ref)
    with walk.town.inside() as office:
        pdf = office.cabinet.get(office.post.print_of(ref, case.final.plan, "final").digest)
    assert [each.message for each in checker.validate_pdf_bytes(pdf, profile="ua1").failures] == []
    words = pdf_words(pdf)
    for must in ("Amira Khan", "Final plan", "Elm Park Primary School", *[f"Section {letter}" for letter in SECTIONS]):
        assert must in words, f"The plan does not say “{must}”."
    assert "DRAFT" not in words
    for letter in ("final-plan", "final-plan-for-setting", "final-plan-for-health"):
        assert "Amira" in letter_words(walk.town, ref, letter)
    page = family.open(f"/my-cases/{ref}")
    assert "final plan" in page.text.casefold()
    page = family.follow("Read Amira’s plan")
    assert "Final plan" in page.text


def everybody_looks_round(family, jo, sam, ref: str) -> None:
    """The pages that no step of the walk leads through, as they are at its end."""
    page = family.open(f"/my-cases/{ref}/who")
    assert "Jo Marsh" in page.text and "Ash Okoro" in page.text
    page = family.open(f"/my-cases/{ref}/story")
    assert "Ash Okoro" in page.text, "The family sees who has read their story."
    for path in ("message", "add-a-document"):
        family.open(f"/my-cases/{ref}/{path}")
    family.open("/account")
    jo.open("/desk/find?q=Khan")
    for path in ("story", "note", "message", "document", "join", "child", "consent"):
        jo.open(f"/desk/case/{ref}/{path}")
    sam.open("/desk")
    sam.open("/desk/people")
