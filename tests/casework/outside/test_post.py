"""The post: what is owed waits in order, is held when it must be, and what was printed is never owed twice."""

from datetime import timedelta

from tests.office import ASKED, begin


def test_letters_wait_in_the_order_they_were_owed(each_house):
    refs = [begin(each_house), begin(each_house)]
    waiting = each_house.office.post.unsent()
    assert [row.id for row in waiting] == sorted(row.id for row in waiting)
    assert {row.ref for row in waiting} == set(refs)


def test_a_letter_that_is_held_waits_until_then(each_house):
    begin(each_house)
    first, *others = each_house.office.post.unsent()
    each_house.office.post.mark(first.id, held_until=each_house.office.now() + timedelta(hours=1))
    assert each_house.office.post.unsent() == others
    assert first.id in [row.id for row in each_house.on(ASKED + timedelta(days=1)).post.unsent()]


def test_a_plan_is_printed_once(each_house):
    post = each_house.office.post
    with each_house.office.diary.one_write():
        post.owe_print("EHC-2026-0001", 3, "p" * 64, "draft")
    assert len(post.unprinted()) == 1
    post.mark_printed("EHC-2026-0001", "p" * 64, "draft", "d" * 64)
    with each_house.office.diary.one_write():
        post.owe_print("EHC-2026-0001", 5, "p" * 64, "draft")
    assert post.unprinted() == []
    assert post.print_of("EHC-2026-0001", "p" * 64, "draft").digest == "d" * 64
    assert post.print_of("EHC-2026-0001", "p" * 64, "final") is None
