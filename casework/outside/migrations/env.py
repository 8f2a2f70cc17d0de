"""Runs a migration on the app's own database, whichever that is."""

from alembic import context
from flask import current_app


def run() -> None:
    """Upgrade or downgrade in one transaction, so that a migration that fails leaves the database as it was."""
    migrate = current_app.extensions["migrate"]
    with migrate.db.engine.connect() as connection:
        context.configure(
            connection=connection, target_metadata=migrate.db.metadata, **migrate.configure_args
        )
        with context.begin_transaction():
            context.run_migrations()


run()
