"""The list of what is owed on both databases: SQL and the pure order agree, pages lose nobody, filters narrow."""

from datetime import date, timedelta

import pytest
from sqlalchemy import insert

from casework.outside.database import db, one_write
from casework.outside.schema.owed import owed
from casework.outside.schema.record import worklist
from casework.owing import Key, Narrowed, place, standing_of
from casework.owing.order import DONE, LAW
from casework.owing.scopes import EVERYTHING
from tests.makers import day

TODAY = day("2026-06-10")
JO = ((("caseworker", "jo"),),)
MINE = ((("adviser", "ash"),), (("service", "slt"), ("adviser", "")))
NOBODYS = {"caseworker": "", "service": "", "adviser": "", "setting": "", "advice": "", "school": ""}
DATES = {"started": date(2026, 1, 1), "near_on": date(2026, 6, 9)}
SHOWN = {"shown_from": date.min, "shown_until": date.max}


def a_case(number):
    """A row of the worklist, so that rows of what is owed can stand beside it."""
    words = dict.fromkeys(("upn", "nhs_number", "setting", "setting_name", "stage", "lead", "next_duty", "seal"), "")
    named = {"child": f"Kit Moss{number}", "sort_name": f"moss{number} kit", "initials": f"K{number % 10}"}
    more = {"requested_on": TODAY, "last_on": TODAY, "level": 0, "story_words": 0, "entries": 1, "caseworker": "jo"}
    return {"ref": f"EHC-2026-{number:04}", "born": "2016-01-01"} | words | named | more


def a_row(number, row, **more):
    """One thing owed: every day and weight comes again and again, so that there are ties."""
    place_ = number * 4 + row
    due = TODAY + timedelta(days=place_ * 7 % 40 - 15)
    said = {"ref": f"EHC-2026-{number:04}", "row": row, "about": "", "nth": 1, "excuse": "", "level": 0}
    said |= {"duty": f"D{place_ % 3}", "owed_by": "authority", "weight": place_ % 4, "day": due, "due": due}
    said |= {"stage": ("assessing", "writing the plan")[number % 2], "born": f"{2008 + number % 15}-05-01"}
    said["done_on"] = due if said["weight"] == DONE else None
    return NOBODYS | DATES | SHOWN | {"legal_due": None} | said | {"caseworker": ("jo", "priya")[number % 2]} | more


@pytest.fixture
def lists(each_house):
    """Twenty cases with four duties each, written as they would be derived."""
    rows = [a_row(number, row) for number in range(20) for row in range(1, 5)]
    for one in rows[::5]:
        one |= {"service": "slt", "owed_by": "adviser", "school": "elm-park"}
        one |= {"adviser": "ash" if one["row"] % 2 else ""}
    with one_write():
        db.session.execute(insert(worklist), [a_case(number) for number in range(20)])
        db.session.execute(insert(owed), rows)
    return each_house.office.lists.owed


def whole(lists, places=EVERYTHING, **narrowed):
    """Every row, in the order the database gives."""
    return lists.rows(places, Narrowed(**narrowed), TODAY, most=500)[0]


def key(row):
    """The key of a row."""
    return Key(row.day, row.weight, row.ref, row.row)


def keys(found):
    """The rows by their keys."""
    return [key(row) for row in found]


@pytest.mark.parametrize("places", [EVERYTHING, JO, MINE])
def test_the_database_has_the_order_of_the_law(lists, places):
    found = whole(lists, places)
    assert len(found) > 5
    assert keys(found) == keys(sorted(found, key=lambda row: place(row, TODAY)))
    assert found[0].weight == LAW and found[0].day < TODAY


@pytest.mark.parametrize("standing", [(), ("late",), ("done",)])
def test_pages_of_three_lose_nobody_and_show_nobody_twice(lists, standing):
    for places in (EVERYTHING, MINE):
        narrowed, after, seen, more = Narrowed(standing=standing), None, [], True
        while more:
            found, more = lists.rows(places, narrowed, TODAY, after=after, most=3)
            assert len(found) <= 3
            seen += keys(found)
            after = seen[-1] if seen else None
        assert seen == keys(whole(lists, places, standing=standing)) and len(set(seen)) == len(seen) > 0


def test_what_is_done_comes_with_the_newest_first(lists):
    found = whole(lists, standing=("done",))
    assert [row.day for row in found] == sorted((row.day for row in found), reverse=True)
    assert {row.weight for row in found} == {DONE}


def test_each_standing_holds_what_the_table_says_and_the_counts_are_theirs(lists):
    every, counts = whole(lists), lists.counts(EVERYTHING, Narrowed(standing=("late",)), TODAY)
    for standing, number in counts.items():
        found = whole(lists, standing=(standing,))
        assert keys(found) == [key(row) for row in every if standing_of(row, TODAY).standing == standing]
        assert len(found) == number, standing
    assert sum(counts.values()) == len(every)


def test_several_filters_narrow_at_once(lists):
    every = whole(lists)
    wanted = {"duty": ("D1", "D2"), "stage": ("assessing",), "due_from": TODAY, "due_to": TODAY + timedelta(days=9)}
    found = whole(lists, **wanted)
    fits = [row for row in every if row.duty in ("D1", "D2") and row.stage == "assessing"]
    assert keys(found) == [key(row) for row in fits if TODAY <= row.due <= TODAY + timedelta(days=9)] != []
    assert keys(whole(lists, service=("slt",), by=("advisers",))) == [key(row) for row in every if row.service == "slt"]
    assert whole(lists, service=("slt",), by=("us",)) == []
    assert {row.born[:4] for row in whole(lists, phase=("secondary",))} == {"2010", "2011", "2012", "2013", "2014"}
    assert keys(whole(lists, school=("elm-park",))) == [key(row) for row in every if row.school == "elm-park"]


def test_names_are_found_only_by_who_may_read_them(lists):
    assert {row.ref for row in whole(lists, words="moss3", named_of="")} == {"EHC-2026-0003"}
    assert {row.ref for row in whole(lists, words="Kit", named_of="jo")} >= {"EHC-2026-0002"}
    assert whole(lists, words="moss3") == whole(lists, words="100%") == []
    assert {row.ref for row in whole(lists, words="ehc-2026-0003")} == {"EHC-2026-0003"}
    assert {row.initials for row in whole(lists, words="k3")} == {"K3"}


def test_a_line_that_another_stands_for_is_seen_by_who_asks_for_its_duty(lists):
    hidden = {"shown_until": TODAY - timedelta(days=1), "duty": "HIDDEN", "weight": LAW}
    with one_write():
        db.session.execute(insert(owed), [a_row(1, 9, **hidden)])
    assert "HIDDEN" not in {row.duty for row in whole(lists)}
    assert len(whole(lists, duty=("HIDDEN",))) == 1


def test_nobodys_places_hold_nothing(lists):
    assert lists.rows((), Narrowed(), TODAY) == ([], False)
    assert set(lists.counts((), Narrowed(), TODAY).values()) == {0}
