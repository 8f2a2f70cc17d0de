"""The look: what came from outside is what it was, an editor and axe find nothing, and the script works."""

import hashlib
import re
from pathlib import Path

import pytest

from tests import look_app
from tests.accessibility import violations
from tests.reader import read

ROOT = Path(__file__).resolve().parent.parent
SUMS = (ROOT / "static" / "vendor" / "SHA256SUMS").read_text().splitlines()
STYLES = sorted(ROOT.glob("static/**/*.css"))
TEMPLATES = sorted(ROOT.glob("templates/**/*.html"))
PUBLIC = ["/", "/how-long", "/help", "/privacy", "/accessibility-statement", "/cookies"]
PAGES = ["/gallery?said=1", "/everything", "/question", "/note", *PUBLIC]
WRONG = [400, 403, 404, 405, 409, 413, 429, 500, 503]
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1200, "height": 900}


@pytest.fixture(scope="module")
def client():
    """The gallery, read without a browser."""
    return look_app.create_app().test_client()


@pytest.fixture
def gallery(live_server):
    """The gallery's address, for somebody signed in."""
    return live_server(look_app.create_app())


@pytest.mark.parametrize("line", SUMS, ids=[line.split("  ")[1] for line in SUMS])
def test_what_came_from_outside_is_what_it_was(line):
    digest, name = line.split("  ")
    assert hashlib.sha256((ROOT / name).read_bytes()).hexdigest() == digest


@pytest.mark.parametrize("style", STYLES, ids=lambda path: path.name)
def test_no_style_sheet_shows_what_only_govuk_may_show_or_fetches_from_elsewhere(style):
    text = style.read_text(encoding="utf-8")
    elsewhere = r"url\((?![\"']?(?:(?:\.\./)?fonts/|data:))"
    found = re.findall(rf"GDS.?Transport|crest|crown\.|opengraph|@import|{elsewhere}", text)
    assert found == []
    assert text.count("{") == text.count("}")


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT / "templates")))
def test_no_template_has_a_style_or_a_script_of_its_own(template):
    text = template.read_text(encoding="utf-8")
    own = re.findall(r"<[^>%}]*\s(style|on[a-z]+)=", text) if "letters" not in template.parts else []
    assert own == []
    assert "govukFooter" not in text
    assert "govukHeader" not in text


@pytest.mark.parametrize("path", PAGES)
def test_an_editor_finds_nothing(client, path):
    assert read(client.get(path)).h1


@pytest.mark.parametrize("code", WRONG)
def test_every_page_for_something_wrong_says_what_to_do(client, code):
    page = read(client.get(f"/wrong/{code}"))
    assert "01632 960100" in page.text


def test_a_wrong_answer_is_said_at_the_top_beside_its_box_and_in_the_title(client):
    form = read(client.get("/question")).form
    page = read(client.post(form.action, data=form.filled(born_day="31", born_month="2", born_year="2026")))
    sentence = "The day must be between 1 and 28, because February 2026 has 28 days"
    assert (page.errors, page.beside) == ([sentence], [sentence])
    assert page.link(sentence) == "#born-day"
    assert page.title.startswith("Error: ")
    assert page.form.values["born-month"] == ["2"]


def test_every_wrong_box_of_a_long_form_is_listed_once_and_leads_to_its_box(client):
    form = read(client.get("/everything")).form
    page = read(client.post("/everything", data=form.filled()))
    assert page.errors == page.beside
    assert len(page.errors) == 8


def test_a_stale_page_keeps_what_was_typed(client):
    form = read(client.get("/everything")).form
    page = read(client.post("/everything", data=form.filled(story="A long evening") | {"forgery": "old"}))
    assert page.form.values["story"] == ["A long evening"]
    assert "had been open for a long time" in page.errors[0]


def test_right_to_left_names_markup_and_quotes_are_shown_as_they_were_typed(client):
    typed = "عمر <b>\"&’ 🎉"
    form = read(client.get("/everything")).form
    page = read(client.post("/everything", data=form.filled(first_name=typed)))
    assert page.form.values["first_name"] == [typed]


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_and_nothing_runs_off_the_side(gallery, new_context, path):
    page = new_context(viewport=PHONE).new_page()
    page.goto(gallery + path)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    for size in (PHONE, DESK):
        page.set_viewport_size(size)
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_axe_finds_nothing_on_a_page_in_fault(gallery, new_context):
    page = new_context(viewport=PHONE).new_page()
    page.goto(gallery + "/everything")
    page.get_by_role("button", name="Save and continue").click()
    page.locator(".govuk-error-summary:focus").wait_for()
    assert violations(page) == []
    page.get_by_role("link", name="Enter the date of birth").click()
    assert page.evaluate("document.activeElement.id") == "born-day"


def test_everything_is_there_without_a_script(gallery, new_context):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(gallery + "/everything")
    assert page.get_by_label("How are you related?").is_visible()
    assert page.get_by_label("Which school do they go to?").locator("option").count() == 5
    page.get_by_role("button", name="Save and continue").click()
    assert page.get_by_role("heading", name="There is something to put right").is_visible()


def test_typed_words_are_saved_and_the_page_says_when(gallery, new_context):
    page = new_context().new_page()
    page.goto(gallery + "/note")
    page.get_by_label("What helps?").fill("Time, and trains")
    page.get_by_text("Saved 10:42:07").wait_for()
    assert page.locator('input[name="version"]').input_value() == "2"


def test_words_that_could_not_be_saved_are_kept_and_offered_again(gallery, new_context):
    context = new_context()
    page = context.new_page()
    page.goto(gallery + "/note")
    page.route("**/save", lambda route: route.abort())
    page.get_by_label("What helps?").fill("Time, and trains")
    page.get_by_text("Not saved yet: no connection").wait_for()
    again = context.new_page()
    again.goto(gallery + "/note")
    again.get_by_role("button", name="Put them back").click()
    assert again.get_by_label("What helps?").input_value() == "Time, and trains"


def test_signing_out_forgets_what_the_browser_kept(gallery, new_context):
    page = new_context().new_page()
    page.goto(gallery + "/note")
    page.evaluate("localStorage.setItem('golden-thread:/save', '{\"at\": 0, \"words\": \"[]\"}')")
    page.route("**/sign-out", lambda route: route.fulfill(status=204))
    page.get_by_role("button", name="Sign out").click()
    assert page.evaluate("localStorage.length") == 0


def test_the_count_says_how_much_is_left_and_how_much_too_many(gallery, new_context):
    page = new_context().new_page()
    page.goto(gallery + "/everything")
    box = page.get_by_label("What do people love about your child?")
    box.fill("one two three")
    assert page.locator("#love-limit").inner_text() == "17 words left"
    box.fill("word " * 22)
    assert page.locator("#love-limit").inner_text() == "2 words too many"
    page.get_by_label("Their story so far").fill("🎉" * 1999)
    assert page.locator("#story-limit").inner_text() == "1 character left"


def test_a_long_list_can_be_searched_and_what_was_found_is_sent(gallery, new_context):
    page = new_context().new_page()
    page.goto(gallery + "/everything")
    box = page.get_by_role("combobox")
    box.fill("north")
    page.get_by_role("option", name="Northgate School").click()
    assert page.evaluate("new FormData(document.querySelector('main form')).get('school')") == "2"
    assert violations(page) == []


def test_a_box_under_a_choice_shows_only_while_it_is_chosen(gallery, new_context):
    page = new_context().new_page()
    page.goto(gallery + "/everything")
    under = page.get_by_label("How are you related?")
    assert not under.is_visible()
    page.get_by_label("Other", exact=True).check()
    assert under.is_visible()
    page.get_by_label("Mother", exact=True).check()
    assert not under.is_visible()
