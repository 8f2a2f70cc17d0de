"""Asking on a telephone, with a browser that runs our script and one that does not; each page is scanned by axe."""

import pytest

from tests.accessibility import violations
from tests.portal.asking import an_app, inside, office_of

PHONE = {"viewport": {"width": 360, "height": 740}}


@pytest.fixture
def address(sqlite_url, tmp_path, live_server):
    """The whole service, served, and its app."""
    with inside(an_app(tmp_path, sqlite_url)) as app:
        yield live_server(app), app


def fill(page, boxes: dict) -> None:
    """Type into boxes, by their labels."""
    for label, words in boxes.items():
        page.get_by_label(label, exact=True).fill(words)


def onward(page, scan: bool) -> None:
    """Look at a page, press Continue, and see that nothing is wider than the telephone."""
    if scan:
        assert violations(page) == [], page.url
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, page.url
    page.get_by_role("button", name="Continue").click()


def begin(page, site):
    """Come to the first question as a parent, and answer it."""
    page.goto(f"{site}/ask")
    page.get_by_text("I am a parent or carer").click()
    page.get_by_role("button", name="Start now").click()
    page.get_by_role("checkbox").check()


@pytest.mark.parametrize("script", [True, False], ids=["with our script", "without any script"])
def test_a_parent_asks_on_a_telephone(address, new_context, script):
    site, app = address
    page = new_context(**PHONE, java_script_enabled=script).new_page()
    begin(page, site)
    onward(page, script)
    for name in ("Amira", "Khan"):
        page.get_by_role("textbox").fill(name)
        onward(page, script)
    fill(page, {"Day": "31", "Month": "3", "Year": "2016"})
    onward(page, script)
    fill(page, {"Address line 1": "4 Quay Street", "Town or city": "Saltmarsh", "Postcode": "ZZ9 1AA"})
    onward(page, script)
    page.get_by_role("textbox").fill("Sara Khan")
    onward(page, script)
    page.get_by_label("Mother").check()
    onward(page, script)
    page.locator("#your_contact-phone").fill("07700 900111")
    onward(page, script)
    page.get_by_text("Check and send it").click()
    page.get_by_role("button", name="Send it").click()
    assert page.get_by_role("heading", level=1).inner_text() == "We have your request for Amira"
    assert not script or violations(page) == []
    assert len(office_of(app).diary.refs()) == 1


def test_what_is_typed_is_saved_by_itself_and_is_there_in_another_window(address, new_context):
    site, _ = address
    context = new_context(**PHONE)
    page = context.new_page()
    page.goto(f"{site}/ask/parent/start")
    page.get_by_role("button", name="Start now").click()
    page.goto(f"{site}/ask/parent/love")
    page.get_by_role("textbox").fill("Her laugh")
    page.get_by_text("Saved ").wait_for()
    other = context.new_page()
    other.goto(f"{site}/ask/parent/love")
    assert other.get_by_role("textbox").input_value() == "Her laugh"


def test_the_other_parents_boxes_open_only_when_they_are_wanted(address, new_context):
    site, _ = address
    page = new_context(**PHONE).new_page()
    page.goto(f"{site}/ask/parent/start")
    page.get_by_role("button", name="Start now").click()
    page.goto(f"{site}/ask/parent/other-parent")
    assert not page.get_by_label("Their name").is_visible()
    page.get_by_label("Yes", exact=True).first.check()
    assert page.get_by_label("Their name").is_visible()
    assert violations(page) == []
