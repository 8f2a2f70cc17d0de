"""Verify the sealed chain of entries, the papers and the files they name."""

import hashlib

import click
from flask import current_app
from flask.cli import with_appcontext

from casework.record.entries import body_of
from casework.record.papers import Paper
from casework.record.written import sealed

DIGEST = 64  # hexadecimal digits: whatever is as long in an entry names a paper


def faults(office):
    """Every fault found: an entry changed, removed or reordered; a paper or a file that is not what its name says."""
    begun = office.diary.refs()
    there = set(begun)
    yield from (f"{ref}: the diary has lost its first entry." for ref in office.diary.listed() if ref not in there)
    for ref in begun:
        try:
            written = office.diary.written(ref)
        except (TypeError, ValueError) as unread:
            yield f"{ref}: an entry cannot be read ({unread})."
            continue
        yield from _chain(ref, written)
        yield from _head(office, ref, written)
        yield from _papers(office, ref, written)


def _chain(ref, written):
    """Each entry is numbered after the one before it and sealed with it."""
    seal = ""
    for place, each in enumerate(written, start=1):
        if each.n != place:
            yield f"{ref}: entry {place} is missing."
            return
        if sealed(ref, seal, each) != each.seal:
            yield f"{ref}: entry {each.n} is not what was written."
            return
        seal = each.seal


def _head(office, ref, written):
    """The worklist remembers the last entry, so a diary cut short at its end is seen."""
    kept = office.diary.rows(ref)["case"]
    if kept is None or (kept["entries"], kept["seal"]) != (written[-1].n, written[-1].seal):
        yield f"{ref}: the last entry of the diary is not the one that was written last."


def _papers(office, ref, written):
    """Every paper of the case, and every one an entry names, is there and is what its digest says."""
    said = {value for each in written for value in body_of(each.entry).values() if isinstance(value, str)}
    kept = office.papers.kept(ref)
    for digest in sorted({value for value in said if len(value) == DIGEST} | kept.keys()):
        if hashlib.sha256(kept.get(digest, "").encode()).hexdigest() != digest:
            yield f"{ref}: the paper {digest[:12]}… is missing or is not what was put in."
            continue
        paper = Paper.from_text(kept[digest])
        if paper.kind == "document":
            yield from _file(office, ref, paper.content.get("digest", ""))


def _file(office, ref, digest):
    """A file that a document names is in the cabinet, byte for byte."""
    if digest:
        try:
            office.cabinet.get(digest)
        except KeyError:
            yield f"{ref}: the file {digest[:12]}… is missing or is not what was kept."


@click.command()
@with_appcontext
def verify():
    """Check every seal, paper and file; fail with each fault found."""
    office = current_app.extensions["golden-thread"].office
    found = list(faults(office))
    for fault in found:
        click.echo(fault, err=True)
    if found:
        raise SystemExit(1)
    click.echo(f"{len(office.diary.refs())} cases, {office.diary.count()} entries: every seal holds.")
