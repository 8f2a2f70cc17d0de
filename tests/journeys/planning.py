"""The seventh part: a plan is agreed, written and served; the family answers it, and a school is asked."""

from tests.journeys.deciding import letter_words
from tests.journeys.visitor import DESK, Walk, a_day

ANNA = "anna.birch@demo.example"
REASONS = (
    "We read all the advice. Amira needs help with talking every day, from people who are trained, and that is more "
    "than her school can usually give."
)
BUDGET = "Sara was told about personal budgets on 5 November 2026 and does not want one."
LOOKED = "The advice says that there is nothing here. We asked on 5 November 2026."


def a_plan_is_agreed(walk: Walk, jo, ref: str) -> None:
    """The officer applies the test and gives reasons; the letter says so."""
    walk.town.turn_to("2026-11-16")
    page = jo.open(f"/desk/case/{ref}/plan-decision")
    read = [box["value"] for box in page.form.boxes if box["name"] == "evidence"]
    said = {"answer": "yes", "evidence": read[-2:], "family_words": REASONS}
    jo.refused(said, "Decide, and send the letters", "Tick the box")
    jo.send({"test_applied": "yes"}, "Decide, and send the letters")
    walk.town.deliver()
    words = letter_words(walk.town, ref, "we-will-write-a-plan")
    assert "Amira needs help with talking every day" in words


def it_is_written(jo, ref: str) -> None:
    """The draft begins from the advice; what it lacks is said, and written."""
    here = f"/desk/case/{ref}/plan"
    page = jo.open(f"{here}/")
    jo.open(f"{here}/section/A")
    jo.press("Save and go on")
    for letter in (*"BCDEFG", "H1", "H2", "K"):
        page = jo.open(f"{here}/section/{letter}")
        if any(box["name"] == "reason" for form in page.forms for box in form.boxes):
            jo.send({"reason": LOOKED}, "Save the reason")
    jo.open(f"{here}/section/J")
    jo.send({"reason": BUDGET}, "Save and go on")
    jo.open(f"{here}/section/child")
    jo.send({"decided_by": "Sam Reed", "officer": "Jo Marsh"}, "Save and go on")
    jo.open(f"{here}/section/B/line/new")
    jo.refused({}, "Save", "Write the need")
    jo.open(f"{here}/section/B/line/N1")
    jo.press("Save")
    page = jo.open(f"{here}/")
    assert "Nothing stops the draft from being served" in page.text, page.text


def it_is_served(walk: Walk, jo, ref: str) -> None:
    """Served once, with fifteen days for the family."""
    walk.town.turn_to("2026-11-30")
    page = jo.open(f"/desk/case/{ref}/plan/serve")
    assert "Mon 14 December 2026" in page.text
    jo.press("Serve the draft")
    walk.town.deliver()
    words = letter_words(walk.town, ref, "draft-plan")
    assert "14 December 2026" in words


def the_family_answers(walk: Walk, family, ref: str) -> None:
    """Reads it on the phone, says what she thinks, asks to meet, and names the school."""
    page = family.open(f"/my-cases/{ref}")
    assert "by Mon 14 December 2026" in page.text
    page = family.follow("Read the draft and reply")
    assert "Amira uses two or three words at a time" in page.text and "Open it as a PDF" in page.text
    family.open(f"/my-cases/{ref}/draft/comment")
    family.refused({}, "Send my comments", "Write at least one comment")
    family.send({"section_B": "She understands far more than she says."}, "Send my comments")
    family.open(f"/my-cases/{ref}/draft/meeting")
    family.send({"words": "Any morning, by phone."}, "Ask for a meeting")
    family.open(f"/my-cases/{ref}/draft/school")
    family.refused({}, "Tell us", "Choose a school")
    family.send({"setting": "elm-park"}, "Tell us")
    page = family.open(f"/my-cases/{ref}/documents")
    assert "Draft plan 1" in page.text


def a_school_is_asked(walk: Walk, jo, ref: str) -> None:
    """The school that the family wants is asked, and says yes."""
    page = jo.open(f"/desk/case/{ref}/plan/family")
    assert "She understands far more than she says." in page.text
    jo.open(f"/desk/case/{ref}/plan/schools")
    jo.press("Ask about being named")
    walk.town.deliver()
    anna = walk.visitor(**DESK)
    anna.sign_in(ANNA)
    anna.open("/school")
    anna.open(f"/school/{ref}")
    anna.refused({}, "Send", "Choose your answer")
    anna.send({"answer": "yes"}, "Send")
    jo.open(f"/desk/case/{ref}/plan/family/meeting")
    met = {"words": "We went through section B with Sara, and changed nothing else."}
    walk.town.turn_to("2026-12-03")
    jo.send(met | a_day("met_on", "2026-12-03"), "Save")
