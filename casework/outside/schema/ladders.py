"""The table of the ladder that chases advice: one row a version, written once."""

from sqlalchemy import Column, Date, Integer, String, Table, Text

from casework.outside.database import UTCDateTime, db

ladders = Table(
    "ladders",
    db.metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("counts_from", Date, nullable=False),
    Column("content", Text, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("put_back", Integer, nullable=False),  # the version whose rows these are again; 0 for none
    Column("why", Text, nullable=False),
    Column("by", String(64), nullable=False),
    Column("at", UTCDateTime, nullable=False),
)
