"""What the desk asks about something that was stopped for another child in it."""

from casework.asking import LongWords, Question


class SendAnyway(Question):
    """Why it may be sent."""

    reason = LongWords(
        "Why may it be sent with this child in it?",
        hint="For example: the child is a brother, and the family spoke of him themselves.",
        rows=3,
        longest=1_000,
        ask="Say why it may be sent with another child in it",
    )


class Withdraw(Question):
    """Why it is not sent, and what is done instead."""

    why_not = LongWords("Why is it not sent?", rows=3, longest=1_000, ask="Say why it is not sent")
    instead = LongWords(
        "What is sent or done instead?",
        hint="For example: the sentence was corrected, and the plan is served again today.",
        rows=3,
        longest=1_000,
        ask="Say what is sent or done instead",
    )
