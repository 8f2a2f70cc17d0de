"""Look at a text on standard input as the plan's pages look at it: one line of JSON for each weak place."""

import json
import sys
from dataclasses import asdict

import click
from flask.cli import with_appcontext

from casework.lint import SECTIONS, About, lint

WRONG = 2  # exit status for a section we do not know, or nobody to write about
SHOWN = ("start", "end", "phrase", "rule", "severity", "why", "better")


@click.command("lint")
@click.option("--section", default="", help="Where the text stands: A to K, H1, H2, plain or advice.")
@click.option("--child", "child", default="", help="What the child is called.")
@click.option("--pronouns", default="", help="As the family gave them, such as she/her.")
@click.option("--setting", default="", help="The school or college.")
@click.option("--other", "others", multiple=True, help="Another child's name, which must not be in it.")
@click.option("--earlier", multiple=True, help="An outcome written for another child.")
@with_appcontext
def lint_text(section, child, **known):
    """Print each weak place in the text on standard input; nothing for a good one. Places count its characters."""
    named = {each.lower(): each for each in SECTIONS}.get(section.strip().lower())
    if not named or not child.strip():
        click.echo(_wrong(section, named), err=True)
        raise SystemExit(WRONG)
    about = About(tuple(_names(child)), **{name: said for name, said in known.items()})
    for mark in lint(sys.stdin.buffer.read().decode("utf-8", errors="replace"), named, about):
        click.echo(json.dumps({name: value for name, value in asdict(mark).items() if name in SHOWN}))


def _names(child):
    """A name as it was given, and each of its parts: Samira, Okafor."""
    return dict.fromkeys([child.strip().split()[0], child.strip(), *child.split()])


def _wrong(section, named) -> str:
    if named:
        return "Say what the child is called, with --child."
    known = f"{', '.join(SECTIONS[:-1])} or {SECTIONS[-1]}"
    return f"There is no section {section}: give {known}." if section else f"Say which, with --section: {known}."
