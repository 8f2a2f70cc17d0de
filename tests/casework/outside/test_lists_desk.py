"""The lists of the desk and of late advice, on both databases: in order, by key, counted to a limit, found."""

from datetime import timedelta

import pytest

from casework.actions import carry_out
from casework.actions.advice import ask_for_advice
from casework.actions.decision import agree_to_assess, refuse_to_assess
from casework.actions.joining import allocate_a_caseworker
from casework.actions.request import ask_for_an_assessment
from casework.commands.sweep import sweep
from casework.outside.lists import desk as desk_lists
from casework.record.people import NOBODY
from tests.makers import CHILD, STORY
from tests.office import ASKED, JO, REASONS, SAM, enrol, open_house

SERVICES = ["speech-and-language", "social-care"]


@pytest.fixture
def house(database_url, tmp_path):
    """An office with a few people in it."""
    with open_house(database_url, tmp_path) as house:
        enrol(house.office)
        yield house


def week(number):
    """A day some weeks after the first request."""
    return ASKED + timedelta(weeks=number)


def a_case(house, weeks=0, officer=JO.id, **child) -> str:
    """A request some weeks after the first, given to somebody unless nobody is said."""
    said = {"door": "parent", "child": CHILD | child, "story": STORY, "people": []}
    ref = carry_out(house.on(week(weeks)), NOBODY, ask_for_an_assessment, **said).ref
    if officer:
        carry_out(house.on(week(weeks)), SAM, allocate_a_caseworker, ref, person=officer)
    return ref


def assessed(house, weeks=0, service="speech-and-language") -> str:
    """A case that is assessed from four weeks after its request, with one service asked."""
    ref = a_case(house, weeks)
    there = house.on(week(weeks + 4))
    carry_out(there, JO, agree_to_assess, ref, reasons=REASONS)
    carry_out(there, JO, ask_for_advice, ref, advice="speech_language", service=service, agency="health")
    return ref


def refs(found):
    """The references of rows, in their order."""
    return [row.ref for row in found]


def test_rows_stand_in_the_order_of_risk(house):
    second, first, third = a_case(house, 2), a_case(house, 0), a_case(house, 5)
    found, more = house.office.lists.desk.rows(None, week(6))
    assert (refs(found), more) == ([first, second, third], False)


def test_a_page_follows_the_last_row_and_nobody_is_lost(house, monkeypatch):
    monkeypatch.setattr(desk_lists, "ROWS", 2)
    cases = [a_case(house, weeks) for weeks in (0, 0, 0, 1, 3)]
    lists, after, seen, more = house.office.lists.desk, None, [], True
    while more:
        found, more = lists.rows(None, week(4), after=after)
        seen += refs(found)
        after = (found[-1].next_due, found[-1].ref)
    assert seen == cases


def test_an_ended_case_has_no_day_and_is_paged_by_its_reference(house, monkeypatch):
    monkeypatch.setattr(desk_lists, "ROWS", 1)
    ended = [a_case(house) for _ in range(2)]
    for ref in ended:
        carry_out(house.on(week(2)), SAM, refuse_to_assess, ref, reasons=REASONS)
    lists = house.office.lists.desk
    assert lists.rows(None, week(3))[0] == []
    found, more = lists.rows(None, week(3), show="not assessed")
    assert (refs(found), found[0].next_due, more) == ([ended[0]], None, True)
    assert refs(lists.rows(None, week(3), show="not assessed", after=(None, ended[0]))[0]) == [ended[1]]


def test_each_request_is_counted_once_and_shown_where_it_is_counted(house):
    kinds = {"late": a_case(house, 0), "week": a_case(house, 2), "waiting": assessed(house, 4)}
    kinds["in time"] = a_case(house, 8)
    today, lists = week(8), house.office.lists.desk
    counts = lists.counts(None, today)
    assert (counts.late, counts.week, counts.waiting, counts.in_time) == (1, 1, 1, 1)
    for show, ref in kinds.items():
        assert refs(lists.rows(None, today, show=show)[0]) == [ref]
        assert refs(lists.rows(JO.id, today, show=show)[0]) == [ref]
    assert lists.counts("", today) == desk_lists.Counts(0, 0, 0, 0)


def test_counting_stops_where_more_would_not_be_said(house, monkeypatch):
    monkeypatch.setattr(desk_lists, "MOST_COUNTED", 2)
    for _ in range(4):
        a_case(house, officer="")
    assert house.office.lists.desk.counts(None, week(1)).in_time == 2
    assert house.office.lists.desk.unallocated() == 2


def test_who_has_how_many(house):
    a_case(house), a_case(house), a_case(house, officer="")
    assert house.office.lists.desk.caseload() == {JO.id: 2, "": 1}


def test_a_name_is_found_by_its_beginning_in_any_order_and_alphabet(house):
    smith = a_case(house, first_name="Ada", last_name="Smith", preferred_name="")
    smythe = a_case(house, first_name="Bo", last_name="Smythe", preferred_name="")
    omar = a_case(house, first_name="Élodie", last_name="Ōmar", preferred_name="")
    lists = house.office.lists.desk
    for words, wanted in (("sm", [smith, smythe]), ("SMITH", [smith]), ("Ada Smith", [smith]), ("smith ada", [smith])):
        assert refs(lists.found(words, "")[0]) == wanted, words
    assert refs(lists.found("ōma", "")[0]) == [omar]
    assert refs(lists.found("mith", "")[0]) == [] and refs(lists.found("mith", JO.id)[0]) == [smith]
    assert refs(lists.found("%", JO.id)[0]) == refs(lists.found("s", JO.id)[0]) == []


def test_what_looks_like_the_same_child_is_found_by_number_name_or_birth_date(house):
    one = a_case(house, upn="H801200001001")
    other = a_case(house, first_name="Zed", last_name="Zed", born="2012-01-01", upn="H801200001001")
    twin = a_case(house, first_name="Noor", preferred_name="Noor")
    stranger = a_case(house, first_name="Kim", last_name="Lee", born="2011-03-04")
    found = refs(house.office.lists.desk.alike(one, CHILD | {"upn": "H801200001001"}))
    assert found == [other, twin] and stranger not in found


def test_what_others_owe_is_told_for_the_cases_of_a_page(house):
    late, fresh = assessed(house, 0), assessed(house, 3)
    [row] = house.office.lists.desk.asked_of_others([late, fresh], week(7))
    assert (row.ref, row.service, row.standing) == (late, "speech-and-language", "asked")
    assert house.office.lists.desk.asked_of_others([], week(7)) == []


# --- late advice ---


def test_late_advice_stands_by_service_day_and_level(house):
    ref = assessed(house, 0)
    assessed(house, 0, service="social-care")
    for days in range(0, 30):
        sweep(house.on(week(4) + timedelta(days=days)), week(4) + timedelta(days=days))
    lists = house.office.lists.escalations
    found = [(row.service, row.level > 0, row.number) for row in lists.standing(SERVICES, week(10))]
    assert sorted(found) == [("social-care", True, 1), ("speech-and-language", True, 1)]
    marks = lists.marks(["speech-and-language"], week(10))
    assert [(mark.ref, mark.service) for mark in marks] == [(ref, "speech-and-language")]
    assert lists.marks([], week(10)) == [] and lists.standing(["social-care"], week(3)) == []
