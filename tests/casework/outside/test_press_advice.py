"""Advice on paper: a tagged PDF in the look of the plan, with who wrote it, and nothing that was not written."""

import io
from datetime import date

import pikepdf
import pytest

from casework.outside.press import Press
from casework.outside.press_says import words_of
from tests.casework.content_makers import SAM, an_advice
from tests.casework.outside.letter_makers import AREA, TEMPLATES
from tests.casework.outside.test_press import problems, text_of

PRESS = Press(AREA, TEMPLATES)
CAME_IN = {"child": SAM, "ref": "EHC-2026-0142", "on": date(2026, 12, 8)}
AUTHOR = {"name": "Bea Holt", "organisation": "Community paediatrics"}
GIVEN = CAME_IN | {"kind": "medical_paediatric", "author": AUTHOR, "countersigned_by": "Dr Imran Sen"}
CHECKED = {"checked": "Growth, hearing and sleep.", "checked_by": "Bea Holt", "checked_on": "2026-11-02"}
REPLY = {"response": "no_health_needs_found", "answers": CHECKED}


def words(content, version=CAME_IN):
    """What a reader of the page reads."""
    return words_of(PRESS.advice_html(content, version))


@pytest.mark.parametrize("kind", ["speech_language", "education_setting", "other_or_independent", "parent_carer"])
def test_an_advice_is_a_tagged_pdf_that_anybody_can_read(kind):
    content = PRESS.advice(an_advice(kind), CAME_IN)
    assert problems(content) == []
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert str(pdf.Root.Lang) == "en-GB" and "Sam, Tue 8 December 2026" in str(pdf.docinfo["/Title"])
        assert len(pdf.open_outline().root) == 1


def test_an_advice_says_what_it_is_about_whom_by_whom_and_when():
    content = an_advice()
    content["author"] = {"name": "Ash Okoro", "role": "Therapist", "organisation": "Speech", "registration": "HCPC SL1"}
    said = words(content)
    assert "Speech and language therapy advice about Samira Okafor" in said
    for each in ("Written by Ash Okoro", "Role Therapist", "Organisation Speech", "Registration HCPC SL1"):
        assert each in said
    assert "Received on Tue 8 December 2026" in said and "Our reference EHC-2026-0142" in said
    assert "Samira Okafor, born Thu 4 May 2017" in said


def test_every_page_of_an_advice_says_whose_it_is_and_which_page():
    printed = text_of(PRESS.advice(an_advice("education_setting"), CAME_IN))
    found = [page for page in printed.split("\f") if page.strip()]
    assert len(found) > 1
    for number, page in enumerate(found, start=1):
        assert f"Page {number} of {len(found)}" in page and "EHC-2026-0142" in page


def test_help_stands_as_the_promise_it_would_be_in_a_plan_beside_what_it_is_for():
    said = words(an_advice())
    assert "P1 Work with the child alone A speech and language therapist (HCPC registered) will teach Sam" in said
    assert "for 38 weeks a year, from the date of the final plan until 31 July 2027. N1, O1" in said


def test_a_reply_in_place_of_advice_says_that_it_is_one_and_who_countersigned_it():
    content = PRESS.advice(REPLY, GIVEN)
    assert problems(content) == []
    said = words(REPLY, GIVEN)
    assert "This is a reply, not full advice." in said and "Countersigned by Dr Imran Sen" in said
    assert "Written by Bea Holt" in said and "The answer Health needs looked for and none found" in said
    assert "Given on Tue 8 December 2026" in said


def test_an_advice_itself_is_never_said_to_be_a_reply_or_countersigned():
    said = words(an_advice(), GIVEN)
    assert "This is a reply" not in said and "Countersigned" not in said


def test_what_was_typed_into_an_advice_is_printed_as_it_was_typed():
    typed = 'a <script>alert(1)</script> <img src="file:///etc/hostname"> word'
    page = PRESS.advice_html(an_advice(fields={"voice_words": typed}), CAME_IN)
    assert "<script" not in page and "<img" not in page
