"""Each box takes what people really type, and refuses the rest in a sentence that says what to do."""

from datetime import date
from io import BytesIO

import pytest
from werkzeug.datastructures import FileStorage, MultiDict

from casework.asking import (
    Address,
    Choice,
    Choices,
    Code,
    Confirm,
    Day,
    LongWords,
    Pick,
    Question,
    Secret,
    SentFile,
    Upload,
    WholeNumber,
    Words,
    YesNo,
)
from casework.asking.uploads import file_name

NAMES = ["Zoë", "Siân Ŵyn", "Nguyễn Thị Hồng", "عمر الفاروق", "শ্রেয়া", "O’Neill-Šmit", "李明", "Ọlá 🎉", "X Æ"]


class Everything(Question):
    """One field of each kind."""

    name = Words("First name", ask="Enter your child’s first name", longest=40)
    love = LongWords("What do people love about your child?", longest=60)
    short = LongWords("In a few words", most_words=3)
    born = Day("Date of birth")
    home = Address("Where do they live?")
    who = Choice("Who are you?", choices=[("mother", "Mother"), ("other", "Other")])
    who_else = Words("Who?", ask="Say who you are", only_if=("who", "other"))
    formats = Choices("How?", choices=["Email", "Letter"], nothing=("no", "None of these"))
    school = Pick("Which school?", choices=[("1", "Elm Park")])
    works = YesNo("Do you work?")
    hours = WholeNumber("Hours", least=1, most=40)
    code = Code("Code")
    secret = Secret("Password")
    papers = Upload("Papers", most=2)
    sure = Confirm("I am sure")


def answering(**typed):
    """The question, answered: `born_day` answers the box born-day."""
    apart = {f"born_{part}": f"born-{part}" for part in ("day", "month", "year")}
    return Everything(MultiDict({"name": "Amira"} | {apart.get(name, name): words for name, words in typed.items()}))


def said(field, **typed):
    """The sentence beside a field, or None."""
    question = answering(**typed)
    return None if question.answered else getattr(question, field).error


@pytest.mark.parametrize("name", NAMES)
def test_a_name_in_any_alphabet_is_kept_as_it_is(name):
    assert answering(name=f"  {name}\u200b ").answers["name"] == name


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Ame\u0301lie", "Amélie"),
        ("Jo\r\nAnne", "Jo Anne"),
        ("\ufeffAmira", "Amira"),
        ("A\u202emira", "Amira"),
        ("\u200f\u0639\u0645\u0631", "\u200f\u0639\u0645\u0631"),
    ],
)
def test_a_line_is_trimmed_composed_and_cannot_dress_up_as_another(typed, kept):
    assert answering(name=typed).answers["name"] == kept


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\x9f", "\ufffe", "\ud800"])
def test_what_cannot_be_printed_is_refused_and_the_rest_is_still_there(character):
    question = answering(name=f"Ami{character}ra")
    assert not question.answered
    [sentence] = question.name.errors
    assert "cannot be printed" in sentence
    assert question.name.typed == "Amira"


def test_a_line_is_as_long_as_it_may_be_and_no_longer():
    assert said("name", name="é" * 40) is None
    assert said("name", name="é" * 41) == "First name must be 40 characters or fewer. It has 41."
    assert answering(name="x" * 100_000).name.typed == "x" * 100_000


@pytest.mark.parametrize("typed", ["", "   ", "\u200b\u00a0", "\n"])
def test_an_empty_box_that_is_needed_says_what_to_enter(typed):
    assert said("name", name=typed) == "Enter your child’s first name"


def test_a_text_keeps_its_lines_and_counts_each_new_line_once():
    assert answering(love="One\r\nTwo\r\rThree\n\n").answers["love"] == "One\nTwo\n\nThree"
    assert said("love", love="\r\n".join(["1234"] * 12)) is None
    assert said("love", love="🎉" * 61) == "Your answer must be 60 characters or fewer. It has 61."


def test_words_are_counted_as_words():
    assert said("short", short="one  two\nthree") is None
    assert said("short", short="one two three four") == "In a few words must be 3 words or fewer. It has 4."


@pytest.mark.parametrize(
    "typed",
    [("31", "3", "2016"), ("31", "March", "2016"), (" 31 ", "mar.", "2O16"), ("٣١", "٣", "٢٠١٦"), ("3l", "03", "2016")],
)
def test_a_day_is_understood_however_it_is_typed(typed):
    question = answering(born_day=typed[0], born_month=typed[1], born_year=typed[2])
    assert question.answers["born"] == date(2016, 3, 31)


@pytest.mark.parametrize(
    ("typed", "sentence", "box"),
    [
        (("31", "2", "2026"), "The day must be between 1 and 28, because February 2026 has 28 days", "day"),
        (("30", "2", "2024"), "The day must be between 1 and 29, because February 2024 has 29 days", "day"),
        (("0", "4", "2026"), "The day must be between 1 and 30, because April 2026 has 30 days", "day"),
        (("1", "13", "2026"), "The month must be between 1 and 12", "month"),
        (("1", "1", "26"), "The year must have 4 numbers, like 2016", "year"),
        (("1", "1", "9" * 5000), "The year must have 4 numbers, like 2016", "year"),
        (("", "1", "2026"), "Date of birth must have a day", "day"),
        (("1", "", ""), "Date of birth must have a month and a year", "month"),
        (("x", "1", "2026"), "The day must be between 1 and 31, because January 2026 has 31 days", "day"),
        (("1", "1", "-2026"), None, ""),
        (("1\x00", "1", "2026"), "The day must be between 1 and 31, because January 2026 has 31 days", "day"),
    ],
)
def test_a_day_that_does_not_exist_says_which_box_and_why(typed, sentence, box):
    question = answering(born_day=typed[0], born_month=typed[1], born_year=typed[2])
    assert question.answered == (sentence is None)
    assert question.born.error == (sentence or "")
    if sentence:
        assert question.troubles == [(f"#born-{box}", sentence)]


@pytest.mark.parametrize("sent", [{}, {"born": "1"}, {"born-day": ["1", "2", "3", "4"]}, {"born-month": "1"}])
def test_a_malformed_day_is_never_a_crash(sent):
    question = Everything(MultiDict({"name": "Amira"} | sent))
    assert question.answered in (True, False)


def test_a_day_shows_what_was_typed_again():
    question = answering(born_day="31", born_month="feb", born_year="2026")
    assert [question.born.box_text(part) for part in ("day", "month", "year")] == ["31", "feb", "2026"]


def test_an_address_is_lines_with_the_postcode_last():
    sent = {"home-line-1": " Harbour House", "home-town": "Saltmarsh", "home-postcode": "zz91aa"}
    question = Everything(MultiDict({"name": "A"} | sent))
    assert question.answered
    assert question.answers["home"] == "Harbour House\nSaltmarsh\nZZ9 1AA"


@pytest.mark.parametrize(
    ("boxes", "sentence", "anchor"),
    [
        ({"town": "Saltmarsh"}, "Enter the first line of the address, usually the building and street", "line-1"),
        ({"line-1": "1 Quay"}, "Enter the postcode", "postcode"),
        ({"line-1": "1 Quay", "postcode": "nowhere"}, "Enter a full UK postcode, like ZZ9 1AA", "postcode"),
    ],
)
def test_an_address_says_which_box_is_wrong(boxes, sentence, anchor):
    question = Everything(MultiDict({"name": "A"} | {f"home-{part}": typed for part, typed in boxes.items()}))
    assert not question.answered
    assert question.troubles == [(f"#home-{anchor}", sentence)]


@pytest.mark.parametrize("text", ["1 Quay\nZZ9 1AA", "1 Quay\nTown\nZZ9 1AA", "1 Quay\nFlat 2\nTown\nZZ9 1AA", ""])
def test_an_address_goes_back_into_its_boxes_and_comes_out_the_same(text):
    field = Everything(None, home=text).home
    sent = {f"home-{part}": field.box_text(part) for part in field.parts}
    assert Everything(MultiDict({"name": "A"} | sent)).home.data == text


def test_only_what_was_offered_can_be_chosen():
    assert answering(who="mother").answers["who"] == "mother"
    assert said("who", who="king") == "Choose from the answers on this page"
    assert said("school", school="2") == "Choose from the answers on this page"
    assert said("formats", formats="Fax") == "Choose from the answers on this page"


def test_choices_set_after_the_form_was_read_count():
    question = answering(school="77")
    question.school.choices = [("77", "Northgate")]
    assert question.answered
    assert question.school.said() == "Northgate"


def test_none_of_these_stands_alone():
    question = Everything(MultiDict([("name", "A"), ("formats", "Email"), ("formats", "no")]))
    assert not question.answered
    assert question.formats.error == "Choose “None of these”, or the others, but not both"


def test_a_box_under_another_choice_is_not_asked():
    assert answering(who="mother").answered
    assert said("who_else", who="other") == "Say who you are"
    for typed in ("Her aunt", "x" * 300):
        hidden = Everything(MultiDict({"name": "A", "who": "mother", "who_else": typed}))
        assert hidden.answered
        assert hidden.answers["who_else"] is None


@pytest.mark.parametrize(("typed", "answer"), [("yes", True), ("no", False), ("", None), ("maybe", None)])
def test_yes_and_no(typed, answer):
    assert answering(works=typed).answers["works"] is answer


@pytest.mark.parametrize(("typed", "answer"), [("4", 4), (" ٤ ", 4), ("1O", 10), ("", None)])
def test_a_whole_number(typed, answer):
    assert answering(hours=typed).answers["hours"] == answer


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("two", "Hours must be a whole number, like 2"),
        ("1½", "Hours must be a whole number, like 2"),
        ("0", "Hours must be between 1 and 40"),
        ("41", "Hours must be between 1 and 40"),
        ("9" * 5000, "Hours must be between 1 and 40"),
    ],
)
def test_a_number_that_is_not_one_or_out_of_bounds(typed, sentence):
    assert said("hours", hours=typed) == sentence


def test_a_code_loses_its_spaces_and_a_recovery_code_keeps_its_letters():
    assert answering(code="123 456").answers["code"] == "123456"
    assert answering(code="abcd-1234-oOlI").answers["code"] == "abcd-1234-oOlI"


def test_a_password_is_taken_exactly_and_is_in_no_draft():
    question = answering(secret="  sp ace \u00e9 ")
    assert question.answers["secret"] == "  sp ace \u00e9 "
    assert question.so_far["secret"] == ""


def test_an_unticked_box_is_no_and_a_ticked_one_is_yes():
    assert answering().answers["sure"] is False
    assert answering(sure="yes").answers["sure"] is True


def files(*sent):
    """The question, with these files: (name, bytes)."""
    stored = [("papers", FileStorage(BytesIO(content), filename=name)) for name, content in sent]
    return Everything(MultiDict([("name", "A"), *stored]))


def test_files_come_with_their_names_and_bytes():
    question = files(("letter.PDF", b"%PDF"), ("C:\\photos\\Amira.jpg", b"\xff\xd8"))
    assert question.answered
    assert question.answers["papers"] == [SentFile("letter.PDF", b"%PDF"), SentFile("Amira.jpg", b"\xff\xd8")]


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ([("a.pdf", b"")], "“a.pdf” is empty"),
        ([("a.exe", b"MZ")], "“a.exe” is a kind of file we cannot open"),
        ([("pdf", b"%PDF")], "“pdf” is a kind of file we cannot open"),
        ([("a.svg", b"<svg>")], "we cannot open"),
        ([("a.pdf", bytes(26 * 1024 * 1024))], "“a.pdf” is too large. Each file must be 25 MB or smaller."),
        ([("a.pdf", b"1"), ("b.pdf", b"2"), ("c.pdf", b"3")], "Send 2 files at a time. You chose 3."),
    ],
)
def test_a_file_of_the_wrong_shape_is_named(sent, sentence):
    question = files(*sent)
    assert not question.answered
    assert sentence in question.papers.error


def test_a_box_without_a_file_is_no_file():
    assert files(("", b"")).answers["papers"] == []


@pytest.mark.parametrize(
    ("sent", "shown"),
    [("../../a/b.pdf", "b.pdf"), ("a\x00b.pdf", "ab.pdf"), ("", "file"), ("x" * 300 + ".pdf", "x" * 116 + ".pdf")],
)
def test_a_file_name_has_no_folders_and_fits(sent, shown):
    assert file_name(sent) == shown
