"""What tells each child from all others, and every sending that was stopped for another child in it."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None
Number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade():
    """Forward. The identifiers are empty until `flask --app portal rebuild` has read the papers."""
    op.create_table(
        "identifiers",
        sa.Column("ref", sa.String(24), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(120), nullable=False),
        sa.ForeignKeyConstraint(["ref"], ["worklist.ref"], name="fk_identifiers_ref"),
        sa.PrimaryKeyConstraint("ref", "row", name="pk_identifiers"),
    )
    op.create_index("ix_identifiers_key", "identifiers", ["key", "ref"])
    op.create_table(
        "stops",
        sa.Column("id", Number, autoincrement=True, nullable=False),
        sa.Column("ref", sa.String(24), nullable=False),
        sa.Column("letter", Number, nullable=False),
        sa.Column("paper", sa.String(64), nullable=False),
        sa.Column("as_", sa.String(20), nullable=False),
        sa.Column("found", sa.Text(), nullable=False),
        sa.Column("stopped_on", sa.Date(), nullable=False),
        sa.Column("settled", sa.String(10), nullable=False),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_stops"),
    )
    op.create_index("ix_stops_ref", "stops", ["ref", "id"])
    op.create_index("ix_stops_settled", "stops", ["settled", "id"])
    op.create_index("ix_stops_stopped_on", "stops", ["stopped_on"])
    op.create_index("ix_stops_settled_on", "stops", ["settled_on", "settled"])


def downgrade():
    """Back."""
    op.drop_table("stops")
    op.drop_table("identifiers")
