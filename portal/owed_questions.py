"""What is asked to keep a view or a calendar."""

from casework.asking import Choices, Question, Words

NO_CHILD = "As you will see it in your calendar. Do not put a child’s name in it."
FIRST, TEAM = "first", "team"
IS_FIRST = (FIRST, "Open it first", "It is what you see when you open “What is owed”.")
IS_SHARED = (TEAM, "Show it to my team", "Everyone in your service sees it as a tab, each with their own cases.")


class ViewName(Question):
    """A name for a view."""

    name = Words("Name of this view", ask="Enter a name", hint="A few words, such as “Late at Elm Park”", longest=40)


class ViewChange(Question):
    """The name of a view, and where it is seen."""

    name = Words("Name of this view", ask="Enter a name", longest=40)
    seen = Choices("Where it is seen", choices=[IS_FIRST, IS_SHARED])


class CalendarName(Question):
    """A name for a calendar."""

    name = Words("Name of this calendar", ask="Enter a name", hint=NO_CHILD, longest=40)


class Press(Question):
    """One press."""
