"""Somebody with a browser: opens pages, fills in forms, presses buttons; every kind of page met is scanned once."""

from urllib.parse import urlsplit

import pyotp
from werkzeug.exceptions import HTTPException

from casework.demonstration.people import PASSWORD, secret_of
from tests.accessibility import violations
from tests.journeys.town import Town
from tests.reader import Page, read

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
DESK = {"viewport": {"width": 1280, "height": 900}}
BOX = "[name='{0}']:not([type=hidden])"


class Walk:
    """One walk through a town: who opens a browser, and what kinds of page have been scanned.

    `scans` says whether axe looks at the pages: it finds nothing on one database that it did not find on the other.
    """

    def __init__(self, town: Town, new_context, pictures=None, *, scans: bool = True):
        self.town, self.new_context, self.pictures, self.scans = town, new_context, pictures, scans
        self.scanned: set = set()
        self.number = 0

    def visitor(self, **settings) -> "Visitor":
        """Somebody with a browser of their own."""
        context = self.new_context(base_url=self.town.address, **settings)
        context.set_default_timeout(60_000)
        screen = "phone" if settings.get("is_mobile") else "desk"
        return Visitor(self, context.new_page(), screen, script=settings.get("java_script_enabled", True))

    def kind_of(self, path: str) -> str:
        """The page that answers at a path, whatever case it is about."""
        with self.town.app.test_request_context(path):
            try:
                endpoint, values = self.town.app.url_map.bind("").match(path)
            except HTTPException:
                return path
            return " ".join([endpoint, *[str(value) for name, value in values.items() if name in ("slug", "section")]])

    def _standing(self, page) -> str:
        """What a family's page says first: it is another page at each step, and when something is late."""
        said = [*page.main.of("gt-standing"), *page.main.of("gt-late__mark")]
        return " ".join(each.text for each in said)

    def keep(self, text: str) -> None:
        """Leave the page that was met last where the pictures are."""
        if self.pictures:
            (self.pictures / "last.html").write_text(text, encoding="utf-8")

    def meet(self, visitor) -> None:
        """A page has been arrived at: scan it when it is of a kind that was not met before."""
        path, page = urlsplit(visitor.page.url).path, visitor.seen()
        kind = (self.kind_of(path), page.h1.split()[0], visitor.screen, len(page.errors) > 0, self._standing(page))
        if kind in self.scanned:
            return
        self.scanned.add(kind)
        self.number += 1
        if self.pictures:
            name = "-".join([f"{self.number:03}", *[str(part).replace("/", "_").replace(" ", "_") for part in kind]])
            visitor.page.screenshot(path=self.pictures / f"{name}.png", full_page=True)
        wide = visitor.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert wide <= 0, f"{path} is {wide}px wider than the {visitor.screen}."
        if self.scans and visitor.script:  # the scanner itself is a script
            found = violations(visitor.page)
            assert found == [], f"{path}: {found}"


class Visitor:
    """One person at one browser."""

    def __init__(self, walk: Walk, page, screen: str, *, script: bool = True):
        self.walk, self.page, self.screen, self.script = walk, page, screen, script
        self._sent = self._page = None  # what the server answered last, and that page once it has been read
        page.on("response", self._came)

    def _came(self, answer) -> None:
        if answer.request.is_navigation_request() and not 300 <= answer.status < 400:
            self._sent, self._page = answer, None

    def open(self, path: str) -> Page:
        """Open a page of the service."""
        answer = self.page.goto(path)
        assert answer.status < 400, f"{path}: {answer.status}"
        return self.arrive()

    def status(self, path: str) -> int:
        """What opening a page answers with."""
        return self.page.goto(path).status

    def arrive(self) -> Page:
        """Read the page that is open now, and scan it if it is new."""
        self.walk.meet(self)
        return self.seen()

    def seen(self) -> Page:
        """Read the page that is open now, as it was sent: before a script or a scan put anything into it."""
        if self._page is None:
            text = self._sent.text()
            self.walk.keep(text)
            self._page = read(text)
        return self._page

    def follow(self, words: str) -> Page:
        """Press the first link that says this."""
        with self.page.expect_navigation():
            self.page.get_by_role("link", name=words).first.click()
        return self.arrive()

    def press(self, words: str, within: str = "main") -> Page:
        """Press the first button that says this."""
        with self.page.expect_navigation():
            self.page.locator(within).get_by_role("button", name=words).first.click()
        return self.arrive()

    def fill(self, answers: dict) -> None:
        """Answer the boxes of the page by their names: words, a choice, several choices in a list, a day as three."""
        for name, answer in answers.items():
            boxes = self.page.locator(BOX.format(name))
            assert boxes.count(), f"{self.page.url} has no box “{name}”. It has {self._names()}."
            self._answer(boxes, answer)

    def _names(self) -> list[str]:
        return self.page.eval_on_selector_all("main [name]", "boxes => [...new Set(boxes.map(box => box.name))]")

    def _answer(self, boxes, answer) -> None:
        kind = boxes.first.evaluate("box => box.type")
        if kind in ("radio", "checkbox"):
            for value in answer if isinstance(answer, list) else [answer]:
                boxes.and_(self.page.locator(f"[value='{value}']")).check(force=True)
        elif kind == "select-one" and self.script and boxes.first.get_attribute("data-search") is not None:
            self._search(boxes.first, answer)
        elif kind == "select-one":
            boxes.first.select_option(answer)
        elif kind == "file":
            boxes.first.set_input_files(answer)
        else:
            boxes.first.fill(answer)

    def _search(self, chosen, value: str) -> None:
        """Find one in a long list by typing what it says, as the script that searches it wants."""
        words = chosen.locator(f"option[value='{value}']").text_content().strip()
        box = self.page.locator(f"input[id='{chosen.get_attribute('id').removesuffix('-select')}']")
        box.fill(words)
        self.page.get_by_role("option", name=words).first.click()
        assert chosen.input_value() == value

    def send(self, answers: dict, press: str, within: str = "main") -> Page:
        """Fill in the form and press its button."""
        self.fill(answers)
        return self.press(press, within)

    def first(self, name: str) -> str:
        """The first choice that a box of the page offers."""
        return next(box["value"] for box in self.seen().form.boxes if box["name"] == name and box["value"])

    def refused(self, answers: dict, press: str, sentence: str) -> Page:
        """Fill in the form wrongly: the page comes back with a sentence, and what was typed is kept."""
        page = self.send(answers, press)
        assert any(sentence in error for error in page.errors), f"“{sentence}” is not among {page.errors}."
        return page

    def sign_in(self, email: str, password: str = PASSWORD) -> Page:
        """Sign in with a password, and with a code where one is asked for."""
        self.open("/sign-in")
        page = self.send({"email": email, "password": password}, "Sign in")
        if urlsplit(self.page.url).path == "/sign-in/code":
            page = self.send({"code": pyotp.TOTP(secret_of(email)).now()}, "Continue")
        assert "/sign-in" not in self.page.url, page.errors
        return page


def a_day(name: str, written: str) -> dict:
    """The three boxes of a day."""
    year, month, number = written.split("-")
    return {f"{name}-day": number, f"{name}-month": month, f"{name}-year": year}
