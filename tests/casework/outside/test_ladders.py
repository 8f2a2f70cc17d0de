"""The versions of the ladder as they are kept: each with its day and its reason, and none ever changed."""

from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from casework import chasing
from casework.commands.sweep import sweep
from casework.errors import Refusal, SomeoneElseWrote
from casework.outside.database import db
from casework.outside.register_changes import changes_of
from casework.stating.known import known, stated
from tests.casework.chasing.makers import version
from tests.makers import day
from tests.office import ASSESSED, SAM, assess

WHY = "Managers asked for a day more."
LATER = {"E06": {"working_day": 12, "text": "Advice from {service} is late."}}


def add(house, new=None, *, read=1, counts_from="2026-03-03", today=ASSESSED, **more):
    """A manager puts a version in; on the day the first request of these tests is asked unless told."""
    said = {"counts_from": day(counts_from), "why": WHY, "by": SAM.id, "today": today} | more
    return house.on(today).ladders.add(new or version(2, counts_from, **LATER), read=read, **said)


def test_every_installation_starts_with_what_the_tables_say(each_house):
    assert each_house.office.ladders.all() == (chasing.first(),)


@pytest.mark.parametrize("statement", ["UPDATE ladders SET why = 'because'", "DELETE FROM ladders"])
def test_no_version_is_changed_or_removed_by_any_statement(each_house, statement):
    with pytest.raises(DBAPIError, match="never changed"):
        db.session.execute(text(statement))
    db.session.rollback()
    assert each_house.office.ladders.all() == (chasing.first(),)


def test_a_version_is_kept_with_its_number_day_author_and_reason_and_the_change_is_written_down(each_house):
    assess(each_house)
    made = add(each_house)
    newest, first = each_house.office.ladders.history()
    assert (newest.ladder, newest.by, newest.why, newest.put_back) == (made, SAM.id, WHY, 0)
    assert (made.number, made.counts_from, first.ladder.number) == (2, day("2026-03-03"), 1)
    assert newest.at.date() == ASSESSED
    [noted] = changes_of("2")
    assert (noted["register"], noted["by"], noted["after"]["why"]) == ("ladder", SAM.id, WHY)


def test_a_change_moves_no_row_of_a_request_that_was_asked_and_only_the_next_is_chased_by_it(each_house):
    before = assess(each_house)
    kept = each_house.office.diary.rows(before)
    add(each_house)
    assert each_house.office.diary.rows(before) == kept
    assert each_house.run("rebuild", "--check").exit_code == 0
    for on in ("2026-03-16", "2026-03-17"):
        sweep(each_house.on(day(on)), day(on))
    steps = [each.entry for each in each_house.office.diary.written(before) if type(each.entry).__name__ == "Chased"]
    assert [(each.step, each.ladder) for each in steps] == [("E05", 1), ("E06", 1)]


def test_of_two_managers_at_once_one_is_shown_what_the_other_wrote(each_house):
    other = version(2, "2026-03-03", E03=None)
    answers = each_house.at_once(lambda: add(each_house), lambda: add(each_house, other))
    [clash] = [each for each in answers if isinstance(each, SomeoneElseWrote)]
    [made] = [each for each in answers if isinstance(each, chasing.Ladder)]
    assert clash.theirs.ladder == made == each_house.office.ladders.all()[-1]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"why": " "}, "Say why"),
        ({"counts_from": "2026-03-02"}, "at the earliest"),
        ({"new": chasing.first()}, "Nothing is different"),
    ],
)
def test_what_may_not_be_is_refused_and_nothing_is_kept(house, change, sentence):
    with pytest.raises(Refusal, match=sentence):
        add(house, **change)
    assert len(house.office.ladders.all()) == 1


def test_a_clock_that_jumped_back_cannot_put_a_version_before_a_request(house):
    assess(house)
    with pytest.raises(Refusal, match="3 March 2026 at the earliest"):
        add(house, today=day("2026-01-05"), counts_from="2026-01-06")


def test_a_letter_printed_again_says_what_the_version_that_was_climbed_said(house):
    add(house, version(2, "2026-03-01", **LATER), today=day("2026-02-20"), counts_from="2026-03-01")
    ref = assess(house)
    sweep(house.on(day("2026-03-18")), day("2026-03-18"))
    add(house, replace(chasing.first()), read=2, today=day("2026-03-19"), counts_from="2026-03-20", put_back=1)
    years_later = house.on(day("2028-01-07"))
    now = known(years_later, ref, years_later.diary.written(ref), day("2028-01-07"))
    assert (now.entry.step, now.entry.ladder) == ("E06", 2)
    assert stated("text", now) == "Advice from Speech and language is late."
    assert stated("family_text", now).startswith("The speech and language therapy advice from Speech and language")
