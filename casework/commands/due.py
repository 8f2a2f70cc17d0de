"""Work out a date by any rule of the timetable, for a person or for a file of them."""

import sys

import click
from flask.cli import with_appcontext

from casework.errors import GapInOurTables, Refusal
from casework.law import calculator

WRONG = 2  # exit status for a rule, a date or a year we cannot answer for


@click.command()
@click.argument("rule_id", required=False)
@click.argument("trigger", required=False)
@click.option("--also", "also", multiple=True, help="Another date the rule needs, as name=YYYY-MM-DD.")
@click.option(
    "--file", "path", type=click.Path(exists=True, dir_okay=False), help="A CSV of rule_id,trigger_date,also."
)
@with_appcontext
def due(rule_id, trigger, also, path):
    """Print the date a duty falls due."""
    try:
        if path and not (rule_id or also):
            _file(path)
        elif rule_id and trigger and not path:
            row = {"rule_id": rule_id, "trigger_date": trigger, "also": ";".join(also)}
            click.echo(next(iter(calculator.due_rows([row])))["due"])
        else:
            raise Refusal("Give a rule and a date, or --file with a CSV of them and nothing else.")
    except (Refusal, GapInOurTables) as problem:
        click.echo(str(problem), err=True)
        raise SystemExit(WRONG) from problem


def _file(path):
    """Every row of a CSV with the date it falls due, on standard output."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        calculator.due_file(file, sys.stdout)
