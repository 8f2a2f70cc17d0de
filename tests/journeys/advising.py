"""The fifth part: a therapist reads, answers and writes; a nil return is countersigned; advice is sent back once."""

from casework import advising
from casework.actions import carry_out
from casework.actions.advice import confirm_the_story_read, submit_advice
from tests.casework.content_makers import an_advice
from tests.journeys.shortcuts import acting
from tests.journeys.taking_in import ASH
from tests.journeys.visitor import DESK, Walk, a_day

WILL, OMAR, BEA = "will.tate@demo.example", "omar.sen@demo.example", "bea.lund@demo.example"
SLT, OT = "speech_language-1", "occupational_therapy-1"
NEED = {
    "need_text": "Amira uses two or three words at a time, so other children often do not understand her.",
}
OUTCOME = {
    "outcome_text": "By July 2027 Amira will ask a classmate to play on three of five lunchtimes, "
    "so that she has friends to sit with.",
    "outcome_baseline": "Amira plays alone at every lunchtime",
}
PROVISION = {"prov_what": "Teach Amira to start and keep up a conversation with her talker"}
NOT_KNOWN = {
    "systems": "The clinic’s own records, and the hospital’s",
    "need_suggested": "no",
    "better_placed": "The school nurse",
    "can_assess": "Yes, on 2 November 2026",
}


def advice_is_given(walk: Walk, jo, ref: str) -> None:
    """A therapist's advice, written, sent back and accepted; a nil return, countersigned; and the others'."""
    walk.town.turn_to("2026-10-14")
    ash = a_therapist_advises(walk, ref)
    nothing_is_needed(walk, ref)
    others_advise(walk.town, ref)
    it_is_sent_back_once(jo, ash, ref)
    accepts(jo, ref, OT, *BY_OTHERS)


def a_therapist_advises(walk: Walk, ref: str):
    """From the list of what is owed to advice that is sent. Answers with the therapist."""
    ash = walk.visitor(**DESK)
    page = ash.sign_in(ASH)
    assert "Speech and language" in page.text and "AK" in page.text and "Amira" not in page.text
    page = ash.open(f"/advice/{ref}/{SLT}")
    assert "Amira loves boats." in page.text
    ash.press("I have read the story")
    answers = a_day("expected", "2026-10-20") | {"author": "Ash Okoro, speech and language therapist"}
    ash.open(f"/advice/{ref}/{SLT}/first-response/detailed_to_follow")
    ash.refused({}, "Send", "When will you send it?")
    ash.send(answers, "Send")
    write_advice(ash, ref, SLT, an_advice(need=NEED, outcome=OUTCOME, provision=PROVISION))
    return ash


def write_advice(adviser, ref: str, about: str, advice: dict) -> None:
    """Write the whole template, section by section; the self-check stops it first, and then lets it go."""
    here = f"/advice/{ref}/{about}/write"
    page = adviser.open(f"{here}/check")
    assert "Put right before you send" in page.headings(2) and not page.forms
    for section in advising.sections(advice["type"]):
        if section.rows:
            adviser.open(f"{here}/{section.id}")
            adviser.open(f"{here}/{section.id}/row/1")
            adviser.send(boxes(section.fields, advice[section.id][0]), "Save")
        else:
            adviser.open(f"{here}/{section.id}")
            adviser.send(boxes(section.fields, advising.answers_of(advice)), "Save and go on")
    page = adviser.open(f"{here}/check")
    assert "Put right before you send" not in page.headings(2), page.text
    adviser.refused({}, "Send my advice", "Tick the box")
    page = adviser.send({"sure": "yes"}, "Send my advice")


def boxes(fields, answers: dict) -> dict:
    """The boxes of template fields, as this advice answers them."""
    found = {}
    for field in fields:
        answer = answers.get(field.name)
        if field.kind == "group" and answer:
            found |= {f"{field.name}__{part}": said for part, said in answer.items()}
        elif field.kind == "repeat" and answer:
            found |= {f"{field.name}__0__{part}": said for part, said in answer[0].items()}
        elif field.kind == "list" and answer:
            found[field.name] = "\n".join(answer)
        elif field.kind not in ("auto", "file") and answer not in (None, ""):
            found[field.name] = answer
    kinds = _kinds(fields)
    days = {name: found.pop(name) for name in list(found) if kinds.get(name) == "date"}
    return found | {box: said for name, day in days.items() for box, said in a_day(name, day).items()}


def _kinds(fields) -> dict:
    """The kind of each box."""
    found = {}
    for field in fields:
        found[field.name] = field.kind
        line = "__0__" if field.kind == "repeat" else "__"
        found |= {f"{field.name}{line}{part.name}": part.kind for part in field.parts}
    return found


def nothing_is_needed(walk: Walk, ref: str) -> None:
    """An occupational therapist does not know the child: a reply that their lead must countersign."""
    will, omar = walk.visitor(**DESK), walk.visitor(**DESK)
    will.sign_in(WILL)
    will.open(f"/advice/{ref}/{OT}")
    will.press("I have read the story")
    will.open(f"/advice/{ref}/{OT}/first-response/not_known_to_service")
    will.refused(NOT_KNOWN, "Send", "When did you search?")
    will.send(NOT_KNOWN | a_day("searched_on", "2026-10-14"), "Send")
    omar.sign_in(OMAR)
    page = omar.open("/advice")
    assert "Replies that say nothing is needed" in page.headings(2)
    omar.open(f"/advice/{ref}/{OT}/countersign")
    page = omar.press("I agree")
    assert "Your name is on the reply" in page.said[0]


BY_OTHERS = {
    "educational_psychology-1": "demo-eve",
    "education_setting-1": "demo-anna",
    "school_nursing-1": "demo-noor",
    "social_care_early_help-1": "demo-lee",
}


def others_advise(town, ref: str) -> None:
    """The rest send their advice; how that is written was seen already, so no browser is opened."""
    with town.inside() as office:
        for about, person in BY_OTHERS.items():
            adviser = acting(office, person)
            kind = about.partition("-")[0]
            carry_out(office, adviser, confirm_the_story_read, ref, about=about, person=person)
            content = an_advice(kind, need=NEED, outcome=OUTCOME, provision=PROVISION)
            carry_out(office, adviser, submit_advice, ref, about=about, advice=content)


def it_is_sent_back_once(jo, ash, ref: str) -> None:
    """The caseworker sends it back with a reason; the therapist changes it and sends it again; it is accepted."""
    page = jo.open(f"/desk/case/{ref}/advice/{SLT}")
    assert "Amira uses two or three words" in page.text
    jo.open(f"/desk/case/{ref}/advice/{SLT}/return")
    jo.refused({}, "Send it back", "Choose what is wrong")
    jo.send({"reason": jo.first("reason"), "words": "Say where the talker is kept."}, "Send it back")
    page = ash.open(f"/advice/{ref}/{SLT}")
    assert "Say where the talker is kept." in page.text
    ash.open(f"/advice/{ref}/{SLT}/write/everyday")
    ash.send({"strategies": "The talker is on the shelf by the door."}, "Save and go on")
    ash.open(f"/advice/{ref}/{SLT}/write/check")
    ash.send({"sure": "yes"}, "Send my advice")
    accepts(jo, ref, SLT)


def accepts(jo, ref: str, *advice: str) -> None:
    """The caseworker accepts each of these."""
    for about in advice:
        jo.open(f"/desk/case/{ref}/advice/{about}/accept")
        page = jo.press("Accept it")
        assert "Accepted" in page.said[0]
