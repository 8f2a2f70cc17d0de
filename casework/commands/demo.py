"""The demonstration area: make it, and say who lives there."""

import json

import click
from flask import current_app
from flask.cli import with_appcontext

from casework.commands.days import DAY
from casework.demonstration import cases, people


@click.command()
@click.option(
    "--cases", "number", default=250, show_default=True, help="How many cases, at every stage over three years."
)
@click.option("--seed", "chosen", default=1, show_default=True, help="The same seed makes the same area.")
@click.option("--as-of", "day", type=DAY, help="The last day of the three years (YYYY-MM-DD, or today).")
@with_appcontext
def seed(number, chosen, day):
    """Make the demonstration area, by deeds with dates. A database that already has cases is left as it is."""
    office = current_app.extensions["golden-thread"].office
    if not office.area.demonstration:
        raise click.ClickException(
            "This is not a demonstration: settings.cfg says demonstration = no, so nothing is made up here."
        )
    if office.diary.refs():
        click.echo("There are cases already, so nothing was added.")
        return
    people.enrol_everyone(office)
    with click.progressbar(length=number, label="Making the demonstration area") as bar:
        cases.make(
            office,
            current_app.extensions["office-on"],
            number,
            seed=chosen,
            last_day=day or office.today(),
            made=bar.update,
        )
    click.echo(f"Saltmarsh has {len(office.diary.refs())} cases.")


@click.command("demo-people")
@with_appcontext
def demo_people():
    """Print each demonstration person's capacity, email, password and second-factor secret, as JSON."""
    click.echo(json.dumps(people.known(current_app.extensions["golden-thread"].office), indent=2, ensure_ascii=False))
