"""The table of what is owed: one row a duty, in the order of the law, by whose it is."""

from sqlalchemy import Column, Date, Index, Integer, String

from casework.outside.schema.record import ID, of_case

owed = of_case(
    "owed",
    Column("duty", String(40), nullable=False),
    Column("about", String(80), nullable=False),
    Column("nth", Integer, nullable=False),
    Column("owed_by", String(40), nullable=False),
    Column("weight", Integer, nullable=False),
    Column("day", Date, nullable=False),
    Column("started", Date, nullable=False),
    Column("due", Date, nullable=False),
    Column("near_on", Date, nullable=False),
    Column("done_on", Date),
    Column("excuse", String(80), nullable=False),
    Column("caseworker", ID, nullable=False),
    Column("service", String(64), nullable=False),
    Column("adviser", ID, nullable=False),
    Column("setting", String(64), nullable=False),
    Column("advice", String(40), nullable=False),
    Column("level", Integer, nullable=False),
    Column("stage", String(40), nullable=False),
    Column("born", String(10), nullable=False),
    Column("school", String(64), nullable=False),
    Column("shown_from", Date, nullable=False),
    Column("shown_until", Date, nullable=False),
    Column("legal_due", Date),
    Index("ix_owed_order", "weight", "day", "ref", "row"),
    Index("ix_owed_caseworker", "caseworker", "weight", "day", "ref", "row"),
    Index("ix_owed_service", "service", "weight", "day", "ref", "row"),
    Index("ix_owed_adviser", "adviser", "weight", "day", "ref", "row"),
    Index("ix_owed_setting", "setting", "weight", "day", "ref", "row"),
    Index("ix_owed_duty", "duty", "weight", "day", "ref", "row"),
    Index("ix_owed_owed_by", "owed_by", "weight", "day", "ref", "row"),
    Index("ix_owed_school", "school", "weight", "day", "ref", "row"),
)
