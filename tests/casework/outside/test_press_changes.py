"""What changed between two versions, on paper: a tagged PDF that says in words what its marks mean."""

import io
from dataclasses import replace
from datetime import date

import pikepdf

from casework.outside.press import Press
from casework.outside.press_says import words_of
from casework.record.plan.redline import redline
from casework.stating.versions import Edition
from tests.casework.outside.letter_makers import AREA, TEMPLATES
from tests.casework.outside.plan_makers import a_plan
from tests.casework.outside.test_press import problems

PRESS = Press(AREA, TEMPLATES)
FIRST = Edition("draft-1", "Draft 1", date(2027, 2, 1), "a")
SECOND = Edition("draft-2", "Draft 2", date(2027, 2, 20), "b")


def a_redline():
    """Sam’s plan with one line of help changed, one need taken out, and more of Sam’s own words."""
    plan = a_plan()
    views = replace(plan.views, voice=f"{plan.views.voice} And boats.")
    lines = (replace(plan.provisions[0], minutes=55), *plan.provisions[1:])
    return redline(plan, replace(plan, provisions=lines, needs=plan.needs[1:], views=views))


def test_the_changes_are_a_tagged_pdf_that_says_what_its_marks_mean():
    version = {"before": FIRST, "after": SECOND, "child": a_plan().child, "ref": "EHC-2026-0142"}
    said = words_of(PRESS.changes_html(a_redline(), version))
    assert "1 line changed, 1 taken out." in said and "Words that were added are underlined." in said
    assert "Minutes each time" in said and "And boats." in said
    content = PRESS.changes(a_redline(), version)
    assert problems(content) == []
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert "Draft 1 to draft 2, Sat 20 February 2027" in str(pdf.docinfo["/Title"])
