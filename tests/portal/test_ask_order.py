"""The order of the questions: those we must have first, and none whose address is another page's."""

import pytest

from casework.story import doors, questions
from portal.ask_order import RESERVED, beside, order


@pytest.mark.parametrize("door", doors())
def test_what_we_must_have_comes_first_and_nothing_is_left_out(door):
    required = [asked.required for asked in order(door)]
    assert required == sorted(required, reverse=True)
    assert {asked.field for asked in order(door)} == {asked.field for asked in questions(door)} - {"check_send"}


def test_a_parent_must_answer_nine_things_and_the_last_is_the_button():
    assert sum(asked.required for asked in questions("parent")) == 9
    assert sum(asked.required for asked in order("parent")) == 8


@pytest.mark.parametrize("door", doors())
def test_no_question_has_the_address_of_another_page(door):
    assert not {asked.slug for asked in order(door)} & set(RESERVED)


def test_the_first_question_has_none_before_it_and_the_last_none_after():
    first, *_, last = order("parent")
    assert beside(first, -1) is None
    assert beside(last, 1) is None
    assert beside(first, 1) == order("parent")[1]
