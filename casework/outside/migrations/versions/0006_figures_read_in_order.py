"""Indexes from which the figures of advice in time are read in order, and nothing else is."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

FIGURES = ["month", "limit", "service", "standing", "excused", "nil", "returned", "level", "since", "until", "advice"]
LATE = ["limit", "month", "standing", "service", "late", "due", "since", "until", "advice"]


def upgrade():
    """Forward."""
    with op.batch_alter_table("timeliness", schema=None) as batch_op:
        batch_op.drop_index("ix_timeliness_figures")
        batch_op.create_index("ix_timeliness_figures", FIGURES, unique=False)
        batch_op.create_index("ix_timeliness_late", LATE, unique=False)


def downgrade():
    """Back."""
    with op.batch_alter_table("timeliness", schema=None) as batch_op:
        batch_op.drop_index("ix_timeliness_late")
        batch_op.drop_index("ix_timeliness_figures")
        batch_op.create_index("ix_timeliness_figures", ["limit", "month", "service", "advice"], unique=False)
