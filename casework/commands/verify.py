"""Verify the sealed chain of entries, the papers and the files they name."""

import click
from flask import current_app
from flask.cli import with_appcontext

from casework.record.case import Case, fold
from casework.record.written import sealed


def faults(office):
    """Every fault found: an entry changed, removed or reordered; a paper or a file that is not what its name says."""
    for ref in office.diary.refs():
        written = office.diary.written(ref)
        yield from _chain(ref, written)
        yield from _head(office, ref, written)
        yield from _papers(office, ref, fold(written, Case(ref)))


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


def _papers(office, ref, case):
    """Every paper the case names is there, and is what its digest says."""
    named = {case.child, *case.stories, *case.consents, *case.documents, case.reasons}
    named |= {advice.paper for advice in case.advice.values()} | {
        advice.response_paper for advice in case.advice.values()
    }
    named |= {version.plan for version in case.drafts} | ({case.final.plan} if case.final else set())
    named.discard("")
    found = office.papers.read_all(ref, named)
    for digest in sorted(named):
        if digest not in found or found[digest].digest != digest:
            yield f"{ref}: the paper {digest[:12]}… is missing or is not what was put in."
    for digest in sorted(case.documents):
        if digest in found:
            yield from _file(office, ref, found[digest].content.get("digest", ""))


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
