"""Answering the family at the desk: what waits, the reply, why none is needed, and a call written down."""

from casework.actions import carry_out
from casework.actions.joining import join_the_case
from casework.law.clocks import deadlines
from tests.casework.desk.desk_makers import JO, LEILA, ROBIN, SERVED, asked, page, refused, send
from tests.makers import day

LATER = day("2026-05-15")  # the fourth working day after Monday 11 May


def wrote(desk, ref, words, who=LEILA) -> str:
    """One of the family writes from their own page; answers with the message's name."""
    assert send(desk.client(who), f"/my-cases/{ref}/message", words=words).status_code == 303
    return list(desk.case(ref).family_messages)[-1]


def at(ref, rest=""):
    """The page of messages, or one below it."""
    return f"/desk/case/{ref}/messages{rest}"


def replies(desk, ref, on=SERVED) -> list[str]:
    """How each promise of a reply stands."""
    case = desk.case(ref)
    found = deadlines(case.facts, case.excuses)
    return [each.standing(on) for each in found if each.duty.id == "LOCAL_REPLY_3WD"]


def test_what_waits_is_shown_with_its_day_and_is_late_once_it_has_passed(desk):
    ref = asked(desk)
    wrote(desk, ref, "When will somebody visit?")
    shown = page(desk.client(JO), at(ref)).text
    assert "When will somebody visit?" in shown and "We promised to answer by Thu 14 May 2026." in shown
    assert "Answer the family’s message" in page(desk.client(JO), f"/desk/case/{ref}").text
    desk.turn_to(LATER)
    assert "1 day late" in page(desk.client(JO), at(ref)).text
    assert "Answer the family’s message, 1 day late" in page(desk.client(JO), f"/desk/case/{ref}").text


def test_one_reply_answers_the_messages_that_are_ticked_and_no_other(desk):
    ref = asked(desk)
    first, second, third = (wrote(desk, ref, words) for words in ("One?", "Two?", "Three?"))
    shown = page(desk.client(JO), at(ref, f"/{first}"))
    assert "Still unanswered" in shown.text and "Does your reply answer these as well?" in shown.text
    answer = send(desk.client(JO), at(ref, f"/{first}"), words="On Monday.", also=[second])
    assert answer.location.endswith(at(ref)) and replies(desk, ref) == ["met", "met", "not yet due"]
    assert send(desk.client(JO), at(ref, f"/{third}"), words="And that too.").location.endswith(f"/desk/case/{ref}")
    letters = [row for row in desk.office.post.of_case(ref) if row.letter == "message" and row.person == LEILA.id]
    assert len(letters) == 2


def test_an_answer_on_the_telephone_is_written_down_and_sends_no_letter(desk):
    ref = asked(desk)
    about = wrote(desk, ref, "Please ring me.")
    said = {"words": "I rang: it is on Monday.", "way": "telephone call"}
    assert send(desk.client(JO), at(ref, f"/{about}"), **said).status_code == 303
    assert replies(desk, ref) == ["met"]
    assert not [row for row in desk.office.post.of_case(ref) if row.letter == "message" and row.person == LEILA.id]
    assert "Jo Marsh answered Leila Amin, telephone call" in page(desk.client(JO), f"/desk/case/{ref}").text


def test_a_reply_without_words_keeps_what_was_chosen(desk):
    ref = asked(desk)
    about = wrote(desk, ref, "When?")
    answer = send(desk.client(JO), at(ref, f"/{about}"), words=" ", way="in person")
    assert "Write your reply, or what you said" in refused(answer)
    assert replies(desk, ref) == ["not yet due"]


def test_no_reply_is_needed_for_a_reason_that_the_family_can_read(desk):
    ref = asked(desk)
    about = wrote(desk, ref, "Thank you!")
    assert "Say why no reply is needed" in refused(send(desk.client(JO), at(ref, f"/{about}/no-reply")))
    assert send(desk.client(JO), at(ref, f"/{about}/no-reply"), reason="They said thank you.").status_code == 303
    assert replies(desk, ref) == ["no longer owed"]
    shown = page(desk.client(LEILA), f"/my-cases/{ref}/message").text
    assert "We noted that this needs no reply." in shown and "They said thank you." in shown


def test_a_letter_is_written_down_with_the_day_it_came(desk):
    ref = asked(desk)
    came = {"received_on_day": "7", "received_on_month": "5", "received_on_year": "2026"}
    said = {"sender": LEILA.id, "way": "letter", "words": "Please write to my new address."}
    assert send(desk.client(JO), at(ref, "/write-down"), **said, **came).status_code == 303
    assert "We promised to answer by Tue 12 May 2026." in page(desk.client(JO), at(ref)).text
    assert "Choose who it is from" in refused(send(desk.client(JO), at(ref, "/write-down"), words="Hello"))


def test_a_message_that_is_not_there_is_not_found_and_one_that_was_answered_leads_to_all(desk):
    ref = asked(desk)
    assert desk.client(JO).get(at(ref, "/message-999")).status_code == 404
    about = wrote(desk, ref, "When?")
    send(desk.client(JO), at(ref, f"/{about}"), words="On Monday.")
    assert desk.client(JO).get(at(ref, f"/{about}")).location.endswith(at(ref))


def test_one_parent_does_not_read_what_the_other_wrote(desk):
    ref = asked(desk)
    carry_out(desk.office, JO, join_the_case, ref, person=ROBIN.id, capacity="parent", purpose="is the other parent")
    about = wrote(desk, ref, "Please do not tell Robin where we live.")
    send(desk.client(JO), at(ref, f"/{about}"), words="We will not.")
    for path in ("/message", "/history", ""):
        shown = page(desk.client(ROBIN), f"/my-cases/{ref}{path}").text
        assert "where we live" not in shown and "We will not." not in shown
    assert "We will not." in page(desk.client(LEILA), f"/my-cases/{ref}/message").text
