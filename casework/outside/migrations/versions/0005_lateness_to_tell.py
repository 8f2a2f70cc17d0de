"""The day on which the night clerk should tell a family that a day of ours has passed; and who leads which cases."""

import sqlalchemy as sa
from alembic import op

revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade():
    """Forward. The column is empty until `flask --app portal rebuild` has read the diaries."""
    with op.batch_alter_table('worklist', schema=None) as batch_op:
        batch_op.add_column(sa.Column('tell_on', sa.Date(), nullable=True))
        batch_op.create_index('ix_worklist_tell', ['tell_on', 'ref'], unique=False)
        batch_op.create_index('ix_worklist_lead', ['lead', 'ref'], unique=False)


def downgrade():
    """Back."""
    with op.batch_alter_table('worklist', schema=None) as batch_op:
        batch_op.drop_index('ix_worklist_lead')
        batch_op.drop_index('ix_worklist_tell')
    op.drop_column('worklist', 'tell_on')  # not in a batch: that would make the table anew, under rows that refer to it
