"""Words being written are kept as they are typed; two writers of one part are told, and neither loses a word."""

from dataclasses import replace
from datetime import timedelta

import pytest

from casework.errors import SomeoneElseWrote
from casework.outside.database import db
from casework.outside.drafts import Drafts

PART = ("plan", "EHC-2026-0001", "B")


def save(house, words, version, *, by="jo", part=PART):
    """Keep one part."""
    return house.office.drafts.save(*part, content={"words": words}, version=version, by=by)


def test_what_was_typed_is_there_again(each_house):
    kept = save(each_house, "Amira loves boats — أميرة", 0)
    db.session.rollback()
    assert each_house.office.drafts.read(*PART) == kept
    assert (kept.content, kept.version, kept.saved_by) == ({"words": "Amira loves boats — أميرة"}, 1, "jo")
    assert kept.saved_at == each_house.office.now()


def test_each_save_is_a_version_and_the_same_words_are_none(house):
    saved = [save(house, words, version).version for words, version in (("a", 0), ("b", 1), ("b", 2), ("c", 2))]
    assert saved == [1, 2, 2, 3]


@pytest.mark.parametrize("seen", [0, 1, 7])
def test_a_writer_who_saw_an_older_version_is_given_theirs(each_house, seen):
    save(each_house, "first", 0)
    theirs = save(each_house, "second", 1, by="sam")
    with pytest.raises(SomeoneElseWrote, match="since you opened it") as clash:
        save(each_house, "mine", seen)
    assert clash.value.theirs == theirs
    assert each_house.office.drafts.read(*PART) == theirs


def test_a_draft_that_one_person_writes_alone_is_kept_whatever_was_there(house):
    save(house, "first", 0)
    assert save(house, "second", None).version == 2
    assert save(house, "new", None, part=("ask", "token", "")).version == 1


def test_of_two_who_save_the_same_part_at_once_one_is_told(each_house):
    jobs = [lambda words=words: save(each_house, words, 0).version for words in ("mine", "yours", "hers", "theirs")]
    answers = each_house.at_once(*jobs)
    assert sorted(str(getattr(answer, "sentence", answer))[:12] for answer in answers) == ["1", *["Someone else"] * 3]


def test_parts_do_not_meet(house):
    save(house, "needs", 0)
    save(house, "outcomes", 0, part=("plan", "EHC-2026-0001", "E"))
    save(house, "another case", 0, part=("plan", "EHC-2026-0002", "B"))
    kept = house.office.drafts.read_all("plan", "EHC-2026-0001")
    assert {part: draft.content["words"] for part, draft in kept.items()} == {"B": "needs", "E": "outcomes"}


def test_a_draft_that_was_put_in_is_forgotten_and_no_other(house):
    save(house, "needs", 0)
    save(house, "another", 0, part=("plan", "EHC-2026-0002", "B"))
    house.office.drafts.drop("plan", "EHC-2026-0001")
    assert house.office.drafts.read(*PART) is None
    assert house.office.drafts.read("plan", "EHC-2026-0002", "B")


def later(house, minutes):
    """The same house, some minutes on."""
    moment = house.office.now() + timedelta(minutes=minutes)
    return replace(house, office=replace(house.office, drafts=Drafts(lambda: moment)))


def states(house, part=PART):
    """Every state that is kept, the newest first."""
    return [(state.content["words"], state.saved_by) for state in house.office.drafts.states(*part)]


def test_every_state_of_a_plan_is_kept_and_what_one_person_saves_in_two_minutes_is_one(each_house):
    save(each_house, "a", 0)
    save(later(each_house, 1), "ab", 1)
    save(later(each_house, 2), "abc", 2)
    save(later(each_house, 2.1), "abcd", 3)
    save(later(each_house, 2.2), "theirs", 4, by="sam")
    assert states(each_house) == [("theirs", "sam"), ("abcd", "jo"), ("abc", "jo")]


def test_what_is_put_back_is_a_state_of_its_own_however_soon(house):
    save(house, "a", 0)
    house.office.drafts.save(*PART, content={"words": "before"}, version=1, by="jo", apart=True)
    assert states(house) == [("before", "jo"), ("a", "jo")]


def test_states_are_kept_of_a_plan_and_forgotten_with_it(house):
    save(house, "a", 0, part=("ask", "token", ""))
    save(house, "a", 0)
    house.office.drafts.drop(*PART[:2])
    assert states(house) == states(house, ("ask", "token", "")) == []
