"""A family's message is answered in three working days: each its own promise, met only by a reply to that message."""

import pytest

from casework.actions.messages import (
    answer_a_message,
    record_that_no_reply_is_needed,
    take_down_a_message,
    write_to_the_council,
)
from casework.errors import Refusal
from casework.law.clocks import deadlines
from casework.record import entries as kinds
from casework.record.case import Case, fold
from casework.record.papers import Paper
from casework.record.written import Written
from tests.makers import OFFICER, PARENT, assessing, day, joined, requested, written

BEFORE_EASTER = "2026-04-02"  # a Thursday; Good Friday and Easter Monday are the 3rd and the 6th


class Desk:
    """A diary that deeds are carried out on, each on its own day."""

    def __init__(self, *more):
        self.diary = written(requested(), joined(), *more)

    @property
    def case(self):
        """The case as the diary tells it."""
        return fold(self.diary, Case("EHC-2026-0001"))

    def do(self, on, deed, **details):
        """Carry one deed out; answers with the entries it wrote."""
        new = [each for each in deed(self.case, day(on), **details) if not isinstance(each, Paper)]
        self.diary += [Written(self.case.n + place, entry) for place, entry in enumerate(new, start=1)]
        return new

    def strike(self, number, on="2026-05-01"):
        """Strike an entry out."""
        entry = kinds.EntryStruckOut(on=day(on), about=str(number), paper="s" * 64)
        self.diary.append(Written(self.case.n + 1, entry))

    def replies(self, on):
        """Each reply owed: the message, its last day, and where it stands."""
        found = [each for each in deadlines(self.case.facts) if each.duty.id == "LOCAL_REPLY_3WD"]
        return [(each.about, each.due, each.standing(day(on))) for each in found]


def wrote(desk, on=BEFORE_EASTER, sender=PARENT.id, words="When is the meeting?"):
    """One of the family wrote; answers with the message's name."""
    return desk.do(on, write_to_the_council, sender=sender, words=words)[0].about


def answered(desk, *answers, on="2026-04-08", **more):
    """An officer replied."""
    return desk.do(on, answer_a_message, sender=OFFICER.id, answers=answers, words="On Monday at ten.", **more)


def test_a_message_on_the_thursday_before_easter_has_until_the_thursday_after():
    desk = Desk()
    asked = wrote(desk)
    assert desk.replies("2026-04-09") == [(asked, day("2026-04-09"), "due today")]
    assert desk.replies("2026-04-10") == [(asked, day("2026-04-09"), "late")]


def test_a_message_on_the_friday_before_a_bank_holiday_steps_over_it():
    desk = Desk()
    asked = wrote(desk, on="2026-05-01")  # Monday 4 May is the early May bank holiday
    assert desk.replies("2026-05-05") == [(asked, day("2026-05-07"), "not yet due")]


def test_each_message_is_its_own_promise_and_one_reply_may_keep_several():
    desk = Desk()
    first, second = wrote(desk), wrote(desk, on="2026-04-07", words="And where is it?")
    assert [about for about, _, _ in desk.replies("2026-04-07")] == [first, second]
    answered(desk, first)
    assert [standing for _, _, standing in desk.replies("2026-04-08")] == ["met", "not yet due"]
    answered(desk, second, on="2026-04-20")
    assert [standing for _, _, standing in desk.replies("2026-04-20")] == ["met", "met late"]
    both = Desk()
    answered(both, wrote(both), wrote(both, on="2026-04-07"))
    assert [standing for _, _, standing in both.replies("2026-04-30")] == ["met", "met"]


def test_a_message_of_ours_that_answers_nothing_keeps_no_promise():
    desk = Desk(kinds.MessageSent(on=day("2026-04-03"), about=PARENT.id, sender=OFFICER.id, paper="m" * 64))
    wrote(desk)
    desk.diary.append(
        Written(desk.case.n + 1, kinds.MessageSent(on=day("2026-04-08"), about=PARENT.id, sender="jo", paper="m"))
    )
    assert [standing for _, _, standing in desk.replies("2026-04-30")] == ["late"]


def test_a_reply_that_is_struck_out_leaves_the_answer_owed_again():
    desk = Desk()
    asked = wrote(desk)
    answered(desk, asked)
    desk.strike(desk.case.n)
    assert desk.replies("2026-05-01") == [(asked, day("2026-04-09"), "late")]
    assert desk.case.family_messages[asked].waits


def test_a_message_that_was_answered_cannot_be_struck_out_before_its_answer():
    desk = Desk()
    answered(desk, wrote(desk))
    desk.strike(desk.case.n - 1)
    with pytest.raises(KeyError):
        desk.case.stage  # noqa: B018 - reading the diary is what cannot be done


def test_a_message_after_one_that_was_struck_out_has_a_name_of_its_own():
    desk = Desk()
    first, _ = wrote(desk), wrote(desk)
    desk.strike(desk.case.n - 1)
    assert len({first, *(about for about, _, _ in desk.replies("2026-04-07")), wrote(desk)}) == 3


def test_that_no_reply_is_needed_is_a_fact_with_a_reason():
    desk = Desk()
    asked = wrote(desk, words="Thank you!")
    with pytest.raises(Refusal, match="Say why no reply is needed"):
        desk.do("2026-04-07", record_that_no_reply_is_needed, about=asked, reason=" ")
    desk.do("2026-04-07", record_that_no_reply_is_needed, about=asked, reason="They said thank you.")
    assert [standing for _, _, standing in desk.replies("2026-04-30")] == ["no longer owed"]
    with pytest.raises(Refusal, match="dealt with already"):
        desk.do("2026-04-07", record_that_no_reply_is_needed, about=asked, reason="Again.")


def test_a_letter_written_down_late_counts_from_the_day_it_came():
    desk = Desk()
    said = {"sender": PARENT.id, "way": "letter", "words": "Please ring me."}
    desk.do("2026-04-20", take_down_a_message, received_on=day(BEFORE_EASTER), **said)
    assert [due for _, due, _ in desk.replies("2026-04-20")] == [day("2026-04-09")]
    for when in ("2026-04-21", "2026-02-01"):
        with pytest.raises(Refusal, match="The day it came"):
            desk.do("2026-04-20", take_down_a_message, received_on=day(when), **said)


def test_a_call_that_was_answered_in_the_call_is_both():
    desk = Desk()
    said = {"sender": PARENT.id, "way": "telephone call", "words": "When is it?", "answer": "Monday.", "by": OFFICER.id}
    desk.do("2026-04-07", take_down_a_message, **said)
    assert [standing for _, _, standing in desk.replies("2026-04-30")] == ["met"]
    [message] = desk.case.family_messages.values()
    assert (message.answered_by, message.answered_way) == (OFFICER.id, "telephone call")


@pytest.mark.parametrize(
    ("details", "says"),
    [
        ({"answers": ()}, "at least one message"),
        ({"answers": ("message-9",)}, "no such message"),
        ({"words": " "}, "Write your reply"),
        ({"way": "telephone call", "answered_on": day("2026-04-01")}, "between the day of the message and today"),
    ],
)
def test_a_reply_that_cannot_be_is_refused_in_a_sentence(details, says):
    desk = Desk()
    reply = {"sender": OFFICER.id, "answers": (wrote(desk),), "words": "Yes."} | details
    with pytest.raises(Refusal, match=says):
        desk.do("2026-04-08", answer_a_message, **reply)


def test_two_officers_cannot_both_answer_and_one_reply_goes_to_one_person():
    desk = Desk(joined("parent-2"))
    mine, theirs = wrote(desk), wrote(desk, sender="parent-2")
    with pytest.raises(Refusal, match="from two people"):
        answered(desk, mine, theirs)
    answered(desk, mine)
    with pytest.raises(Refusal, match="answered already"):
        answered(desk, mine)


def test_nobody_but_the_family_is_written_down():
    with pytest.raises(Refusal, match="Choose who it is from"):
        Desk().do("2026-04-07", take_down_a_message, sender="somebody", way="letter", words="Hello")


def test_old_messages_still_read_and_promise_nothing():
    old = kinds.MessageSent(on=day("2026-03-03"), about=OFFICER.id, sender=PARENT.id, paper="m" * 64)
    case = assessing(old)
    assert case.messages == ((PARENT.id, OFFICER.id, "m" * 64, day("2026-03-03")),)
    assert not [each for each in deadlines(case.facts) if each.duty.id == "LOCAL_REPLY_3WD"]
