"""What the address of the list of what is owed asks for: whose, narrowed to what, from where on; also in words."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from casework import access, advising
from casework.law.timetable import duties
from casework.owing import Key, Narrowed, Scope, Scopes, brags, phases, scopes_of
from casework.owing.narrowing import OWED_BY
from casework.tables import rows
from casework.telling import duty_words, stage_words
from casework.telling.rows import DESK, is_told
from casework.words import day, opening

HERE, CSV = "/owed", "/owed/list.csv"
STAGES = tuple(row["stage"] for row in rows("stages") if row["open"] or row["stage"] == "plan issued")
LISTED = ("standing", "duty", "by", "stage", "phase", "school", "service", "advice")
MOST_VALUES = 30  # of one filter: an address is not a place for more
LONGEST = 100


@dataclass(frozen=True)
class Filters:
    """The filters of an address, as this person may use them. `after` is the key of the last row of the page before."""

    scope: Scope
    scopes: Scopes
    narrowed: Narrowed
    after: Key | None = None

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Every filter that is on as (name, value), in one order: two addresses that ask the same read the same."""
        n = self.narrowed
        found = [("whose", self.scope.whose)] if self.scope != self.scopes.each[0] else []
        found += [(name, value) for name in LISTED for value in getattr(n, name)]
        days = (("due_from", n.due_from), ("due_to", n.due_to))
        found += [(name, when.isoformat()) for name, when in days if when]
        return found + ([("words", n.words)] if n.words else [])

    @property
    def query(self) -> str:
        """The filters as the end of an address, for a view or a calendar to keep."""
        return urlencode(self.pairs)

    def address(self, to: str = HERE, *, after: Key | None = None, without=None, also=()) -> str:
        """A page with these filters, from a key on; `without` one pair or one name, and `also` others."""
        kept = [pair for pair in self.pairs if without not in (pair, pair[0])] + list(also)
        kept += [("after", write_key(after))] if after else []
        # Somebody’s first view opens where nothing is asked for, so a bare address asks for everything by name.
        return f"{to}?{urlencode(kept or [('whose', self.scopes.each[0].whose)])}"


def filters_of(actor, args, services) -> Filters:
    """The filters of an address (a MultiDict). What nobody knows, or this person has not, is left out."""
    scopes = scopes_of(actor, services)
    listed = {name: _known(name, args.getlist(name)) for name in LISTED}
    if "done" in listed["standing"]:
        listed["standing"] = ("done",)
    days = {name: _day(args.get(name, "")) for name in ("due_from", "due_to")}
    named_of = actor.id if access.may(actor, "see the desk", None) else None
    words = " ".join(args.get("words", "").split())[:LONGEST]
    narrowed = Narrowed(**listed, **days, words=words, named_of=named_of)
    return Filters(scopes.called(args.get("whose", "")), scopes, narrowed, read_key(args.get("after", "")))


def _known(name, values) -> tuple[str, ...]:
    """The values of one filter that there are, once each; of schools and services any that could be one."""
    choices = dict(choices_of(name))
    fits = [value for value in dict.fromkeys(values) if (value in choices if choices else 0 < len(value) <= 64)]
    return tuple(fits[:MOST_VALUES])


def choices_of(name: str) -> list[tuple[str, str]]:
    """What one filter can be, each (value, words); nothing for one whose values are in the registers."""
    listed = {
        "standing": lambda: [(each.standing, each.words) for each in brags()],
        "duty": lambda: [(each.id, called(each.id)) for each in duties() if each.watch and not each.is_window],
        "by": lambda: list(OWED_BY.items()),
        "stage": lambda: [(stage, stage_words(stage, DESK)) for stage in STAGES],
        "phase": lambda: [(each.phase, each.words) for each in phases()],
        "advice": lambda: [(each.id, each.name) for each in advising.types()],
    }
    return listed[name]() if name in listed else []


def duties_of_others(actor) -> set[str]:
    """The duties that an adviser, or a school or college for one of theirs, can owe."""
    theirs = {"adviser"} | ({"setting"} if actor.setting else set())
    return {each.id for each in duties() if each.owed_by in theirs}


def called(duty: str) -> str:
    """A duty in a few words; one that telling.csv has no words for yet is said as the timetable says it."""
    if is_told(duty):
        return duty_words(duty)
    return opening(next((each.duty for each in duties() if each.id == duty), duty))


def said_of(filters: Filters, names) -> list[tuple[str, str]]:
    """Each filter that is on in words, with the address of the list without it. `names` are of the registers’ ids."""
    pairs = filters.pairs
    return [(_said(filters, *pair, names), filters.address(without=pair)) for pair in pairs]


def _said(filters, name, value, names) -> str:
    """One filter in words."""
    if name == "whose":
        return filters.scope.words or names.get(value, "one person’s")
    if name in ("due_from", "due_to"):
        return f"due {'from' if name == 'due_from' else 'up to'} {day(value)}"
    if name == "words":
        return f"“{value}”"
    words = dict(choices_of(name)).get(value) or names.get(value, value)
    return f"owed by {words.lower()}" if name == "by" else words


def _day(written: str) -> date | None:
    """A date as an address writes it, or nothing for anything else."""
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def read_key(written: str) -> Key | None:
    """The key of a row, written as 2026-11-02_0_EHC-2026-0142_3; nothing for anything else."""
    parts = written.split("_")
    if len(parts) != 4 or len(parts[2]) > 24 or not (parts[1].isdecimal() and parts[3].isdecimal()):
        return None
    when = _day(parts[0])
    return Key(when, int(parts[1][:2]), parts[2], int(parts[3][:6])) if when else None


def write_key(key: Key) -> str:
    """The key of a row, for the address of the page after it."""
    return f"{key.day.isoformat()}_{key.weight}_{key.ref}_{key.row}"


def key_of(row) -> Key:
    """The key of a row of the list."""
    return Key(row.day, row.weight, row.ref, row.row)
