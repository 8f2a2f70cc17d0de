"""What is owed in the seeded area: list and case page agree, and every scope sees its own and no more."""

import pytest

from casework.law.clocks import deadlines
from casework.owing import Narrowed, in_order, is_owed, place, scopes_of
from casework.record.people import Actor

PEOPLE = ["sam.reed", "jo.marsh", "ash.okoro", "mina.walsh", "omar.sen", "anna.birch", "ruth.adeyemi"]


def scope_of(office, name):
    """What somebody of Saltmarsh begins with."""
    one = office.people.by_email(f"{name}@demo.example")
    actor = Actor(one.id, one.name, one.post, one.service, one.setting, True)
    return scopes_of(actor, office.people.services()).each[0]


@pytest.mark.parametrize("name", PEOPLE)
def test_the_list_of_each_person_has_the_order_of_the_law(saltmarsh, name):
    office = saltmarsh.office
    found, _ = office.lists.owed.rows(scope_of(office, name).places, Narrowed(), office.today(), most=2000)
    keys = [(row.ref, row.row) for row in found]
    assert keys == [(row.ref, row.row) for row in sorted(found, key=lambda row: place(row, office.today()))]


def test_a_list_and_the_page_of_each_case_put_its_duties_in_one_order(saltmarsh):
    office, today = saltmarsh.office, saltmarsh.office.today()
    duties = tuple({each for each in office.lists.owed.rows(((),), Narrowed(), today, most=2000)[0]})
    assert duties
    for ref in {row.ref for row in duties}:
        case = office.diary.read(ref)
        running = [each for each in deadlines(case.facts, case.excuses) if each.is_open and is_owed(each)]
        every = tuple({each.duty.id for each in running})
        listed, _ = office.lists.owed.rows(((),), Narrowed(duty=every), today, most=2000)
        theirs = [(row.duty, row.about, row.due) for row in listed if row.ref == ref]
        assert theirs == [(each.duty.id, each.about, each.due) for each in in_order(running, today)]


def test_nobody_outside_the_council_lists_what_the_council_owes(saltmarsh):
    office = saltmarsh.office
    for name in ("ash.okoro", "mina.walsh", "omar.sen", "anna.birch", "ruth.adeyemi"):
        found, _ = office.lists.owed.rows(scope_of(office, name).places, Narrowed(), office.today(), most=2000)
        assert {row.owed_by for row in found} <= {"adviser", "setting"}
