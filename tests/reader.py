"""Opens a page and reads it as an editor would: read(html) answers with a Page, or fails naming every fault."""

from dataclasses import dataclass
from functools import cached_property

from tests.editor import faults_of
from tests.markup import Tag, built

BOXES = ("input", "select", "textarea")


@dataclass
class Form:
    """A form as a browser would send it."""

    tag: Tag

    @property
    def action(self) -> str:
        """Where it is sent."""
        return self.tag["action"]

    @property
    def boxes(self) -> list[Tag]:
        """Everything in it that has a name."""
        return [box for box in self.tag.all(*BOXES) if box["name"]]

    @property
    def buttons(self) -> list[str]:
        """The words on its buttons."""
        return [button.text for button in self.tag.all("button")]

    @property
    def values(self) -> dict[str, list[str]]:
        """What it holds before anyone types: lists of values by name, unticked boxes left out."""
        held: dict[str, list[str]] = {}
        for box in self.boxes:
            value = _held(box)
            if value is not None:
                held.setdefault(box["name"], []).append(value)
        return held

    def filled(self, **answers) -> dict:
        """Its values, with these answers in place of what was there; `born_day` answers the box `born-day`.

        Fails for an answer that has no box: a test cannot answer what a page does not ask.
        """
        names = {box["name"].replace("-", "_"): box["name"] for box in self.boxes}
        unasked = sorted(set(answers) - set(names))
        assert not unasked, f"The form to {self.action} does not ask for {unasked}. It asks for {sorted(names)}."
        return {**self.values, **{names[name]: value for name, value in answers.items()}}


def _held(box):
    """What one box holds, or None when a browser would not send it."""
    if box["type"] in ("file", "submit"):
        return None
    if box["type"] in ("checkbox", "radio"):
        return (box["value"] or "on") if box.has("checked") else None
    if box.name == "textarea":
        return box.own.removeprefix("\n")
    if box.name == "select":
        options = box.all("option")
        chosen = [option for option in options if option.has("selected")] or options[:1]
        return chosen[0]["value"] if chosen else None
    return box["value"]


class Page:
    """A page that was read. Everything is as a reader meets it: words, links, questions, errors."""

    def __init__(self, top: Tag):
        self.top = top

    @cached_property
    def main(self) -> Tag:
        """The page without its header and footer."""
        return self.top.all("main")[0]

    @property
    def h1(self) -> str:
        """Its one heading of the first level."""
        return self.top.all("h1")[0].text

    @property
    def title(self) -> str:
        """What the browser's tab says."""
        return self.top.all("title")[0].own.strip()

    @property
    def text(self) -> str:
        """The words of the page, without its header and footer."""
        return self.main.text

    @property
    def links(self) -> dict[str, str]:
        """Where each link in the page goes, by its words."""
        return {link.text: link["href"] for link in self.top.all("a")}

    def link(self, words: str) -> str:
        """Where the first link that begins with these words goes. Fails when there is none."""
        found = [href for text, href in self.links.items() if text.startswith(words)]
        assert found, f"No link says “{words}”. The links say {sorted(self.links)}."
        return found[0]

    @property
    def forms(self) -> list[Form]:
        """The forms of the page, without the header's."""
        return [Form(tag) for tag in self.main.all("form")]

    @property
    def form(self) -> Form:
        """The page's only form. Fails when there are none, or more."""
        assert len(self.forms) == 1, f"The page “{self.h1}” has {len(self.forms)} forms."
        return self.forms[0]

    def form_to(self, ending: str) -> Form:
        """The form whose address ends like this. Fails when there is none."""
        found = [form for form in self.forms if form.action.split("?")[0].endswith(ending)]
        assert found, f"No form goes to “{ending}”. They go to {[form.action for form in self.forms]}."
        return found[0]

    @property
    def errors(self) -> list[str]:
        """The sentences of the error summary."""
        return [item.text for box in self.main.of("govuk-error-summary") for item in box.all("li")]

    @property
    def beside(self) -> list[str]:
        """The error sentences beside their questions."""
        return [error.text.removeprefix("Error: ") for error in self.main.of("govuk-error-message")]

    @property
    def said(self) -> list[str]:
        """What the page says was done."""
        return [banner.text for banner in self.main.of("gt-said")]

    def headings(self, level: int) -> list[str]:
        """The headings of one level."""
        return [heading.text for heading in self.main.all(f"h{level}")]


def read(html) -> Page:
    """Read a page (text, bytes or a test client's answer). Fails with every fault an editor would find."""
    text = html.get_data(as_text=True) if hasattr(html, "get_data") else html
    builder = built(text.decode() if isinstance(text, bytes) else text)
    faults = builder.faults + faults_of(builder)
    assert not faults, "The page has faults:\n" + "\n".join(f"- {fault}" for fault in faults)
    return Page(builder.top)
