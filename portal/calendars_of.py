"""What a calendar holds: references, duties and last days, never a name; rights are asked as for the page."""

import hashlib
from collections import Counter
from urllib.parse import parse_qsl

from werkzeug.datastructures import MultiDict

from casework import access
from casework.law.clocks import deadlines
from casework.owing import is_owed
from casework.record.case import present
from casework.record.people import Actor
from casework.telling import last_day_to_reply
from casework.telling.rows import duty_row, is_told
from casework.words import opening
from portal.calendar_file import Event, calendar_file
from portal.owed_filters import filters_of
from portal.owed_rows import Around, row_of

OWED, CASE = "owed", "case"
MOST_EVENTS = 1000
REPLY = "last day to tell us what you think of the draft plan"


def _actor(office, feed) -> Actor:
    """Whose calendar it is, as they would act on a page today, with whom they cover for."""
    one = feed.person
    covering = office.people.absences.covering(one.id, office.today()) if one.post else frozenset()
    return Actor(one.id, one.name, one.post, one.service, one.setting, covering=covering)


def may_follow(office, feed) -> bool:
    """Whether its owner may read today the page that it is a calendar of."""
    if feed.kind == OWED:
        return access.may(_actor(office, feed), "see what is owed", None)
    case = office.diary.read(feed.subject)
    return bool(case.n) and access.may(_actor(office, feed), "follow my case", present(case, office.today()))


def events_of(office, feed) -> str:
    """The calendar as a file."""
    found = _of_owed(office, feed) if feed.kind == OWED else _of_case(office, feed.subject)
    return calendar_file(feed.name, found, followed=True)


def _of_owed(office, feed) -> list[Event]:
    """What is owed, by the same rows and the same filters as the page. What is met is no longer there."""
    actor, today, services = _actor(office, feed), office.today(), office.people.services()
    filters = filters_of(actor, MultiDict(parse_qsl(feed.subject)), services)
    rows, _ = office.lists.owed.rows(filters.scope.places, filters.narrowed, today, most=MOST_EVENTS)
    changed = office.lists.owed.changed_at(sorted({row.ref for row in rows}))
    around = Around(today, actor, {})
    return [_event(office, row, row_of(row, around), changed[row.ref]) for row in rows]


def _event(office, found, row, changed_at) -> Event:
    """One duty on its last day."""
    url = f"{office.site_url.rstrip('/')}{row.href}" if row.href else ""
    told = {"about": f"{row.ref}. {row.law}", "changed_at": changed_at, "sequence": found.entries, "url": url}
    return Event(uid(found.ref, found.duty, found.about, found.nth), found.due, f"{row.what}, {row.ref}", **told)


def _of_case(office, ref) -> list[Event]:
    """A family's own dates: the last day of what we owe them, and of what is theirs to do."""
    case, who = office.diary.read(ref), office.area.short_name
    running = deadlines(case.facts, case.excuses)
    told = {"about": ref, "changed_at": office.lists.owed.changed_at([ref])[ref], "sequence": case.n}
    numbers: Counter = Counter()
    ours = [each for each in running if each.is_open and is_owed(each) and each.duty.owed_by == "authority"]
    events = [
        Event(_uid(ref, each, numbers), each.due, f"{who}, last day: {words}", **told)
        for each in ours
        if (words := _told(each.duty.id))
    ]
    reply = last_day_to_reply(case, running) if case.stage == "hearing the family on the draft" else None
    return events + ([Event(uid(ref, "reply", "", 1), reply, f"{who}: {REPLY}", **told)] if reply else [])


def _uid(ref, deadline, numbers: Counter) -> str:
    """The name of a duty's event; the second of the same duty has one of its own."""
    numbers[deadline.duty.id, deadline.about] += 1
    return uid(ref, deadline.duty.id, deadline.about, numbers[deadline.duty.id, deadline.about])


def _told(duty: str) -> str:
    """What we do by a day, as the family is told; nothing for what has no such words."""
    words = duty_row(duty)["next for the family"] if is_told(duty) else ""
    return "" if "{" in words else opening(words)


def uid(*parts) -> str:
    """A name for an event that stays the same while its day may change, and says nothing of the case."""
    return hashlib.sha256("\n".join(map(str, parts)).encode()).hexdigest()[:40]
