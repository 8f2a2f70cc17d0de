"""What the desk asks when a panel advises and when an officer decides."""

from casework.asking import Choice, Choices, Confirm, Day, LongWords, Question, Words
from casework.errors import Refusal

SEATS = (
    ("chair", "Chair"),
    ("education", "Education"),
    ("health", "Health"),
    ("social care", "Social care"),
    ("school nursing", "School Nursing"),
)
NURSING = "school nursing"
NEEDED = {seat: f"somebody from {seat}" for seat, _ in SEATS} | {"chair": "a chair"}
VIEWS = (
    ("yes", "Yes"),
    ("no", "No"),
    ("defer", "Not yet: something is missing, and it can come before the legal date"),
)
FOUND = (("yes", "Yes"), ("no", "No"), ("not shown", "Not shown either way"))
LETTER = 6000  # characters of reasons in one letter


def panel_question(formdata, tests, evidence, **start) -> Question:
    """Everything recorded of a panel: seat by seat, both parts of the legal test, and its view.

    `tests` are rows of legal-tests.csv, `evidence` the papers that could have been read, (value, words).
    """
    boxes = {
        "met_on": Day("When did the panel meet?", ask="Enter the day the panel met"),
        **_seats(),
        **_read(evidence),
    }
    for row in tests:
        boxes |= _finding(row)
    boxes |= {f"view_{_name(seat)}": Words(f"{words}’s view") for seat, words in SEATS[1:]}
    boxes["view"] = Choice("What does the panel advise?", choices=VIEWS, ask="Choose the panel’s view")
    boxes["themes"] = Words("Themes for commissioning or training", hint="For example: speech therapy in Year 7")
    return type("Panel", (Question,), boxes)(formdata, **start)


def _seats() -> dict:
    """Who was there, seat by seat, and who left for a conflict."""
    boxes = {}
    for seat, words in SEATS:
        needed = "" if seat == NURSING else f"Enter who came. A panel needs {NEEDED[seat]}, or you decide without one"
        hint = "Expected every time" if seat == NURSING else ""
        boxes[f"seat_{_name(seat)}"] = Words(f"{words}: who came?", hint=hint, ask=needed)
    others = LongWords("Anybody else who was there", hint="A line for each: name, role", rows=3, longest=2000)
    declared = "Write “Nobody”, or who declared what and that they left"
    return boxes | {
        "nursing_away": Words("If nobody came from School Nursing, why?"),
        "others": others,
        "conflicts": LongWords("Conflicts of interest", ask=declared, hint=declared, rows=2, longest=2000),
    }


def _read(evidence) -> dict:
    """What was read, and what the child or young person said."""
    asked = "What did the child or young person say?"
    return {
        "evidence": Choices("What did the panel read?", choices=evidence, ask="Choose what was read"),
        "voice": LongWords(asked, ask="Record their own views", rows=3, longest=3000),
    }


def _finding(row) -> dict:
    """One part of the legal test: what was found, and because of what."""
    part = row["part"]
    return {
        f"finding_{part}": Choice(
            f"{row['words']}. Did the panel find so?",
            choices=FOUND,
            side_by_side=True,
            ask="Choose what the panel found",
        ),
        f"because_{part}": LongWords(
            f"Why, on part {part} of the test?", ask="Write why, and from which evidence", rows=3, longest=3000
        ),
    }


def _name(seat: str) -> str:
    return seat.replace(" ", "_")


def panel_record(question: Question, tests) -> dict:
    """What was recorded, as the deed keeps it."""
    said = question.answers
    seats = [_seat(seat, said) for seat, _ in SEATS]
    findings = [
        {"part": row["words"], "law": row["law"]}
        | {"finding": said[f"finding_{row['part']}"], "because": said[f"because_{row['part']}"]}
        for row in tests
    ]
    views = [{"agency": seat, "view": said[f"view_{_name(seat)}"]} for seat, _ in SEATS[1:]]
    return {
        "attendance": seats,
        "others": said["others"] or "",
        "conflicts": said["conflicts"],
        "evidence": said["evidence"],
        "voice": said["voice"],
        "findings": findings,
        "views": [each for each in views if each["view"]],
        "themes": said["themes"] or "",
    }


def _seat(seat: str, said) -> dict:
    """One seat of the panel: who came, or why nobody did."""
    name = said[f"seat_{_name(seat)}"] or ""
    reason = (said["nursing_away"] or "") if seat == NURSING and not name else ""
    return {"name": name, "agency": seat, "present": bool(name), "reason": reason}


def nursing_said(question: Question) -> bool:
    """Whether School Nursing came, or it is said why not; else the question is asked again."""
    if question.seat_school_nursing.data or question.nursing_away.data:
        return True
    question.refuse(Refusal("Say who came from School Nursing, or why nobody could.", "seat_school_nursing"))
    return False


class Decide(Question):
    """A decision with its reasons, in words for the family."""

    answer = Choice("What do you decide?", ask="Choose what you decide")
    evidence = Choices("What did you read?", ask="Choose what you read")
    family_words = LongWords(
        "Your reasons, to the family",
        hint="What you read, and what it means for this child. These words are in the letter.",
        ask="Write your reasons to the family",
        longest=LETTER,
        rows=8,
    )
    support = LongWords(
        "What help is there without a plan?",
        hint="When you decide no: what the school or college will do, and until when. These words are in the letter.",
        longest=3000,
        rows=4,
    )
    departure = LongWords(
        "If you decide differently from the panel, why?", hint="This is recorded, and is not in the letter.", rows=3
    )
    test_applied = Confirm(
        "I applied the legal test above, and no other", ask="Tick the box when you have applied the test"
    )


class Review(Question):
    """A review that was held, after which the plan stays as it is."""

    met_on = Day("When was the review meeting?", ask="Enter the day of the meeting")
    evidence = Choices("What did you read?", ask="Choose what you read")
    family_words = LongWords(
        "Why does the plan stay as it is?",
        hint="To the family. These words are in the letter.",
        ask="Write your reasons to the family",
        longest=LETTER,
        rows=6,
    )
    test_applied = Confirm(
        "I decided by what this child or young person needs now", ask="Tick the box when you have decided so"
    )
