"""Keeping the file: partners told, notes, messages, documents, details put right, choices, more of the story."""

from io import BytesIO

import pikepdf
import pytest

from tests.casework.desk.desk_makers import JO, LEILA, SAM, asked, page, refused, send, served


def a_pdf() -> bytes:
    """A PDF of one empty page."""
    made, kept = pikepdf.new(), BytesIO()
    made.add_blank_page()
    made.save(kept)
    return kept.getvalue()


PDF = a_pdf()


def at(ref, rest):
    """A page of a case."""
    return f"/desk/case/{ref}/{rest}"


def paper(desk, ref, digest):
    """The content of a paper."""
    return desk.office.papers.read(ref, digest).content


def test_partners_are_told_once(desk):
    ref = asked(desk)
    assert send(desk.client(JO), at(ref, "tell-partners")).status_code == 303
    assert desk.case(ref).partners_told_on
    assert "already been told" in refused(send(desk.client(JO), at(ref, "tell-partners")))


def test_a_call_is_noted_with_whom_it_was(desk):
    ref = asked(desk)
    assert send(desk.client(JO), at(ref, "note"), who="Leila Amin", words="She is away next week.").status_code == 303
    [(digest, _)] = desk.case(ref).notes
    assert paper(desk, ref, digest) == {
        "kind": "telephone call",
        "with": "Leila Amin",
        "words": "She is away next week.",
    }
    assert "Write the note" in refused(send(desk.client(JO), at(ref, "note"), words="  "))


def test_a_message_goes_to_one_of_the_family_and_the_thread_is_there(desk):
    ref = asked(desk)
    assert send(desk.client(JO), at(ref, "message"), to=LEILA.id, words="Can we meet on Thursday?").status_code == 303
    assert "Can we meet on Thursday?" in page(desk.client(JO), at(ref, "message")).text
    assert "Choose who to write to" in refused(send(desk.client(JO), at(ref, "message"), words="Hello"))
    assert "Choose from the answers" in refused(send(desk.client(JO), at(ref, "message"), to=SAM.id, words="Hello"))


def upload(desk, ref, content=PDF, name="letter.pdf", **said):
    """Send a file as a browser does."""
    client = desk.client(JO)
    form = page(client, at(ref, "document")).form
    typed = form.filled(**{"what": "A letter", **said}) | {"file": (BytesIO(content), name)}
    return client.post(form.action, data=typed, content_type="multipart/form-data")


def test_a_document_is_added_and_kept_from_somebody_for_a_reason(desk):
    ref = asked(desk)
    assert "Say why it is kept" in refused(upload(desk, ref, kept_from=["parent"]))
    answer = upload(desk, ref, kept_from=["parent"], kept_why="It names somebody else’s child.")
    assert answer.status_code == 303
    kept = desk.office.papers.read(ref, desk.case(ref).documents[-1])
    assert kept.kept_from == ("parent",) and kept.content["why_kept"] == "It names somebody else’s child."


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        (b"", "letter.pdf", "is empty"),
        (b"MZ\x90\x00 not a pdf", "letter.pdf", "kind of file"),
        (PDF, "letter.exe", "cannot open"),
    ],
)
def test_a_file_that_will_not_do_is_refused_beside_its_box(desk, content, name, says):
    ref = asked(desk)
    assert says in refused(upload(desk, ref, content, name)) and not desk.case(ref).documents


def test_details_are_put_right_and_the_earlier_ones_stay(desk):
    ref = asked(desk)
    before = desk.case(ref).child
    said = {"last_name": "Amin-Vale", "nhs_number": "999 000 0018", "born_year": "2017"}
    assert send(desk.client(JO), at(ref, "child"), **said).status_code == 303
    after = paper(desk, ref, desk.case(ref).child)
    assert (after["last_name"], after["nhs_number"], after["born"]) == ("Amin-Vale", "9990000018", "2017-05-04")
    assert paper(desk, ref, before)["last_name"] == "Amin"


@pytest.mark.parametrize(
    ("box", "typed", "says"),
    [
        ("first_name", "", "Enter the first name"),
        ("born_day", "31", "The day must be between"),
        ("born_year", "2030", "must be in the past"),
        ("born_year", "1990", "up to the age of 25"),
        ("nhs_number", "9990000011", "not a real NHS number"),
        ("upn", "A801200001001", "not a real UPN"),
        ("last_name", "\u0000", "cannot be printed"),
    ],
)
def test_wrong_details_are_refused_in_a_sentence(desk, box, typed, says):
    ref = asked(desk)
    month = {"born_month": "4"} if box == "born_day" else {}
    answer = send(desk.client(JO), at(ref, "child"), **month, **{box: typed})
    assert says in refused(answer)


def test_a_choice_about_sharing_is_kept_as_data(desk):
    ref = asked(desk)
    said = {"consent": "photo", "choice": "no", "told_how": "by telephone"}
    assert send(desk.client(JO), at(ref, "consent"), **said).status_code == 303
    kept = paper(desk, ref, desk.case(ref).consents[-1])
    assert (kept["choice"], kept["until"], kept["told_how"]) == ("no", "2027-05-11", "by telephone")


def test_more_of_the_story_is_added_to_what_was_told(desk):
    ref = asked(desk)
    assert send(desk.client(JO), at(ref, "add-to-the-story"), story="She can swim now.").status_code == 303
    shown = page(desk.client(JO), at(ref, "story")).text
    assert "Amira loves boats." in shown and "She can swim now." in shown


def test_a_request_is_taken_back_only_when_the_family_knows_it_can_ask_again(desk):
    ref = asked(desk)
    assert "Tell them" in refused(send(desk.client(JO), at(ref, "withdraw"), words="We are moving."))
    assert send(desk.client(JO), at(ref, "withdraw"), words="We are moving.", sure="yes").status_code == 303
    assert desk.case(ref).stage == "request withdrawn"
    again = desk.client(JO).get(at(ref, "withdraw"))
    assert again.status_code == 409 and "already ended" in again.text


def test_a_deed_that_cannot_follow_now_says_why_before_anything_is_typed(desk):
    ref = served(desk)
    answer = desk.client(JO).get(at(ref, "assess"))
    assert answer.status_code == 409 and "already told the family whether we will assess" in answer.text
