"""Beginning a request with what we know already: somebody who has signed in is not asked again who they are."""

from flask import g

from casework.asking import bank
from casework.story import is_answered, questions
from casework.web import office
from portal import ask_draft
from portal.ask_draft import Draft


def begin_with_what_we_know(door: str) -> Draft:
    """A new draft. For somebody signed in, their own details and how we work with them are filled in, to look over."""
    draft = ask_draft.begin(door)
    if not g.actor.signed_in:
        return draft
    known = _about_themselves(door) | (_how_we_work_with_them(door) if door in ("parent", "young_person") else {})
    for asked in questions(door):
        if is_answered(known.get(asked.field)):
            draft = ask_draft.keep(draft, asked.field, _as_kept(asked, known[asked.field]))
    return draft


def _about_themselves(door) -> dict:
    """Who the asker is and how to reach them, from the register."""
    person = office().people.person(g.actor.id)
    reach = {"phone": person.phone, "email": person.email}
    if door == "parent":
        return {"your_name": person.name, "your_contact": reach}
    if door == "setting":
        school = office().people.setting(person.setting) if person.setting else None
        chosen = {"setting": school.id, "name": school.name} if school else {}
        return {"person": {"name": person.name, **reach}, "setting_id": chosen}
    if door == "professional":
        service = office().people.service(person.service).name if person.service else ""
        return {"you": {"name": person.name, "organisation": service, **reach}}
    return {"contact": reach}


def _how_we_work_with_them(door) -> dict:
    """Language, formats and adjustments, as they told us the last time they asked at this door."""
    for row in office().lists.family.cases_of(g.actor.id, office().today()):
        case = office().diary.read(row.ref)
        story = office().papers.read(row.ref, case.stories[0]).content
        if story["door"] == door and story.get("communication"):
            return story["communication"]
    return {}


def _as_kept(asked, answer) -> dict:
    """An answer as a draft keeps it: what its boxes hold, and the answer itself."""
    if asked.kind == "repeat" or not isinstance(answer, dict):
        return {"typed": {asked.field: answer}, "answer": answer}
    return {"typed": {bank.box_of(asked, part): said for part, said in answer.items()}, "answer": answer}
