"""A letter or a call being keyed: the long page, and what an officer has typed on it so far."""

from flask import g, request

from casework import story
from casework.asking import Choice, Day, bank
from casework.asking.sending import check_answer
from casework.errors import Refusal
from casework.web import office

KIND, TYPED, FILES = "keying", "typed", "files of "
NOT_KEYED = ("intent", "check_send", "notice_read", "rights_info")  # ticks that only the family itself could make
SAID_YES = ("intent", "check_send")  # asking, on whatever paper, says both (s.36(1))
WAYS = (("letter", "A letter or a form"), ("phone call", "A phone call, or in person"))
REMOVE, MORE = "remove", "more"


def place(door: str) -> str:
    """Where this officer’s half-keyed page is kept: one for each door."""
    return f"{g.actor.id}/{door}"


def asked_at(door: str) -> list:
    """The questions an officer keys, those we must have first."""
    asked = [each for each in story.questions(door) if each.field not in NOT_KEYED]
    return [each for each in asked if each.required] + [each for each in asked if not each.required]


def parts(door: str) -> dict:
    """Everything kept of this page so far."""
    return {part: kept.content for part, kept in office().drafts.read_all(KIND, place(door)).items()}


def page(door: str):
    """The long page: with what was typed before, or with what has just been sent."""
    kept = parts(door)
    typed = kept.get(TYPED) or _from_call(door)
    names = [*typed, *request.form]
    filled = {each.field: _rows(each, names) for each in asked_at(door) if each.kind == "repeat"}
    schools = [(each.id, each.name) for each in office().people.settings()]
    how = Choice("How did they ask?", choices=WAYS, ask="Choose how they asked")
    day = Day("Which day did we get it?", hint="Our time to decide runs from this day.", ask="Enter the day we got it")
    first = {"keyed_from": how, "received_on": day}
    return bank.page(door, asked_at(door), settings=schools, filled=filled, first=first)(request.form, **typed)


def _rows(asked, names):
    """How many rows a repeated question shows: those that are filled, and one more when it is asked for."""
    return min(bank.rows_sent(asked, names) + (request.args.get("more") == asked.field), bank.MOST_ROWS)


def _from_call(door) -> dict:
    """The name and the number of somebody we called back, for the page that begins with them."""
    call = office().drafts.read("calls", "waiting", request.args.get("call", ""))
    if call is None:
        return {}
    name, reach = {"parent": ("your_name", "your_contact"), "young_person": ("", "contact")}.get(door, ("", ""))
    said = {name: call.content["name"], f"{reach}-phone": call.content["phone"], "keyed_from": "phone call"}
    return {box: value for box, value in said.items() if box and not box.startswith("-")}


def take(door: str, form) -> None:
    """Keep what a page brought, and say beside each box what will not do."""
    keep(door, form)
    for asked in asked_at(door):
        _take_files(door, form, asked)
        try:
            if form.answered:
                check_answer(door, asked, answer_to(door, form, asked), office().today())
        except Refusal as refusal:
            form.refuse(refusal)


def keep(door: str, form) -> None:
    """Keep the words as they were typed."""
    typed = {box.short_name: box.kept() for box in form.asks if box.drawn != "upload"}
    office().drafts.save(KIND, place(door), TYPED, content=typed, version=None, by=g.actor.id)


def _take_files(door, form, asked):
    """Keep the files sent with one question, but for one taken off the list."""
    before, box = files(door, asked), bank.upload_box(asked)
    dropped = request.form.get("then", "").split()
    kept = [each for each in before if dropped[:1] != [REMOVE] or each["digest"] != dropped[1]]
    for sent in bank.uploads(form, asked):
        try:
            new = office().cabinet.take_in(sent.name, sent.content)
            kept += [new] if new["digest"] not in [each["digest"] for each in kept] else []
        except Refusal as refusal:
            form.refuse(Refusal(refusal.sentence, box))
    if box:
        form[box].raw_data = None  # they are kept, so nobody needs to choose them again
    if kept != before:
        office().drafts.save(KIND, place(door), FILES + asked.field, content=kept, version=None, by=g.actor.id)


def files(door: str, asked) -> list[dict]:
    """The files kept with one question."""
    there = office().drafts.read(KIND, place(door), FILES + asked.field) if bank.upload_box(asked) else None
    return there.content if there else []


def answer_to(door: str, form, asked):
    """The answer to one question, with its files."""
    said, kept = named(bank.answer(form, asked)), files(door, asked)
    if not kept:
        return said
    return kept if asked.kind == "files" else {**(said or {}), "files": kept}


def named(answer):
    """A school that was chosen from the list, with its name."""
    if isinstance(answer, dict) and answer.get("setting"):
        return answer | {"name": office().people.setting(answer["setting"]).name}
    return answer


def answers(door: str, form) -> dict:
    """Every answer on the page; asking in whatever way says that they ask."""
    found = {asked.field: answer_to(door, form, asked) for asked in asked_at(door)}
    return {field: said for field, said in found.items() if story.is_answered(said)} | dict.fromkeys(SAID_YES, "yes")


def drop(door: str) -> None:
    """Forget what was half keyed."""
    office().drafts.drop(KIND, place(door))


def shown(door: str, form) -> dict:
    """What the page shows: the questions we must have, then the others by section."""
    sections: dict[str, list] = {}
    for asked in asked_at(door):
        name = (
            "What we must have" if asked.required else "More about them" if asked.section == "Start" else asked.section
        )
        sections.setdefault(name, []).append((asked, bank.boxes_of(form, asked), files(door, asked)))
    return {"door": door, "sections": sections, "begun": bool(parts(door))}
