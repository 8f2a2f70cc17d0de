"""What the desk asks about what it promised a family: messages, updates, the lead professional, a new caseworker."""

from casework.asking import Choice, Choices, Day, LongWords, Question, Words
from casework.desk.questions import WORDS

HOW_IT_CAME = (
    ("telephone call", "A telephone call"),
    ("letter", "A letter"),
    ("email", "An email"),
    ("in person", "Face to face"),
)
HOW_ANSWERED = (
    ("message", "In writing", "they read it in their pages, and get an email or a letter that it is there"),
    ("telephone call", "On the telephone", "write what you said"),
    ("in person", "Face to face", "write what you said"),
)
HOW_TOLD = (("telephone call", "On the telephone"), ("in person", "Face to face"))
A_DAY = "For example 27 3 2026. Leave it empty for today."


class Answer(Question):
    """A reply, and which messages it answers."""

    words = LongWords("Your reply", longest=WORDS, ask="Write your reply, or what you said")
    way = Choice("How do you answer?", choices=HOW_ANSWERED, ask="Choose how you answer")
    answered_on = Day("When was the call or the meeting?", hint=A_DAY)
    also = Choices("Does your reply answer these as well?")


class NoReply(Question):
    """Why a message needs no reply."""

    reason = LongWords(
        "Why is no reply needed?",
        longest=1000,
        ask="Say why no reply is needed",
        hint="The family can read this, and can write again.",
        rows=3,
    )


class TakeDown(Question):
    """What one of the family said or sent, in whatever way."""

    sender = Choice("Who is it from?", ask="Choose who it is from")
    way = Choice("How did it come?", choices=HOW_IT_CAME, ask="Choose how it came")
    received_on = Day("When did it come?", hint=f"{A_DAY} Our three working days count from that day.")
    words = LongWords("What did they ask or say?", longest=WORDS, ask="Write down what they said")
    answer = LongWords(
        "If you answered it there and then, what did you say?",
        longest=WORDS,
        hint="Leave it empty, and the answer is owed.",
        rows=3,
    )


class Update(Question):
    """How everything that is late is going."""

    words = LongWords(
        "What the family reads",
        longest=WORDS,
        ask="Write how it is going",
        hint="Written from what the record knows. Change what you like, and say when you expect it.",
        rows=10,
    )


class LeadLeft(Question):
    """The lead professional has gone."""

    why = Words("Why are they no longer the lead professional?", ask="Say why", hint="For example: they moved away")
    left_on = Day("When did they leave?", hint=A_DAY)


class WasTold(Question):
    """One of the family was told who their caseworker is."""

    person = Choice("Who did you tell?", ask="Choose who you told")
    how = Choice("How?", choices=HOW_TOLD, side_by_side=True, ask="Choose how you told them")
    told_on = Day("When?", hint=A_DAY)
