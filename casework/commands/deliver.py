"""Deliver what is owed: print plans and letters, keep the bytes, then send. Never inside a request."""

import json
import logging
from datetime import timedelta

import click
from flask import current_app
from flask.cli import with_appcontext

from casework import stating
from casework.record.plan import Plan

TRIES = 8
log = logging.getLogger(__name__)


def deliver(office, limit: int = 20) -> int:
    """Print and send some of what is owed. Answers with how many things were done; 0 means nothing is waiting.

    A crash between sending and noting it may send one letter twice, under the same
    message name; it can never lose one. What was printed is kept by digest first,
    and is never printed again.
    """
    done = 0
    for waiting in office.post.unprinted(limit):
        done += _guarded(office, _print_plan, waiting, None)
    for letter in office.post.unsent(limit):
        done += _guarded(office, _send, letter, letter)
    return done


def _guarded(office, step, row, letter) -> int:
    """One thing done, or its problem noted. One letter that cannot be printed must not keep
    every other family waiting, so whatever it raises is logged, shown on the case, and tried again later."""
    try:
        return step(office, row)
    except Exception as problem:
        log.exception("The post could not do %s for %s", step.__name__, row.ref)
        if letter is None:
            raise
        tries = letter.tries + 1
        office.post.mark(
            letter.id,
            tries=tries,
            problem=f"{type(problem).__name__}: {problem}"[:500],
            state="failed" if tries >= TRIES else letter.state,
            held_until=office.now() + timedelta(minutes=2**tries),
        )
        return 0


def _print_plan(office, waiting) -> int:
    """Print a plan once, keep its bytes, and note the digest."""
    case = office.diary.read(waiting.ref, up_to=waiting.n)
    plan = Plan.from_content(office.papers.read(waiting.ref, waiting.paper).content)
    version = case.final if waiting.as_ == "final" else case.draft
    label = {"label": version.number, "date": version.on, "draft": waiting.as_ == "draft", "ref": waiting.ref}
    digest = office.cabinet.put(office.press.plan(plan, label), "application/pdf")
    office.post.mark_printed(waiting.ref, waiting.paper, waiting.as_, digest)
    return 1


def _send(office, letter) -> int:
    """Print a letter if it has not been printed, then send it by every way it is owed."""
    to = stating.recipient(office, letter)
    facts = stating.facts(office, letter, to) if letter.n else _plain_facts(office, letter)
    digest = letter.digest
    if "print" in letter.how and not digest:
        digest = office.cabinet.put(office.press.letter(letter.letter, facts), "application/pdf")
        office.post.mark(letter.id, digest=digest, state="printed")
    if "email" in letter.how and to.email:
        subject, body = office.press.email(letter.letter, facts)
        office.carriers.email(letter.id, to.email, subject=subject, body=body)
    if "print" in letter.how:
        office.carriers.paper(letter.id, letter.owed_on, office.cabinet.get(digest))
    office.post.mark(letter.id, state="sent", sent_at=office.now(), problem="")
    return 1


def _plain_facts(office, letter) -> dict:
    """What an email that belongs to no case is written from: a link, and what its page handed over."""
    said = json.loads(letter.facts)
    return {"case": None, "link": said.pop("link", office.site_url), "it": said}


@click.command("deliver")
@with_appcontext
def deliver_now():
    """Print and send everything that is owed."""
    office = current_app.extensions["golden-thread"].office
    total = 0
    while done := deliver(office, limit=50):
        total += done
    click.echo(f"{total} printed or sent.")
