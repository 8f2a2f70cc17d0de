"""The digests of Fridays: each manager's own list by email, once a Friday, on the next working day if need be."""

import logging
from datetime import date

import click
from flask import current_app
from flask.cli import with_appcontext

from casework.commands.days import DAY
from casework.record.people import answered_for
from casework.tables import rows
from casework.telling.digest import digest_of, friday_of, in_words, may_go

log = logging.getLogger(__name__)


def send_digests(office, day: date) -> int:
    """Owe every manager the digest of the last Friday, where it has not gone. Answers with how many are owed now.

    `office` is one whose today is `day`. Only the last Friday's: a worker that was away for weeks sends one, and
    what it says is as things stand today. Two workers at once owe each person one.
    """
    friday = friday_of(day)
    if not may_go(day) or office.lists.digests.done(friday):
        return 0
    services = office.people.services()
    owed = [_guarded(office, person, mine, day) for person, mine in _readers(office, services, day)]
    if None not in owed:
        office.lists.digests.mark_done(friday, day)
    return sum(filter(None, owed))


def _readers(office, services, day):
    """Everybody who gets a digest, with the services it tells of: their own, and those of managers they act for."""
    away = office.people.absences.on(day)
    found: dict[str, set] = {}
    for person in office.people.staff_of([row["post"] for row in rows("posts") if row["digest"] == "yes"]):
        reader = away[person.id].acting if person.id in away else person.id
        if reader:
            found.setdefault(reader, set()).update(one.id for one in answered_for(person, services))
    return [(office.people.person(reader), sorted(mine)) for reader, mine in sorted(found.items()) if mine]


def _guarded(office, person, services, day) -> int | None:
    """One person's digest, or its problem noted: None when it must be tried again. One must not keep the others."""
    try:
        return _owe(office, person, services, day)
    except Exception:
        log.exception("The digest for %s could not be written", person.id)
        return None


def _owe(office, person, services, day) -> int:
    """Owe one person their digest, and note it, together. Nothing for somebody who has it, or has nothing to read."""
    digest = digest_of(office.lists, services, day, friday=friday_of(day))
    if digest.is_empty or not person.email:
        return 0
    page = f"{office.site_url}/desk/escalations"
    with office.diary.one_write():
        if not office.lists.digests.claim(digest.friday, person.id, day):
            return 0
        facts = in_words(digest, page, f"{page}/{{ref}}/{{about}}") | {"link": page}
        office.post.owe_email(person.email, "advice-digest", facts, on=day)
    return 1


@click.command("digests")
@click.option("--as-of", "day", type=DAY, help="Send as if it were this day (YYYY-MM-DD), on a training copy.")
@with_appcontext
def digests_now(day):
    """Send managers the digest of the last Friday, where it has not gone."""
    office = current_app.extensions["golden-thread"].office
    day = day or office.today()
    sent = send_digests(current_app.extensions["office-on"](office, day), day)
    click.echo(f"{sent} {'digest' if sent == 1 else 'digests'} for {friday_of(day):%Y-%m-%d}.")
