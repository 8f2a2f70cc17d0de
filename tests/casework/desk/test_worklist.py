"""The worklist as a caseworker and a manager meet it, and what it costs."""

import re
from datetime import timedelta

import pytest

from casework.actions import carry_out
from casework.actions.advice import confirm_the_story_read, submit_advice
from casework.desk.filters import read_filters, read_key
from tests.casework.content_makers import an_advice
from tests.casework.desk.desk_makers import (
    ASH,
    ASKED,
    JO,
    LEILA,
    PRIYA,
    SAM,
    SERVED,
    SLT,
    VAL,
    asked,
    assessing,
    counting,
    page,
)

MOST_QUESTIONS = 12


def rows(shown) -> list[str]:
    """The rows of the list, in words."""
    return [row.text for row in shown.main.of("gd-row")]


def test_the_gravest_stands_first_with_its_deed(own_desk):
    late, soon = asked(own_desk, ASKED, first_name="Late"), asked(
        own_desk, SERVED - timedelta(weeks=5), first_name="Soon"
    )
    shown = page(own_desk.client(JO), "/desk")
    first, second = rows(shown)
    assert "56 days late" in first and "Decide whether to assess" in first and "owed by you" in first
    assert "Due in 7 days" in second
    assert shown.link("Decide: Late Amin") == f"/desk/case/{late}/assess"
    assert soon in second


def test_the_top_line_counts_each_request_once(own_desk):
    own_desk.turn_to(ASKED + timedelta(weeks=4, days=3))
    asked(own_desk, ASKED - timedelta(weeks=3))  # past its six weeks
    asked(own_desk, ASKED - timedelta(weeks=2) + timedelta(days=6))  # due within the week
    assessing(own_desk)  # waiting for others
    asked(own_desk, ASKED + timedelta(weeks=3))  # in time
    shown = page(own_desk.client(JO), "/desk")
    said = [figure.text for figure in shown.main.of("gd-figure")]
    assert said == ["1 ■In breach", "1 ▲Due this week", "1 ●Waiting for others", "1 ✓In time"]
    for show, number in (("late", 1), ("week", 1), ("waiting", 1), ("in time", 1), ("", 4), ("assessing", 1)):
        assert len(rows(page(own_desk.client(JO), f"/desk?show={show}"))) == number, show


def test_a_caseworker_sees_their_own_and_what_nobody_has(own_desk):
    mine, hers, free = asked(own_desk), asked(own_desk, officer=PRIYA), asked(own_desk, officer=None)
    client = own_desk.client(JO)
    assert [mine in row for row in rows(page(client, "/desk"))] == [True]
    assert [free in row for row in rows(page(client, "/desk?whose=unallocated"))] == [True]
    for whose in ("all", PRIYA.id):
        assert all(hers not in row for row in rows(page(client, f"/desk?whose={whose}")))


def test_a_manager_sees_everyones_and_whose_they_are(own_desk):
    asked(own_desk), asked(own_desk, officer=PRIYA), asked(own_desk, officer=None)
    shown = rows(page(own_desk.client(SAM), "/desk"))
    assert len(shown) == 3
    assert {words for row in shown for words in ("Jo Marsh", "Priya Nair", "nobody has it yet") if words in row} == {
        "Jo Marsh",
        "Priya Nair",
        "nobody has it yet",
    }
    assert len(rows(page(own_desk.client(SAM), "/desk?whose=priya"))) == 1


def test_nobody_else_comes_to_the_desk(desk):
    for actor in (ASH, LEILA):
        assert desk.client(actor).get("/desk").status_code == 404
    assert desk.app.test_client().get("/desk").status_code == 303


def test_advice_to_read_and_late_advice_stand_on_the_row(own_desk):
    own_desk.turn_to(ASKED + timedelta(weeks=7))
    ref = assessing(own_desk)
    shown = page(own_desk.client(JO), "/desk")
    assert "Speech and language: 7 days late" in rows(shown)[0]
    assert shown.link("See advice") == f"/desk/case/{ref}#advice"
    carry_out(own_desk.office, ASH, confirm_the_story_read, ref, about=SLT, person=ASH.id)
    carry_out(own_desk.office, ASH, submit_advice, ref, about=SLT, advice=an_advice())
    shown = page(own_desk.client(JO), "/desk")
    assert "1 piece of advice to read" in rows(shown)[0]
    assert shown.link("Read advice") == f"/desk/case/{ref}/advice/{SLT}"


def test_pages_follow_by_key_and_lose_nobody(own_desk):
    with own_desk.office.diary.one_write():
        refs = {asked(own_desk, ASKED + timedelta(days=place % 3), first_name=f"C{place}") for place in range(53)}
    shown = page(own_desk.client(JO), "/desk")
    first = re.findall(r"EHC-\d+-\d+", " ".join(rows(shown)))
    assert len(first) == 50
    second = page(own_desk.client(JO), shown.link("The next 50"))
    rest = re.findall(r"EHC-\d+-\d+", " ".join(rows(second)))
    assert set(first) | set(rest) == refs and not set(first) & set(rest)
    assert "The next 50" not in second.links and second.link("Back to the top of the list") == "/desk?whose=mine"


@pytest.mark.parametrize("actor", [JO, SAM])
def test_a_page_asks_as_many_questions_for_few_cases_as_for_many(own_desk, actor):
    numbers = []
    for wanted in (3, 40):
        with own_desk.office.diary.one_write():
            for place in range(wanted):
                (assessing if place % 2 else asked)(own_desk, officer=JO if place % 3 else PRIYA)
        client = own_desk.client(actor)
        page(client, "/desk")
        with counting() as statements:
            page(client, "/desk")
        numbers.append(len(statements))
    assert numbers[0] == numbers[1] <= MOST_QUESTIONS


def test_an_empty_list_says_what_to_do(own_desk):
    assert "You have no open cases" in page(own_desk.client(JO), "/desk").text
    assert "Nothing is open" in page(own_desk.client(SAM), "/desk").text
    asked(own_desk, officer=None)
    assert "1 case waits for a caseworker" in page(own_desk.client(JO), "/desk").text
    assert "No cases here" in page(own_desk.client(SAM), "/desk?show=writing the plan").text


@pytest.mark.parametrize(
    "words", ["", "x", "%", "_", "'; --", "\u202e", "a" * 500, "עמירה", "💥", "_EHC", "2026-13-99_x"]
)
def test_odd_words_in_the_address_do_no_harm(desk, words):
    client = desk.client(JO)
    for name in ("whose", "show", "after"):
        assert client.get("/desk", query_string={name: words}).status_code == 200
    assert client.get("/desk/find", query_string={"q": words}).status_code == 200


def test_a_key_is_a_day_and_a_reference_or_nothing():
    assert read_key("2026-11-02_EHC-2026-0142") == (SERVED.replace(month=11, day=2), "EHC-2026-0142")
    assert read_key("_EHC-2026-0142") == (None, "EHC-2026-0142")
    assert [read_key(odd) for odd in ("", "x", "2026-99-02_EHC", "2026-11-02_", "2026-11-02_" + "x" * 30)] == [None] * 5


def test_filters_of_a_caseworker_never_reach_beyond_their_own():
    for whose in ("all", "priya", ""):
        assert read_filters(JO, {"whose": whose}).caseworker == JO.id
    assert read_filters(JO, {"whose": "unallocated"}).caseworker == ""
    assert read_filters(SAM, {}).caseworker is None
    assert read_filters(SAM, {"whose": "mine", "show": "nonsense"}).address() == "/desk?whose=mine"


# --- finding ---


def test_a_case_is_found_by_reference_number_and_name(own_desk):
    ref = asked(own_desk, upn="H801200001001", nhs_number="9990000018", first_name="Zadie", last_name="O’Neil-Smith")
    client = own_desk.client(JO)
    for words in (ref, ref.lower(), "H801200001001", "999 000 0018", "o’neil", "Zadie O’Neil-Smith", "adie o"):
        assert ref in page(client, f"/desk/find?q={words}").text, words
    assert "No case was found" in page(client, "/desk/find?q=Zz").text


def test_somebody_elses_case_is_found_only_as_whose_it_is(own_desk):
    ref = asked(own_desk, officer=PRIYA, first_name="Zadie", last_name="Quill")
    for words in (ref, "quill"):
        shown = page(own_desk.client(JO), f"/desk/find?q={words}")
        assert "Allocated to Priya Nair" in shown.text and "ZQ" in shown.text
        assert "Zadie" not in shown.text and f"/desk/case/{ref}" not in shown.links.values()
    assert "Zadie" not in page(own_desk.client(JO), "/desk/find?q=zadie").text
    assert own_desk.client(JO).get(f"/desk/case/{ref}").status_code == 404
    assert "Zadie Quill" in page(own_desk.client(SAM), f"/desk/find?q={ref}").text
    assert own_desk.client(VAL).get(f"/desk/find?q={ref}").status_code == 404
