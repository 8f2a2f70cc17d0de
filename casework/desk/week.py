"""For managers: the digest of the week as it goes out on Friday, and the register of what passed the legal limit."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from flask import Blueprint, g, render_template, request

from casework import access, advising
from casework.desk.answering import answered_for
from casework.record.case import Case
from casework.tables import rows
from casework.telling.digest import digest_of, next_friday
from casework.web import office, opens
from casework.words import plural

week = Blueprint("week", __name__, url_prefix="/desk/escalations")
GIVEN = "given"


@week.get("/digest")
@opens("read the breach register")
def digest():
    """The digest as it stands now for the services that this person answers for."""
    services = [one.id for one in answered_for(g.actor, office().people.services())]
    today = office().today()
    found = digest_of(office().lists, services, today, friday=next_friday(today))
    post = next(row for row in rows("posts") if row["post"] == g.actor.post)
    last = office().lists.digests.last(g.actor.id)
    return render_template("desk/digest.html", digest=found, gets=post["digest"] == "yes", last=last)


@week.get("/breaches")
@opens("read the breach register")
def breaches():
    """What passed the legal limit: still owed, or ?show=given for what came after it; the longest past first."""
    services = {one.id: one for one in answered_for(g.actor, office().people.services())}
    given, today = request.args.get("show") == GIVEN, office().today()
    after = _read_key(request.args.get("after", ""))
    found, more = office().lists.breaches.rows(list(services), today, given=given, after=after)
    shown = [_breach(row, services, today) for row in found]
    counts = [office().lists.breaches.count(list(services), today, given=each) for each in (False, True)]
    onward = _write_key(found[-1]) if more else ""
    return render_template("desk/breaches.html", rows=shown, given=given, counts=counts, onward=onward)


@dataclass(frozen=True)
class Breach:
    """One request past the legal limit: since when, why, when it is expected, and what is asked of the service."""

    ref: str
    initials: str
    advice: str
    service: str
    asked_on: date
    due: date
    over: str
    came: date | None
    excuse: str
    reason: str
    lawful: str
    expected: date | None
    action: str
    href: str


def _breach(row, services, today) -> Breach:
    """One row of the register."""
    came = None if row.standing not in ("received", "accepted") else row.received_on or row.accepted_on
    desk = access.may(g.actor, "read the case", Case(row.ref, caseworker=row.caseworker))
    return Breach(
        ref=row.ref,
        initials=row.initials,
        advice=advising.advice_type(row.advice).name,
        service=services[row.service].name,
        asked_on=row.asked_on,
        due=row.legal_due,
        over=plural(((came or today) - row.legal_due).days, "day"),
        came=came,
        excuse=row.excuse or "",
        reason=_reasons().get(row.lateness, {}).get("words", ""),
        lawful=_reasons().get(row.lateness, {}).get("lawful", ""),
        expected=row.expected,
        action="" if came else action_asked(row.lateness, row.expected, today),
        href=f"/desk/case/{row.ref}/advice/{row.about}" if desk else f"/desk/escalations/{row.ref}/{row.about}",
    )


@cache
def _reasons() -> dict[str, dict]:
    """The reasons for lateness, by code."""
    return {row["reason"]: row for row in rows("late-reasons")}


@cache
def _actions() -> dict[str, str]:
    """What a service is asked to do, by the reason it gave (breach-actions.csv)."""
    return {row["reason"]: row["action asked"] for row in rows("breach-actions")}


def action_asked(reason: str, expected: date | None, today: date) -> str:
    """What the service is asked to do about a request past the limit: first for what it has not told us."""
    if not reason:
        return _actions()["no reason"]
    if expected is None or expected < today:
        return _actions()["date passed" if expected else "no date"]
    return _actions()[reason]


def _write_key(row) -> str:
    """Where a page ends."""
    return f"{row.legal_due.isoformat()}_{row.ref}_{row.row}"


def _read_key(written: str):
    """The key of a page; nothing for anything else."""
    try:
        day, ref, row = written.split("_")
        return date.fromisoformat(day), ref[:24], int(row)
    except ValueError:
        return None
