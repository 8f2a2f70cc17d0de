"""The second part: the request is found in the worklist, told apart from a twin's, given out, and partners told."""

from tests.journeys.files import a_picture
from tests.journeys.visitor import DESK, Walk

JO, SAM, ASH = "jo.marsh@demo.example", "sam.reed@demo.example", "ash.okoro@demo.example"


def the_request_is_taken_in(walk: Walk, family, ref: str, twin: str):
    """From the worklist to a named caseworker and lead professional. Answers with the caseworker and the manager."""
    walk.town.turn_to("2026-09-08")
    jo, sam = walk.visitor(**DESK), walk.visitor(**DESK)
    page = jo.sign_in(JO)
    assert page.h1 == "Worklist" and "wait for a caseworker" in page.text
    page = jo.open("/desk?whose=unallocated")
    assert "Amira Khan" in page.text and "decide whether to assess" in page.text.casefold()
    sam.sign_in(SAM)
    sam.open(f"/desk/case/{ref}")
    _tells_twins_apart(sam, ref, twin)
    sam.open(f"/desk/case/{ref}/allocate")
    sam.refused({}, "Give it to them", "Choose a caseworker")
    page = sam.send({"person": "demo-jo"}, "Give it to them")
    assert "Jo Marsh" in page.said[0]
    _tells_everybody(jo, ref)
    walk.town.deliver()
    page = family.open(f"/my-cases/{ref}")
    assert "Your case officer and Amira’s lead professional" in page.text
    face = family.page.get_by_alt_text("Photograph of Jo Marsh")
    assert face.evaluate("picture => picture.naturalWidth") > 0, "The photograph of Jo Marsh is not shown."
    return jo, sam


def _tells_twins_apart(sam, ref, twin):
    page = sam.open(f"/desk/case/{ref}/duplicates")
    assert twin in page.text and "perhaps a twin" in page.text
    sam.follow("They are two different children")
    sam.refused({}, "They are two different children", "Say how you know")
    page = sam.send({"reason": "Noor is Amira’s twin brother."}, "They are two different children")
    assert "Set aside" in page.text


def _tells_everybody(jo, ref):
    page = jo.open("/desk")
    assert "Amira Khan" in page.text
    jo.open(f"/desk/case/{ref}/lead")
    page = jo.send({"person": "demo-jo", "photo": [a_picture("jo.jpg")]}, "Name them")
    assert "is the lead professional" in page.said[0]
    jo.open(f"/desk/case/{ref}/tell-partners")
    jo.press("Tell them")
    page = jo.open(f"/desk/case/{ref}")
    assert "Allocate" not in page.text and "Decide whether to assess" in page.text
