"""Verify finds whatever was changed, removed or put in another order, in the diary, the papers or the cabinet."""

import pytest

from casework.actions import carry_out
from casework.actions.request import add_a_document
from casework.actions.upkeep import add_a_note
from tests.office import JO, assess, begin, tamper

CHANGED = [
    ("UPDATE entries SET body = replace(body, 'parent', 'school') WHERE n = 1", "entry 1 is not what was written"),
    ("UPDATE entries SET \"on\" = '2026-02-01' WHERE n = 2", "entry 2 is not what was written"),
    ("UPDATE entries SET about = 'sam' WHERE n = 2", "entry 2 is not what was written"),
    ("UPDATE entries SET recorded_by = 'sam' WHERE n = 4", "entry 4 is not what was written"),
    ("UPDATE entries SET on_behalf_of = 'sam' WHERE n = 3", "entry 3 is not what was written"),
    ("UPDATE entries SET recorded_at = '2026-02-03 10:00:00+00:00' WHERE n = 3", "entry 3 is not what was written"),
    ("UPDATE entries SET seal = lower(kind) WHERE n = 3", "entry 3 is not what was written"),
    ("UPDATE entries SET kind = 'PlanRefused' WHERE n = 4", "an entry cannot be read"),
    ("UPDATE entries SET body = '{' WHERE n = 4", "an entry cannot be read"),
    ("DELETE FROM entries WHERE n = 2", "entry 2 is missing"),
    ("DELETE FROM entries WHERE n = 4", "the last entry of the diary is not the one that was written last"),
    ("DELETE FROM entries WHERE n = 1", "the diary has lost its first entry"),
    ("DELETE FROM entries", "the diary has lost its first entry"),
    ("UPDATE papers SET text = replace(text, 'boats', 'trains') WHERE kind = 'story'", "is not what was put in"),
    ("UPDATE papers SET text = 'nothing' WHERE kind = 'note'", "is not what was put in"),
    ("DELETE FROM papers WHERE kind = 'note'", "is missing"),
]
OTHER_ORDER = (
    "UPDATE entries SET n = 99 WHERE n = 2",
    "UPDATE entries SET n = 2 WHERE n = 3",
    "UPDATE entries SET n = 3 WHERE n = 99",
)


def noted(house) -> str:
    """A request that somebody has made a note about: four entries and three papers."""
    ref = begin(house)
    carry_out(house.office, JO, add_a_note, ref, note={"kind": "note", "words": "Rang the school."})
    return ref


def found(house) -> str:
    """What verify says is wrong."""
    answer = house.run("verify")
    assert answer.exit_code == (1 if answer.stderr else 0)
    return answer.stderr


def test_what_was_written_holds(each_house):
    noted(each_house)
    assess(each_house)
    answer = each_house.run("verify")
    assert answer.stdout == "2 cases, 11 entries: every seal holds.\n"
    assert answer.exit_code == 0


@pytest.mark.parametrize(("statement", "sentence"), CHANGED)
def test_a_change_behind_our_backs_is_found(house, statement, sentence):
    ref = noted(house)
    tamper(statement)
    assert f"{ref}: " in found(house)
    assert sentence in found(house)


def test_entries_in_another_order_are_found(each_house):
    ref = noted(each_house)
    tamper(*OTHER_ORDER)
    assert found(each_house) == f"{ref}: entry 2 is not what was written.\n"


def test_an_entry_put_in_by_hand_is_found(house):
    ref = noted(house)
    others = "recorded_at, recorded_by, on_behalf_of, seal"
    tamper(
        f"INSERT INTO entries (ref, n, kind, \"on\", about, body, {others}) "
        f"SELECT ref, 5, kind, \"on\", about, body, {others} FROM entries WHERE n = 4"
    )
    assert f"{ref}: entry 5 is not what was written." in found(house)


def test_every_fault_is_said_not_only_the_first(house):
    first, second = noted(house), noted(house)
    tamper("UPDATE entries SET about = 'sam' WHERE n = 2")
    assert f"{first}: entry 2" in found(house)
    assert f"{second}: entry 2" in found(house)


def kept_file(house):
    """A file that a document of a case names; answers with its path."""
    ref = begin(house)
    kept = house.office.cabinet.put(b"%PDF a letter", "application/pdf")
    document = {"name": "letter.pdf", "media_type": "application/pdf", "size": 13, "digest": kept}
    carry_out(house.office, JO, add_a_document, ref, document=document)
    return house.folder / "cabinet" / kept[:2] / kept[2:]


def test_a_file_that_is_gone_or_changed_is_found(house):
    path = kept_file(house)
    assert found(house) == ""
    path.write_bytes(b"%PDF a better")
    assert "is missing or is not what was kept" in found(house)
    path.unlink()
    assert "is missing or is not what was kept" in found(house)
