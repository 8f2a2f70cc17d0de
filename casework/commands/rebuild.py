"""Rebuild the derived rows from diary and papers, or prove that nothing stored beside the diary differs from it."""

import click
from flask import current_app
from flask.cli import with_appcontext

from casework.record.case import Case, fold
from casework.worklist import rows_of


def rows_told_by(office, ref: str, ladders) -> dict:
    """The derived rows of a case as its diary and papers tell them, by the ladders its requests were asked under."""
    written = office.diary.written(ref)
    rows = rows_of(fold(written, Case(ref)), lambda digest: office.papers.read(ref, digest), ladders=ladders)
    case_row = {**rows.case, "entries": written[-1].n, "seal": written[-1].seal}
    parts = ("duties", "contributions", "timeliness", "consultations", "parties", "outcomes", "owed", "identifiers")
    return {"case": case_row} | {part: getattr(rows, part) for part in parts}


def differences(office):
    """Every case whose kept rows are not what its diary tells, with the first part that differs."""
    ladders = office.ladders.all()
    for ref in office.diary.refs():
        told, kept = rows_told_by(office, ref, ladders), office.diary.rows(ref)
        for part in told:
            if told[part] != kept[part]:
                yield ref, part
                break


@click.command()
@click.option("--check", is_flag=True, help="Change nothing; fail if any row differs from what the diary tells.")
@with_appcontext
def rebuild(check):
    """Rebuild every derived row from diary and papers."""
    office = current_app.extensions["golden-thread"].office
    wrong = list(differences(office))
    if check and wrong:
        for ref, part in wrong[:20]:
            click.echo(f"{ref}: {part} is not what the diary tells.", err=True)
        raise SystemExit(1)
    for ref, _ in wrong:
        with office.diary.one_write():
            case = fold(written := office.diary.lock(ref), Case(ref))
            papers, ladders = (lambda digest, ref=ref: office.papers.read(ref, digest)), office.ladders.all()
            rows = rows_of(case, papers, ladders=ladders)
            office.diary.write_rows(ref, rows, head=written[-1])
    counted = len(office.diary.refs())
    click.echo(
        f"{counted} cases: every row is what the diary tells."
        if not wrong
        else f"{len(wrong)} of {counted} cases rebuilt."
    )
