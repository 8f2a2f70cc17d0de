"""Digests on Fridays: each manager's own list, once, on the next working day where need be; never a name, a family."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from casework.actions.asking_again import AUTHOR, COPIED
from casework.commands.digests import send_digests
from casework.commands.sweep import sweep
from casework.outside.database import db
from casework.outside.lists.digests import DigestLists
from casework.outside.schema.record import post
from casework.record.register import Cover, Service
from casework.tables import rows
from casework.telling.digest import next_friday
from tests.makers import CHILD, day
from tests.office import ASH, SAM, VAL, assess

FRIDAY = day("2026-03-20")  # thirteen working days after the request of 2 March
GOOD_FRIDAY = day("2026-04-03")
SERVICE = "speech-and-language"


def late(house) -> str:
    """A request at level 2, whose service gives advice; answers with its reference."""
    house.office.people.keep_service(Service(SERVICE, "Speech", "health", ("speech_language",)), by="import")
    ref = assess(house, adviser=ASH.id)
    sweep(house.on(FRIDAY), FRIDAY)
    return ref


def sent(house, on) -> int:
    """Send as of a day."""
    return send_digests(house.on(on), on)


def owed() -> list[tuple[str, str]]:
    """Every digest owed: to whom, and its words."""
    db.session.rollback()
    found = db.session.execute(select(post).where(post.c.letter == "advice-digest").order_by(post.c.email))
    return [(row.email, json.loads(row.facts)["text"]) for row in found]


def test_each_manager_gets_their_own_list_with_links_and_no_names(house):
    ref = late(house)
    assert sent(house, FRIDAY) == 2
    [(to_sam, said), (to_val, same)] = owed()
    assert (to_sam, to_val, said) == ("sam@demo.example", "val@demo.example", same)
    assert "Overdue at level 1: 0, level 2: 1, level 3: 0. Past the legal limit: 0." in said
    assert f"{ref}, level 2, 4 days late: " in said and f"/desk/escalations/{ref}/speech_language-1" in said
    assert CHILD["first_name"] not in said and ASH.name not in said


def test_a_digest_goes_once_for_each_friday_however_often_and_to_nobody_with_nothing_to_read(house):
    assert sent(house, FRIDAY - timedelta(days=7)) == 0
    late(house)
    days = [FRIDAY + timedelta(days=number) for number in (0, 0, 1, 2, 3, 4)]
    assert [sent(house, on) for on in days] == [2, 0, 0, 0, 0, 0]
    assert next_friday(FRIDAY + timedelta(days=1)) == FRIDAY + timedelta(days=7)
    assert house.run("digests", "--as-of", "2026-03-27").stdout == "2 digests for 2026-03-27.\n"


def test_after_days_without_a_worker_the_last_fridays_goes_once_on_the_next_working_day(house):
    late(house)
    weekend = [FRIDAY + timedelta(days=number) for number in (1, 2, 3, 4)]
    assert [bool(sent(house, on)) for on in weekend] == [False, False, True, False]
    weeks_later = day("2026-04-02")  # a Thursday: that of the week before goes, and no older one
    assert [sent(house, weeks_later), sent(house, weeks_later)] == [2, 0]
    easter = [GOOD_FRIDAY + timedelta(days=number) for number in range(6)]  # Good Friday to the Wednesday
    assert [bool(sent(house, on)) for on in easter] == [False, False, False, False, True, False]


def test_two_workers_at_once_send_each_person_one(each_house):
    late(each_house)
    answers = each_house.at_once(*[lambda: sent(each_house, FRIDAY)] * 2)
    assert sum(answers) == 2 and len(owed()) == 2


def test_a_worker_that_dies_half_way_goes_on_where_it_stopped(house):
    late(house)

    class Dies(DigestLists):
        def claim(self, friday, person, on):
            if person == VAL.id:
                raise KeyboardInterrupt
            return super().claim(friday, person, on)

    lists = house.office.lists
    house.office = replace(house.office, lists=replace(lists, digests=Dies()))
    with pytest.raises(KeyboardInterrupt):
        sent(house, FRIDAY)
    house.office = replace(house.office, lists=lists)
    assert len(owed()) == 1
    assert sent(house, FRIDAY) == 1
    assert [who for who, _ in owed()] == ["sam@demo.example", "val@demo.example"]


def test_whoever_covers_for_a_manager_gets_their_list(house):
    late(house)
    house.office.people.arrange_cover(Cover(VAL.id, SAM.id, FRIDAY, FRIDAY), by=SAM.id)
    assert sent(house, FRIDAY) == 1
    assert [who for who, _ in owed()] == ["sam@demo.example"]


def test_families_and_children_are_never_escalated():
    posts = {row["post"]: row for row in rows("posts")}
    work = {post for post in posts if post}
    told = {post for row in rows("chasing") for cell in ("tell", "copy") for post in row[cell].split("; ") if post}
    owners = {post for row in rows("levels") for post in row["owner"].split("; ") if post}
    assert told | owners | {*AUTHOR, *COPIED} <= work | {"author", "service inbox"}
    assert {row["next up"] for row in posts.values()} <= work | {""}
    assert {post for post, row in posts.items() if row["digest"] == "yes"} == {
        "service manager", "head of service", "agency lead", "send manager",
    }  # fmt: skip
    to_family = {row["letter"] for row in rows("letters") if "family" in row["to"] and "Chas" in row["when written"]}
    assert to_family == {
        "advice-is-late", "advice-still-awaited", "legal-limit-missed", "late-advice-settled-for-family",
    }  # fmt: skip
