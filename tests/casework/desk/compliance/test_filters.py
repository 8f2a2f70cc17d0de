"""What the address of the figures asks for, and never of a service that somebody does not answer for."""

import pytest

from casework.desk.compliance.filters import read_filters
from casework.errors import NotYours
from casework.record.register import Service
from tests.casework.desk.desk_makers import ASH, DOT, LEILA, SAM, SERVICES, VAL
from tests.makers import day

ALL = [Service(name, name, agency, gives) for name, (agency, gives) in SERVICES.items()]
TODAY = day("2026-11-30")


def read(actor=SAM, **said):
    """The filters of an address."""
    return read_filters(actor, ALL, {name.strip("_").replace("_", "-"): value for name, value in said.items()}, TODAY)


def test_without_a_word_it_is_full_advice_of_six_months_today():
    filters = read()
    assert (filters.first, filters.last, filters.limit.name, filters.as_at) == ("2026-06", "2026-11", "full", TODAY)
    assert filters.months == ["2026-06", "2026-07", "2026-08", "2026-09", "2026-10", "2026-11"]
    assert filters.whose == "All services together" and not filters.past


@pytest.mark.parametrize(
    ("said", "months"),
    [
        ({"from_": "2026-11", "to": "2026-01"}, ("2026-01", "2026-11")),
        ({"from_": "2020-01", "to": "2026-01"}, ("2024-02", "2026-01")),
        ({"from_": "yesterday", "to": "2026-13"}, ("2026-06", "2026-11")),
        ({"as_at": "2026-02-03"}, ("2025-09", "2026-02")),
        ({"as_at": "2031-02-03"}, ("2026-06", "2026-11")),
    ],
)
def test_months_are_in_order_and_no_more_than_two_years(said, months):
    filters = read(**said)
    assert (filters.first, filters.last) == months


def test_what_nobody_knows_is_as_if_it_were_not_said():
    filters = read(limit="tomorrow", advice="magic", as_at="never")
    assert (filters.limit.name, filters.advice, filters.as_at) == ("full", "", TODAY)


def test_each_answers_for_their_own():
    assert [one.id for one in read(VAL).services] == ["speech-and-language"]
    assert read(VAL).whose == "speech-and-language"
    assert {one.agency for one in read(DOT).services} == {"health"}
    assert read(SAM, agency="health").whose == "Health services"
    assert {one.id for one in read(SAM, agency="psychology").services} == {"educational-psychology"}
    assert read(LEILA).services == ()


@pytest.mark.parametrize(
    ("actor", "said"),
    [
        (VAL, {"service": "educational-psychology"}),
        (VAL, {"service": "community-paediatrics"}),
        (VAL, {"agency": "psychology"}),
        (DOT, {"service": "educational-psychology"}),
        (ASH, {"service": "school-nursing"}),
        (SAM, {"service": "nobody"}),
    ],
)
def test_nobody_asks_about_a_service_they_do_not_answer_for(actor, said):
    with pytest.raises(NotYours):
        read(actor, **said)


def test_the_address_keeps_what_is_shown():
    filters = read(agency="health", as_at="2026-10-01", limit="legal")
    assert filters.address() == (
        "/desk/compliance?agency=health&from=2026-05&to=2026-10&limit=legal&as-at=2026-10-01"
    )
    assert filters.cases("late", service="school-nursing", month="2026-08") == (
        "/desk/compliance/cases?agency=health&service=school-nursing&from=2026-08&to=2026-08&limit=legal"
        "&as-at=2026-10-01&which=late"
    )
