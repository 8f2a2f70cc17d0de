"""Every saved state of a plan being written, so that none is written over; what is there now is the first."""

import sqlalchemy as sa
from alembic import op

from casework.outside.database import UTCDateTime

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade():
    """Forward."""
    states = op.create_table(
        "draft_states",
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("part", sa.String(length=60), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("begun_at", UTCDateTime(), nullable=False),
        sa.Column("saved_at", UTCDateTime(), nullable=False),
        sa.Column("saved_by", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("kind", "key", "part", "version", name=op.f("pk_draft_states")),
    )
    names = ("kind", "key", "part", "version", "content", "saved_at", "saved_by")
    drafts = sa.table("drafts", *(sa.column(name) for name in names))
    now = sa.select(*drafts.c, drafts.c.saved_at).where(drafts.c.kind == "plan")
    op.execute(sa.insert(states).from_select([*names, "begun_at"], now))


def downgrade():
    """Back."""
    op.drop_table("draft_states")
