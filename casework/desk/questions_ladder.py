"""What a change of the ladder asks: one rung, the names of the levels, and from when and why."""

from casework import chasing
from casework.asking import Carried, Choice, Choices, Day, LongWords, Question, WholeNumber, Words
from casework.desk.ladder_views import named
from casework.tables import rows
from casework.words import opening

WAITS = [(row["until we have"], opening(row["words"])) for row in rows("chasing-conditions")]
KINDS = [(row["tone"], row["words"]) for row in rows("chasing-tones") if row["tone"] != "report"]
PEOPLE = [(post, opening(named(post))) for post in chasing.posts()]
OWNERS = [(post, opening(named(post))) for post in chasing.posts() if post != "service inbox"]
LEVELS = range(5)


class Rung(Question):
    """One rung of the ladder."""

    working_day = WholeNumber(
        "Working day", least=1, most=30, ask="Enter the working day", hint="The day of asking is day 0."
    )
    until_we_have = Choice("Only while", choices=WAITS, ask="Choose what it waits for")
    tone = Choice("Kind of message", choices=KINDS, ask="Choose what kind of message it is")
    level = Choice("Level", ask="Choose a level", hint="0 for a message that does not raise the request.")
    tell = Choices("Who is told?", choices=PEOPLE, ask="Choose at least one person to tell")
    copy = Choices("Who is copied?", choices=PEOPLE)
    subject = Words("Subject", longest=150, ask="Write the subject")
    text = LongWords("Text", longest=2_000, rows=5, ask="Write the text", hint="No name, no date of birth, no reason.")
    family_words = LongWords(
        "Words for the family", longest=2_000, rows=4, hint="Leave it empty and the family is not written to."
    )
    read = Carried()


class PutIn(Question):
    """From when a change counts, and why it is made."""

    day = Day(
        "From which day does it count?",
        ask="Enter the first day",
        hint="Tomorrow at the earliest. For another day you first see what it would send.",
    )
    why = LongWords("Why is it changed?", longest=1_000, rows=3, ask="Say why you are changing the ladder")
    seen = Carried()
    shown = Carried()


class Press(Question):
    """A button that changes something, with nothing to ask."""

    read = Carried()


def _level_fields() -> dict:
    """A name and the owners of each level."""
    found = {}
    for number in LEVELS:
        found[f"name_{number}"] = Words(f"Level {number}: its name", longest=100, ask=f"Name level {number}")
        ask = f"Choose whom level {number} belongs to"
        found[f"owner_{number}"] = Choices(f"Level {number}: whom it belongs to", choices=OWNERS, ask=ask)
    return found | {"read": Carried()}


Levels = type("Levels", (Question,), {"__doc__": "What each level is called and whom it belongs to."} | _level_fields())


def rung_question(formdata, row: dict | None, levels, *, read: str) -> Rung:
    """The question of one rung, starting from its row; a new one starts empty."""
    start = _start(row) if row else {}
    question = Rung(formdata, read=read, **start)
    question.level.choices = [(str(each.number), f"{each.number}: {each.name}") for each in levels]
    if row and not row["working day"]:
        del question.working_day
        del question.tone
    return question


def _start(row) -> dict:
    """What the boxes hold, from a row."""
    many = {name: [part for part in row[name].split("; ") if part] for name in ("tell", "copy")}
    day = {"working_day": int(row["working day"])} if row["working day"] else {}
    plain = ("until we have", "tone", "level", "subject", "text", "family words")
    return many | day | {name.replace(" ", "_"): row[name] for name in plain}


def row_from(question: Rung, name: str, before: dict | None) -> dict:
    """The row that an answered question makes. Those who were told `before` keep their order."""
    said = {key: value for key, value in question.answers.items() if key != "read"}
    many = {key: _in_order(said[key], before[key] if before else "") for key in ("tell", "copy")}
    plain = {key.replace("_", " "): str(said[key] or "") for key in said if key not in many}
    whole = {"working day": "", "tone": "report"} | plain | many
    return {"step": name} | whole


def _in_order(chosen, before: str) -> str:
    """Ticked boxes as a cell: boxes have no order of their own, so those that were there stay where they were."""
    kept = [post for post in before.split("; ") if post in (chosen or ())]
    return "; ".join(kept + [post for post in chosen or () if post not in kept])


def levels_question(formdata, levels, *, read: str) -> Levels:
    """The question of all levels, starting from what they are."""
    start = {f"name_{each.number}": each.name for each in levels}
    start |= {f"owner_{each.number}": list(each.owner) for each in levels}
    return Levels(formdata, read=read, **start)


def level_rows(question, levels) -> list[dict]:
    """The rows that an answered question makes, from what the levels were."""
    said, before = question.answers, {each.number: "; ".join(each.owner) for each in levels}
    return [
        {
            "level": str(number),
            "name": said[f"name_{number}"],
            "owner": _in_order(said[f"owner_{number}"], before[number]),
        }
        for number in LEVELS
    ]
