"""How paper leaves: a letter and what goes with it together, the letter itself last, the same set when left twice."""

from datetime import date

import pytest

from casework.outside.carriers import PrintRoom, plain_name

DAY = date(2026, 5, 11)


def test_a_letter_and_what_goes_with_it_lie_together_in_the_folder_of_its_day(tmp_path):
    PrintRoom(tmp_path).put(123, DAY, b"letter", [("plan", b"plan"), ("speech_language-1", b"advice")])
    left = {path.name: path.read_bytes() for path in (tmp_path / "2026-05-11").iterdir()}
    assert left == {
        "000123.pdf": b"letter",
        "000123-1-plan.pdf": b"plan",
        "000123-2-speech-language-1.pdf": b"advice",
    }


def test_the_same_letter_left_twice_is_one_set_of_files(tmp_path):
    for _ in range(2):
        PrintRoom(tmp_path).put(7, DAY, b"letter", [("plan", b"plan")])
    assert len(list((tmp_path / "2026-05-11").iterdir())) == 2


def test_a_letter_is_not_there_before_all_that_goes_with_it(tmp_path):
    def enclosed():
        yield "plan", b"plan"
        raise OSError("The disk is full.")

    with pytest.raises(OSError, match="full"):
        PrintRoom(tmp_path).put(7, DAY, b"letter", enclosed())
    assert [path.name for path in (tmp_path / "2026-05-11").iterdir()] == ["000007-1-plan.pdf"]


def test_a_name_in_a_folder_is_letters_digits_and_hyphens():
    assert plain_name("../Speech & language/1") == "speech-language-1"
