"""How each request for advice stood against each of its limits, from one day until another."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade():
    """Forward."""
    op.create_table(
        "timeliness",
        sa.Column("ref", sa.String(length=24), nullable=False),
        sa.Column("row", sa.Integer(), nullable=False),
        sa.Column("about", sa.String(length=80), nullable=False),
        sa.Column("advice", sa.String(length=40), nullable=False),
        sa.Column("service", sa.String(length=64), nullable=False),
        sa.Column("limit", sa.String(length=8), nullable=False),
        sa.Column("month", sa.String(length=7), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("standing", sa.String(length=20), nullable=False),
        sa.Column("came_on", sa.Date(), nullable=True),
        sa.Column("late", sa.Integer(), nullable=True),
        sa.Column("excused", sa.Boolean(), nullable=False),
        sa.Column("nil", sa.Boolean(), nullable=False),
        sa.Column("returned", sa.Integer(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["ref"], ["worklist.ref"], name=op.f("fk_timeliness_ref")),
        sa.PrimaryKeyConstraint("ref", "row", name=op.f("pk_timeliness")),
    )
    with op.batch_alter_table("timeliness", schema=None) as batch_op:
        batch_op.create_index("ix_timeliness_figures", ["limit", "month", "service", "advice"], unique=False)
        batch_op.create_index("ix_timeliness_list", ["limit", "due", "ref", "row"], unique=False)


def downgrade():
    """Back."""
    with op.batch_alter_table("timeliness", schema=None) as batch_op:
        batch_op.drop_index("ix_timeliness_list")
        batch_op.drop_index("ix_timeliness_figures")

    op.drop_table("timeliness")
