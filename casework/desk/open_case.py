"""One case as it lies on the desk: its diary, dates, papers and the names of everybody in it, looked up once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from casework import sight
from casework.law.clocks import Deadline, deadlines
from casework.record.case import Case, present
from casework.record.child import Child
from casework.record.papers import Paper
from casework.record.written import Written
from casework.telling import ids_named, people_named, words_named

NEWEST = 50


@dataclass(frozen=True)
class OpenCase:
    """What the pages of one case are made from.

    `written` are the entries to show, newest first, of `all_written` in all. `names` are
    of people, services and settings, and "" is the team. `known_by` is the day the case is
    looked at as of, or None for now.
    """

    case: Case
    actor: object
    today: date
    child: dict
    running: tuple[Deadline, ...]
    written: tuple[Written, ...]
    all_written: int
    papers: Mapping[str, Paper]
    names: Mapping[str, str]
    known_by: date | None = None

    @property
    def called(self) -> str:
        """What the child likes to be called, with the last name."""
        return f"{self.child.get('preferred_name') or self.child['first_name']} {self.child['last_name']}".strip()

    @property
    def year(self) -> int | None:
        """The child's year group today, if it can be told."""
        known = {name: self.child.get(name, "") for name in ("first_name", "last_name", "born", "year_group")}
        return Child(**known).year_on(self.today)

    def words(self, digest: str) -> dict:
        """The content of a paper that was looked up; nothing for one that was not."""
        paper = self.papers.get(digest)
        return paper.content if paper else {}

    def name(self, known: str) -> str:
        """Somebody's name, or “someone”."""
        return self.names.get(known) or "someone"


def open_case(office, case: Case, actor, *, known_by: date | None = None, whole_diary: bool = False) -> OpenCase:
    """A case ready for its page: now, or as the authority knew it at the end of a day.

    The newest fifty entries are told unless the whole diary is asked for, so that a
    page of a long case costs hardly more than one of a short case.
    """
    written = office.diary.written(case.ref, known_by=known_by)
    today = known_by or office.today()
    if known_by:
        case = present(office.diary.read(case.ref, known_by=known_by), known_by)
    shown = tuple(reversed(written if whole_diary else written[-NEWEST:]))
    papers = office.papers.read_all(case.ref, _wanted(case, shown))
    return OpenCase(
        case=case,
        actor=actor,
        today=today,
        child=papers[case.child].content if case.child else {},
        running=deadlines(case.facts, case.excuses),
        written=shown,
        all_written=len(written),
        papers={digest: paper for digest, paper in papers.items() if not sight.kept_from(actor, case, paper)},
        names=names_of(office, case, shown),
        known_by=known_by,
    )


def _wanted(case: Case, shown) -> set[str]:
    """The papers whose words the page shows."""
    wanted = {case.child, *case.stories, *case.documents, *case.consents, *words_named(shown)}
    wanted |= {paper for _, _, paper, _ in case.messages[-1:]} | {paper for paper, _ in case.notes[-5:]}
    wanted |= {message.reply for message in case.family_messages.values()}
    return wanted - {""}


def names_of(office, case: Case, written=()) -> dict[str, str]:
    """The names of everybody on a case: people, services and settings by id, and "" for the team. Three questions."""
    people = people_named(case) | {party.person for party in case.parties} | ids_named(written)
    people |= {advice.adviser for advice in case.advice.values()} | {who for who, _, _, _ in case.messages}
    people |= {person for advice in case.advice.values() for person in (*advice.told, *advice.story_read_by)}
    people |= {message.answered_by for message in case.family_messages.values()}
    people |= {each.accepted_by for each in case.excuses} | {claim.person for claim in case.claims}
    names = {service.id: service.name for service in office.people.services()}
    names |= {setting.id: setting.name for setting in office.people.settings()}
    names |= office.people.names(sorted(people - {""}))
    names |= dict.fromkeys(("night-clerk", "post-room"), "Golden Thread")
    return names | {"": f"the {office.area.short_name} SEND team"}
