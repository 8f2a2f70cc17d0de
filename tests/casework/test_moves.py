"""What may follow what, with the sentence said otherwise."""

import pytest

from casework import moves
from casework.errors import GapInOurTables, Refusal
from casework.record import entries as kinds
from casework.record.case import Case
from tests.makers import a_case, agreed, assessing, day, hearing, requested


def test_nothing_can_be_done_to_a_case_that_was_never_opened_but_ask():
    fresh = Case("EHC-2026-0001")
    assert [name for name in moves.lawful() if moves.possible(name, fresh)] == ["ask for an assessment"]


def test_deciding_twice_is_refused_with_the_tables_own_sentence():
    with pytest.raises(Refusal, match="already told the family"):
        moves.require("agree to assess", a_case(requested(), agreed()))


def test_advice_is_asked_for_once_we_assess():
    assert not moves.possible("ask for advice", a_case(requested()))
    assert moves.possible("ask for advice", assessing())


def test_a_final_plan_follows_only_a_draft():
    assert not moves.possible("issue the final plan", assessing())
    assert moves.possible("issue the final plan", hearing())


def test_a_withdrawn_request_goes_no_further():
    gone = a_case(requested(), kinds.RequestWithdrawn(on=day("2026-02-10"), paper="w"))
    for name in ("agree to assess", "ask for advice", "serve the draft", "withdraw the request"):
        assert not moves.possible(name, gone)


def test_a_deed_without_a_row_is_a_gap():
    with pytest.raises(GapInOurTables):
        moves.possible("guess", assessing())
