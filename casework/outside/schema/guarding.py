"""Tables of the guard: what tells each child from all others, derived; and every sending that was stopped."""

from sqlalchemy import Column, Date, Index, String, Table, Text

from casework.outside.database import Number, db
from casework.outside.schema.record import REF, of_case

identifiers = of_case(
    "identifiers",
    Column("key", String(120), nullable=False),
    Index("ix_identifiers_key", "key", "ref"),
)

stops = Table(
    "stops",
    db.metadata,
    Column("id", Number, primary_key=True, autoincrement=True),
    Column("ref", REF, nullable=False),
    Column("letter", Number, nullable=False),
    Column("paper", String(64), nullable=False),
    Column("as_", String(20), nullable=False),
    Column("found", Text, nullable=False),
    Column("stopped_on", Date, nullable=False),
    Column("settled", String(10), nullable=False),
    Column("settled_on", Date),
    Index("ix_stops_ref", "ref", "id"),
    Index("ix_stops_settled", "settled", "id"),
    Index("ix_stops_stopped_on", "stopped_on"),
    Index("ix_stops_settled_on", "settled_on", "settled"),
)
