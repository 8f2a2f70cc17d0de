"""Makers of a made-up plan: Sam’s, with every section written and every thread joined."""

from dataclasses import replace
from datetime import date

from casework.record.child import Child
from casework.record.plan import Appendix, Need, Outcome, Placement, Plan, Provision, Source, Views

DRAFT = {"label": "1", "date": date(2027, 2, 1), "draft": True, "ref": "EHC-2026-0142", "reply_by": date(2027, 2, 15)}
FINAL = {"label": "1", "date": date(2027, 3, 1), "draft": False, "ref": "EHC-2026-0142", "review_by": date(2028, 2, 29)}
THERAPY = Source("speech_language-1", row="P1", author="Ash Okoro", role="Speech and language therapist", on="2026-12-08")
PSYCHOLOGY = Source("educational_psychology-1", author="Dr Mei Lin", role="Educational psychologist", on="2026-12-17")
SCHOOL = Source("school-1", author="Tom Reyes", role="SENCO", on="2026-12-04")
STORY = Source("story", author="Ngozi Okafor", role="Parent", on="2026-10-14")

SAM = Child(
    "Samira",
    "Okafor",
    "Sam",
    born="2017-05-04",
    upn="L938201917001",
    nhs_number="999 123 4551",
    address="12 Limekiln Row\nSaltmarsh\nZZ9 4QT",
    setting_name="Elm Park School",
    year_group="Year 5",
)
VIEWS = Views(
    voice="I like boats best. I like it when people wait for me. I do not like the hall because it is loud. I want a friend to play with at lunch.",
    voice_method="Sam chose pictures and used her talker with her teaching assistant, on two mornings.",
    likes="Boats, maps, swimming, her cousin Ife, and drawing the sea.",
    important_to="Knowing what comes next. Sitting near the door. Having her talker with her all the time.",
    how_to_help="Wait ten seconds before you ask again. Show her a picture of what comes next. Keep the room quiet.",
    communicates="Sam speaks in two or three words and uses a talker. She points to pictures. When she covers her ears she needs a break.",
    story="Sam was born early and spent nine weeks in hospital. She learned to walk at two. At nursery she played beside other children, not with them. She started at Elm Park School in 2021, and has had help with speech since then.\nMornings are the hardest part of our day. When we know what will happen, she manages well.",
    family_views="Sam understands far more than she can say. People who do not know her think that she is not listening. We would like her teachers to know how to use her talker.",
    hopes_child="I want to drive a boat.",
    hopes_family="We hope that Sam will have friends, will be able to tell people what she needs, and will one day work near the sea.",
)


def _need(number, section, category, text, *sources):
    return Need(f"N{number}", section, category, text, sources)


NEEDS = (
    _need(1, "B", "communication_interaction", "Sam uses two or three words at a time, so other children and new adults often do not understand her. She understands sentences with two key words in them.", THERAPY, STORY),
    _need(2, "B", "communication_interaction", "Sam does not yet know how to join a game or take turns in one. She plays alone at every lunchtime.", THERAPY, SCHOOL),
    _need(3, "B", "cognition_learning", "Sam reads 20 words by sight. She cannot yet blend sounds into words, and forgets new words within a day unless she meets them again.", PSYCHOLOGY),
    _need(4, "B", "semh", "Changes and loud rooms frighten Sam. About three times a week she covers her ears, leaves the room and cannot go back for twenty minutes.", PSYCHOLOGY, STORY),
    _need(5, "B", "sensory_physical", "Sam’s hands tire after ten minutes of writing, and her letters can then no longer be read.", SCHOOL),
    _need(6, "C", "health_related_to_sen", "Sam has epilepsy. Her seizures last under a minute and happen about once a month, most often when she is tired.", PSYCHOLOGY),
    _need(7, "D", "social_care_related_to_sen", "Sam cannot keep herself safe near roads and water, so her parents cannot leave her with other families and have had no evening off since 2024.", STORY),
)


def _outcome(number, needs, text, baseline, measure, *, category="communication_interaction", due="2027-07-16"):
    return Outcome(f"O{number}", needs, text, category, "shared", baseline, measure, due, "Start with one lunchtime a week.", (THERAPY,))


OUTCOMES = (
    _outcome(1, ("N1",), "By July 2027 Sam will tell an adult she does not know what she needs, in words or with her talker, on four of five tries.", "One of five tries", "The therapist counts over one week each term"),
    _outcome(2, ("N2",), "By July 2027 Sam will ask a classmate to play on three of five lunchtimes, so that she has friends to sit with.", "Sam plays alone at every lunchtime", "The lunchtime supervisor counts for one week each term"),
    _outcome(3, ("N3", "N5"), "By July 2027 Sam will read 100 words by sight and write a sentence of her own that a friend can read.", "20 words; two words written", "Her class teacher checks in the last week of each half term", category="cognition_learning"),
    _outcome(4, ("N4", "N6"), "By July 2027 Sam will use her break card before she is upset, and be back in class within ten minutes.", "She is out of class for twenty minutes, three times a week", "The teaching assistant writes it down each day", category="semh"),
    _outcome(5, ("N7",), "By July 2027 Sam will cross the road to the park with one adult, stopping at the kerb each time.", "She runs ahead", "Her parents and the worker keep a short diary", category="pfa_community"),
)


def _help(number, section, links, what, who, *amount, kind="direct_individual", **more):
    needs, outcomes = links
    times, period, minutes = amount or (None, "", None)
    given = {"weeks": 38, "starts": "the date of the final plan", "until": "2027-07-31", "sources": (THERAPY,)} | more
    return Provision(f"P{number}", section, needs, outcomes, what, kind, who, times, period, minutes, **given)


TALK, PLAY, READ, CALM = (("N1",), ("O1",)), (("N2",), ("O2",)), (("N3",), ("O3",)), (("N4",), ("O4",))
PROVISIONS = (
    _help(1, "F", TALK, "teach Sam to say what she needs, in words and with her talker", "Speech and language therapist (HCPC registered)", 1, "week", 30, ratio="1:1", where="Quiet room"),
    _help(2, "F", TALK, "practise this week’s words with Sam", "Teaching assistant trained by the therapist", 4, "week", 20, ratio="1:1", where="Quiet room"),
    _help(3, "F", TALK, "train the staff who work with Sam to use her talker", "Speech and language therapist", 2, "term", 60, kind="training_for_adults", weeks=None, where="Elm Park School"),
    _help(4, "F", PLAY, "run a play group that teaches turns and joining in", "Teaching assistant", 2, "week", 30, kind="direct_group", ratio="1:4", where="Library"),
    _help(5, "F", READ, "teach Sam to read by sight and by sound, a little every day", "Class teacher", 1, "day", 15, ratio="1:1", where="Classroom", sources=(PSYCHOLOGY,)),
    _help(6, "F", (("N5",), ("O3",)), "have a sloping desk and a laptop with word prediction", "The school", kind="equipment", weeks=None, sources=(SCHOOL,)),
    _help(7, "F", CALM, "go with Sam to the quiet room when she shows her break card, and stay until she is ready", "Teaching assistant", 5, "day", 10, ratio="1:1", where="Quiet room", sources=(PSYCHOLOGY,)),
    _help(8, "F", CALM, "check with Sam, her parents and her teaching assistant what is working, and change the plan for breaks", "Educational psychologist", 1, "term", 90, kind="assessment_or_review", weeks=None, sources=(PSYCHOLOGY,)),
    _help(9, "G", (("N6",), ("O4",)), "review Sam’s epilepsy, write her care plan for school and train four members of staff to follow it", "Epilepsy nurse", 1, "term", 60, kind="medication_or_clinical_care", weeks=None, agreed_by="Saltmarsh Integrated Care Board"),
    _help(10, "H1", (("N7",), ("O5",)), "take Sam out to the park, the pool and the harbour", "A worker from Saltmarsh Short Breaks", 1, "fortnight", 180, kind="care_or_short_break", ratio="1:1", weeks=52),
    _help(11, "H2", (("N7",), ("O5",)), "teach Sam and her parents road and water safety", "Community children’s worker", 1, "term", 60, kind="other", weeks=None),
)
APPENDICES = (
    Appendix("school-1", "Advice from Elm Park School", "Tom Reyes", "SENCO", "2026-12-04"),
    Appendix("speech_language-1", "Speech and language therapy advice", "Ash Okoro", "Speech and language therapist", "2026-12-08"),
    Appendix("educational_psychology-1", "Psychological advice", "Dr Mei Lin", "Educational psychologist", "2026-12-17"),
    Appendix("parent-1", "The family’s advice", "Ngozi Okafor", "Parent", "2026-11-30"),
)


def a_plan(**changes) -> Plan:
    """Sam’s draft plan, whole. What is given is laid over it."""
    plan = Plan(
        child=SAM,
        views=VIEWS,
        needs=NEEDS,
        outcomes=OUTCOMES,
        provisions=PROVISIONS,
        none_because={"J": "The family has not asked for direct payments."},
        appendices=APPENDICES,
        decided_by="Helen Ward, Head of SEND",
        officer="Jo Marsh, case officer",
    )
    return replace(plan, **changes)


def a_final_plan(**changes) -> Plan:
    """Sam’s final plan, with a school named in section I."""
    return a_plan(placement=Placement("elm-park", "Elm Park School", "Maintained mainstream primary school"), **changes)


def a_long_plan(times: int = 2) -> Plan:
    """Sam’s plan with its lines written over again, for measuring. Every link stays inside its own copy."""
    return a_plan(
        needs=tuple(_again(NEEDS, times)), outcomes=tuple(_again(OUTCOMES, times)), provisions=tuple(_again(PROVISIONS, times))
    )


def _again(lines, times):
    """The same lines with new references: N1 becomes N101 in the second copy."""
    for copy in range(times):
        for line in lines:
            links = {name: tuple(_shifted(ref, copy) for ref in getattr(line, name)) for name in ("needs", "outcomes") if hasattr(line, name)}
            yield replace(line, ref=_shifted(line.ref, copy), **links)


def _shifted(ref, copy):
    return f"{ref[0]}{int(ref[1:]) + 100 * copy}" if copy else ref
