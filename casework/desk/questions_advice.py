"""What the desk asks about a request for advice."""

from casework.asking import Carried, Choice, Confirm, Day, LongWords, Question
from casework.tables import rows

WORDS = 2000
REASONS = [(row["reason"], row["words"][:1].upper() + row["words"][1:]) for row in rows("return-reasons")]


def accept_question(formdata, confirmations) -> Question:
    """Accepting: for a reply that closes a request, everything that must be true first, each a box to tick."""
    boxes = {
        f"confirm_{number}": Confirm(words, ask="Tick the box when this is so")
        for number, words in enumerate(confirmations)
    }
    return type("Accept", (Question,), boxes)(formdata)


class Return(Question):
    """Sending advice back: why, what is missing, and by when."""

    reason = Choice("What is wrong?", choices=REASONS, ask="Choose what is wrong")
    words = LongWords("What do they need to put right?", longest=WORDS, ask="Say what is missing", rows=4)
    missing_by = Day("By when?", ask="Enter the day", hint="The first due date still shows.")


class WithdrawAdvice(Question):
    """No longer asking: the wrong team, or no longer needed."""

    words = LongWords("Why is it no longer asked for?", longest=WORDS, ask="Say why", rows=3)
    again = Choice(
        "Ask another service for the same advice?",
        choices=(("yes", "Yes: it went to the wrong team"), ("no", "No: it is not needed")),
        ask="Choose yes or no",
    )


class ChaseNow(Question):
    """One press; `back` says where it was made."""

    back = Carried()


class Settle(Question):
    """Settling a late request."""

    words = LongWords("How is it settled?", longest=WORDS, ask="Say how it was settled", rows=4)
