"""The next version of the ladder while it is being written: one for the area, kept rung by rung in office.drafts."""

import hashlib
from dataclasses import dataclass
from typing import Any

from casework import chasing
from casework.errors import SomeoneElseWrote

KIND, KEY, LEVELS = "ladder", "next", "levels"


@dataclass(frozen=True)
class Proposal:
    """The latest version there is, the parts somebody has changed, and the ladder that they would make."""

    ladders: tuple[chasing.Ladder, ...]
    parts: dict[str, Any]

    @property
    def latest(self) -> chasing.Ladder:
        """The version a change is made from: the last one written, whether or not it counts yet."""
        return self.ladders[-1]

    @property
    def ladder(self) -> chasing.Ladder:
        """The ladder as it would be."""
        return chasing.proposed(self.latest, {name: draft.content["row"] for name, draft in self.parts.items()})

    @property
    def begun(self) -> bool:
        """Whether anything would differ."""
        return bool(chasing.differences(self.latest, self.ladder))

    @property
    def stale(self) -> list[str]:
        """The parts that were written on an earlier version than the latest, and take the place of its words."""
        return [name for name, draft in self.parts.items() if draft.content["from"] != self.latest.number]

    @property
    def seen(self) -> str:
        """What somebody who looks at the whole has seen, so that a later change is noticed."""
        parts = ";".join(f"{name}:{draft.version}" for name, draft in sorted(self.parts.items()))
        return f"{self.latest.number}|{hashlib.sha256(parts.encode()).hexdigest()[:16]}"

    def version(self, name: str) -> int:
        """Which version of a part is kept; 0 for none."""
        return self.parts[name].version if name in self.parts else 0

    def row(self, name: str) -> dict | list | None:
        """A part as it stands: a rung's row, the rows of the levels, or None where there is no such rung."""
        if name == LEVELS:
            return chasing.content_of(self.ladder)["levels"]
        return next((chasing.row_of(step) for step in self.ladder.steps if step.id == name), None)


def proposal(office) -> Proposal:
    """The next version as it is being written now."""
    return Proposal(office.ladders.all(), office.drafts.read_all(KIND, KEY))


def keep(office, name: str, row, *, read: str, by: str) -> None:
    """Keep one part. `read` is “version of the ladder.version of the part”, as the page had it.

    Raises SomeoneElseWrote, with the row as it stands now, when somebody wrote in between; then nothing is kept.
    """
    with office.diary.one_write():
        there = proposal(office)
        if read != reading(there, name):
            raise SomeoneElseWrote("Somebody else has changed this since you opened it.", theirs=there.row(name))
        content = {"row": row, "from": there.latest.number}
        office.drafts.save(KIND, KEY, name, content=content, version=there.version(name), by=by)


def keep_new(office, row: dict, *, by: str) -> str:
    """Keep a new rung under a name that nothing has had; answers with the name."""
    with office.diary.one_write():
        there = proposal(office)
        name = chasing.next_name(there.ladders, taken=[part for part in there.parts if part != LEVELS])
        content = {"row": row | {"step": name}, "from": there.latest.number}
        office.drafts.save(KIND, KEY, name, content=content, version=0, by=by)
        return name


def reading(there: Proposal, name: str) -> str:
    """What a page carries along, to say which words it was made from."""
    return f"{there.latest.number}.{there.version(name)}"


def drop(office) -> None:
    """Forget the change: it was put in, or thrown away."""
    office.drafts.drop(KIND, KEY)
