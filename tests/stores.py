"""Fresh databases for tests, on SQLite and on PostgreSQL, each a quick copy of one that was migrated once."""

import shutil
import sqlite3
import uuid
from pathlib import Path

import flask_migrate
from flask import Flask

from casework.outside.database import db
from tests import postgres

MIGRATIONS = Path(__file__).parent.parent / "casework" / "outside" / "migrations"
TEMPLATE = "migrated"


def small_app(url: str) -> Flask:
    """An app with a database and its migrations, and no pages."""
    app = Flask("tests")
    app.config["SQLALCHEMY_DATABASE_URI"] = url
    db.init_app(app)
    flask_migrate.Migrate(app, db, directory=str(MIGRATIONS), render_as_batch=True)
    return app


def migrate(url: str) -> None:
    """Bring an empty database to the newest schema, as `flask --app portal db upgrade` does."""
    app = small_app(url)
    with app.app_context():
        try:
            flask_migrate.upgrade()
        finally:
            db.engine.dispose()


def sqlite_template(folder: Path) -> Path:
    """A migrated SQLite file, made once in a folder that all processes of the run share."""
    made = folder / f"{TEMPLATE}.sqlite3"
    with postgres.alone(folder):
        if not made.exists():
            making = folder / "making.sqlite3"
            migrate(f"sqlite:///{making}")
            _fold_in(making)
            making.rename(made)
    return made


def fresh_sqlite(template: Path, folder: Path) -> str:
    """The address of an empty, migrated SQLite database in a folder."""
    path = folder / "golden-thread.sqlite3"
    shutil.copyfile(template, path)
    return f"sqlite:///{path}"


def postgres_template(folder: Path) -> str:
    """The name of a migrated PostgreSQL database, made once for all processes of the run."""
    postgres.start_once()
    with postgres.alone(folder):
        if not postgres.exists(TEMPLATE):
            postgres.drop("making")
            migrate(postgres.create("making"))
            postgres.rename("making", TEMPLATE)
    return TEMPLATE


def fresh_postgres(template: str) -> tuple[str, str]:
    """The name and the address of an empty, migrated PostgreSQL database."""
    name = f"t{uuid.uuid4().hex[:20]}"
    return name, postgres.create(name, template)


def _fold_in(path: Path) -> None:
    """Bring everything from the journal into the file, which alone is copied."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.close()
