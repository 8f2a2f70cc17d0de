"""The one door: both tables are asked, everything is written together or nothing is, and nobody’s words are lost."""

import pytest
from sqlalchemy import event, select

from casework import access, moves
from casework.actions import carry_out, decide, name_of
from casework.actions.decision import refuse_to_assess
from casework.actions.joining import allocate_a_caseworker
from casework.actions.request import add_to_the_story, ask_for_an_assessment, tell_partners
from casework.actions.upkeep import add_a_note, send_a_message
from casework.commands.check import deeds
from casework.errors import NotYours, Refusal, SomeoneElseWrote
from casework.outside.database import db
from casework.outside.schema import record as t
from casework.record.people import NOBODY
from casework.record.written import sealed
from tests.makers import CHILD, OTHER_PARENT, STORY
from tests.office import ASKED, JO, LEILA, PEOPLE, REASONS, SAM, begin

TABLES = (t.entries, t.papers, t.worklist, t.duties, t.parties, t.post, t.deeds_done, t.refs, t.prints)


@pytest.fixture
def house(each_house):
    """Every test of this file is of both servers."""
    return each_house


def everything() -> dict:
    """Every row there is, for comparing before and after."""
    db.session.rollback()
    return {table.name: list(db.session.execute(select(table))) for table in TABLES}


def note(house, ref, words="Rang the school.", **more):
    """The caseworker notes something."""
    return carry_out(house.office, JO, add_a_note, ref, note={"kind": "note", "words": words}, **more)


def test_a_deed_is_called_in_the_tables_what_its_function_is_called():
    assert name_of(ask_for_an_assessment) == "ask for an assessment"


def test_both_tables_know_every_deed():
    assert len(deeds()) > 40
    assert deeds().keys() <= access.rights().keys()
    assert deeds().keys() == moves.lawful().keys() - {"write the plan"}


def test_a_request_opens_a_case_with_its_papers_rows_and_letters(house):
    ref = begin(house)
    assert ref == "EHC-2026-0001"
    there = everything()
    assert [row.kind for row in there["entries"]] == ["RequestReceived", "PartyJoined", "RequestAcknowledged"]
    assert {row.kind for row in there["papers"]} == {"child", "story"}
    assert [row.child for row in there["worklist"]] == ["Amira Amin"]
    assert [row.person for row in there["post"] if row.letter == "request-received"] == [LEILA.id]


def test_each_entry_is_signed_dated_and_sealed_onto_the_one_before(house):
    ref = begin(house)
    note(house, ref, behalf=LEILA.id)
    written = house.office.diary.written(ref)
    assert [each.n for each in written] == [1, 2, 3, 4]
    assert (written[-1].by, written[-1].behalf) == (JO.id, LEILA.id)
    assert all(each.at == house.office.now() for each in written)
    for before, after in zip(written, written[1:], strict=False):
        assert after.seal == sealed(ref, before.seal, after)


@pytest.mark.parametrize(
    ("actor", "deed", "details", "refused"),
    [
        (OTHER_PARENT, add_to_the_story, {"words": {"story": "More"}}, NotYours),
        (LEILA, tell_partners, {}, NotYours),
        (JO, refuse_to_assess, {"reasons": REASONS}, NotYours),
        (SAM, refuse_to_assess, {"reasons": {}}, Refusal),
        (JO, add_a_note, {"note": {"words": " "}}, Refusal),
    ],
)
def test_nothing_is_written_when_a_deed_is_refused(house, actor, deed, details, refused):
    ref = begin(house)
    before = everything()
    with pytest.raises(refused):
        carry_out(house.office, actor, deed, ref, token="a form", **details)
    assert everything() == before


def test_what_the_law_does_not_allow_now_is_refused_in_the_tables_own_words(house):
    ref = begin(house)
    with pytest.raises(Refusal, match="This request has already been made"):
        carry_out(house.office, NOBODY, ask_for_an_assessment, ref, door="parent", child=CHILD, story=STORY, people=[])


def test_a_case_that_is_not_there_can_be_acted_on_by_nobody(house):
    before = everything()
    for actor in (NOBODY, LEILA, JO, SAM):
        with pytest.raises((NotYours, Refusal)):
            carry_out(house.office, actor, add_a_note, "EHC-2026-0999", note={"words": "Hello"})
    assert everything() == before


def test_what_fails_half_way_leaves_nothing_behind(house):
    ref = begin(house)
    before = everything()

    @event.listens_for(db.engine, "before_cursor_execute")
    def fail(connection, cursor, statement, *_):
        if statement.startswith("INSERT INTO post"):
            raise OSError("The disk is full.")

    try:
        with pytest.raises(OSError, match="full"):
            carry_out(house.office, SAM, allocate_a_caseworker, ref, person=JO.id, token="a form")
    finally:
        event.remove(db.engine, "before_cursor_execute", fail)
    assert everything() == before
    assert carry_out(house.office, SAM, allocate_a_caseworker, ref, person=JO.id, token="a form").caseworker == JO.id


def test_the_same_form_sent_twice_counts_once(house):
    asked = {"door": "parent", "child": CHILD, "story": STORY, "people": PEOPLE, "token": "one form"}
    first = carry_out(house.office, NOBODY, ask_for_an_assessment, **asked)
    before = everything()
    second = carry_out(house.office, NOBODY, ask_for_an_assessment, **asked)
    assert first == second
    assert everything() == before


def test_the_same_form_from_two_windows_at_once_counts_once(house):
    asked = {"door": "parent", "child": CHILD, "story": STORY, "people": PEOPLE, "token": "one form"}
    answers = house.at_once(*[lambda: carry_out(house.office, NOBODY, ask_for_an_assessment, **asked)] * 4)
    assert [getattr(answer, "ref", answer) for answer in answers] == ["EHC-2026-0001"] * 4
    assert house.office.diary.refs() == ["EHC-2026-0001"]


def test_requests_made_at_once_get_a_reference_each(house):
    assert sorted(house.at_once(*[lambda: begin(house)] * 6)) == [f"EHC-2026-000{number}" for number in range(1, 7)]


def test_a_page_that_is_out_of_date_is_told_so(house):
    ref = begin(house)
    seen = house.office.diary.read(ref).n
    note(house, ref)
    before = everything()
    with pytest.raises(SomeoneElseWrote, match="since you opened it"):
        note(house, ref, "And the nurse.", seen=seen)
    assert everything() == before
    assert note(house, ref, "And the nurse.", seen=seen + 1).n == seen + 2


def test_two_writers_on_one_case_lose_nothing(house):
    ref = begin(house)

    def write(person):
        for number in range(5):
            words = f"{person} {number}"
            carry_out(house.office, JO, send_a_message, ref, sender=person, to=LEILA.id, words=words)

    raised = house.at_once(*[lambda who=who: write(who) for who in ("jo", "sam", "ash", "val")])
    assert raised == [None] * 4
    db.session.rollback()
    case, written = house.office.diary.read(ref), house.office.diary.written(ref)
    said = [house.office.papers.read(ref, each[2]).content["words"] for each in case.messages]
    assert sorted(said) == [f"{who} {number}" for who in ("ash", "jo", "sam", "val") for number in range(5)]
    assert [each.n for each in written] == list(range(1, 24))
    assert house.office.diary.rows(ref)["case"]["seal"] == written[-1].seal
    assert sum(row.letter == "message" for row in house.office.post.of_case(ref)) == 20


def test_of_two_who_saw_the_same_page_only_one_writes(house):
    ref = begin(house)
    seen = house.office.diary.read(ref).n
    answers = house.at_once(*[lambda words=words: note(house, ref, words, seen=seen) for words in ("One", "Other")])
    assert sorted(type(answer).__name__ for answer in answers) == ["Case", "SomeoneElseWrote"]
    db.session.rollback()
    assert house.office.diary.read(ref).n == seen + 1


def test_two_cases_at_once_do_not_wait_in_error(house):
    refs = [begin(house), begin(house)]
    answers = house.at_once(*[lambda ref=ref: [note(house, ref, f"Note {n}").n for n in range(6)] for ref in refs])
    assert answers == [[4, 5, 6, 7, 8, 9]] * 2


def test_a_preview_writes_nothing(house):
    ref = begin(house)
    before = everything()
    written = house.office.diary.written(ref)
    case = house.office.diary.read(ref)
    after, new, papers = decide(house.office, JO, tell_partners, case, before=written)
    assert after.partners_told_on == ASKED
    assert len(new) == 1
    assert not papers
    assert everything() == before
