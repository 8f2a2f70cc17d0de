"""What the deeds need from outside, in our own words; casework/outside has one adapter for each."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from typing import Any, Protocol

from casework.record.case import Case
from casework.record.papers import Paper
from casework.record.people import Actor
from casework.record.written import Written


class Diary(Protocol):
    """The diaries of all cases: written once, never altered."""

    def one_write(self) -> AbstractContextManager:
        """Everything inside is written together or not at all."""

    def new_ref(self, day: date) -> str:
        """The next reference of that year, such as EHC-2026-0142. Call inside one_write."""

    def written(self, ref: str) -> list[Written]:
        """Every entry of a case in order; an empty list when there is no such case."""

    def read(self, ref: str, *, known_by: date | None = None, up_to: int | None = None) -> Case:
        """The case its diary tells: now, as the authority knew it at the end of a day, or up to entry `up_to`."""

    def write(self, ref: str, new: list[Written], papers: list[Paper]) -> None:
        """Add entries and the papers they name. Raises SomeoneElseWrote when another writer came first."""

    def write_rows(self, ref: str, rows, *, head: Written) -> None:
        """Put the derived rows of a case in place of those there were."""


class Papers(Protocol):
    """The words that entries name by digest."""

    def read(self, ref: str, digest: str) -> Paper:
        """One paper. Raises KeyError when this case has no such paper."""

    def read_all(self, ref: str, digests: Iterable[str]) -> dict[str, Paper]:
        """Several papers of one case in one question."""


class Cabinet(Protocol):
    """Files by the digest of their bytes."""

    def put(self, content: bytes, media_type: str) -> str:
        """Keep bytes before anything names them; the same bytes are kept once. Answers with their digest."""

    def get(self, digest: str) -> bytes:
        """The bytes. Raises KeyError when there are none."""


class Drafts(Protocol):
    """Words being written: saved as typed, by part, each save naming the version it was made from."""

    def read(self, kind: str, key: str, part: str = "") -> Any:
        """The Draft (content, version, saved_at, saved_by), or None."""

    def read_all(self, kind: str, key: str) -> dict[str, Any]:
        """Every part of one thing being written, by part."""

    def states(self, kind: str, key: str, part: str = "") -> list[Any]:
        """Every saved state of one part of a plan, the newest first."""

    def save(self, kind: str, key: str, part: str, *, content: Any, version: int, by: str, apart: bool = False) -> Any:
        """Keep what was typed. Raises SomeoneElseWrote, with theirs, when `version` is not the one kept."""

    def drop(self, kind: str, key: str) -> None:
        """Forget a draft that has been put in."""


class Ladders(Protocol):
    """The versions of the ladder that chases advice: only ever added."""

    def all(self) -> tuple[Any, ...]:
        """Every version (chasing.Ladder), the first one first."""

    def history(self) -> tuple[Any, ...]:
        """Every version with who wrote it, when and why (chasing.Version), the newest first."""

    def earliest(self, today: date) -> date:
        """The first day a change made today can count from."""

    def add(self, new: Any, *, read: int, counts_from: date, why: str, by: str, **more) -> Any:
        """Write the next version, made by somebody who had read version `read`. Raises Refusal or SomeoneElseWrote."""


@dataclass(frozen=True)
class Office:
    """Everything outside, and the clock. Tests and training copies hand in another day."""

    diary: Diary
    papers: Papers
    cabinet: Cabinet
    drafts: Drafts
    ladders: Ladders
    people: Any
    accounts: Any
    lists: Any
    post: Any
    press: Any
    carriers: Any
    area: Any
    site_url: str
    clock_today: Callable[[], date]
    clock_now: Callable[[], datetime]

    def today(self) -> date:
        """Today in London."""
        return self.clock_today()

    def now(self) -> datetime:
        """This moment, aware, in UTC."""
        return self.clock_now()

    def at(self, day: date, hour: int = 10) -> "Office":
        """The same office on another day: for a sweep as of a date, a training copy or a test."""
        moment = datetime.combine(day, time(hour), tzinfo=UTC)
        return replace(self, clock_today=lambda: day, clock_now=lambda: moment)


def read_case(office: Office, ref: str) -> Case:
    """The case as its diary tells it now."""
    return office.diary.read(ref)


def child_of(office: Office, case: Case) -> dict:
    """The child's details as last corrected."""
    return office.papers.read(case.ref, case.child).content


__all__ = ["Actor", "Cabinet", "Diary", "Drafts", "Ladders", "Office", "Papers", "child_of", "read_case"]
