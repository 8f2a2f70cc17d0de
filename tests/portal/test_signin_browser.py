"""Signing in, in a real browser: on a phone, without script, and with the Back button."""

import pytest

from tests.accessibility import violations
from tests.casework.outside.register_makers import THERAPIST
from tests.portal.signing_in import PARENT, PASSWORD, SECRET, ash, code_now, leila, mail, office_of

pytestmark = pytest.mark.journey
NOTE = "boats\n\nגלים"
NARROW = {"viewport": {"width": 360, "height": 740}}


@pytest.fixture
def address(quick, live_server):
    """The address of the service, with a parent in it."""
    leila(quick)
    return live_server(quick)


def fine(page, h1):
    """Fail unless the page is the one we think, fits the screen, and axe finds nothing wrong with it."""
    assert page.locator("h1").inner_text() == h1
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    assert violations(page) == []


def press(page, words):
    """Press a button of the page itself."""
    page.locator("main").get_by_role("button", name=words, exact=True).click()


def signs_in(page, address, email=PARENT, password=PASSWORD):
    """Fill in the sign-in page and send it."""
    page.goto(f"{address}/sign-in")
    page.get_by_label("Email address").fill(email)
    page.get_by_label("Password").fill(password)
    press(page, "Sign in")


@pytest.mark.parametrize("script", [True, False])
def test_every_page_of_signing_in_is_fit_for_a_phone_and_needs_no_script(quick, address, new_context, script):
    page = new_context(java_script_enabled=script, **NARROW).new_page()
    look = fine if script else lambda page, h1: page.get_by_role("heading", name=h1, level=1).wait_for()
    signs_in(page, address, password="wrong password here")
    look(page, "Sign in")
    page.get_by_role("link", name="Email me a link instead").click()
    look(page, "Email me a link to sign in")
    page.get_by_label("Email address").fill(PARENT)
    press(page, "Send the link")
    look(page, "Check your email")
    page.goto(address + mail(quick)[0][2])
    look(page, "Sign in with your link")
    press(page, "Sign in")
    page.goto(f"{address}/account")
    look(page, "My account")
    page.goto(address + mail(quick)[0][2])
    look(page, "This link has been used or has run out")


def test_a_code_is_set_up_from_the_picture_and_the_spare_codes_are_shown(quick, address, hands, new_context):
    page = new_context(**NARROW).new_page()
    signs_in(page, address)
    page.goto(f"{address}/account")
    press(page, "Set up a security code")
    page.get_by_text("I cannot point a camera at it").click()
    fine(page, "Set up your security code")
    picture = page.locator(".gt-picture svg").bounding_box()
    assert 200 < picture["width"] < 320
    key = page.locator(".gt-key").inner_text().replace(" ", "")
    page.get_by_label("Your password").fill(PASSWORD)
    page.get_by_label("Security code").fill(code_now(hands, key))
    press(page, "Turn it on")
    fine(page, "Keep your spare codes")
    assert page.locator(".gt-key").count() == 8
    press(page, "I have kept them, continue")
    fine(page, "My account")


def test_nothing_is_left_on_the_screen_after_signing_out_and_going_back(address, new_context):
    page = new_context().new_page()
    signs_in(page, address)
    page.goto(f"{address}/account")
    fine(page, "My account")
    page.locator("header").get_by_role("button", name="Sign out").click()
    fine(page, "Sign in")
    page.go_back()
    page.get_by_role("heading", name="Sign in", level=1).wait_for()
    assert "leila" not in page.content().casefold()


def test_a_form_sent_too_late_comes_back_after_signing_in(address, hands, new_context):
    page = new_context(**NARROW).new_page()
    signs_in(page, address)
    page.goto(f"{address}/note")
    page.get_by_label("What helps?").fill(NOTE)
    hands.on(minutes=31)
    press(page, "Send")
    assert page.locator(".govuk-inset-text").inner_text().startswith("You were signed out")
    page.get_by_label("Email address").fill(PARENT)
    page.get_by_label("Password").fill(PASSWORD)
    press(page, "Sign in")
    fine(page, "We kept what you typed")
    page.get_by_text("Read it here").click()
    assert page.locator(".gt-kept dd").inner_text() == NOTE
    press(page, "Go back to the page")
    fine(page, "What helps?")
    assert page.get_by_label("What helps?").input_value() == NOTE
    assert "What you typed is still here" in page.locator(".govuk-error-summary").inner_text()


def test_somebody_who_works_here_signs_in_with_a_code(quick, address, hands, new_context):
    ash(quick)
    page = new_context().new_page()
    signs_in(page, address, THERAPIST)
    page.get_by_text("I do not have my phone").click()
    fine(page, "Enter your security code")
    page.get_by_label("Security code").fill(f" {code_now(hands, SECRET)[:3]} {code_now(hands, SECRET)[3:]} ")
    press(page, "Continue")
    page.wait_for_url("**/advice")
    with quick.app_context():
        office = office_of(quick)
        [session] = office.accounts.sessions.of(office.people.by_email(THERAPIST))
    assert session.where == "Chrome on a Linux computer"
