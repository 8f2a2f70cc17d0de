"""Builds a tree from a page's HTML with the standard library alone, remembering every tag that does not match."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
DRAWN = {"path", "circle", "rect", "line", "polyline", "polygon", "use", "ellipse"}  # in an SVG, with nothing inside
SILENT = {"script", "style", "template", "title", "head"}
IN_A_LINE = {"a", "abbr", "b", "bdi", "em", "i", "span", "strong", "time"}


@dataclass
class Tag:
    """One element: its name, its attributes, what is in it, and what it is in."""

    name: str
    attributes: dict
    inside: "Tag | None" = None
    parts: list = field(default_factory=list)

    def __getitem__(self, name: str) -> str:
        """An attribute's value; empty when it has none."""
        return self.attributes.get(name) or ""

    def has(self, name: str) -> bool:
        """Whether it has an attribute, whatever its value."""
        return name in self.attributes

    def is_of(self, look: str) -> bool:
        """Whether it has a class."""
        return look in self["class"].split()

    def all(self, *names: str) -> list["Tag"]:
        """Every element of some names below this one (of any name when none is given), in the order of the page."""
        below = [tag for part in self.parts if isinstance(part, Tag) for tag in [part, *part.all()]]
        return [tag for tag in below if not names or tag.name in names]

    def of(self, look: str) -> list["Tag"]:
        """Every element below this one that has a class."""
        return [tag for tag in self.all() if tag.is_of(look)]

    def within(self, *names: str) -> bool:
        """Whether any element around it has one of these names."""
        return self.inside is not None and (self.inside.name in names or self.inside.within(*names))

    @property
    def text(self) -> str:
        """What a reader would read in it, every run of spaces as one."""
        return re.sub(r"\s+", " ", self.words()).strip()

    def words(self) -> str:
        """Its words as they stand, with a space around each block."""
        if self.name in SILENT:
            return ""
        gap = "" if self.name in IN_A_LINE else " "
        return gap + "".join(part if isinstance(part, str) else part.words() for part in self.parts) + gap

    @property
    def own(self) -> str:
        """The words directly in it, as they stand."""
        return "".join(part for part in self.parts if isinstance(part, str))

    def __str__(self):
        """How a fault names it."""
        said = "".join(f' {name}="{self[name]}"' for name in ("id", "name", "class", "href") if self[name])
        return f"<{self.name}{said}>"


class Builder(HTMLParser):
    """Builds the tree in `top`, and says in `faults` what does not match."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.top = self.here = Tag("page", {})
        self.faults: list[str] = []
        self.doctype = ""

    def handle_decl(self, decl):
        """The line that says it is HTML."""
        self.doctype = decl

    def handle_starttag(self, tag, attrs):
        """Go into a new element."""
        names = [name for name, _ in attrs]
        self.faults += [f"<{tag}> says {name} twice." for name in sorted(set(names)) if names.count(name) > 1]
        made = Tag(tag, dict(attrs), self.here)
        self.here.parts.append(made)
        if tag not in VOID | DRAWN:
            self.here = made

    def handle_startendtag(self, tag, attrs):
        """An element that says itself that it is empty."""
        self.here.parts.append(Tag(tag, dict(attrs), self.here))

    def handle_endtag(self, tag):
        """Come out of an element."""
        if tag in VOID | DRAWN:
            return
        if self.here.name == tag:
            self.here = self.here.inside
        else:
            self.faults.append(f"Line {self.getpos()[0]}: </{tag}> where {self.here} is still open.")

    def handle_data(self, data):
        """Words."""
        self.here.parts.append(data)


def built(html: str) -> Builder:
    """The tree of a page."""
    builder = Builder()
    builder.feed(html)
    builder.close()
    if builder.here is not builder.top:
        builder.faults.append(f"{builder.here} is never closed.")
    return builder
