"""The digest of late advice that managers get on Fridays: how many, how late, and references, never a name."""

from dataclasses import dataclass
from datetime import date, timedelta

from casework.law.working_days import calendar
from casework.tables import rows
from casework.timeliness import Asked, Tally, limits, month_of
from casework.words import day, lateness

FRIDAY = 4
MOST_LINES = 30
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Line:
    """One late request: its case, which request, and how it stands."""

    ref: str
    about: str
    standing: str


@dataclass(frozen=True)
class Digest:
    """One reader's week. `in_time` are shares in whole per cent this month: first response, full advice, legal limit;
    None where nothing fell due."""

    friday: date
    monday: date
    due: int
    levels: tuple[int, int, int]
    past_limit: int
    in_time: tuple[int | None, int | None, int | None]
    lines: tuple[Line, ...]
    more: int

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell: nothing due next week, and nothing late."""
        return not (self.due or self.past_limit or self.lines or any(self.levels))


def friday_of(today: date) -> date:
    """The Friday a digest is for: today, or the last one before it."""
    return today - timedelta(days=(today.weekday() - FRIDAY) % 7)


def may_go(today: date) -> bool:
    """Whether a digest may go out: on a working day, so that a bank holiday's goes on the next one."""
    return calendar().is_working_day(today)


def next_friday(today: date) -> date:
    """The Friday of the digest that goes out next: today, or the first one after it."""
    return today + timedelta(days=(FRIDAY - today.weekday()) % 7)


def digest_of(lists, services: list[str], today: date, *, friday: date) -> Digest:
    """The digest of a Friday for these services, as they stand today, with what falls due in the week after it.

    Four questions, however many there are.
    """
    monday = friday + timedelta(days=3)
    counted = lists.escalations.week(services, today, monday, monday + timedelta(days=6))
    found, number = lists.escalations.overdue(services, today, MOST_LINES)
    lines = tuple(Line(row.ref, row.about, _standing(row, today)) for row in found)
    return Digest(
        friday=friday,
        monday=monday,
        due=counted.due,
        levels=(counted.level_1, counted.level_2, counted.level_3),
        past_limit=counted.past_limit,
        in_time=_in_time(lists, services, today),
        lines=lines,
        more=number - len(lines),
    )


def _standing(row, today) -> str:
    """One late request in a few words, with no name in them."""
    first = row.standing == "asked" and not (row.full_due and row.full_due < today)
    late = lateness(row.first_due if first else row.full_due, today)
    return f"level {row.level}, {late}" if row.level else late


def _in_time(lists, services, today):
    """Shares of what fell due this month up to yesterday under each limit, silence and all, all services together."""
    month = month_of(today - ONE_DAY)
    tallies = lists.compliance.tallies(Asked(services, month, month, today, tuple(limits())))
    by_limit = {name: sum((each for key, each in tallies.items() if key[1] == name), Tally()) for name in limits()}
    return tuple(by_limit[name].share for name in ("first", "full", "legal"))


def in_words(digest: Digest, page: str, one: str) -> dict[str, str]:
    """The subject and the words of the email (digest.csv).

    `page` is the address of the whole list; `one` that of a request, with {ref} and {about} in it.
    """
    [row] = rows("digest")
    first, full, legal = ("–" if share is None else f"{share}%" for share in digest.in_time)
    levels = dict(zip(("level_1", "level_2", "level_3"), digest.levels, strict=True))
    counts = {"monday": day(digest.monday), "due": digest.due, "past_limit": digest.past_limit} | levels
    said = [row["text"].format(first=first, full=full, legal=legal, **counts), ""]
    for line in digest.lines:
        link = one.format(ref=line.ref, about=line.about)
        said.append(row["line"].format(ref=line.ref, standing=line.standing, link=link))
    said += [row["more"].format(more=digest.more, link=page)] if digest.more else []
    return {"subject": row["subject"], "text": "\n".join(said).strip()}
