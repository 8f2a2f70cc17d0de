"""A year in the life: an area simulated day by day through the real deeds, to try things out and to prove promises."""

import json
import sys
from functools import partial

import click
from flask import current_app
from flask.cli import with_appcontext

from casework.commands.days import DAY
from casework.commands.plainly import plainly
from casework.commands.simulated_nights import Clerk
from casework.demonstration import people
from casework.demonstration.always import Watch
from casework.demonstration.cases import RECENT
from casework.demonstration.figures import count_up
from casework.demonstration.report import lines
from casework.demonstration.simulation import Simulation, Years

ANOTHER = "Give it an empty database: choose another INSTANCE_PATH, then run “flask --app portal db upgrade”."


@click.command()
@click.option("--cases", "number", type=click.IntRange(min=1), default=40, show_default=True, help="How many requests.")
@click.option("--from", "first", type=DAY, required=True, help="The first day (YYYY-MM-DD, or today).")
@click.option("--to", "last", type=DAY, required=True, help="The last day (YYYY-MM-DD, or today).")
@click.option("--seed", "chosen", default=1, show_default=True, help="The same seed gives the same diaries.")
@click.option("--check", is_flag=True, help="Prove after each day that no promise was broken; fail if one was.")
@click.option("--json", "as_json", is_flag=True, help="Print the report for a machine to read.")
@with_appcontext
def simulate(number, first, last, chosen, *, check, as_json):
    """Live an area day by day, by the deeds that people and the night clerk do. Ctrl-C keeps the days lived so far."""
    office = current_app.extensions["golden-thread"].office
    years = Years(number, first or office.today(), last or office.today(), chosen)
    _refuse(office, years)
    people.enrol_everyone(office)
    on = partial(current_app.extensions["office-on"], past=years.last - RECENT)
    app = current_app._get_current_object()
    simulation = Simulation(office, on, years, clerk=Clerk(app, office, on))
    watch = Watch(office) if check else None
    lived, broken = plainly(partial(_live, simulation, watch))
    _say(simulation, lived, broken if check else None, as_json=as_json)
    if broken:
        raise SystemExit(1)


def _refuse(office, years):
    """Raises ClickException where nobody may be made up, or where somebody is who was not."""
    if not office.area.demonstration:
        raise click.ClickException(
            "This is not a demonstration: settings.cfg says demonstration = no, so nothing is made up here."
        )
    if years.last < years.first:
        raise click.ClickException("The last day must not be before the first.")
    if office.diary.refs():
        raise click.ClickException(f"There are cases here already, and a simulation must not mix with them. {ANOTHER}")
    others = office.people.count() - len(people.known(office))
    if others:
        who = "somebody who was" if others == 1 else f"{others} people who were"
        raise click.ClickException(f"The register holds {who} not made up for the demonstration. {ANOTHER}")


def _live(simulation, watch):
    """Live the days. Answers with the last that was kept (None when there was none), and the promises broken."""
    years, lived, broken = simulation.years, None, []
    length = (years.last - years.first).days + 1
    try:
        with click.progressbar(length=length, label="Living day by day", file=sys.stderr) as bar:
            for day in simulation.days():
                lived = day
                broken += [f"{day}: {sentence}" for sentence in (watch.look() if watch else ())]
                bar.update(1)
    except KeyboardInterrupt:
        with simulation.office.diary.one_write():
            pass  # whatever was being read or written when it came is let go
        click.echo("\nStopped. The days lived so far are kept.", err=True)
    return lived, broken


def _say(simulation, lived, broken, *, as_json):
    """Print what came of it."""
    figures = count_up(simulation.office, lived or simulation.years.first)
    if not as_json:
        click.echo("\n".join(lines(simulation, lived, figures, broken=broken)))
        return
    years = simulation.years
    said = {"from": years.first.isoformat(), "to": years.last.isoformat(), "seed": years.seed}
    said |= {"lived_until": lived.isoformat() if lived else None} | figures.plain()
    said |= {"nights": simulation.nights, "refused": simulation.refused, "broken": broken}
    click.echo(json.dumps(said, indent=2, ensure_ascii=False))
