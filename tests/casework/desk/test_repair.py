"""Putting a case right: twins told apart, and entries struck out with their dates shown first."""

from casework.actions import carry_out
from casework.actions.request import tell_partners
from casework.actions.upkeep import add_a_note
from tests.casework.desk.desk_makers import (
    ASSESSED,
    JO,
    PRIYA,
    SLT,
    advised,
    asked,
    assessing,
    page,
    refused,
    send,
)


def at(ref, rest):
    """A page of a case."""
    return f"/desk/case/{ref}/{rest}"


def number_of(desk, ref, kind) -> int:
    """The number of the last entry of a kind."""
    return [each.n for each in desk.office.diary.written(ref) if type(each.entry).__name__ == kind][-1]


# --- the same child, or not ---


def test_twins_stand_side_by_side_and_are_set_aside_with_a_reason(own_desk):
    ref = asked(own_desk)
    twin = asked(own_desk, first_name="Noor", preferred_name="Noor")
    client = own_desk.client(JO)
    shown = page(client, at(ref, "duplicates"))
    assert (
        twin in shown.text and "perhaps a twin" in shown.text and "= same" in shown.text and "≠ different" in shown.text
    )
    chosen = at(ref, f"duplicates?other={twin}")
    assert "Say how you know" in refused(send(client, chosen, "duplicates", reason=" "))
    assert send(client, chosen, "duplicates", reason="They are twins.").status_code == 303
    shown = page(client, at(ref, "duplicates"))
    assert "Set aside: an officer said that they are two children." in shown.text
    assert twin in own_desk.case(ref).set_aside


def test_what_is_not_ours_to_read_is_compared_without_being_shown(own_desk):
    ref = asked(own_desk, upn="H801200001001")
    other = asked(
        own_desk, officer=PRIYA, upn="H801200001001", first_name="Zelda", last_name="Quill", born="2012-01-02"
    )
    shown = page(own_desk.client(JO), at(ref, "duplicates"))
    assert other in shown.text and "The same UPN." in shown.text
    assert "Zelda" not in shown.text and "2 January 2012" not in shown.text


def test_the_same_birthday_alone_is_not_the_same_child(own_desk):
    ref = asked(own_desk)
    asked(own_desk, first_name="Kim", last_name="Lee")
    assert "No other case has this name" in page(own_desk.client(JO), at(ref, "duplicates")).text


# --- striking out ---


def test_every_date_that_changes_is_shown_before_an_entry_is_struck_out(desk):
    desk.turn_to(ASSESSED)
    ref = assessing(desk)
    number = number_of(desk, ref, "AssessmentAgreed")
    shown = page(desk.client(JO), at(ref, f"strike-out/{number}"))
    assert "Where the case stands Getting advice Deciding whether to assess" in shown.text
    assert "Decide whether to assess by Mon 16 March 2026, met by Mon 16 March 2026, not yet due" in shown.text
    assert send(desk.client(JO), at(ref, f"strike-out/{number}"), reason="Decided on another case.").status_code == 303
    case = desk.case(ref)
    assert (case.stage, number in case.struck) == ("deciding whether to assess", True)


def test_an_entry_that_changes_no_date_says_so(desk):
    ref = asked(desk)
    number = carry_out(desk.office, JO, add_a_note, ref, note={"kind": "note", "words": "Wrong."}).n
    assert "No date and no stage changes." in page(desk.client(JO), at(ref, f"strike-out/{number}")).text
    assert "Say what was wrong" in refused(send(desk.client(JO), at(ref, f"strike-out/{number}")))


def test_an_entry_that_later_ones_stand_on_cannot_be_struck_out_first(desk):
    ref = advised(desk)
    path = at(ref, f"strike-out/{number_of(desk, ref, 'AdviceRequested')}")
    shown = page(desk.client(JO), path)
    assert "Later entries stand on this one" in shown.text and not shown.forms
    assert desk.client(JO).post(path, data={"reason": "x"}).status_code == 200
    assert desk.case(ref).advice[SLT].received_on


def test_the_request_itself_and_what_is_struck_already_stay(desk):
    ref = asked(desk)
    number = carry_out(desk.office, JO, tell_partners, ref).n
    send(desk.client(JO), at(ref, f"strike-out/{number}"), reason="Not yet.")
    assert "already been struck out" in page(desk.client(JO), at(ref, f"strike-out/{number}")).text
    assert "after the request itself" in page(desk.client(JO), at(ref, "strike-out/1")).text
    assert desk.client(JO).get(at(ref, "strike-out/999")).status_code == 404
