"""Who is late with what: one mark a request, the same in numbers, names on the rungs, and settling with a reason."""

from datetime import timedelta

import pytest

from casework.commands.sweep import sweep
from casework.desk.answering import answered_for
from tests.casework.desk.desk_makers import (
    ANNA,
    ASH,
    ASSESSED,
    DOT,
    JO,
    LEILA,
    PRIYA,
    SAM,
    SLT,
    VAL,
    assessing,
    counting,
    page,
    refused,
    send,
)

LATE = ASSESSED + timedelta(days=15)
HERE = "/desk/escalations"


def late(desk, **more) -> str:
    """A case with speech and language therapy at level 1, on the day after it got there."""
    ref = assessing(desk, **more)
    sweep(desk.on(LATE), LATE)
    desk.turn_to(LATE + timedelta(days=1))
    return ref


def test_a_mark_says_whose_it_is_and_leads_to_the_request(own_desk):
    ref = late(own_desk)
    shown = page(own_desk.client(JO), HERE)
    words = f"AA, {ref}, Speech and language therapy advice: 2 days late, level 1"
    assert words in shown.text and f"/desk/case/{ref}/advice/{SLT}" in shown.links.values()
    assert "Speech and language1 late of 1" in shown.text


def test_the_grid_and_the_table_say_the_same(own_desk):
    late(own_desk)
    assessing(own_desk)
    shown = page(own_desk.client(SAM), HERE)
    row = next(each for each in shown.main.all("tr") if each.text.startswith("Speech and language 2 2"))
    assert row.text == "Speech and language 2 2 1 0 0 0"
    assert len(shown.main.of("gd-mark")) - len(shown.main.of("gd-rungs__number")) == 2


def test_names_stand_on_the_rungs_and_an_empty_post_is_said(own_desk):
    late(own_desk)
    rungs = [each.text for each in page(own_desk.client(SAM), HERE).main.of("gd-rungs__one")]
    assert "Level 1: service manager" in rungs[0] and "Val Price 1" in rungs[0]
    assert rungs[3].startswith("4 0Level 4")


@pytest.mark.parametrize(
    ("actor", "sees"), [(VAL, True), (DOT, True), (SAM, True), (JO, True), (ASH, None), (ANNA, None), (LEILA, None)]
)
def test_each_sees_the_services_they_answer_for(own_desk, actor, sees):
    late(own_desk)
    answer = own_desk.client(actor).get(HERE)
    assert answer.status_code == (404 if sees is None else 200)
    assert sees is None or "Speech and language" in answer.text


def test_who_answers_for_what_is_in_the_table_of_posts(own_desk):
    services = own_desk.office.people.services()
    assert [one.id for one in answered_for(VAL, services)] == ["speech-and-language"]
    assert {one.agency for one in answered_for(DOT, services)} == {"health"}
    assert len(answered_for(SAM, services)) == len([one for one in services if one.gives])
    assert answered_for(LEILA, services) == []


def test_a_service_manager_reads_no_more_than_they_need_and_settles(own_desk):
    ref = late(own_desk)
    path = f"{HERE}/{ref}/{SLT}"
    shown = page(own_desk.client(VAL), path)
    assert "AA" in shown.h1 and "Amira" not in shown.text and "told Val Price" in shown.text
    assert "Say how it was settled" in refused(send(own_desk.client(VAL), path))
    assert send(own_desk.client(VAL), path, words="Ash sees her on Thursday.").location == HERE
    assert own_desk.case(ref).advice[SLT].settled_on
    assert "Level 1: service manager" in page(own_desk.client(VAL), HERE).text


def test_nobody_settles_for_a_service_they_do_not_answer_for(own_desk):
    ref = late(own_desk)
    other = VAL.__class__(
        "eve", "Eve Hart", post="service manager", service="educational-psychology", second_factor=True
    )
    own_desk.office.people.enrol(id="eve", name="Eve Hart", post=other.post, service=other.service, by="import")
    assert own_desk.client(other).get(f"{HERE}/{ref}/{SLT}").status_code == 404
    assert own_desk.client(VAL).get(f"{HERE}/{ref}/nothing-1").status_code == 404


def test_a_caseworker_sees_the_marks_of_others_cases_without_a_way_in(own_desk):
    ref = late(own_desk, officer=PRIYA)
    shown = page(own_desk.client(JO), HERE)
    assert ref in shown.text and f"/desk/case/{ref}/advice/{SLT}" not in shown.links.values()


def test_nothing_late_is_said_in_a_sentence(own_desk):
    assert "Nothing is late" in page(own_desk.client(SAM), HERE).text


def test_the_page_asks_as_many_questions_for_many_requests(own_desk):
    numbers = []
    for more in (1, 12):
        for _ in range(more):
            assessing(own_desk)
        own_desk.turn_to(LATE)
        client = own_desk.client(SAM)
        page(client, HERE)
        with counting() as statements:
            page(client, HERE)
        numbers.append(len(statements))
    assert numbers[0] == numbers[1]


def test_the_months_figures_stand_beside_last_months(own_desk):
    assessing(own_desk)
    own_desk.turn_to(ASSESSED + timedelta(weeks=6))
    shown = page(own_desk.client(SAM), HERE)
    assert "In time: April 2026 so far, and March 2026" in shown.text
    assert "0 (1) – (0%) – (0%) – (–)" in shown.text
