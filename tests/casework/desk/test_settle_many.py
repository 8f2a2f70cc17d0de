"""Settling many: ticked, a reason for each, looked over, each by its own deed; and the presses on the list."""

from datetime import timedelta

import pytest

from casework.actions import carry_out
from casework.actions.lateness import settle_chasing
from casework.commands.sweep import sweep
from casework.record.entries import ChasingSettled
from tests.casework.desk.desk_makers import (
    ASSESSED, JO, PRIYA, SAM, SLT, VAL, assessing, page, read, refused, send,
)  # fmt: skip

HERE, SETTLE = "/desk/escalations", "/desk/escalations/settle"
LATE = ASSESSED + timedelta(days=15)


@pytest.fixture
def late(desk):
    """Two requests at level 1, one of them Priya's; their references."""
    refs = [assessing(desk, officer=officer) for officer in (JO, PRIYA)]
    sweep(desk.on(LATE), LATE)
    desk.turn_to(LATE + timedelta(days=1))
    return refs


def ticked(client, refs):
    """The form in which reasons are given for these, its action a path."""
    return page(client, f"{SETTLE}?{'&'.join(f'one={ref}/{SLT}' for ref in refs)}").form


def reasons(refs, *words):
    """What is typed for each, by the name of its box."""
    return {f"words_{ref}/{SLT}": each for ref, each in zip(refs, words, strict=True)}


def post(client, form, **typed):
    """Send a form with some boxes changed, whatever their names."""
    return client.post(SETTLE, data=form.filled() | typed)


def settled(desk, ref) -> list:
    """How often a case's lateness was settled, and who was told."""
    return [each.entry.told for each in desk.office.diary.written(ref) if isinstance(each.entry, ChasingSettled)]


def test_each_is_settled_in_its_own_case_and_everyone_who_was_told_is_told(desk, late):
    client = desk.client(SAM)
    assert f"{late[0]}/{SLT}" in client.get(HERE).text
    look = read(post(client, ticked(client, late), **reasons(late, "Ash sees him on Monday.", "A locum writes it.")))
    assert "Ash sees him on Monday." in look.text and "Settle all 2" in look.text
    assert settled(desk, late[0]) == []
    done = client.post(SETTLE, data=look.form.filled() | {"step": "confirm"})
    assert (done.status_code, done.location) == (303, f"{HERE}#late")
    assert [len(settled(desk, ref)) for ref in late] == [1, 1]
    assert set(settled(desk, late[0])[0]) == {"val", "jo", "sam"}
    again = client.post(SETTLE, data=look.form.filled() | {"step": "confirm"})
    assert again.status_code == 303 and len(settled(desk, late[0])) == 1


def test_a_reason_is_wanted_for_each_and_one_may_be_copied_down_by_choice(desk, late):
    client = desk.client(SAM)
    form = ticked(client, late)
    shown = post(client, form, **reasons(late, "It comes on Friday.", ""))
    assert "Say how this one is settled" in refused(shown) and "It comes on Friday." in shown.text
    look = read(post(client, form, **reasons(late, "It comes on Friday.", ""), same="yes"))
    assert look.text.count("It comes on Friday.") == 2
    changed = client.post(SETTLE, data=look.form.filled() | {"step": "change"})
    assert "It comes on Friday." in refused(changed) and "Look it over" in changed.text


def test_one_that_could_not_be_is_listed_with_why_and_keeps_what_was_typed(desk, late):
    client = desk.client(SAM)
    look = read(post(client, ticked(client, late), **reasons(late, "First.", "Second.")))
    carry_out(desk.office, VAL, settle_chasing, late[1], about=SLT, words="Settled by Val.")
    said = refused(client.post(SETTLE, data=look.form.filled() | {"step": "confirm"}))
    assert "1 request settled" in said and "Nothing has been escalated on this request." in said
    assert "Second." in said and late[1] in said and f"AA, {late[0]}" not in said


def test_nobody_settles_what_they_do_not_answer_for(desk, late):
    assert desk.client(JO).get(SETTLE).status_code == 404
    assert desk.client(SAM).get(SETTLE).location == f"{HERE}#late"
    other = "EHC-2026-9999/nothing-1"
    assert desk.client(VAL).get(f"{SETTLE}?one={other}").location == f"{HERE}#late"
    assert late[0] in page(desk.client(VAL), f"{SETTLE}?one={late[0]}/{SLT}&one={other}").text


def test_a_caseworker_chases_their_own_from_the_list_and_comes_back_to_it(desk, late):
    client = desk.client(JO)
    shown = page(client, HERE)
    here = f"/desk/case/{late[0]}/advice/{SLT}"
    forms = [form.action for form in shown.forms if form.action.endswith("/chase")]
    assert f"{here}/chase" in forms and f"/desk/case/{late[1]}/advice/{SLT}/chase" not in forms
    assert send(client, HERE, f"{here}/chase").location == f"{HERE}#late"
    asked = page(client, here).text
    assert "You chased this today at 10:00." in asked and "Jo Marsh asked Speech and language and Val Price" in asked
    assert "You chased this today at 10:00." in refused(send(client, f"{here}/chase"))
    post_of = desk.office.post.of_case(late[0])
    asked_again = [row.person or row.service for row in post_of if row.letter == "advice-asked-again"]
    assert asked_again == ["speech-and-language", "val"]
