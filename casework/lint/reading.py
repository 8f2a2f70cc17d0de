"""A text as it came, beside the same text as the rules read it: one kind of space, quote and dash, and no markup.

People paste from Word, from the web and from emails. The rules look at plain
small letters with single spaces; every mark is led back to the very characters
that were typed, so that a page or a program can show them.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache, cached_property
from html import unescape
from unicodedata import category, normalize

DASHES = "‐‑‒–—−"
ALIKE = str.maketrans("’‘‛ʼ`“”„«»", "'''''" + '"' * 5)
FAR = 10**9  # beyond the end of any text
# What a reader does not see, and what stands between two words or two lines.
HIDDEN = ("script", "style", "xml")
LINES = re.compile(r"</?(p|div|br|li|ul|ol|tr|td|th|table|h[1-6])\b", re.IGNORECASE)
TAG = re.compile(r"</?([a-zA-Z][\w:-]*)[^<>]*>")
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,30});")
# One stretch of a text that is not read as it stands: an entity, a space of any kind, or a letter outside plain Latin.
ODD = re.compile(
    r"&(?:#\w{1,8}|[a-zA-Z]\w{1,30});|(?<=[a-z])-[ \t]*\r?\n[ \t]*(?=[a-z])| \s+|[^\S ]\s*|[^\x00-\x7f]"
)
# A line ends a paragraph when the sentence ended with it, or when the next line is one of a list.
PARAGRAPH = re.compile(
    r"\n\s*\n|[.:;!?]\W*\n|\n\s*(?:[-*•·▪–—]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|[A-Z]{1,2}\d{1,2}\b)\s"
)
# A word cut by the end of its line; these first parts keep their hyphen.
KEEPS_ITS_HYPHEN = re.compile(r"\b(one|two|three|to|pre|well|self|over|multi|co|non|half|age|follow|check|so)$", re.I)
# Somebody else's words are theirs: what stands between quotation marks is not looked at.
# No quotation is longer than a page, and none holds more than a few apostrophes: a bound keeps any text quick.
QUOTED = re.compile(
    r'"[^"\n]{0,2000}"|“[^”\n]{0,2000}”|„[^”“\n]{0,2000}[”“]|«[^»\n]{0,2000}»|'
    r"‘[^‘’\n]{0,600}(?:’\w[^‘’\n]{0,200}){0,8}’(?!\w)|"
    r"(?<![\w'])'(?=\w)[^'\n]{0,600}(?:'\w[^'\n]{0,200}){0,8}(?<=[\w.!?,])'(?!\w)"
)
SHORT = "".join(rf"(?<!\b{word})" for word in ("mr", "mrs", "ms", "mx", "dr", "st", r"e\.g", r"i\.e", "s", "reg"))
SENTENCE_END = re.compile(rf"{SHORT}\.(?=[\s\"'”’)]|$)|[!?]+|\n", re.IGNORECASE)


@dataclass(frozen=True)
class Text:
    """A text, and how it is read. `plain` holds the letters, `starts` and `ends` where each came from in `raw`."""

    raw: str
    plain: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @cached_property
    def unquoted(self) -> str:
        """The words that are the writer's own, in their own letters: quotations are blank."""
        blank = QUOTED.sub(lambda quoted: " " * len(quoted[0]), self.plain)
        return blank.translate(ALIKE)

    @property
    def straight(self) -> str:
        """The letters with quotation marks of one kind, and what stands between them still there."""
        return self.plain.translate(ALIKE)

    @cached_property
    def small(self) -> str:
        """The writer's own words in small letters, as every pattern of a table reads them."""
        return self.unquoted.lower()

    @cached_property
    def paragraphs(self) -> tuple[tuple[int, int], ...]:
        """Where each paragraph that has a word in it starts and ends, in `plain`."""
        return _pieces(self.plain, [match.end() for match in re.finditer(r"\n", self.plain)])

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Where each sentence starts and ends, in `plain`; a new paragraph ends one too."""
        return _pieces(self.unquoted, [match.end() for match in SENTENCE_END.finditer(self.unquoted)])

    def sentence_at(self, place: int) -> tuple[int, int]:
        """The sentence that holds a place."""
        return _around(self.sentences, place)

    def sentence_before(self, place: int) -> tuple[int, int]:
        """The last sentence that ended before a place; the place alone when it is the first."""
        number = bisect_right(self.sentences, (place, 0)) - 1
        return self.sentences[number] if number >= 0 else (place, place)

    def paragraph_at(self, place: int) -> tuple[int, int]:
        """The paragraph that holds a place."""
        return _around(self.paragraphs, place)

    def came_from(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of `plain` stands in the text as it came."""
        while end > start + 1 and self.plain[end - 1].isspace():
            end -= 1
        return self.starts[start], self.ends[end - 1]


def read(raw: str) -> Text:
    """Read a text: markup left out, spaces, dashes and letters brought to one form, lines put together."""
    letters, starts, ends = [], [], []
    for start, end, said in _stretches(raw):
        if said is None:
            letters.append(raw[start:end])
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
        elif said:
            letters.append(said)
            starts.extend([start] * len(said))
            ends.extend([end] * len(said))
        elif ends and raw[start] != "<":
            ends[-1] = end
    return Text(raw, "".join(letters), tuple(starts), tuple(ends))


def _stretches(raw):
    """The whole text as (start, end, what is read there): None for what is read as it stands."""
    at = 0
    breaks = _breaks(raw)
    for start, end, said in _odd(raw):
        if start < at:
            continue
        if at < start:
            yield at, start, None
        if said == " " and any(place in breaks for place in range(start, end)):
            said = "\n"
        yield start, end, said
        at = end
    if at < len(raw):
        yield at, len(raw), None


def _breaks(raw) -> frozenset[int]:
    """Every place of a line's end that ends a paragraph."""
    if "\n" not in raw:
        return frozenset()
    return frozenset(
        place
        for match in PARAGRAPH.finditer(raw.replace("\r", " "))
        for place in range(match.start(), match.end())
        if raw[place] == "\n"
    )


def _odd(raw):
    """Everything that is not read as it stands, in order: markup first, since it may hold anything."""
    marked = list(_markup(raw)) if "<" in raw else []
    plain = ((match.start(), match.end(), _letter(raw, match)) for match in ODD.finditer(raw))
    return sorted([*marked, *plain], key=lambda each: (each[0], -each[1])) if marked else plain


def _letter(raw, match) -> str:
    """What one odd stretch is read as: a space, a plain letter, or nothing."""
    found = match[0]
    if found.startswith("&"):
        return "".join(map(_plain, unescape(found)))
    if found.startswith("-"):
        return "-" if KEEPS_ITS_HYPHEN.search(raw, max(0, match.start() - 10), match.start()) else ""
    return " " if found.isspace() else _plain(found)


@cache
def _plain(letter: str) -> str:
    """One character without its marks: é is e, ﬁ is fi, a soft hyphen is nothing, every dash is a hyphen."""
    if letter in DASHES:
        return "-"
    if letter.isspace():
        return " "
    kept = (each for each in normalize("NFKD", letter) if category(each) not in ("Mn", "Cf"))
    return "".join(" " if each.isspace() else each for each in kept)


def _markup(raw):
    """Every tag and comment, read as a space or the end of a paragraph; what is inside a script is no text."""
    at, closed = 0, "-->" in raw
    while (at := raw.find("<", at)) >= 0:
        end, said = at + 1, None
        if closed and raw.startswith("<!--", at):
            found = raw.find("-->", at)
            closed, end, said = found >= 0, found + 3, ""
        elif tag := TAG.match(raw, at):
            end, said = _closing(raw, tag), "\n" if LINES.match(tag[0]) else ""
        if said is not None:
            yield at, end, said
        at = max(end, at + 1)


def _closing(raw, tag) -> int:
    """Where a tag ends: with what it hides, when it opens a script or a style."""
    name = tag[1].lower()
    if name not in HIDDEN or tag[0].startswith("</"):
        return tag.end()
    found = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(raw, tag.end())
    return found.end() if found else tag.end()


def _pieces(text, cuts) -> tuple[tuple[int, int], ...]:
    """A text cut at some places, without the pieces that hold no letter and the spaces at each end."""
    found, at = [], 0
    for cut in [*cuts, len(text)]:
        start, end = at, cut
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        if any(map(str.isalnum, text[start:end])):
            found.append((start, end))
        at = cut
    return tuple(found)


def _around(pieces, place) -> tuple[int, int]:
    """The piece that holds a place, or the place alone."""
    start, end = pieces[max(0, bisect_right(pieces, (place, FAR)) - 1)] if pieces else (place, place)
    return (start, end) if start <= place < end else (place, place)
