"""Prints letters and plans as PDF/UA-1, writes their emails, and can reach nothing outside while it does."""

import atexit
import base64
import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from threading import Lock

from casework.errors import GapInOurTables
from casework.outside import press_advice, press_plan, press_says, press_words
from casework.record.plan.redline import summary

FONT = re.compile(r"url\(\"?\.\./fonts/([\w-]+\.woff2)\"?\)")
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
PICTURES = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".svg": "image/svg+xml"}


class Press:
    """Turns facts into paper.

    `area` is the council's settings, `templates` the folder of templates; fonts
    and print styles are in the `static` folder beside it. Every refusal is a
    GapInOurTables that names what is missing.
    """

    def __init__(self, area, templates: Path):
        if not COLOUR.fullmatch(area.colour):
            raise GapInOurTables(f"The area’s colour must look like #12436d, and it is “{area.colour}”.")
        self._area = area
        self._static = Path(templates).parent / "static"
        self._env = press_words.environment(templates)
        self._logo = _picture(self._static, area.logo)
        # Two threads printing are slower than one after the other, and share parsed styles.
        self._one_at_a_time = Lock()
        self._sheets: dict[str, object] = {}
        self._asked: dict[str, frozenset[str]] = {}

    def letter_html(self, name: str, facts: Mapping) -> str:
        """A letter as a page, the same for preview and for print.

        `facts` holds case, child, to, from, today, link and `it`, what this letter
        states (`asks` lists its names). Refused when a fact or a legal sentence is missing.
        """
        press_says.owed_paragraphs(name)
        known = {"area": self._area, "logo": self._logo, **facts}
        known |= press_words.voice(known)
        press_says.check_facts(name, known)
        page = press_words.fill(self._env, f"letters/{name}.html", f"the letter {name}", **known)
        press_says.check_said(name, page, known)
        return page

    def letter(self, name: str, facts: Mapping) -> bytes:
        """A letter as a PDF: the bytes to keep and to send."""
        return self._print(self.letter_html(name, facts), "letter")

    def plan_html(self, plan, version: Mapping) -> str:
        """A plan as a page. `version` holds label, date and draft; press_plan.Edition says what else it may."""
        edition = press_plan.edition(plan, version)
        return press_words.fill(
            self._env, "plan/plan.html", "the plan", area=self._area, logo=self._logo, plan=plan, edition=edition
        )

    def plan(self, plan, version: Mapping) -> bytes:
        """A plan as a PDF. A draft says DRAFT on every page, in its title and in its words."""
        return self._print(self.plan_html(plan, version), "plan", *(["draft"] if version["draft"] else []))

    def changes_html(self, found, version: Mapping) -> str:
        """A redline as a page. `version` holds before and after (each with words and on), child and ref."""
        known = {"area": self._area, "logo": self._logo, "found": found, "told": summary(found), **version}
        return press_words.fill(self._env, "plan/changes.html", "the changes in a plan", **known)

    def changes(self, found, version: Mapping) -> bytes:
        """What changed between two versions of a plan, as a PDF in the look of the plan."""
        return self._print(self.changes_html(found, version), "plan", "changes")

    def advice_html(self, content: Mapping, version: Mapping) -> str:
        """One advice, or a reply in place of one, as a page. press_advice.advice_edition says what `version` holds."""
        edition = press_advice.advice_edition(content, version)
        known = {"area": self._area, "logo": self._logo, "edition": edition}
        return press_words.fill(self._env, "advice/advice.html", "the advice", **known)

    def advice(self, content: Mapping, version: Mapping) -> bytes:
        """One advice, or a reply in place of one, as a PDF in the look of the plan it belongs to."""
        return self._print(self.advice_html(content, version), "plan", "advice")

    def email(self, name: str, facts: Mapping) -> tuple[str, str]:
        """The subject and the words of an email: a reference and a link, never a child's name, birth date or reason.

        `facts` holds case, link and `it`; what an email may not state is not handed to its template.
        """
        known = press_words.for_email({"area": self._area, **facts})
        subject, body = (
            press_words.fill(self._env, f"emails/{name}/{part}.txt", f"the email {name}", **known)
            for part in ("subject", "body")
        )
        return " ".join(subject.split()), body.strip() + "\n"

    def asks(self, name: str) -> frozenset[str]:
        """The names in `it` that a letter and its email state."""
        if name not in self._asked:
            parts = [f"letters/{name}.html", f"emails/{name}/subject.txt", f"emails/{name}/body.txt"]
            known = set(self._env.list_templates(extensions=["html", "txt"]))
            self._asked[name] = press_words.states(self._env, *(part for part in parts if part in known))
        return self._asked[name]

    def _print(self, page: str, *styles: str) -> bytes:
        """HTML to PDF/UA-1. Raises GapInOurTables when the page reaches for anything but what is in it."""
        # Imported only where printing happens: it costs half a second and 30 MB, which a web process that
        # never prints need not pay.
        from weasyprint import HTML
        from weasyprint.urls import FatalURLFetchingError

        with self._one_at_a_time:
            document = HTML(string=page, url_fetcher=self._nothing_outside)
            try:
                return document.write_pdf(
                    stylesheets=[self._sheet(style) for style in styles],
                    font_config=self._fonts,
                    pdf_variant="pdf/ua-1",
                )
            except FatalURLFetchingError as reached:
                raise GapInOurTables(str(reached)) from reached

    def _sheet(self, name: str):
        """A parsed stylesheet, read once: the fonts inside it, the area's colour in place."""
        from weasyprint import CSS

        if name not in self._sheets:
            words = (self._static / "print" / f"{name}.css").read_text(encoding="utf-8")
            words = FONT.sub(self._font, words).replace("var(--area)", self._area.colour)
            self._sheets[name] = CSS(string=words, font_config=self._fonts, url_fetcher=self._nothing_outside)
        return self._sheets[name]

    def _font(self, found) -> str:
        return f"url({_data(self._static / 'fonts' / found[1], 'font/woff2')})"

    @cached_property
    def _fonts(self):
        from weasyprint.text.fonts import FontConfiguration

        # Its folder of fonts is removed while Python still can: at the very end of a process it could not.
        atexit.register(self._let_go)
        return FontConfiguration()

    def _let_go(self):
        self._sheets.clear()
        self.__dict__.pop("_fonts", None)

    @cached_property
    def _nothing_outside(self):
        from weasyprint.urls import FatalURLFetchingError, URLFetcher

        class NothingOutside(URLFetcher):
            """Opens what is written into the page itself (data:) and stops the printing for anything else."""

            def fetch(self, url, headers=None):
                """The content of a data: address. Any other address is somebody's mistake or somebody's attack."""
                if not url.lower().startswith("data:"):
                    raise FatalURLFetchingError("Printing stopped: the page asked for something outside itself.")
                return super().fetch(url, headers)

        return NothingOutside(allowed_protocols={"data"}, allow_redirects=False)


def _picture(static: Path, logo: str) -> str:
    """The area's logo, a file in static/, as words that can stand in a page; empty when there is none."""
    if not logo:
        return ""
    path = (static / logo.removeprefix("/static/")).resolve()
    if path.suffix not in PICTURES or not path.is_file() or not path.is_relative_to(static.resolve()):
        raise GapInOurTables(f"The area’s logo must be a PNG, JPEG or SVG file in static/, and “{logo}” is not.")
    return _data(path, PICTURES[path.suffix])


def _data(path: Path, media_type: str) -> str:
    """A file's bytes as a data: address."""
    return f"data:{media_type};base64,{base64.b64encode(path.read_bytes()).decode()}"
