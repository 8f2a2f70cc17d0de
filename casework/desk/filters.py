"""What the worklist's address asks for: whose cases, which of them, and from where on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from casework import access
from casework.tables import rows
from casework.telling import stage_words
from casework.telling.rows import DESK

MINE, FREE, ALL = "mine", "unallocated", "all"
KINDS = {"late": "Late", "week": "Due this week", "waiting": "Waiting for others", "in time": "In time"}
STAGES = tuple(row["stage"] for row in rows("stages"))


@dataclass(frozen=True)
class Filters:
    """Whose (mine, unallocated, all or a person's id), which (a kind or a stage), and the key of the last row seen."""

    whose: str
    show: str
    after: tuple[date | None, str] | None
    me: str
    every_case: bool
    covering: tuple[str, ...] = ()

    @property
    def caseworker(self) -> str | tuple[str, ...] | None:
        """Whose cases, as the rows know it: one’s own and those covered, "" for nobody’s, None for everyone’s."""
        mine = (self.me, *self.covering) if self.covering else self.me
        return {MINE: mine, FREE: "", ALL: None}.get(self.whose, self.whose)

    @property
    def kinds(self):
        """Where cases can stand, each (value, words)."""
        return KINDS.items()

    @property
    def stages(self):
        """The stages, each (value, words)."""
        return [(stage, stage_words(stage, DESK)) for stage in STAGES]

    @property
    def said(self) -> str:
        """Which cases, in words."""
        return KINDS.get(self.show) or (stage_words(self.show, DESK) if self.show else "")

    def address(self, **changes) -> str:
        """The worklist with some filters changed; where to start is always forgotten unless it is among them."""
        wanted = {"whose": self.whose, "show": self.show, **changes}
        kept = {name: value for name, value in wanted.items() if value}
        return f"/desk?{urlencode(kept)}" if kept else "/desk"


def read_filters(actor, args: Mapping[str, str]) -> Filters:
    """The filters of an address, and for anything nobody knows, what this person begins with.

    Somebody who may read every case begins with everyone’s; a caseworker with their own, and nobody else’s.
    """
    every_case = access.may(actor, "read the case", None)
    first = ALL if every_case else MINE
    whose = args.get("whose", first)
    if not every_case and whose not in (MINE, FREE):
        whose = first
    show = args.get("show", "")
    shown = show if show in (*KINDS, *STAGES) else ""
    after = read_key(args.get("after", ""))
    return Filters(whose, shown, after, actor.id, every_case, tuple(sorted(actor.covering)))


def read_key(written: str) -> tuple[date | None, str] | None:
    """The key of a row, written as 2026-11-02_EHC-2026-0142; nothing for anything else."""
    day, bar, ref = written.partition("_")
    if not bar or not ref or len(ref) > 24:
        return None
    try:
        return (date.fromisoformat(day) if day else None), ref
    except ValueError:
        return None


def write_key(row, show: str) -> str:
    """The key of a row, for the address of the page after it."""
    day = row.waiting_due if show == "waiting" else row.next_due
    return f"{day.isoformat() if day else ''}_{row.ref}"
