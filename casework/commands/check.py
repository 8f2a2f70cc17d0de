"""Check that the tables agree with each other and with the code, before anyone relies on them."""

import click
from flask.cli import with_appcontext

from casework import access, actions, chasing, letters, moves, sight
from casework.actions import advice, asking_again, decision, excusing, guarding, joining, lateness, messages, panel
from casework.actions import plan, promises, request, review, schools, upkeep
from casework.commands.check_rows import wrong_rows
from casework.errors import GapInOurTables
from casework.law.grounds import grounds
from casework.law.timetable import duties
from casework.record.entries import KINDS
from casework.tables import rows

SUBJECTS = (
    advice, asking_again, decision, excusing, guarding, joining, lateness, messages, panel, plan, promises, request,
    review, schools, upkeep,
)  # fmt: skip


def deeds() -> dict:
    """Every deed there is, by the name the tables know it by: a public function of a case and a day."""
    found = {}
    for subject in SUBJECTS:
        for name, thing in vars(subject).items():
            if callable(thing) and getattr(thing, "__module__", "") == subject.__name__ and not name.startswith("_"):
                if thing.__code__.co_varnames[:2] == ("case", "today"):
                    found[actions.name_of(thing)] = thing
    return found


def disagreements():
    """Every row that cannot be believed, and every place where two tables, or a table and the code, do not agree."""
    try:
        yield from wrong_rows()
        yield from _disagreements()
    except GapInOurTables as gap:
        yield str(gap)


def _disagreements():
    yield from (f"access.csv has no row for the deed “{name}”." for name in deeds() if name not in access.rights())
    yield from (f"moves.csv has no row for the deed “{name}”." for name in deeds() if name not in moves.lawful())
    yield from (
        f"moves.csv names “{name}”, which nobody can do." for name in moves.lawful() if name not in access.rights()
    )
    yield from _letters()
    yield from _milestones()
    yield from _grounds()
    yield from _ladder()
    if len(sight.grid()) < len(sight.SECTIONS):
        yield "The grid of sight.csv is not whole."


def _letters():
    """Every letter is owed for a kind of entry there is, to somebody we can find."""
    for row in rows("letters"):
        if row["when written"] not in KINDS:
            yield f"letters.csv names “{row['when written']}”, which no diary can hold."
        for to in row["to"].split("; "):
            if to not in letters.RECIPIENTS:
                yield f"letters.csv writes to “{to}”, and nobody has said who that is."


def _milestones():
    """Every duty that is watched runs from a fact that some entry leaves."""
    left = {milestone for kind in KINDS.values() for milestone in (*kind.milestones, *kind.sometimes)}
    for duty in duties():
        if duty.watch and duty.runs_from not in left:
            yield f"timetable.csv runs {duty.id} from “{duty.runs_from}”, which no entry leaves."


def _grounds():
    """Every ground that excuses a duty is one that grounds.csv explains."""
    for duty in duties():
        for ground in duty.excuses:
            if not (ground in grounds() and grounds()[ground].lawful):
                yield f"timetable.csv excuses {duty.id} by “{ground}”, which grounds.csv does not list as lawful."


def _ladder():
    """The ladder that every installation starts with passes the checks that every change to it must."""
    for fault in chasing.faults(chasing.first()):
        table = "levels.csv" if fault.about.startswith("level") else "chasing.csv"
        yield f"{', '.join(filter(None, (table, fault.about)))}: {fault.sentence}"
    reached = {row["family letter"] for row in rows("chasing-tones")} - {""}
    asked = {row["only when"].removeprefix("family is ") for row in rows("letters") if row["when written"] == "Chased"}
    yield from (f"letters.csv has no letter to the family for “{name}”." for name in sorted(reached - asked))


@click.command()
@with_appcontext
def check():
    """Fail if any two tables, or a table and the code, disagree."""
    found = list(disagreements())
    for sentence in found:
        click.echo(sentence, err=True)
    if found:
        raise SystemExit(1)
    click.echo("The tables agree with each other and with the code.")
