"""The register of what passed the legal limit, and the digest as it will go out."""

from datetime import timedelta

from casework.actions import carry_out
from casework.actions.advice import confirm_the_story_read, submit_advice
from casework.actions.lateness import explain_lateness
from casework.desk.week import action_asked
from casework.tables import rows
from tests.casework.content_makers import an_advice
from tests.casework.desk.desk_makers import ASH, ASSESSED, DOT, JO, SAM, SLT, VAL, assessing, page

HERE = "/desk/escalations/breaches"
PAST = ASSESSED + timedelta(days=50)


def test_the_register_says_why_when_and_what_is_asked_of_the_service(own_desk):
    ref, given = assessing(own_desk), assessing(own_desk)
    said = {"about": SLT, "reason": "vacancy", "expected": PAST + timedelta(days=7)}
    carry_out(own_desk.on(PAST), ASH, explain_lateness, ref, **said)
    carry_out(own_desk.on(PAST), ASH, confirm_the_story_read, given, about=SLT, person=ASH.id)
    carry_out(own_desk.on(PAST), ASH, submit_advice, given, about=SLT, advice=an_advice())
    own_desk.turn_to(PAST)
    shown = page(own_desk.client(SAM), HERE).text
    for words in (f"AA, {ref}", "Mon 13 April 2026", "8 days over", "Nobody is in the post", "Tue 28 April 2026"):
        assert words in shown, words
    assert "Say who writes it instead, and when the post will be filled" in shown and given not in shown
    late = page(own_desk.client(SAM), f"{HERE}?show=given").text
    assert given in late and "Tue 21 April 2026" in late and ref not in late
    assert "Still owed 1" in late and "Given after it 1" in late
    assert ref in page(own_desk.client(VAL), HERE).text and ref in page(own_desk.client(DOT), HERE).text
    for actor in (JO, ASH):
        assert own_desk.client(actor).get(HERE).status_code == 404
    digest = page(own_desk.client(VAL), "/desk/escalations/digest").text
    assert "Past the legal limit 1" in digest and ref in digest and "Amira" not in digest


def test_what_is_asked_begins_with_what_was_not_told():
    assert action_asked("", None, PAST).startswith("Give the reason")
    assert action_asked("vacancy", None, PAST) == "Give the day it will come"
    assert action_asked("vacancy", PAST - timedelta(days=1), PAST).startswith("Give a new day")
    for row in rows("late-reasons"):
        assert action_asked(row["reason"], PAST, PAST), row["reason"]
