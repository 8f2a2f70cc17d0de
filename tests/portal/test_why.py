"""Why this date: no page shows a date of the law or of the local protocol without saying why, whoever reads it."""

import re
from datetime import timedelta

import pytest

from casework import access
from casework.actions import carry_out
from casework.actions.schools import consult_a_setting
from casework.law.clocks import deadlines
from casework.record.case import present
from casework.words import day as said
from casework.words import long_day, plain_day, short_day
from tests import stores
from tests.casework.desk.desk_makers import (
    ANNA,
    ASH,
    ASKED,
    JO,
    LEILA,
    SAM,
    SERVED,
    VAL,
    assessing,
    open_desk,
    page,
    served,
)
from tests.makers import day
from tests.reader import read
from tests.test_doors import addresses

ALWAYS = ("anyone", "be signed in", "ask for an assessment")  # pages of no case
REHEARSED = "/desk/ladder"  # what would be sent for a request that nobody made: its days are of no case
LATER = SERVED + timedelta(days=3)


@pytest.fixture(scope="module")
def desk(shared_folder, tmp_path_factory):
    """The service on a day when one family has its draft, and another's advice is late."""
    folder = tmp_path_factory.mktemp("why")
    with open_desk(stores.fresh_sqlite(stores.sqlite_template(shared_folder), folder), folder, LATER) as desk:
        yield desk


@pytest.fixture(scope="module")
def cases(desk):
    """Two cases: one whose draft is with the family and with a school, and one that is late."""
    heard = served(desk)
    carry_out(desk.office, JO, consult_a_setting, heard, setting="elm-park")
    return heard, assessing(desk, ASKED + timedelta(days=1), first_name="Noor", preferred_name="Noor")


def dates_of(desk, refs) -> set:
    """Every last day of these cases, but for days on which something happened too: a page may tell of that."""
    found, happened = set(), {LATER, day("2026-03-04")}  # the second is the day on the plan’s piece of advice
    for ref in refs:
        case = desk.case(ref)
        happened |= {each.entry.on for each in desk.office.diary.written(ref)} | {fact.on for fact in case.facts}
        found |= {each.due for each in deadlines(case.facts, case.excuses)}
    return found - happened


def shown_without_why(text: str, dates) -> list[str]:
    """The dates that a page shows, in any of the ways we write one, without a why for that date on the same page."""
    reasons = r'<details class="gt-why".*?</details>|<div class="gt-why-page".*?</div>\s*</main>'
    shown = re.sub(rf"(?s){reasons}|<(title|style|script|svg|thead)\b.*?</\1>|<[^>]*>", " ", text)
    ways = {each: {said(each), long_day(each), plain_day(each), short_day(each)} for each in dates}
    return [
        said(each)
        for each in dates
        if any(re.search(rf"(?<!\d){re.escape(words)}(?!\w)", shown) for words in ways[each])
        and f'data-why="{each.isoformat()}"' not in text
    ]


def test_a_date_without_its_why_is_seen():
    due = SERVED + timedelta(days=14)
    assert shown_without_why(f"<p>by {said(due)}</p>", {due}) == [said(due)]
    assert shown_without_why(f"<td>{short_day(due)}</td>", {due}) == [said(due)]
    assert shown_without_why("<p>1125 May</p><p>25 Maybe</p>", {due}) == []
    assert shown_without_why(f'<p>by {said(due)}</p><details data-why="{due}"></details>', {due}) == []


def open_to(desk, who, refs):
    """The addresses that the table of rights opens to somebody, those of a case for each case, each with its cases."""
    for ref in refs:
        case = present(desk.case(ref), LATER)
        for _, path, opens in addresses(desk.app, ref):
            shut = opens in ALWAYS or path.startswith(REHEARSED)
            mine = not shut and access.may(who, opens, case if ref in path else None)
            if mine and (ref in path or ref == refs[0]):
                yield path, [ref] if ref in path else refs


@pytest.mark.parametrize("who", [LEILA, ASH, ANNA, VAL, SAM], ids=lambda actor: actor.name)
def test_no_page_shows_a_date_of_the_law_without_its_why(desk, cases, who):
    client = desk.client(who)
    opened, faults = 0, []
    for path, about in open_to(desk, who, cases):
        answer = client.get(path)
        if answer.status_code == 200 and answer.mimetype == "text/html":
            opened += 1
            faults += [f"{path} shows {date}" for date in shown_without_why(answer.text, dates_of(desk, about))]
    assert opened >= 3
    assert not faults, "\n".join(faults)


def test_a_familys_page_opens_to_the_whole_reason(desk, cases):
    text = page(desk.client(LEILA), f"/my-cases/{cases[0]}").text
    assert "The day we count from is the day the draft plan was given to the family: Mon 11 May 2026." in text
    assert "What meets it:" in text and "The law: reg 13(2)." in text
    assert "A more careful reading: Sun 21 June 2026." in text


def test_a_date_that_is_a_holiday_says_which_day_to_aim_for(desk):
    shown = page(desk.app.test_client(), "/why-this-date/ASSESS_DECISION_6W/2026-02-20")
    assert shown.h1 == "Why Fri 3 April 2026?"
    assert "bank holiday: Good Friday. The law does not move it, so aim for Thu 2 April 2026" in shown.text
    assert "A more careful reading: Thu 2 April 2026." in shown.text


def test_a_rule_says_how_sure_we_are_of_it(desk):
    client = desk.app.test_client()
    assert "Unverified. Nobody has checked" in page(client, "/why-this-date/AMEND_OTHER/2026-02-20").text
    assert "Not yet read in the law itself." in page(client, "/why-this-date/CONSULT_SETTING_15D/2026-02-20").text
    assert "our own promise" in page(client, "/why-this-date/LOCAL_SIMPLE_5WD/2026-02-20").text
    assert "Unverified" not in page(client, "/why-this-date/PLAN_FINAL_20W/2026-02-20").text


def test_a_date_that_hangs_on_another_says_both(desk):
    shown = page(desk.app.test_client(), "/why-this-date/APPEAL_LATER/2026-10-01?cert=2026-11-29")
    assert "Two limits apply" in shown.text and "The later one counts." in shown.text


@pytest.mark.parametrize(
    "path", ["X/2026-01-01", "PLAN_FINAL_20W/2026-02-30", "LOCAL_SIMPLE_5WD/2050-01-03", "APPEAL_LATER/2026-01-01"]
)
def test_what_has_no_date_has_no_page(desk, path):
    answer = desk.app.test_client().get(f"/why-this-date/{path}")
    assert answer.status_code == 404 and read(answer).h1
