"""Questions on the pages where a plan is written, served, heard, consulted on and issued."""

from casework.asking import Choice, Choices, Confirm, Day, LongWords, Pick, Question, WholeNumber, Words
from casework.record.plan import Need, Outcome, Provision, sections
from casework.tables import rows

LONGEST = 4000  # characters of one line: a longer one is two needs, or two kinds of help
MOST_MINUTES, WEEKS = 1440, 52
WHY_NONE = "The gap then closes, and the plan gives this reason."
OUTCOME = "By when, what the child will do, how often, so that what."


class Press(Question):
    """One button, pressed once."""


class Views(Question):
    """Section A: the family's own words. The officer puts them in their places and does not rewrite them."""

    voice = LongWords("What the child or young person says", rows=6)
    voice_method = LongWords("How their views were found out", rows=2, longest=1000)
    likes = LongWords("What they like and are good at", rows=3)
    important_to = LongWords("What is important to them", rows=3)
    how_to_help = LongWords("How best to help them", rows=3)
    communicates = LongWords("How they communicate, and how to include them in decisions", rows=3)
    story = LongWords("Their story so far", rows=6)
    family_views = LongWords("What the family says", rows=5)
    hopes_child = LongWords("Their own hopes for the future", rows=3)
    hopes_family = LongWords("The family’s hopes", rows=3)


class Budget(Question):
    """Section J."""

    direct_payments = LongWords(
        "Which needs and outcomes a direct payment will meet",
        rows=4,
        hint="Only for special educational provision that the family will buy.",
    )
    reason = LongWords(
        "If there is no direct payment, why",
        rows=2,
        longest=2000,
        hint="For example: the family was told about personal budgets on 4 March 2026 and does not want one.",
    )


class Signed(Question):
    """Who decided, and who signs."""

    decided_by = Words("Who decided to issue the plan")
    officer = Words("Officer who signs it")


class Reason(Question):
    """Why a section is empty."""

    reason = LongWords(
        "Nothing to write here? Say how you know",
        rows=3,
        longest=2000,
        hint="Who looked, when, and what they found. “Not known” is not a reason.",
    )


FIELDS = {"A": Views, "J": Budget, "child": Signed}


def plain_question(letter: str) -> type[Question]:
    """The question of a section's plain fields: the whole section, or the reason why it is empty."""
    return FIELDS.get(letter, Reason)


def listed(name: str) -> list[tuple[str, str]]:
    """A list of tables/categories.csv to choose from."""
    return [(row["code"], row["label"]) for row in rows("categories") if row["list"] == name]


def _links(lines, label, ask=""):
    """Which other lines this one serves."""
    return Choices(label, choices=[(line.ref, f"{line.ref}: {line.text}") for line in lines], ask=ask)


def need_question(plan) -> type[Question]:
    """A need."""
    return type("NeedLine", (Question,), {
        "text": LongWords("What is difficult, and what it means", rows=5, longest=LONGEST, ask="Write the need"),
        "section": Choice("Section", choices=listed("need section"), ask="Choose a section"),
        "category": Pick("Kind of need", choices=listed("need")),
        "reason": LongWords("If it has no outcome or no provision, why", rows=2, longest=2000, hint=WHY_NONE),
    })  # fmt: skip


def outcome_question(plan) -> type[Question]:
    """An outcome."""
    return type("OutcomeLine", (Question,), {
        "text": LongWords("What will be different", rows=4, longest=LONGEST, ask="Write the outcome", hint=OUTCOME),
        "needs": _links(plan.needs, "Which needs it meets"),
        "category": Pick("Kind of outcome", choices=listed("outcome")),
        "wish": Pick("Whose wish it is", choices=listed("wish")),
        "baseline": LongWords("Where they are now", rows=2, longest=LONGEST),
        "measure": LongWords("How we will know", rows=2, longest=LONGEST),
        "due": Day("To be met by"),
        "steps": LongWords("Steps on the way", rows=3, longest=LONGEST),
    })  # fmt: skip


def provision_question(plan) -> type[Question]:
    """Provision: a sentence with gaps to fill."""
    return type("ProvisionLine", (Question,), {
        "who": Words("Who will do it, and with what training", longest=500),
        "what": LongWords("What they will do", rows=4, longest=LONGEST, ask="Write what will be done"),
        "times": WholeNumber("How many times", least=1, most=100),
        "period": Pick("In each", choices=listed("period")),
        "minutes": WholeNumber("For how long each time", least=1, most=MOST_MINUTES, unit="minutes"),
        "ratio": Words("Adults to children", hint="Such as 1:1 or 1:4"),
        "weeks": WholeNumber("Weeks a year", least=1, most=WEEKS, hint="38 is every school week"),
        "where": Words("Where"),
        "starts": Words("From when"),
        "until": Words("Until when, or when it is looked at again"),
        "section": Choice("Section", choices=listed("provision section"), ask="Choose a section"),
        "kind": Pick("Kind of help", choices=listed("kind")),
        "agreed_by": Words("For section G: which commissioner agreed it, and when"),
        "needs": _links(plan.needs, "Which needs it meets"),
        "outcomes": _links(plan.outcomes, "Which outcomes it leads to"),
    })  # fmt: skip


LINES = {
    "needs": (Need, need_question),
    "outcomes": (Outcome, outcome_question),
    "provisions": (Provision, provision_question),
}


def line_from(question, kind, ref: str):
    """The line that was typed, under its reference."""
    said = {name: value for name, value in question.answers.items() if name != "reason"}
    return kind(ref=ref, **{name: _kept(name, value) for name, value in said.items()})


def _kept(name, value):
    """One answer as a line keeps it: links as tuples, a day in ISO form, nothing as empty words."""
    if name in ("times", "minutes", "weeks"):
        return value
    if isinstance(value, list):
        return tuple(value)
    return value.isoformat() if hasattr(value, "isoformat") else value or ""


class Met(Question):
    """The meeting that was held."""

    met_on = Day("When did you meet?", ask="Enter the day of the meeting")
    words = LongWords("What was said and agreed", ask="Write what was said and agreed", rows=5)


class Longer(Question):
    """More time for the family."""

    until = Day("Their new last day", ask="Enter the new last day")


class Preferred(Question):
    """The setting a family asked for, keyed for them."""

    person = Pick("Who asked", ask="Choose who asked")
    setting = Pick("School or college", searchable=True, empty="Choose one, or write its name below")
    name = Words("If it is not in the list, its name")


class Consult(Question):
    """Which setting to ask."""

    setting = Pick("School or college to ask", searchable=True, ask="Choose a school or college")


class Answered(Question):
    """A reply from a setting that came by email, letter or phone."""

    answer = Choice(
        "What did they answer?",
        ask="Choose their answer",
        choices=(
            ("yes", "Yes, they can meet the needs"),
            ("yes if", "Yes, if something is put in place first"),
            ("no", "No, for a reason the law allows"),
        ),
    )
    words = LongWords("What they wrote", rows=5, longest=10000, hint="In their own words.")


class Place(Question):
    """Section I, chosen for the final plan."""

    setting = Pick("School or college that was consulted", empty="None of these")
    name = Words(
        "Its name, if it is not in the list",
        hint="For example: an independent school, or education otherwise than at school",
    )
    type = Words(
        "Type", hint="For example: mainstream primary school. The type alone is enough when no school is named."
    )


class Wording(Question):
    """Which words a manager lets stand, and why."""

    gates = Choices("Which words can stand?", ask="Choose which words can stand")
    reason = LongWords(
        "Why can they stand?",
        rows=3,
        longest=2000,
        ask="Say why the words can stand",
        hint="The reason is kept in the diary with your name.",
    )


class Issue(Question):
    """The last press."""

    sure = Confirm(
        "I have read the whole plan, and what the family said about the draft", ask="Tick to say that you have read it"
    )


def reply_question(parties) -> type[Question]:
    """What a family said on paper or by phone: a box for each section."""
    boxes = {"person": Pick("Who said it", choices=parties, ask="Choose who said it")}
    boxes |= {
        f"section_{row.letter}": LongWords(f"Section {row.letter}: {row.title}", rows=2, longest=10000)
        for row in sections()
    }
    boxes["whole"] = LongWords("About the whole plan", rows=3, longest=10000)
    return type("KeyedReply", (Question,), boxes)


def comments_of(question) -> dict[str, str]:
    """The comments by section, under the names the family's own page gives them."""
    return {name: words or "" for name, words in question.answers.items() if name != "person"}


class MeetingAsked(Question):
    """A family asked to meet, on paper or by phone."""

    person = Pick("Who asked", ask="Choose who asked")
    words = LongWords("When and how they would like to meet", rows=3, longest=2000)


class TimeAsked(Question):
    """A family asked for longer, on paper or by phone."""

    person = Pick("Who asked", ask="Choose who asked")
    until = Day("Until when they would like to have", ask="Enter the day they asked for")
    words = LongWords("Why, if they said", rows=3, longest=2000)
