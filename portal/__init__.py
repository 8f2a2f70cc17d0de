"""The way in: builds the app around an office."""

from flask import Flask
from flask_migrate import Migrate

from casework import commands, web
from casework.commands.check import disagreements
from casework.commands.plainly import plainly
from casework.errors import GapInOurTables
from portal import furniture, settings, wiring
from portal.doors import blueprints
from portal.signin import load_actor, prepare, sign_in_first

MIGRATIONS = settings.ROOT / "casework" / "outside" / "migrations"


def create_app(chosen=None, office=None) -> Flask:
    """The whole service. `chosen` are Settings (read from the environment when not given); `office` a test's own.

    Raises ClickException, in a sentence, when a setting is missing or wrong or a table cannot be
    believed, and GapInOurTables when a page names no row of access.csv.
    """
    chosen = chosen or plainly(settings.read_settings)
    plainly(_read_tables)
    app = Flask(__name__, root_path=str(settings.ROOT), template_folder="templates", static_folder="static")
    furniture.configure(app, chosen)
    wiring.connect(app, chosen)
    Migrate(app, wiring.db, directory=str(MIGRATIONS), render_as_batch=True)
    app.extensions["golden-thread"] = web.Wires(office or wiring.real_office(chosen), sign_in_first)
    prepare(app)
    app.before_request(load_actor)
    app.before_request(web.doorkeeper)
    for blueprint in blueprints():
        app.register_blueprint(blueprint)
    furniture.furnish(app)
    commands.register(app, wiring.office_on)
    web.check_doors(app)
    return app


def _read_tables() -> None:
    """Raises GapInOurTables with everything that is wrong with the tables, a line each: nothing is served by them."""
    wrong = list(disagreements())
    if wrong:
        raise GapInOurTables("\n".join(wrong))
