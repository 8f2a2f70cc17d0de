"""Rows of the worklist as a page shows them: where the case stands, who it is, whose turn it is, and the deed."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from casework import access
from casework.desk.filters import Filters, write_key
from casework.record.case import Case
from casework.telling import duty_words, stage_words
from casework.telling.rows import DESK, duty_row
from casework.words import age, lateness, listed, opening, plural

SOON = timedelta(days=6)
TO_READ = ("received", "reply to accept")
MOST_SERVICES = 3


@dataclass(frozen=True)
class Row:
    """One line of the list. `href` is empty for a case that this person may not open."""

    ref: str
    who: str
    standing: str
    look: str
    what: str
    whose: str
    href: str = ""
    deed: tuple[str, str] = ("", "")
    notes: tuple[tuple[str, str], ...] = field(default=())


@dataclass(frozen=True)
class Around:
    """What every row of a page needs to know: today, who reads, names of people and services, and what others owe."""

    today: date
    actor: object
    names: dict[str, str]
    owed: dict[str, list]

    def may_open(self, row) -> bool:
        """Whether the reader may read the case of a row."""
        return access.may(self.actor, "read the case", Case(row.ref, caseworker=row.caseworker))


def worklist_rows(office, actor, filters: Filters) -> tuple[list[Row], str]:
    """A page of the worklist, and the address of the next page, or nothing after the last. Three questions."""
    today = office.today()
    found, more = office.lists.desk.rows(filters.caseworker, today, show=filters.show, after=filters.after)
    around = _around(office, actor, found)
    onward = filters.address(after=write_key(found[-1], filters.show)) if more else ""
    return [_row(row, around) for row in found], onward


def found_rows(office, actor, words: str) -> tuple[list[Row], bool]:
    """What a search finds, and whether there is more. Somebody else's case is masked: initials, and whose it is."""
    found, more = office.lists.desk.found(words, actor.id)
    around = _around(office, actor, found)
    return [_row(row, around) if around.may_open(row) else _masked(row, around) for row in found], more


def _around(office, actor, found) -> Around:
    """What others owe on these cases, and the names of everybody on the page."""
    owed: dict[str, list] = {}
    for one in office.lists.desk.asked_of_others([row.ref for row in found], office.today()):
        owed.setdefault(one.ref, []).append(one)
    names = {service.id: service.name for service in office.people.services()}
    names |= office.people.names({row.caseworker for row in found} - {""})
    return Around(office.today(), actor, names, owed)


def _row(row, around: Around) -> Row:
    """One case that the reader may open."""
    owed = around.owed.get(row.ref, [])
    return Row(
        ref=row.ref,
        who=", ".join(filter(None, (row.child, str(age(row.born, around.today)), row.setting_name))),
        standing=lateness(row.next_due, around.today) if row.next_due else "nothing due",
        look=_look(row.next_due, around.today),
        what=_what(row),
        whose=_whose(row, around),
        href=f"/desk/case/{row.ref}",
        deed=_deed(row, owed),
        notes=tuple(_notes(owed, around)),
    )


def _masked(row, around: Around) -> Row:
    """A case that is somebody else's: that it exists and whose it is, and no more (sight.csv, council)."""
    officer = around.names.get(row.caseworker, "a caseworker")
    return Row(row.ref, row.initials, "", "quiet", f"Allocated to {officer}", "")


def _look(due, today) -> str:
    """The look of a date: late, due within the week, or quiet."""
    if due is None or due > today + SOON:
        return "quiet"
    return "late" if due < today else "due"


def _what(row) -> str:
    """What the law wants next, or where the case has come to."""
    return duty_words(row.next_duty) if row.next_duty else stage_words(row.stage, DESK)


def _whose(row, around: Around) -> str:
    """Whose turn it is."""
    if not row.next_duty:
        return ""
    if row.caseworker == around.actor.id:
        return "owed by you"
    if row.caseworker in around.actor.covering:
        return f"owed by {around.names.get(row.caseworker, 'a caseworker')}, whom you cover"
    return f"owed by {around.names.get(row.caseworker, 'a caseworker')}" if row.caseworker else "nobody has it yet"


def _deed(row, owed) -> tuple[str, str]:
    """The deed for the button: its words, and its address."""
    here = f"/desk/case/{row.ref}"
    if row.stage == "deciding whether to assess" and not row.caseworker:
        return "Allocate", f"{here}/allocate"
    unread = [one for one in owed if one.standing in TO_READ]
    if unread:
        return "Read advice", f"{here}/advice/{unread[0].about}"
    if row.stage == "assessing" and row.waiting_due:
        return "See advice", f"{here}#advice"
    return _by_stage(row, here)


def _by_stage(row, here) -> tuple[str, str]:
    """The deed that a stage leads to, where nothing else comes first."""
    pages = {"deciding whether to assess": "Decide", "assessing": "Decide", "writing the plan": "Write the plan"}
    pages["hearing the family on the draft"] = "Open the plan"
    page = duty_row(row.next_duty)["page"] if row.next_duty else ""
    return (pages[row.stage], f"{here}/{page}") if page and row.stage in pages else ("Open", here)


def _passed(one, today) -> date:
    """The day that has passed: the full advice, or the first response where that alone is late."""
    return one.full_due if one.full_due and one.full_due < today else one.first_due


def _notes(owed, around: Around):
    """What others owe on this case or have sent, gravest first, in a few words with a look."""
    late = [one for one in owed if one.standing not in TO_READ]
    level = max((one.level for one in late), default=0)
    if late:
        services = list(dict.fromkeys(around.names.get(one.service, "a service") for one in late))
        who = listed(services) if len(services) <= MOST_SERVICES else f"{len(services)} services"
        days = max((around.today - _passed(one, around.today)).days for one in late)
        rung = f", level {level}" if level else ""
        yield opening(f"{who}: {plural(days, 'day')} late{rung}"), "late" if level > 1 else "waiting"
    unread = sum(one.standing in TO_READ for one in owed)
    if unread:
        yield f"{plural(unread, 'piece')} of advice to read", "new"
