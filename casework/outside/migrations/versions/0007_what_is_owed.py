"""What is owed as rows in the order of the law, saved views, and calendars by private address."""

import sqlalchemy as sa
from alembic import op

from casework.outside.database import UTCDateTime

revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None


def upgrade():
    """Forward. The rows of `owed` come from the diaries: `flask --app portal rebuild` writes them."""
    op.create_table('feeds',
    sa.Column('id', sa.String(length=64), nullable=False),
    sa.Column('token', sa.String(length=64), nullable=False),
    sa.Column('person', sa.String(length=64), nullable=False),
    sa.Column('name', sa.String(length=60), nullable=False),
    sa.Column('kind', sa.String(length=10), nullable=False),
    sa.Column('subject', sa.Text(), nullable=False),
    sa.Column('post', sa.String(length=60), nullable=False),
    sa.Column('service', sa.String(length=64), nullable=False),
    sa.Column('setting', sa.String(length=64), nullable=False),
    sa.Column('made_at', UTCDateTime(), nullable=False),
    sa.Column('fetched_at', UTCDateTime(), nullable=True),
    sa.Column('ended_at', UTCDateTime(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_feeds')),
    sa.UniqueConstraint('token', name=op.f('uq_feeds_token'))
    )
    with op.batch_alter_table('feeds', schema=None) as batch_op:
        batch_op.create_index('ix_feeds_person', ['person'], unique=False)

    op.create_table('views',
    sa.Column('id', sa.String(length=64), nullable=False),
    sa.Column('person', sa.String(length=64), nullable=False),
    sa.Column('name', sa.String(length=60), nullable=False),
    sa.Column('filters', sa.Text(), nullable=False),
    sa.Column('first', sa.Boolean(), nullable=False),
    sa.Column('team', sa.String(length=64), nullable=False),
    sa.Column('made_at', UTCDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_views'))
    )
    with op.batch_alter_table('views', schema=None) as batch_op:
        batch_op.create_index('ix_views_person', ['person'], unique=False)
        batch_op.create_index('ix_views_team', ['team'], unique=False)

    op.create_table('owed',
    sa.Column('ref', sa.String(length=24), nullable=False),
    sa.Column('row', sa.Integer(), nullable=False),
    sa.Column('duty', sa.String(length=40), nullable=False),
    sa.Column('about', sa.String(length=80), nullable=False),
    sa.Column('nth', sa.Integer(), nullable=False),
    sa.Column('owed_by', sa.String(length=40), nullable=False),
    sa.Column('weight', sa.Integer(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('started', sa.Date(), nullable=False),
    sa.Column('due', sa.Date(), nullable=False),
    sa.Column('near_on', sa.Date(), nullable=False),
    sa.Column('done_on', sa.Date(), nullable=True),
    sa.Column('excuse', sa.String(length=80), nullable=False),
    sa.Column('caseworker', sa.String(length=64), nullable=False),
    sa.Column('service', sa.String(length=64), nullable=False),
    sa.Column('adviser', sa.String(length=64), nullable=False),
    sa.Column('setting', sa.String(length=64), nullable=False),
    sa.Column('advice', sa.String(length=40), nullable=False),
    sa.Column('level', sa.Integer(), nullable=False),
    sa.Column('stage', sa.String(length=40), nullable=False),
    sa.Column('born', sa.String(length=10), nullable=False),
    sa.Column('school', sa.String(length=64), nullable=False),
    sa.Column('shown_from', sa.Date(), nullable=False),
    sa.Column('shown_until', sa.Date(), nullable=False),
    sa.Column('legal_due', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['ref'], ['worklist.ref'], name=op.f('fk_owed_ref')),
    sa.PrimaryKeyConstraint('ref', 'row', name=op.f('pk_owed'))
    )
    with op.batch_alter_table('owed', schema=None) as batch_op:
        batch_op.create_index('ix_owed_adviser', ['adviser', 'weight', 'day', 'ref', 'row'], unique=False)
        batch_op.create_index('ix_owed_caseworker', ['caseworker', 'weight', 'day', 'ref', 'row'], unique=False)
        batch_op.create_index('ix_owed_duty', ['duty', 'weight', 'day', 'ref', 'row'], unique=False)
        batch_op.create_index('ix_owed_school', ['school', 'weight', 'day', 'ref', 'row'], unique=False)
        batch_op.create_index('ix_owed_owed_by', ['owed_by', 'weight', 'day', 'ref', 'row'], unique=False)
        batch_op.create_index('ix_owed_order', ['weight', 'day', 'ref', 'row'], unique=False)
        batch_op.create_index('ix_owed_service', ['service', 'weight', 'day', 'ref', 'row'], unique=False)
        batch_op.create_index('ix_owed_setting', ['setting', 'weight', 'day', 'ref', 'row'], unique=False)


def downgrade():
    """Back."""
    op.drop_table('owed')
    op.drop_table('views')
    op.drop_table('feeds')
