"""Questions on a family's own pages."""

from casework.asking import Carried, Day, LongWords, Pick, Question, Upload, Words
from casework.tables import rows

NOT_NEEDED = "You do not have to."
MEETING = "Say the days that suit you, and whether in person, by phone or by video."


class Story(Question):
    """More of the story."""

    story = LongWords(
        "What would you like to add?",
        ask="Write what you would like to add",
        hint="What you told us before stays as it is.",
        rows=8,
    )


class Document(Question):
    """One file, and what it is."""

    file = Upload("Choose a file", most=1, ask="Choose a file")
    what = Words("What is it?", ask="Say what it is", hint="For example: school report, letter from the hospital")


class Message(Question):
    """A message to the case officer."""

    words = LongWords("Your message", ask="Write your message", longest=5000)


class Withdraw(Question):
    """Taking a request back."""

    words = LongWords("Would you like to say why?", hint=NOT_NEEDED, longest=2000)


class TwoVersions(Question):
    """Which two versions of the plan are printed with their changes marked."""

    first = Carried()
    second = Carried()


class Agree(Question):
    """One press says that the draft is right."""


class Meeting(Question):
    """Asking to meet."""

    words = LongWords("When and how would you like to meet?", hint=MEETING, longest=2000)


class MoreTime(Question):
    """Asking for longer."""

    until = Day("Until when would you like to have?", ask="Enter a day", hint="For example 27 6 2026")
    words = LongWords("Would you like to say why?", hint=NOT_NEEDED, longest=2000)


class Preference(Question):
    """The school or college to be named."""

    setting = Pick("School or college", searchable=True, empty="Choose one, or write its name below")
    name = Words("If it is not in the list, write its name")


def comments_question(formdata, kept: dict) -> Question:
    """A box for each section of the plan, holding what was typed before."""
    boxes = {
        f"section_{row['letter']}": LongWords(f"Section {row['letter']}: {row['title']}", rows=4)
        for row in rows("sections")
    }
    boxes["whole"] = LongWords("Anything about the whole plan", rows=4)
    return type("Comments", (Question,), boxes)(formdata, **kept)
