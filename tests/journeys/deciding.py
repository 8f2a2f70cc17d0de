"""The third and fourth parts: the panel is recorded, the decision made, and advice asked of everyone offered."""

import subprocess

from tests.journeys.visitor import Walk, a_day

CAME = {
    "seat_chair": "Pat Lowe",
    "seat_education": "Anna Birch",
    "seat_health": "Omar Sen",
    "seat_social_care": "Joan Field",
    "conflicts": "Nobody declared any.",
    "voice": "I want friends to wait for my words.",
    "view": "yes",
}
FOUND = {f"finding_{part}": "yes" for part in "12"}
FOUND |= {f"because_{part}": "Her story and the school’s report say so." for part in "12"}
REASONS = (
    "We read Sara’s story and the school’s report. Amira finds it hard to be understood, and the school has tried "
    "what schools usually do. She may need more help than that."
)


def the_panel_advises(walk: Walk, jo, ref: str) -> None:
    """School Nursing must have come, or it is said why not."""
    walk.town.turn_to("2026-10-07")
    page = jo.open(f"/desk/case/{ref}/panel")
    read = [box["value"] for box in page.form.boxes if box["name"] == "evidence"][:1]
    said = CAME | FOUND | a_day("met_on", "2026-10-07") | {"evidence": read}
    jo.refused(said, "Record the panel’s advice", "School Nursing")
    page = jo.send(said | {"seat_school_nursing": "Noor Haddad"}, "Record the panel’s advice")
    assert "An officer decides" in page.said[0]


def it_is_decided_to_assess(walk: Walk, jo, ref: str) -> None:
    """Reasons too short to be reasons are refused; the letters say what they must."""
    walk.town.turn_to("2026-10-12")
    page = jo.open(f"/desk/case/{ref}/assess")
    read = [box["value"] for box in page.form.boxes if box["name"] == "evidence"]
    said = {"answer": "yes", "evidence": read[:1], "test_applied": "yes"}
    jo.refused(said | {"family_words": "Yes."}, "Decide, and send the letters", "Write the reasons")
    page = jo.send({"family_words": REASONS}, "Decide, and send the letters")
    assert "Decided" in page.said[0]
    walk.town.deliver()
    words = letter_words(walk.town, ref, "we-will-assess")
    for must in ("Amira", ref, "We will", "12 October 2026", "Sara Khan", "SENDIASS", "Jo Marsh"):
        assert must in words, f"The letter does not say “{must}”:\n{words}"


def letter_words(town, ref: str, letter: str, to: str = "") -> str:
    """What a printed letter says, read out of its PDF. Fails when it was not printed."""
    return pdf_words(printed(town, ref, letter, to))


def printed(town, ref: str, letter: str, to: str = "") -> bytes:
    """The PDF of a letter."""
    with town.inside() as office:
        rows = [row for row in office.post.of_case(ref) if row.letter == letter and to in (row.to, "")]
        assert rows and rows[-1].digest, f"{letter} was not printed: {rows}"
        return office.cabinet.get(rows[-1].digest)


def pdf_words(content: bytes) -> str:
    """The words of a PDF, each run of spaces and lines as one space."""
    read = subprocess.run(["pdftotext", "-layout", "-", "-"], input=content, capture_output=True, check=True)
    return " ".join(read.stdout.decode().split())


def advice_is_asked_for(walk: Walk, jo, ref: str) -> None:
    """Everyone who is offered is asked."""
    page = jo.open(f"/desk/case/{ref}/ask-for-advice")
    offered = [box["name"] for box in page.form.boxes if box["type"] == "checkbox" and box.has("checked")]
    assert len(offered) >= 5, offered
    page = jo.press("Ask")
    with walk.town.inside() as office:
        asked = office.diary.read(ref).advice
    assert {one.kind for one in asked.values()} >= {"educational_psychology", "medical_paediatric", "education_setting"}
    walk.town.deliver()
