"""Fresh databases for tests, on SQLite and on PostgreSQL, each a quick copy of one that was migrated once."""

import shutil
import sqlite3
import uuid
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import flask_migrate
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from flask import Flask

from casework.outside import schema
from casework.outside.database import db
from tests import postgres

for subject in iter_modules(schema.__path__, f"{schema.__name__}."):
    import_module(subject.name)  # a table is known to the metadata once its file has been read

MIGRATIONS = Path(__file__).parent.parent / "casework" / "outside" / "migrations"
TEMPLATE = "migrated"


def small_app(url: str) -> Flask:
    """An app with a database and its migrations, and no pages."""
    app = Flask("tests")
    app.config["SQLALCHEMY_DATABASE_URI"] = url
    db.init_app(app)
    flask_migrate.Migrate(app, db, directory=str(MIGRATIONS), render_as_batch=True)
    return app


def migrate(url: str, to: str = "head") -> None:
    """Bring a database to the newest schema, as `flask --app portal db upgrade` does, or down to `base`."""
    with connected(url):
        if to == "base":
            flask_migrate.downgrade(revision="base")
        else:
            flask_migrate.upgrade(revision=to)


def differences(url: str) -> list:
    """What a new migration would change: nothing, when the migrations make what the code says."""
    with connected(url), db.engine.connect() as connection:
        return compare_metadata(MigrationContext.configure(connection, opts={"compare_type": True}), db.metadata)


@contextmanager
def connected(url: str):
    """Inside, `db` is this database; afterwards no connection to it is left."""
    with small_app(url).app_context():
        try:
            yield
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
