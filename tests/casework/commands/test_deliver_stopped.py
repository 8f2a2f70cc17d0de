"""A letter that names another child does not leave until somebody says why it may; what was stopped is counted."""

from dataclasses import replace

import pytest

from casework.actions import carry_out
from casework.actions.decision import refuse_to_assess
from casework.actions.guarding import send_what_was_stopped, withdraw_what_was_stopped
from casework.actions.joining import allocate_a_caseworker
from casework.commands.deliver import deliver
from casework.errors import Refusal
from casework.outside.database import db
from casework.record.entries import StoppedSendingAllowed
from tests.casework.commands.test_deliver import QuickPress
from tests.makers import CHILD
from tests.office import ASKED, ASSESSED, JO, PEOPLE, REASONS, SAM, begin

LEO = CHILD | {"first_name": "Leo", "preferred_name": "", "last_name": "Quill", "address": "9 Mill Row"}
NAMED = REASONS | {"test_applied": "no", "family_words": "We read about Amira. Quill, Leo has the help he needs."}
WELL = "We read about Amira, and the school gives her the help that she needs."


@pytest.fixture
def house(house):
    """An office with a quick press, and Leo’s case beside the one that letters are written on."""
    house.office = replace(house.office, press=QuickPress(house.office.area))
    return house


def decided(house, reasons=NAMED, people=()):
    """A case on which we refused to assess, in these words; Leo has one with these people. All post is seen."""
    leo = begin(house, child=LEO, people=list(people))
    ref = begin(house)
    carry_out(house.on(ASKED), SAM, allocate_a_caseworker, ref, person=JO.id)
    carry_out(house.on(ASSESSED), SAM, refuse_to_assess, ref, reasons=reasons)
    while deliver(house.on(ASSESSED)):
        pass
    return ref, leo


def family_letter(house, ref):
    """The letter with our decision, to the family, as it stands."""
    db.session.rollback()
    rows = [row for row in house.office.post.of_case(ref) if row.n and row.person and row.state != "sent"]
    return rows[0] if rows else None


def counted(house):
    """What was stopped, sent and withdrawn since the day we decided."""
    return tuple(house.office.post.stops.counts(ASSESSED).values())


def test_a_letter_that_names_another_child_is_stopped_and_nothing_leaves(house):
    ref, leo = decided(house)
    assert family_letter(house, ref).state == "stopped"
    [[stop], more] = house.office.post.stops.waiting()
    assert (stop.ref, stop.found, more) == (ref, f'[{{"ref": "{leo}", "kind": "name"}}]', False)
    assert counted(house) == (1, 0, 0)
    assert deliver(house.on(ASSESSED)) == 0


def test_a_letter_that_names_nobody_else_goes(house):
    ref, _ = decided(house, NAMED | {"family_words": WELL})
    assert family_letter(house, ref) is None
    assert counted(house) == (0, 0, 0)


def test_a_parent_of_both_children_is_told_nothing_new(house):
    ref, _ = decided(house, people=PEOPLE)
    assert family_letter(house, ref) is None


def test_with_a_reason_it_goes_and_the_reason_is_kept(house):
    ref, _ = decided(house)
    [[stop], _] = house.office.post.stops.waiting()
    here = house.on(ASSESSED)
    with pytest.raises(Refusal, match="Say why it may be sent"):
        carry_out(here, JO, send_what_was_stopped, ref, stop=stop.id, reason=" ")
    carry_out(here, JO, send_what_was_stopped, ref, stop=stop.id, reason="Leo is her cousin.")
    assert deliver(here) == 1
    assert family_letter(house, ref) is None
    written = house.office.diary.written(ref)
    [kept] = [each.entry for each in written if isinstance(each.entry, StoppedSendingAllowed)]
    assert house.office.papers.read(ref, kept.paper).content["reason"] == "Leo is her cousin."
    with pytest.raises(Refusal, match="answered this already"):
        carry_out(here, JO, send_what_was_stopped, ref, stop=stop.id, reason="Again.")
    assert counted(house) == (1, 1, 0)


def test_withdrawn_it_never_goes(house):
    ref, _ = decided(house)
    [[stop], _] = house.office.post.stops.waiting()
    said = {"stop": stop.id, "reason": "Leo’s words were pasted in.", "instead": "A letter without them."}
    with pytest.raises(Refusal, match="instead"):
        carry_out(house.on(ASSESSED), JO, withdraw_what_was_stopped, ref, **said | {"instead": ""})
    carry_out(house.on(ASSESSED), JO, withdraw_what_was_stopped, ref, **said)
    assert deliver(house.on(ASSESSED)) == 0
    assert family_letter(house, ref).state == "withdrawn"
    assert counted(house) == (1, 0, 1)
