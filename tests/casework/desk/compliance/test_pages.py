"""Advice in time: numbers that lead to what they counted, findings in words, and nothing of another's service."""

import csv
from io import StringIO

import pytest

from tests import stores
from tests.casework.advice_lives import LIVES, begun, chased, keep
from tests.casework.desk.desk_makers import ANNA, ASH, DOT, JO, LEILA, SAM, VAL, counting, open_desk, page
from tests.makers import day, received

PAGE = "/desk/compliance"
SPRING = f"{PAGE}?from=2026-03&to=2026-04"
OTHER = "EHC-2026-0900"
TODAY = day("2026-06-30")


@pytest.fixture(scope="module")
def figures(shared_folder, tmp_path_factory):
    """The service with every life of a request in it, and one request of psychology; these tests only read."""
    folder = tmp_path_factory.mktemp("figures")
    url = stores.fresh_sqlite(stores.sqlite_template(shared_folder), folder)
    with open_desk(url, folder, TODAY) as desk:
        mine = [life for name, life in LIVES.items() if name != "another service"]
        for number, diary in enumerate(mine, start=1):
            keep(desk.office, f"EHC-2026-{number:04}", diary)
        late = begun(chased("2026-03-19", 2), received(on="2026-03-20"), service="educational-psychology")
        keep(desk.office, OTHER, late)
        yield desk


def row_of(shown, name):
    """The cells of the first row whose heading is this, in the tables of figures."""
    rows = [each for box in shown.main.of("gc-figures") for each in box.all("tr")]
    return next(each for each in rows if each.all("th") and each.all("th")[0].text == name)


def test_the_page_says_what_it_found(figures):
    shown = page(figures.client(SAM), SPRING)
    assert shown.h1 == "Advice in time: full advice in 10 working days"
    headings = shown.headings(2)
    assert headings[0] == (
        "All services together answered 2 of 2 in time in April 2026, 4 fewer than in March 2026 (6 of 20)."
    )
    assert "Educational psychology answered 0 of 1 in time, the lowest share. None of 2 services" in headings[1]
    assert " had not come by Tue 30 June 2026" in headings[2]


def test_each_number_leads_to_as_many_requests(figures):
    client = figures.client(SAM)
    for limit in ("first", "full", "legal"):
        shown = page(client, f"{SPRING}&limit={limit}")
        cells = row_of(shown, "All together").all("td")
        assert len(cells) == 11
        for cell in (each for each in cells if each.all("a") and "days" not in each.text):
            href = cell.all("a")[0]["href"]
            if any(each in href for each in ("which=late", "which=not_received")) and cell is not cells[5]:
                continue  # the days late of a list lead to the same list
            listed = page(client, href).main.of("gc-row")
            assert str(len(listed)) == cell.text, (limit, href)


def test_the_page_and_the_file_say_the_same(figures):
    client = figures.client(SAM)
    shown = page(client, SPRING)
    answer = client.get(f"{PAGE}/advice-in-time.csv?from=2026-03&to=2026-04")
    assert answer.mimetype == "text/csv"
    heading, *rows = list(csv.reader(StringIO(answer.get_data(as_text=True))))
    assert heading[5].startswith("Fell due: Requests for advice whose last day") and len(heading) == 5 + 21
    assert {row[1] for row in rows} == {"Speech and language", "Educational psychology"}
    total = sum(int(row[5]) for row in rows)
    assert row_of(shown, "All together").all("td")[0].text == str(total)
    assert {row[4] for row in rows} == {"2026-06-30"}


def test_withdrawn_and_ended_ones_are_said_and_not_counted(figures):
    shown = page(figures.client(VAL), f"{SPRING}&limit=full")
    assert "Not counted: 3 withdrawn (1 of them after their last day) and 1 whose case ended first." in shown.text


def test_a_past_day_is_what_had_happened_by_then(figures):
    early = page(figures.client(VAL), f"{SPRING}&as-at=2026-03-17")
    assert "as it stood on Tue 17 March 2026" in early.text
    now = page(figures.client(VAL), SPRING)
    assert row_of(early, "March 2026").text != row_of(now, "March 2026").text


@pytest.mark.parametrize(("actor", "sees"), [(SAM, 200), (DOT, 200), (VAL, 200), (JO, 404), (ASH, 404), (ANNA, 404)])
def test_it_opens_to_those_who_answer_for_services(figures, actor, sees):
    for path in (PAGE, f"{PAGE}/cases", f"{PAGE}/advice-in-time.csv"):
        assert figures.client(actor).get(path).status_code == sees
    assert figures.client(LEILA).get(PAGE).status_code == 404


@pytest.mark.parametrize("path", [PAGE, f"{PAGE}/cases", f"{PAGE}/advice-in-time.csv"])
def test_a_service_manager_gets_nothing_of_another_service(figures, path):
    client = figures.client(VAL)
    for said in ("service=educational-psychology", "agency=psychology"):
        assert client.get(f"{path}?{said}").status_code == 404
    mine = client.get(f"{path}?from=2026-03&to=2026-04").get_data(as_text=True)
    assert "psychology" not in mine.replace("educational-psychology", "") and OTHER not in mine


def test_each_sees_a_request_as_their_rights_say(figures):
    cases = f"{PAGE}/cases?from=2026-03&to=2026-04&which=due"
    manager = page(figures.client(SAM), cases)
    assert "Amira Amin" in manager.text
    assert "/desk/case/EHC-2026-0001/advice/speech_language-1" in manager.links.values()
    service = page(figures.client(VAL), cases)
    assert "Amira" not in service.text and "AA" in service.text
    assert "/desk/escalations/EHC-2026-0001/speech_language-1" in service.links.values()
    assert figures.client(VAL).get("/desk/escalations/EHC-2026-0001/speech_language-1").status_code == 200


def test_a_list_is_paged_by_key_and_ends(figures, monkeypatch):
    monkeypatch.setattr("casework.outside.lists.compliance.ROWS", 7)
    client, path, seen = figures.client(SAM), f"{PAGE}/cases?from=2026-03&to=2026-04&which=due", []
    while path:
        shown = page(client, path)
        seen += [each.text for each in shown.main.of("gc-row")]
        path = shown.links.get("The next 50")
    whole = row_of(page(client, SPRING), "All together").all("td")[0].text
    assert len(seen) == int(whole)


def test_a_list_that_nobody_knows_is_all_that_fell_due(figures):
    client = figures.client(SAM)
    for odd in ("which=everything", "which=due&days=x-9", "which=due&after=never_x_1", "which=due&after=2026-03-01"):
        assert page(client, f"{PAGE}/cases?from=2026-03&to=2026-04&{odd}").h1.startswith("Fell due: ")


def test_days_late_narrow_a_list(figures):
    shown = page(figures.client(VAL), f"{PAGE}/cases?from=2026-03&to=2026-03&which=late&days=1-1")
    assert shown.h1 == "Came late, 1 to 1 day late: Speech and language, March 2026"
    assert all("Came 1 day late" in each.text for each in shown.main.of("gc-row"))


def test_months_in_which_nothing_fell_due_are_said_and_drawn_empty(figures):
    shown = page(figures.client(SAM), f"{PAGE}?from=2025-01&to=2025-03")
    assert "Nothing fell due" in shown.text and "Nothing fell due in these months." in shown.headings(2)
    assert page(figures.client(SAM), f"{PAGE}/cases?from=2025-01&to=2025-03").text.count("No requests here") == 1


def test_the_page_asks_as_many_questions_for_two_months_as_for_twenty(figures):
    client, numbers = figures.client(SAM), []
    for path in (SPRING, f"{PAGE}?from=2025-01&to=2026-06", f"{PAGE}/cases?which=due&from=2026-03&to=2026-04"):
        page(client, path)
        with counting() as statements:
            page(client, path)
        numbers.append((len(statements), sum("timeliness" in each for each in statements)))
    assert numbers[0] == numbers[1] and numbers[0][1] == 3
    assert numbers[2][1] == 1 and max(numbers)[0] <= 8
