"""What the lint sees in the boxes of a plan's page while they are written, and the better pattern put in on request."""

import re
from dataclasses import dataclass, replace

from casework import quality
from casework.desk.plan_pieces import pieces
from casework.lint import Mark, lint
from casework.record.plan import Plan

# The boxes that are looked at, by the section they stand on; in F, G, H1 and H2 what and who.
BOXES = {"B": ("text", "reason"), "C": ("text", "reason"), "D": ("text", "reason"), "E": ("text",)}
HELP = ("what", "who", "reason")
VIEWS = ("voice", "likes", "important_to", "how_to_help", "communicates", "story", "family_views", "hopes_child")
STANDING = ("equipment", "environment")
# A pattern is put after the sentence that it makes better, which stays for the writer to take out.
SENTENCE_END = re.compile(r"[.!?](?=\s|$)|(?=\n\s*\n)|$")
# One box alone does not tell whether a child is heard in section A; the plan's own check does.
NOT_BY_BOX = ("VOI1",)


@dataclass(frozen=True)
class Better:
    """A mark with its number on the page, and the stretch of the box that its pattern would stand in the place of."""

    mark: Mark
    number: int
    at: int
    to: int


@dataclass(frozen=True)
class Box:
    """One box as the lint sees it: its words in pieces, plain or marked, and each mark with what is better."""

    name: str
    words: str
    pieces: tuple
    found: tuple[Better, ...]

    @property
    def gates(self) -> int:
        """How many of its marks hold the final plan."""
        return sum(each.mark.stops for each in self.found)


def looked_at(letter: str) -> tuple[str, ...]:
    """The names of the boxes that are looked at in a section."""
    return VIEWS if letter == "A" else () if letter in ("I", "J", "K", "child") else BOXES.get(letter, HELP)


def boxes(plan: Plan, letter: str, said: dict, ref: str = "") -> dict[str, Box]:
    """Every box of a page that is looked at, by name. `said` holds what the boxes say, `ref` is the line, if any."""
    return {name: look(plan, letter, name, said, ref=ref) for name in looked_at(letter) if name in said}


def look(plan: Plan, letter: str, name: str, said: dict, *, ref: str = "") -> Box:
    """One box, looked at with what the boxes beside it say."""
    words = str(said.get(name) or "").replace("\r\n", "\n")
    about = replace(quality.about_child(plan), said=_beside(said), role=_role(said))
    if letter == "E":
        about = replace(about, earlier=tuple(each.text for each in plan.outcomes if each.ref != ref))
    marks = [mark for mark in lint(words, said.get("section") or letter, about) if mark.rule not in NOT_BY_BOX]
    found = tuple(Better(mark, number, *_room(words, mark)) for number, mark in enumerate(marks, start=1))
    return Box(name, words, tuple(pieces(words, marks)), found)


def _room(words, mark) -> tuple[int, int]:
    """Where a pattern goes: in the place of the words, or after their sentence."""
    end = SENTENCE_END.search(words, mark.end).end()
    return (mark.start, mark.end) if mark.put == "instead" else (end, end)


def _beside(said) -> frozenset[str]:
    """What the boxes beside the words already say; a reason, a need or an outcome has no such boxes."""
    if "what" not in said:
        return quality.IN_BOXES
    standing = said.get("kind") in STANDING
    there = {
        "amount": standing or (said.get("times") and said.get("period")),
        "length": standing or said.get("minutes"),
        "who": said.get("who"),
        "size": said.get("ratio"),
    }
    return frozenset(name for name, words in there.items() if words)


def _role(said) -> str:
    """Who will do it, in the middle of a sentence; an abbreviation keeps its capitals."""
    who = str(said.get("who") or "").strip()
    return who[:1].lower() + who[1:] if who[1:2].islower() else who


def put(box: Box, number: int) -> str:
    """The words of a box with the better pattern of one mark after its sentence; the same words for no such mark."""
    chosen = next((each for each in box.found if each.number == number and each.mark.put), None)
    if not chosen:
        return box.words
    before, after = box.words[: chosen.at].rstrip(), box.words[chosen.to :]
    return f"{before} {chosen.mark.pattern}{after}".lstrip()


def put_in(question, plan: Plan, letter: str, pressed: str, *, ref: str = "") -> bool:
    """Put a better pattern in its box when its button was pressed ("what:2"), and answer whether one was.

    Nothing is saved: the page is shown again with the pattern in the box.
    """
    name, _, number = pressed.partition(":")
    if name not in looked_at(letter) or name not in question or not number.isdigit():
        return False
    question[name].raw_data = [put(look(plan, letter, name, said_in(question), ref=ref), int(number))]
    return True


def said_in(question) -> dict:
    """What the boxes of a page say now: what was typed, or what they start with."""
    return {field.short_name: field.typed if field.raw_data else field.data for field in question.asks}
