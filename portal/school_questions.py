"""The question a consulted school or college answers."""

from casework.asking import Choice, LongWords, Question

ANSWERS = (
    ("yes", "Yes, we can meet these needs"),
    ("yes if", "Yes, if something is put in place first"),
    ("no", "No, for a reason the law allows"),
)
WHEN_NO = (
    "The law allows a “no” only when the school is unsuitable for their age, ability, aptitude or needs, or when it "
    "would stop others being educated well or public money being used well. Be exact."
)


class Reply(Question):
    """A school's reply to a consultation."""

    answer = Choice("Can you meet this child’s or young person’s needs?", ask="Choose your answer", choices=ANSWERS)
    words = LongWords("Your reasons, and what you would need", longest=10000, rows=8, hint=WHEN_NO)
