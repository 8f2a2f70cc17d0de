"""Deliver what is owed: print plans and letters, keep the bytes, then send. Never inside a request."""

import json
import logging
from datetime import timedelta

import click
from flask import current_app
from flask.cli import with_appcontext

from casework import guarding, stating
from casework.actions import carry_out
from casework.actions.promises import note_the_family_was_told
from casework.record.people import POST_ROOM

TRIES = 8
AT_MOST = timedelta(minutes=2)  # a letter that one worker has taken and not noted is free again after this long
NAMES_THE_CASEWORKER = "caseworker-named"
log = logging.getLogger(__name__)


def deliver(office, limit: int = 20) -> int:
    """Print and send some of what is owed. Answers with how many things were done; 0 means nothing is waiting.

    A crash between sending and noting it may send one letter twice, under the same
    message name; it can never lose one. What was printed is kept by digest first,
    and is never printed again. A letter leaves with everything that it says is
    with it, or not at all.
    """
    done = 0
    for waiting in office.post.unprinted(limit):
        done += _guarded(office, _print, waiting)
    for letter in office.post.unsent(limit):
        done += _guarded(office, _send, letter)
    return done


def _guarded(office, step, row) -> int:
    """One thing done, or its problem noted. One paper that cannot be printed must not keep
    every other family waiting, so whatever it raises is logged, kept beside it, and tried again later."""
    try:
        return step(office, row)
    except Exception as problem:
        log.exception("The post could not do %s for %s", step.__name__, row.ref)
        said, tries = f"{type(problem).__name__}: {problem}"[:500], row.tries + 1
        later = office.now() + timedelta(minutes=2 ** min(tries, TRIES))
        if step is _print:
            office.post.hold_print(row, said, later)
        else:
            given_up = {"state": "failed"} if tries >= TRIES else {}
            office.post.mark(row.id, tries=tries, problem=said, held_until=later, **given_up)
        return 0


def _print(office, waiting) -> int:
    """Print a plan or an advice once, keep its bytes, and note the digest; or stop it, for another child in it."""
    this = {"paper": waiting.paper, "as_": waiting.as_}
    if office.post.stops.standing(waiting.ref, **this) in ("stopped", "withdrawn"):
        return 0
    if not _stopped(office, waiting.ref, guarding.print_words(office, waiting), **this):
        pdf = guarding.print_bytes(office, waiting)
        office.post.mark_printed(waiting.ref, waiting.paper, waiting.as_, office.cabinet.put(pdf, "application/pdf"))
    return 1


def _stopped(office, ref, words, *, to="", **this) -> bool:
    """Whether another child is in what is about to leave, beyond what a reason was given for; then it is stopped."""
    allowed = office.post.stops.allowed(ref, **this)
    hits = [hit for hit in guarding.look(office, ref, words, to=to) if (hit.ref, hit.kind) not in allowed]
    if hits:
        found = [{"ref": hit.ref, "kind": hit.kind} for hit in hits]
        office.post.stops.stop(ref, found, on=office.today(), **this)
    return bool(hits)


def _send(office, letter) -> int:
    """Print a letter and all that goes with it, where they are not printed yet; then send it every way it is owed."""
    if not office.post.claim(letter.id, until=office.now() + AT_MOST):
        return 0  # another worker has it
    to = stating.recipient(office, letter)
    # Somebody who can only be reached on paper gets on paper what others get by email.
    how = letter.how if to.email else "print"
    facts = stating.facts(office, letter, to) if letter.n else _plain_facts(office, letter)
    if letter.n and not letter.digest:
        words = guarding.letter_words(office, letter.letter, facts, how)
        if _stopped(office, letter.ref, words, to=letter.person, letter=letter.id):
            return 1
    with_it = json.loads(letter.enclosed)
    if "print" in how and not letter.digest:
        with_it = [_enclosed(office, letter, each) for each in stating.enclosures(office, letter)]
        if not all(each["digest"] for each in with_it):
            return _waits(office, letter)
        letter = _printed(office, letter, facts, with_it)
    _hand_over(office, letter, to, how=how, facts=facts, with_it=with_it)
    # A mail of no case carries a one-time link: once it has gone, nothing here can open what it opens.
    gone = {} if letter.n else {"facts": "{}"}
    return _left(office, letter, how, **gone)


def _printed(office, letter, facts, with_it):
    """A letter with its bytes kept: its row as it is now."""
    digest = office.cabinet.put(office.press.letter(letter.letter, facts), "application/pdf")
    office.post.mark(letter.id, digest=digest, enclosed=json.dumps(with_it, ensure_ascii=False), state="printed")
    return office.post.one(letter.id)


def _hand_over(office, letter, to, *, how, facts, with_it) -> None:
    """Give a letter to the carriers, every way it is owed."""
    if "email" in how:
        subject, body = office.press.email(letter.letter, facts)
        office.carriers.email(letter.id, to.email, subject=subject, body=body)
    if "print" in how:
        together = [(each["name"], office.cabinet.get(each["digest"])) for each in with_it]
        office.carriers.paper(letter.id, letter.owed_on, office.cabinet.get(letter.digest), together)


def _waits(office, letter) -> int:
    """What should go with a letter is stopped, so the letter waits; or was withdrawn, so the letter is too."""
    stands = {office.post.stops.standing(letter.ref, one.paper, one.as_) for one in stating.enclosures(office, letter)}
    withdrawn = "withdrawn" in stands and "stopped" not in stands
    said = "What should go with it was withdrawn." if withdrawn else "What goes with it is stopped."
    state = "withdrawn" if withdrawn else "stopped"
    office.post.mark(letter.id, state=state, problem=said, held_until=None)
    return 1


def _left(office, letter, how, **gone) -> int:
    """The letter has left. Where it names a caseworker, the diary says in the same write that the family was told."""
    with office.diary.one_write():
        office.post.mark(letter.id, state="sent", sent_at=office.now(), problem="", held_until=None, **gone)
        if letter.letter == NAMES_THE_CASEWORKER:
            named = office.diary.written(letter.ref, up_to=letter.n)[-1].entry.about
            told = {"about": named, "person": letter.person, "how": "email" if "email" in how else "letter"}
            carry_out(office, POST_ROOM, note_the_family_was_told, letter.ref, **told)
    return 1


def _enclosed(office, letter, enclosure) -> dict:
    """One thing that goes with a letter, printed now where it is not printed yet: {digest, words, name}."""
    asked = (letter.ref, enclosure.paper, enclosure.as_)
    ready = office.post.print_of(*asked)
    if not ready.digest:
        _print(office, ready)
        ready = office.post.print_of(*asked)
    return {"digest": ready.digest, "words": enclosure.words, "name": enclosure.name}


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
