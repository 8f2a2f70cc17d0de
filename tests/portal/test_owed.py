"""What is owed, as each of the people at work meets it: rows, filters, views, the file, and what it costs."""

import csv
import io

import pytest
from sqlalchemy import select

from casework.outside.database import db
from casework.outside.schema.record import looks
from casework.record.people import Actor
from casework.record.register import Cover
from portal.owed_csv import harmless
from tests import stores
from tests.casework.desk.desk_makers import (
    ANNA,
    ASH,
    DOT,
    JO,
    LEILA,
    PRIYA,
    SAM,
    VAL,
    asked,
    assessing,
    counting,
    open_desk,
    page,
    send,
)
from tests.makers import day

MOST_QUESTIONS = 12
EARLY, LATE = day("2026-02-02"), day("2026-04-20")


@pytest.fixture(scope="module")
def town(shared_folder, tmp_path_factory):
    """A desk with three cases on a day on which speech therapy has missed its six weeks on one of them."""
    folder = tmp_path_factory.mktemp("owed")
    with open_desk(stores.fresh_sqlite(stores.sqlite_template(shared_folder), folder), folder, LATE) as desk:
        desk.assessed = assessing(desk, EARLY, first_name="Amira", last_name="Amin")
        desk.soon = asked(desk, day("2026-03-15"), first_name="Kit", last_name="=Moss")
        desk.free = asked(desk, day("2026-04-19"), None, first_name="Zo", last_name="Quay")
        yield desk


def rows(town, who, path="/owed") -> list[str]:
    """The rows of the list, in words."""
    return [row.text for row in page(town.client(who), path).main.of("gd-row")]


def test_the_caseworker_sees_the_breach_first_with_its_word_its_day_and_its_deed(town):
    shown = page(town.client(JO), "/owed")
    first = shown.main.of("gd-row")[0].text
    assert "■Late 7 days late" in first and "Speech and language therapy advice: advice (legal limit)" in first
    assert "Amira Amin, 7" in first and "owed by Speech and language, to you" in first and "Legal limit passed" in first
    assert "was due Mon 13 April 2026" in first
    assert "/why-this-date/ASSESS_ADVICE_6W/2026-03-02" in shown.links.values()
    assert any(words.startswith("See the advice: Speech") for words in shown.links)
    assert not any("Quay" in row for row in rows(town, JO))
    assert any("Quay" in row and "No caseworker yet" in row for row in rows(town, JO, "/owed?whose=unallocated"))


@pytest.mark.parametrize("who", [ASH, VAL])
def test_an_adviser_and_their_manager_see_their_services_line_and_no_name(town, who):
    [row] = rows(town, who)
    assert "AA" in row and "Amira" not in row and town.assessed in row and "advice (legal limit)" in row
    assert rows(town, who, "/owed?words=Amin") == []
    assert len(rows(town, who, "/owed?words=AA")) == 1


def test_nobody_lists_what_is_not_theirs_whatever_the_address_says(town):
    assert rows(town, ANNA) == rows(town, DOT, "/owed?service=early-help") == []
    assert len(rows(town, ASH, "/owed?whose=all")) == len(rows(town, VAL, "/owed?whose=jo")) == 1
    assert rows(town, JO, "/owed?whose=priya") == rows(town, JO) and rows(town, PRIYA) == []
    assert town.client(LEILA).get("/owed").status_code == 404
    assert len(rows(town, SAM, "/owed?whose=jo")) == len(rows(town, JO)) < len(rows(town, SAM))


def test_filters_are_said_in_a_sentence_each_of_which_can_be_taken_away(town):
    shown = page(town.client(JO), "/owed?standing=late&by=us&phase=primary&words=Moss&nonsense=1&duty=NONE")
    assert "4 filters on: Take away the filter Late × " in shown.text.replace("\n", " ")
    assert shown.link("Take away the filter “Moss” ×") == "/owed?standing=late&by=us&phase=primary"
    assert "Nothing is owed that fits these filters" in shown.text
    assert shown.main.all("option")


def test_a_page_costs_as_many_questions_with_many_rows_as_with_few(town):
    found = {}
    for who in (JO, SAM, ASH):
        client = town.client(who)
        page(client, "/owed")
        with counting() as few:
            page(client, "/owed?duty=ASSESS_DECISION_6W")
        with counting() as many:
            page(client, "/owed")
        found[who.name] = (len(few), len(many))
        assert len(few) == len(many) <= MOST_QUESTIONS, found


def test_a_view_is_kept_seen_as_a_tab_opened_first_and_shared_by_a_manager(town):
    client = town.client(SAM)
    assert send(client, "/owed/views/new?standing=late", name="Late ones").status_code == 303
    assert page(client, "/owed").link("Late ones") == "/owed?standing=late"
    key = page(client, "/owed/views").link("Change Late ones")
    assert send(client, key, name="Late", seen=["first", "team"]).status_code == 303
    assert client.get("/owed").location == "/owed?standing=late"
    assert page(town.client(JO), "/owed").link("Late from Sam Reed") == "/owed?standing=late"
    assert town.client(JO).get(key).status_code == 404
    again = send(client, "/owed/views/new?standing=week", name="late")
    assert "You have a view of that name already" in again.text
    assert send(client, "/owed/views", "/delete").status_code == 303
    assert client.get("/owed").status_code == 200


def test_whoever_covers_sees_those_cases_among_their_own_and_for_whom(town):
    away = Cover(JO.id, PRIYA.id, LATE, LATE, "Leave")
    assert rows(town, PRIYA) == []
    town.office.people.arrange_cover(away, by=SAM.id)
    found = rows(town, PRIYA)
    assert len(found) == len(rows(town, JO)) and all("covered for Jo Marsh" in row for row in found)


def test_a_caseworker_shares_nothing(town):
    client = town.client(JO)
    send(client, "/owed/views/new?standing=week", name="Mine")
    key = page(client, "/owed/views").link("Change Mine")
    assert "Show it to my team" not in page(client, key).text
    assert "Choose from the answers on this page" in send(client, key, name="Mine", seen=["team"]).text
    assert "Mine from" not in page(town.client(PRIYA), "/owed").text


def table(client, path) -> list[list[str]]:
    """A file as a spreadsheet reads it."""
    answer = client.get(path)
    assert answer.mimetype == "text/csv" and "attachment" in answer.headers["Content-Disposition"]
    return list(csv.reader(io.StringIO(answer.get_data(as_text=True).removeprefix("\ufeff"))))


def test_the_file_says_what_it_is_holds_the_page_and_notes_a_look_at_each_child(town):
    found = table(town.client(JO), "/owed/list.csv?by=us")
    assert found[0] == ["What is owed: owed by the council"] and "Jo Marsh, caseworker" in found[1][0]
    assert "Monday 20 April 2026" in found[2][0] and found[4][0] == "Standing"
    assert len(found) - 5 == len(rows(town, JO, "/owed?by=us"))
    seen = db.session.execute(select(looks.c.ref, looks.c.person).where(looks.c.page == "owed.as_csv")).all()
    assert {row.ref for row in seen} == {town.assessed, town.soon} and {row.person for row in seen} == {JO.id}


def test_an_advisers_file_holds_initials_and_no_more(town):
    words = town.client(ASH).get("/owed/list.csv").get_data(as_text=True)
    assert "AA" in words and "Amira" not in words and "Moss" not in words


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "  =1", "\n=1", "＝1", "|calc", "%0a"])
def test_no_cell_starts_a_formula(start):
    assert harmless(start) == f"'{start}"
    assert harmless(f"a{start}") == f"a{start}"


def test_a_childs_name_that_looks_like_a_formula_is_words_in_the_file(town):
    named = Actor(SAM.id, SAM.name, SAM.post, SAM.service, "", True)
    children = [row[9] for row in table(town.client(named), "/owed/list.csv?words==moss")[5:]]
    assert children and all(child.startswith("Kit =Moss") for child in children)
