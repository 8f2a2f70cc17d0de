"""The flask commands: each task has one definition, which make, cron and people all call."""

from casework.commands.check import check
from casework.commands.deliver import deliver_now
from casework.commands.demo import demo_people, seed
from casework.commands.digests import digests_now
from casework.commands.due import due
from casework.commands.lint import lint_text
from casework.commands.rebuild import rebuild
from casework.commands.serve import serve
from casework.commands.simulate import simulate
from casework.commands.sweep import sweep_now
from casework.commands.verify import verify
from casework.commands.work import work

COMMANDS = (
    check,
    deliver_now,
    demo_people,
    digests_now,
    seed,
    due,
    lint_text,
    rebuild,
    serve,
    simulate,
    sweep_now,
    verify,
    work,
)


def register(app, office_on) -> None:
    """Give the app its commands. `office_on` answers with an office on another day, for --as-of and seeding."""
    app.extensions["office-on"] = office_on
    for command in COMMANDS:
        app.cli.add_command(command)
