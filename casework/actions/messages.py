"""What families write to us or say on the telephone, and our answers: each message is its own promise."""

from casework.errors import Refusal
from casework.record import entries as kinds
from casework.record.papers import Paper

WAYS = ("message", "telephone call", "letter", "email", "in person")


def write_to_the_council(case, today, *, sender, words):
    """One of the family writes to us from their own pages. We promise to answer within three working days."""
    return _came(case, sender, words, on=today)


def take_down_a_message(case, today, *, sender, words, way, **also):
    """An officer writes down what one of the family said or sent. It counts from the day it reached us.

    `also` may hold received_on, and by (the officer) with answer: what they were told there and then.
    """
    received_on, answer = also.get("received_on") or today, also.get("answer") or ""
    if way not in WAYS:
        raise Refusal("Choose how it came.", "way")
    if sender not in {party.person for party in case.family}:
        raise Refusal("Choose who it is from.", "sender")
    if received_on > today or received_on < case.requested_on:
        raise Refusal("The day it came must be between the day of the request and today.", "received_on")
    paper, came = _came(case, sender, words, on=received_on, way=way)
    if not answer.strip():
        return [paper, came]
    said = Paper("message", {"words": answer})
    told = {"sender": also.get("by", ""), "paper": said.digest, "answers": (came.about,), "way": way}
    return [paper, came, said, kinds.FamilyMessageAnswered(on=received_on, about=sender, **told)]


def _came(case, sender, words, *, on, way="message"):
    """The message as a paper and a fact. It is named by its place in the diary, which no other entry can have."""
    if not words.strip():
        raise Refusal("Write your message." if way == "message" else "Write down what they said.", "words")
    paper = Paper("message", {"words": words})
    said = {"sender": sender, "paper": paper.digest, "way": way}
    return [paper, kinds.FamilyMessageReceived(on=on, about=f"message-{case.n + 1}", **said)]


def answer_a_message(case, today, *, sender, answers, words, **also):
    """An officer (`sender`) answers one of the family; `answers` are the messages of theirs that this reply answers.

    `also` may hold way ("message" unless told) and answered_on, for a telephone call noted later.
    """
    way, on = also.get("way") or "message", also.get("answered_on") or today
    asked = [_message(case, about) for about in answers]
    if not asked:
        raise Refusal("Choose at least one message that this answers.", "answers")
    if any(each.answered_on for each in asked):
        raise Refusal("One of these messages has been answered already. Read the page again.", "answers")
    if len({each.sender for each in asked}) > 1:
        raise Refusal("These messages are from two people. Answer each of them.", "answers")
    if not words.strip():
        raise Refusal("Write your reply, or what you said.", "words")
    if on > today or on < max(each.on for each in asked):
        raise Refusal("The day you answered must be between the day of the message and today.", "answered_on")
    paper = Paper("message", {"words": words})
    reply = {"sender": sender, "paper": paper.digest, "answers": tuple(answers), "way": way}
    return [paper, kinds.FamilyMessageAnswered(on=on if way != "message" else today, about=asked[0].sender, **reply)]


def record_that_no_reply_is_needed(case, today, *, about, reason):
    """An officer says why a message needs no reply. The family can read the reason, and write again."""
    message = _message(case, about)
    if not message.waits:
        raise Refusal("This message has been dealt with already.")
    if not reason.strip():
        raise Refusal("Say why no reply is needed. The family can read it.", "reason")
    paper = Paper("no reply", {"reason": reason})
    return [paper, kinds.ReplyNotNeeded(on=today, about=about, sender=message.sender, paper=paper.digest)]


def _message(case, about):
    """One message of the family's. Raises Refusal when this case has none of that name."""
    if about not in case.family_messages:
        raise Refusal("There is no such message on this case.")
    return case.family_messages[about]
