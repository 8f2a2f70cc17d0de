"""Makers of made-up content: a child, a story, an advice with nothing missing."""

from dataclasses import replace

from casework.advising import advice_content, sections
from casework.record.plan import Appendix, Child, Need, Outcome, Placement, Plan, Provision, Source, Views

SAM = Child("Samira", "Okafor", "Sam", born="2017-05-04", setting_name="Elm Park School")

NEED = {
    "need_ref": "N1",
    "need_category": "communication_interaction",
    "need_text": "Sam uses two or three words at a time, so other children often do not understand her.",
    "need_evidence": "Seen in class on 3 March 2026",
    "need_plan_section": "B",
}
OUTCOME = {
    "outcome_ref": "O1",
    "outcome_needs": ["N1"],
    "outcome_text": "By July 2027 Sam will ask a classmate to play on three of five lunchtimes, "
    "so that she has friends to sit with.",
    "outcome_category": "communication_interaction",
    "outcome_owner_wish": "shared",
    "outcome_baseline": "Sam plays alone at every lunchtime",
    "outcome_measure": "The lunchtime supervisor counts for one week each term",
    "outcome_due": "2027-07-16",
}
PROVISION = {
    "prov_ref": "P1",
    "prov_needs": ["N1"],
    "prov_outcomes": ["O1"],
    "prov_what": "teach Sam to start and keep up a conversation with her talker",
    "prov_kind": "direct_individual",
    "prov_who": "Speech and language therapist (HCPC registered)",
    "prov_times": "1",
    "prov_period": "week",
    "prov_minutes": "30",
    "prov_ratio": "1:1",
    "prov_weeks": "38",
    "prov_where": "Quiet room",
    "prov_from": "the date of the final plan",
    "prov_until": "2027-07-31",
    "prov_plan_section": "F",
}
WORDS = "Words about Sam"
ANSWERS = {"text": WORDS, "textarea": WORDS, "date": "2026-03-03", "number": "19", "confirm": "yes"}


def an_answer(field):
    """Something true to the kind of one question."""
    if field.kind == "group":
        return {part.name: an_answer(part) for part in field.parts}
    if field.kind == "repeat":
        return [{part.name: an_answer(part) for part in field.parts}]
    if field.kind in ("checkboxes", "list"):
        return [field.options[0].value] if field.options else ["Words"]
    return field.options[0].value if field.options else ANSWERS.get(field.kind, "")


def an_advice(kind="speech_language", *, fields=None, need=None, outcome=None, provision=None):
    """An advice of a kind with every question answered; what is given is laid over it."""
    asked = [field for section in sections(kind) if not section.rows for field in section.fields]
    answers = {field.name: an_answer(field) for field in asked if field.kind not in ("auto", "file", "checkbox")}
    return advice_content(
        kind,
        answers | (fields or {}),
        needs=[NEED | (need or {})],
        outcomes=[OUTCOME | (outcome or {})],
        provision=[PROVISION | (provision or {})],
        files=[{"name": "report.pdf"}],
    )


def a_provision(**changes):
    """Half an hour a week of speech and language therapy, with nothing left unsaid."""
    line = Provision(
        ref="P1",
        section="F",
        needs=("N1",),
        outcomes=("O1",),
        what="Teach Sam to ask for help with her talker",
        kind="direct_individual",
        who="Speech and language therapist (HCPC registered)",
        times=1,
        period="week",
        minutes=30,
        ratio="1:1",
        weeks=38,
        where="Quiet room",
        starts="the date of the final plan",
        until="2027-07-31",
    )
    return replace(line, **changes)


def an_outcome(**changes):
    """An outcome with nothing missing."""
    line = Outcome(
        "O1",
        ("N1",),
        OUTCOME["outcome_text"],
        "communication_interaction",
        "shared",
        OUTCOME["outcome_baseline"],
        OUTCOME["outcome_measure"],
        OUTCOME["outcome_due"],
    )
    return replace(line, **changes)


def a_plan(**changes):
    """A final plan in which the law finds nothing missing."""
    source = Source("slt-1", "digest", "N1", NEED["need_text"], "Jo Lee", "Speech and language therapist", "2026-03-04")
    plan = Plan(
        child=SAM,
        views=Views("I want a friend.", "Talking with symbols", family_views="We want her to be heard."),
        needs=(Need("N1", "B", "communication_interaction", NEED["need_text"], (source,)),),
        outcomes=(an_outcome(),),
        provisions=(a_provision(),),
        none_because={each: "Looked for and not found on 4 March 2026." for each in ("C", "D", "G", "H1", "H2", "J")},
        placement=Placement("100001", "Elm Park School", "Mainstream school"),
        appendices=(Appendix("slt-1", "Speech and language therapy advice", "Jo Lee", paper="digest"),),
        decided_by="Pat Moss",
        officer="Jo Marsh",
    )
    return replace(plan, **changes)
