"""Triggers that refuse to change or remove what was written: entries, papers and versions are only ever added."""

GUARDED = ("entries", "papers")
SENTENCE = "what is written in a diary is never changed"


def make_guards(dialect: str) -> list[str]:
    """The statements that put the guards up, for sqlite or postgresql."""
    return [line for table in GUARDED for line in _guards(dialect, table)]


def guard_versions(dialect: str) -> list[str]:
    """The statements that guard the versions of the ladder. The triggers go with their table."""
    return _guards(dialect, "ladders", refusing="refuse_change_of_version")


def drop_guards(dialect: str) -> list[str]:
    """The statements that take them down: for a migration back, and for erasing a case whose keeping time is over."""
    if dialect == "sqlite":
        return [f"DROP TRIGGER IF EXISTS {table}_{what}" for table in GUARDED for what in ("update", "delete")]
    dropped = [f"DROP TRIGGER IF EXISTS {table}_{what} ON {table}" for table in GUARDED for what in ("change", "empty")]
    return [*dropped, "DROP FUNCTION IF EXISTS refuse_change"]


def _guards(dialect, table, refusing="refuse_change"):
    """One table's guards. `refusing` is the function that PostgreSQL's triggers call."""
    if dialect == "sqlite":
        return [
            f"CREATE TRIGGER {table}_{what} BEFORE {what.upper()} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{SENTENCE}'); END"
            for what in ("update", "delete")
        ]
    return [
        f"CREATE OR REPLACE FUNCTION {refusing}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{SENTENCE}'; END $$",
        f"CREATE TRIGGER {table}_change BEFORE UPDATE OR DELETE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {refusing}()",
        f"CREATE TRIGGER {table}_empty BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION {refusing}()",
    ]
