"""Entries of a diary as they are told to a reader: with names instead of ids, and the words of their papers.

The words themselves are in templates/diary, one fragment a kind, with two macros that take a Told:

    {% for it in told %}{% import "diary/" ~ it.kind ~ ".html" as fact %}
    {% call entry(it.on, fact.title(it), by=it.by, recorded=it.recorded) %}{{ fact.more(it) }}{% endcall %}
    {% endfor %}
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from functools import cache

from casework.errors import GapInOurTables
from casework.record.entry import Entry
from casework.record.written import Written
from casework.sight import kept_from, may_see
from casework.tables import rows
from casework.telling.rows import FAMILY, capacity_words, duty_words, is_told, response_words
from casework.words import as_day, day, listed, opening

# Papers that a fragment of templates/diary shows words of; a plan or an advice has a page of its own.
SHOWN = {
    "AdviceReturned", "AdviceWithdrawn", "ChasingSettled", "ConsentRecorded", "DocumentAdded", "DuplicateSetAside",
    "EntryStruckOut", "ExcuseClaimed", "ExcuseRecorded", "ExcuseTurnedDown", "FamilyMessageAnswered",
    "FamilyMessageReceived", "FamilyReplied", "FamilyUpdated", "FirstResponseGiven", "LatenessExplained",
    "MeetingAskedFor", "MeetingHeld", "MessageSent", "MoreTimeAskedFor", "NoteAdded", "PanelAdvised",
    "ReplyNotNeeded", "RequestWithdrawn", "SettingReplied", "StoppedSendingAllowed", "StoppedSendingWithdrawn",
}  # fmt: skip
MACHINES = ("night-clerk", "post-room")
PEOPLE = ("person", "accepted_by", "sender", "adviser", "service", "setting", "about")


@dataclass(frozen=True)
class Told:
    """One entry, ready for its fragment in templates/diary/<kind>.html. Its macros are title(it) and more(it)."""

    n: int
    kind: str
    entry: Entry
    on: date
    recorded: date | None
    by: str
    behalf: str = ""
    paper: Mapping = field(default_factory=dict)
    struck: bool = False
    to_family: bool = False
    reader: str = ""
    names: Mapping[str, str] = field(default_factory=dict)
    request: object = None

    def who(self, person: str) -> str:
        """A person, service or setting by name, inside a sentence: “you” for the reader."""
        if self.to_family and person and person == self.reader:
            return "you"
        return self.names.get(person) or "someone"

    def begins(self, person: str) -> str:
        """The same at the beginning of a sentence."""
        return opening(self.who(person))

    @property
    def everyone_told(self) -> list[str]:
        """The people this entry told, by name."""
        return [self.who(person) for person in getattr(self.entry, "told", ())]

    @property
    def response(self) -> str:
        """The first response somebody gave, in the words they chose."""
        return response_words(self.entry.response)

    @property
    def everyone_copied(self) -> list[str]:
        """The people this entry was copied to, by name."""
        return [self.who(person) for person in self.entry.copied]

    @property
    def not_told(self) -> list[str]:
        """The posts that could not be told, a sentence each."""
        return not_told(self.entry, self.who)

    @property
    def capacity(self) -> str:
        """What somebody is to the case, in plain words."""
        return capacity_words(self.entry.capacity)

    @property
    def duty(self) -> str:
        """The duty of ours that this entry is about, in a few words."""
        return duty_words(self.entry.about) if is_told(self.entry.about) else ""

    @property
    def asked(self) -> str:
        """The service whose advice this entry is about, by name."""
        return self.names.get(self.request.service, "the service") if self.request else "the service"


def not_told(entry, who) -> list[str]:
    """The posts an entry could not tell, a sentence each: who is away and since when, or that nobody holds it.

    `who` answers with a name for an id. An author nobody has named yet is no gap: the request itself says so.
    """
    known = {post: (person, since) for post, person, since in entry.missing}
    gaps = [post for post in entry.gaps if post != "author" or post in known]
    away = [_gone(post, *known[post], who=who) for post in gaps if known.get(post, ("", ""))[0]]
    empty: dict[str, list[str]] = {}
    for post in gaps:
        person, since = known.get(post, ("", ""))
        if not person:
            empty.setdefault(since, []).append(post)
    return away + [_empty(posts, since) for since, posts in empty.items()]


def _gone(post, person, since, *, who) -> str:
    """Somebody who could not be told, in a sentence."""
    if not since:
        return f"{opening(who(person))}, {post}, has left."
    return f"{opening(who(person))}, {post}, has been away since {day(since)}, and nobody covers."


def _empty(posts, since) -> str:
    """Posts that nobody holds, and since when we know, in a sentence."""
    known = f" (found empty on {day(since)})" if since else ""
    return f"Nobody in post to tell: {listed(posts)}{known}."


@cache
def _sections() -> dict[str, str]:
    return {row["kind"]: row["section"] for row in rows("entry-sections")}


def section_of(kind: str) -> str:
    """The section of sight.csv that a kind of entry belongs to. Raises GapInOurTables for one nobody has placed."""
    if kind not in _sections():
        raise GapInOurTables(f"entry-sections.csv says nothing about {kind}.")
    return _sections()[kind]


def words_named(written: Iterable[Written]) -> set[str]:
    """The digests of the papers whose words tell() shows."""
    return {each.entry.paper for each in written if type(each.entry).__name__ in SHOWN} - {""}


def ids_named(written: Iterable[Written]) -> set[str]:
    """Every id in these entries that tell() may want the name of."""
    found = set()
    for each in written:
        found |= {each.by, each.behalf}
        found |= {getattr(each.entry, one.name) for one in fields(each.entry) if one.name in PEOPLE}
        found |= {*getattr(each.entry, "told", ()), *getattr(each.entry, "copied", ()), getattr(each.entry, "to", "")}
        found |= {person for _, person, _ in getattr(each.entry, "missing", ())}
    return found - {""}


def tell(written: Iterable[Written], case, actor, *, papers: Mapping, names: Mapping[str, str], reader: str = FAMILY):
    """The entries this actor may see, in the order given, each a Told.

    `papers` are Papers by digest (words_named), `names` map ids to names (ids_named);
    `reader` is "family", who is spoken to, or "desk".
    """
    found = []
    for each in written:
        paper = papers.get(getattr(each.entry, "paper", ""))
        section = section_of(type(each.entry).__name__)
        if not may_see(actor, case, section, released=True, own=_own(each, actor)):
            continue
        if paper is not None and kept_from(actor, case, paper):
            continue
        found.append(_told(each, case, actor, paper=paper, names=names, reader=reader))
    return tuple(found)


def _own(each, actor) -> bool:
    """Whether this actor wrote an entry, or it was written to them."""
    return actor.id in (each.by, each.behalf, each.entry.about, getattr(each.entry, "sender", ""))


def _told(each, case, actor, *, paper, names, reader):
    """One entry with its names and words."""
    return Told(
        n=each.n,
        kind=type(each.entry).__name__,
        entry=each.entry,
        on=each.entry.on,
        recorded=as_day(each.at),
        by=_name(each.by, actor, names, reader),
        behalf=_name(each.behalf, actor, names, reader),
        paper=paper.content if paper else {},
        struck=each.n in case.struck,
        to_family=reader == FAMILY,
        reader=actor.id,
        names=names,
        request=case.advice.get(each.entry.about),
    )


def _name(person, actor, names, reader):
    """Who did it: “You” to a family member reading their own doing; a night job by what it is."""
    if not person:
        return ""
    if reader == FAMILY and person == actor.id:
        return "You"
    return names.get(person, "") or ("Golden Thread" if person in MACHINES else "")
