"""Question pages made from the rows of questions.csv: the same boxes for one question a page and for one long page."""

import re
from datetime import date
from functools import cache

from casework.asking.boxes import Address, Day
from casework.asking.choosing import Choice, Choices, Confirm, Pick
from casework.asking.lines import Email, LongWords, NhsNumber, Phone, Upn, WholeNumber, Words
from casework.asking.question import Question
from casework.asking.uploads import Upload
from casework.record.asked import Asked, Part, is_answered
from casework.tables import rows

SHOWN_AT_ONCE = 9  # choices: more than these are a list that opens, not a column of buttons
MOST_ROWS = 20  # rows of one repeated question: more are better told in words
LONGEST_CALLED = 30  # characters: a longer name would make a question hard to read
LONGEST_NUMBER = 9_999_999
CHOICES = (("yes", "Yes"), ("no", "No"), ("ask me each time", "Ask me each time"))
STORY_ROWS, OWN_ROWS, PART_ROWS = 14, 7, 3  # how tall a box for words is: the story, a question, one part of a question
WHOLE = ("address",)  # kinds with parts in the table whose boxes are one field here
BY_NAME = {"email": Email, "phone": Phone}


def page(door: str, wanted, *, settings=(), filled=None, child="", first=None) -> type[Question]:
    """A Question for these questions of one door.

    `settings` are the schools to choose from, (id, name) each. `filled` maps question to
    the number of rows a repeated one shows. `child` is the name that stands for “your child”.
    `first` are boxes of the page’s own, by name, that come before the others.
    """
    boxes = dict(first or {})
    for asked in wanted:
        boxes |= _boxes(door, asked, settings=settings, filled=(filled or {}).get(asked.field, 1), child=child)
    return type("Asking", (Question,), boxes)


def answer(question: Question, asked: Asked):
    """What was answered to one question of a page, as the plain JSON that story.py reads. Files are not in it."""
    if asked.kind == "repeat":
        found = [_parts_in(question, asked, f"{asked.field}-{number}") for number in range(_rows_of(question, asked))]
        return [row for row in found if is_answered(row)]
    if asked.kind == "choices":
        said = {each.value: _plain(question[box_of(asked, each.value)].data) for each in asked.options}
        return {consent: choice for consent, choice in said.items() if choice}
    if _apart(asked):
        return _parts_in(question, asked, asked.field)
    return _plain(question[asked.field].data) if asked.kind != "files" else []


def uploads(question: Question, asked: Asked) -> list:
    """The files sent with one question of a page, each a SentFile."""
    field = upload_box(asked)
    return question[field].data or [] if field and not question[field].errors else []


def upload_box(asked: Asked) -> str:
    """The name of the box for files of a question; nothing when it takes none."""
    if asked.kind == "files":
        return asked.field
    return f"{asked.field}-files" if any(part.kind == "files" for part in asked.parts) else ""


def boxes_of(question: Question, asked: Asked) -> list:
    """The boxes of one question of a page, in order."""
    mine = re.compile(re.escape(asked.field) + "(-.+)?")
    return [field for field in question.asks if mine.fullmatch(field.short_name)]


def box_of(asked: Asked, part: str) -> str:
    """The name of the box for one part of a question, or for one of its choices about sharing."""
    return f"{asked.field}-{part.replace(' ', '_')}"


def first_box(asked: Asked) -> str:
    """The name of the first box of a question: where a sentence about the whole of it stands."""
    return box_of(asked, asked.parts[0].name) if _apart(asked) else asked.field


def rows_sent(asked: Asked, names) -> int:
    """How many rows of a repeated question these box names hold: at least one, never more than we show."""
    row = re.compile(re.escape(asked.field) + r"-(\d{1,3})-.+")
    found = [int(match[1]) + 1 for match in map(row.fullmatch, names) if match]
    return min(max(found, default=1), MOST_ROWS)


def known_as(asked: Asked, child: str) -> str:
    """A question with the child's own name in it, once we have been told it."""
    if asked.identity == "first_name" or not child or len(child) > LONGEST_CALLED:
        return asked.label
    return asked.label.replace("your child", child)


@cache
def _words() -> dict:
    """question-words.csv by door, field and part."""
    return {(row["door"], row["field"], row["part"]): row for row in rows("question-words")}


def in_the_letter(asked: Asked, child: str) -> str:
    """How a question is headed where the answers are read back as a letter about a child."""
    row = _words().get((asked.door, asked.field, ""))
    return (row and row["in the letter"].replace("{name}", child)) or asked.label


def when_empty(door: str, field: str, part: str = "") -> str:
    """What to say beside an empty box that must be filled."""
    row = _words().get((door, field, part))
    return (row and row["when empty"]) or "Answer this question"


def _boxes(door, asked, *, settings, filled, child):
    """The boxes of one question, by name."""
    if asked.kind == "repeat":
        numbers = range(filled)
        return {f"{asked.field}-{n}-{part.name}": _box(part) for n in numbers for part in asked.parts}
    if asked.kind == "choices":
        return {box_of(asked, each.value): _choice_about_sharing(each) for each in asked.options}
    if _apart(asked):
        return {box_of(asked, part.name): _part_box(door, asked, part, settings) for part in asked.parts}
    needed = when_empty(door, asked.field) if asked.required else ""
    return {asked.field: _box(asked, ask=needed, label=known_as(asked, child), rows=OWN_ROWS)}


def _part_box(door, asked, part, settings):
    """One box of a question that has several."""
    if (asked.kind, part.name) == ("setting_lookup", "setting"):
        return Pick(part.label, choices=settings, searchable=True, empty="Not in the list, or none")
    needed = when_empty(door, asked.field, part.name) if part.required else ""
    if part.kind == "files":
        return Upload(part.label, hint=part.hint)
    return _box(part, ask=needed, rows=_rows_for(asked))


def _rows_for(asked):
    """How tall the box for words of a question with several boxes is."""
    if asked.kind != "multimodal":
        return PART_ROWS
    return STORY_ROWS if asked.field == "story" else OWN_ROWS


def _choice_about_sharing(each):
    """One choice about sharing: yes, no or ask me each time, with who, why and how long beneath it."""
    row = next(row for row in rows("consents") if row["consent"] == each.value)
    who, why = _small(row["who"]), _small(row["why"])
    hint = f"Who: {who}. Why: {why}. For {row['months']} months, unless you change your mind."
    return Choice(each.label, choices=CHOICES, side_by_side=True, hint=hint)


def _small(words: str) -> str:
    """Words in the middle of a sentence."""
    return words[:1].lower() + words[1:]


def _box(asked: Asked | Part, *, ask="", label="", rows=PART_ROWS):
    """The box for one kind of answer."""
    said = {"hint": asked.hint, "ask": ask}
    label = label or asked.label
    if asked.kind == "select":
        return _select(label, [(each.value, each.label) for each in asked.options], said)
    if asked.kind == "checkboxes":
        return Choices(label, choices=[(each.value, each.label) for each in asked.options], **said)
    if asked.kind == "textarea":
        return LongWords(label, rows=rows, **said)
    if asked.kind == "files":
        return Upload("Choose files")
    if asked.kind == "text":
        return BY_NAME.get(asked.name if isinstance(asked, Part) else "", Words)(label, **said)
    return KINDS[asked.kind](label, **said)


def _select(label, choices, said):
    """Buttons for a few choices, a list that opens for many."""
    if len(choices) <= SHOWN_AT_ONCE:
        return Choice(label, choices=choices, **said)
    return Pick(label, choices=choices, searchable=True, **said)


def _number(label, **said):
    return WholeNumber(label, most=LONGEST_NUMBER, **said)


KINDS = {
    "confirm": Confirm,
    "checkbox": Confirm,
    "date": Day,
    "address": Address,
    "number": _number,
    "nhs_number": NhsNumber,
    "upn": Upn,
}


def _apart(asked) -> bool:
    """Whether each part of a question has a box of its own."""
    return bool(asked.parts) and asked.kind not in WHOLE


def _rows_of(question, asked):
    return rows_sent(asked, [field.short_name for field in question.asks])


def _parts_in(question, asked, start):
    """The answers in the boxes of one question, or of one row of it."""
    boxes = ((part.name, question[f"{start}-{part.name}"]) for part in asked.parts if part.kind != "files")
    return {name: _plain(box.data) for name, box in boxes}


def _plain(data):
    """An answer as plain JSON: a date in ISO form, a ticked box as “yes”, a number as text, nothing as nothing."""
    if isinstance(data, date):
        return data.isoformat()
    if data is True:
        return "yes"
    if data is None or data is False:
        return ""
    return data if isinstance(data, list) else str(data)
