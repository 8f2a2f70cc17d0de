"""Rows of what is owed as a page, a file or a calendar shows them: what, by whom, to whom, by when, and the deed."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from casework import access, advising
from casework.law.duty import Duty
from casework.law.timetable import in_force, timetable
from casework.owing import Brag, left, standing_of
from casework.owing.order import LAW
from casework.record.case import Case
from casework.tables import rows as table_rows
from casework.telling.rows import duty_row, is_told
from casework.words import age, day
from portal.owed_filters import called

TO = {"authority": "the council", "parent or young person": "the family", "caseworker": "the caseworker"}
FIRST, LEGAL = "LOCAL_SIMPLE_5WD", "ASSESS_ADVICE_6W"


@dataclass(frozen=True)
class Row:
    """One line: what is owed on which case, how it stands, and what to press.

    `href` is empty where the reader may not open anything. `covered_for` is the name of who the
    reader covers for, where it is somebody else’s.
    """

    ref: str
    who: str
    what: str
    by: str
    to: str
    due: date
    done_on: date | None
    brag: Brag
    standing: str
    law: str
    duty: Duty
    started: date
    legal_due: date | None = None
    notes: tuple[tuple[str, str], ...] = ()
    href: str = ""
    deed: tuple[str, str] = ("", "")
    covered_for: str = ""

    @property
    def legal(self) -> str:
        """The rule of the legal limit behind a promise of advice."""
        return LEGAL


@dataclass(frozen=True)
class Around:
    """What every row of a page needs to know: today, who reads, and the names of people, services and settings."""

    today: date
    actor: object
    names: dict[str, str]

    def opens_case(self, row) -> bool:
        """Whether the reader may read the case of a row."""
        return access.may(self.actor, "read the case", Case(row.ref, caseworker=row.caseworker))

    @property
    def answers(self) -> bool:
        """Whether the reader answers for services’ advice being on time, and does not give it."""
        return access.may(self.actor, "see escalations", None)


def names_for(office, found, services, *, more=()) -> dict[str, str]:
    """The names of everybody on some rows, of every service, and of every setting. Two questions."""
    people = {row.caseworker for row in found} | {row.adviser for row in found} | set(more)
    names = {service.id: service.name for service in services}
    names |= {setting.id: setting.name for setting in office.people.settings()}
    return names | office.people.names(sorted(people - {""}))


def row_of(found, around: Around) -> Row:
    """One row as this person may see it: names of children only for who may read the whole case."""
    duty = in_force(timetable().versions[found.duty], found.started)
    href, deed = _way(found, around)
    return Row(
        ref=found.ref,
        who=_who(found, around),
        what=_what(found),
        by=_by(found, around),
        to=_to(found, duty, around),
        due=found.due,
        done_on=found.done_on,
        brag=standing_of(found, around.today),
        standing=_standing(found, duty, around.today),
        law=duty.law,
        duty=duty,
        started=found.started,
        legal_due=found.legal_due,
        notes=tuple(_notes(found, around.today)),
        href=href,
        deed=deed,
        covered_for=around.names.get(found.caseworker, "") if found.caseworker in around.actor.covering else "",
    )


def _who(found, around) -> str:
    """Whose request it is: the child by name and age, or by initials; an adviser is told the school as well."""
    if around.opens_case(found):
        return ", ".join(filter(None, (found.child, str(age(found.born, around.today)), found.setting_name)))
    school = "" if around.answers or found.setting else found.setting_name
    return ", ".join(filter(None, (found.initials, school)))


def _what(found) -> str:
    """What is owed, with which advice."""
    if not found.advice:
        return called(found.duty)
    kind = advising.advice_type(found.advice).name
    return f"{kind}: {called(found.duty).lower()}"


def _by(found, around) -> str:
    """By whom: a person, or the service or school whose it is while nobody is named."""
    if found.adviser or found.service:
        named = around.names.get(found.adviser, "") if found.adviser else ""
        service = around.names.get(found.service, "a service")
        return "you" if found.adviser == around.actor.id else f"{named}, {service}" if named else service
    if found.setting:
        return around.names.get(found.setting, "a school or college")
    if found.caseworker == around.actor.id:
        return "you"
    return around.names.get(found.caseworker, "a caseworker") if found.caseworker else "nobody has it yet"


def _to(found, duty, around) -> str:
    """To whom, in the words of the timetable’s first; the caseworker by name."""
    to = duty.owed_to.partition(";")[0].strip()
    if to in ("caseworker", "authority") and found.caseworker and duty.owed_by in ("adviser", "setting"):
        return "you" if found.caseworker == around.actor.id else around.names.get(found.caseworker, TO[to])
    return TO.get(to, to)


def _standing(found, duty, today) -> str:
    """How it stands in words: days left or late in the unit it is counted in, or the day it was met."""
    if not found.done_on:
        lifted = f", excused: {found.excuse}" if found.excuse and found.due < today else ""
        return left(found.due, today, duty.unit) + lifted
    late = (found.done_on - found.due).days
    return f"done {day(found.done_on)}" + (f", {left(found.due, found.done_on, duty.unit)}" if late > 0 else "")


def _notes(found, today):
    """What else must be known at a glance, in a few words with a look."""
    if found.weight == LAW and found.due < today:
        yield "Legal limit passed", "late"
    if found.level and not found.done_on:
        yield f"Level {found.level}", "late" if found.level > 1 else "waiting"
    if not found.caseworker and not found.done_on:
        yield "No caseworker yet", "due"


@cache
def _buttons() -> dict[str, tuple[frozenset[str], str]]:
    """For each duty of owed-buttons.csv: at which stages its deed comes next (none: at any), and its word."""
    found = [(row["duty"], row["stages"].split("; "), row["button"]) for row in table_rows("owed-buttons")]
    return {duty: (frozenset(stages) - {""}, button) for duty, stages, button in found}


def _way(found, around: Around) -> tuple[str, tuple[str, str]]:
    """Where a row leads, and its button: (address, (word, address)). Nothing for somebody who may open nothing."""
    if around.opens_case(found):
        here = f"/desk/case/{found.ref}"
        return here, _at_the_desk(found, here)
    if found.setting and found.setting == around.actor.setting:
        here = f"/school/{found.ref}"
        return here, ("Open" if found.done_on else "Reply", here)
    if around.answers and found.service:
        here = f"/desk/escalations/{found.ref}/{found.about}"
        return here, ("Open", here)
    if found.service and found.service == around.actor.service:
        here = f"/advice/{found.ref}/{found.about}"
        return here, ("Open" if found.done_on else "Answer" if found.duty == FIRST else "Write the advice", here)
    return "", ("", "")


def _at_the_desk(found, here: str) -> tuple[str, str]:
    """The deed of somebody who may read the whole case: the duty’s own where it comes next, else the case itself."""
    if not found.caseworker:
        return "Allocate", f"{here}/allocate"
    stages, word = _buttons().get(found.duty, (frozenset(), ""))
    page, comes_next = _page(found), not stages or found.stage in stages
    return (word, f"{here}/{page}") if word and page and comes_next and not found.done_on else ("Open", here)


def _page(found) -> str:
    """The page of a duty’s deed below its case; nothing for a duty that has none."""
    page = duty_row(found.duty)["page"] if is_told(found.duty) else ""
    return f"{page}/{found.about}" if found.advice and page else page
