"""The diary as it is kept: what was written comes back whole, as known on any day; references never repeat."""

import pytest

from casework.actions import carry_out
from casework.actions.upkeep import add_a_note
from casework.record.papers import Paper
from tests.makers import CHILD, day
from tests.office import ASKED, JO, begin


def test_what_was_written_comes_back_whole(each_house):
    ref = begin(each_house)
    case = each_house.office.diary.read(ref)
    assert each_house.office.papers.read(ref, case.child).content == CHILD
    assert [each.n for each in each_house.office.diary.written(ref)] == [1, 2, 3]
    assert each_house.office.diary.count() == 3


def test_a_case_is_read_as_it_was_known_at_the_end_of_a_day(each_house):
    ref = begin(each_house)
    carry_out(each_house.on(day("2026-02-05")), JO, add_a_note, ref, note={"words": "Rang."})
    diary = each_house.office.diary
    assert [diary.read(ref, known_by=day(on)).n for on in ("2026-02-01", "2026-02-02", "2026-02-05")] == [0, 3, 4]
    assert diary.read(ref, up_to=2).n == 2


def test_references_begin_again_each_year(each_house):
    diary = each_house.office.diary
    with diary.one_write():
        found = [diary.new_ref(on) for on in (ASKED, ASKED, day("2027-01-01"))]
    assert found == ["EHC-2026-0001", "EHC-2026-0002", "EHC-2027-0001"]


def test_a_paper_stays_on_its_own_case(house):
    one, other = begin(house), begin(house, child=CHILD | {"first_name": "Noor"})
    child = house.office.diary.read(one).child
    with pytest.raises(KeyError):
        house.office.papers.read(other, child)
    assert house.office.papers.read_all(other, [child, ""]) == {}
    assert Paper.from_text(house.office.papers.kept(one)[child]).content == CHILD
