"""Questions on advisers' pages that are not in a template."""

from casework.asking import Carried, Choice, Confirm, Day, LongWords, Question, Upload

NO_HEALTH = "The caseworker reads this. Do not give health details."


class Ready(Question):
    """One press says yes; there is nothing to fill in."""


class Lateness(Question):
    """Why advice is late, and when it will come."""

    reason = Choice("Why is it late?", ask="Choose the reason")
    expected = Day("When will you send it?", ask="Enter the day you will send it", hint="For example 27 3 2026")
    words = LongWords("Anything else we should know", hint=NO_HEALTH, longest=2000)


class LawfulReason(Question):
    """A ground that may lift the legal limit, and what shows it."""

    ground = Choice("What is the reason?", ask="Choose the reason")
    words = LongWords("What happened, and how do you know?", hint=NO_HEALTH, longest=2000, ask="Say what happened")
    since = Day("First day it covers", ask="Enter the first day it covers", hint="For example 27 3 2026")
    until = Day("Last day it covers", hint="Leave it empty while it goes on.")


class Remove(Question):
    """Which row or file to take out."""

    row = Carried()


class Files(Question):
    """Files to send with the advice."""

    files = Upload("Add files", most=5, ask="Choose a file to add")


class Send(Question):
    """What must be confirmed before advice is sent."""

    sure = Confirm("I have read it through and it is ready to send", ask="Tick the box when it is ready to send")
