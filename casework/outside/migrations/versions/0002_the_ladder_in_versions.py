"""The ladder in versions: the first is what chasing.csv and levels.csv say on the day this is run."""

import hashlib
import json
from datetime import date

import sqlalchemy as sa
from alembic import op

from casework.outside import clock
from casework.outside.database import UTCDateTime
from casework.outside.schema.guards import guard_versions
from casework.tables import rows

revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade():
    """Forward."""
    ladders = op.create_table('ladders',
    sa.Column('number', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('counts_from', sa.Date(), nullable=False),
    sa.Column('content', sa.Text(), nullable=False),
    sa.Column('digest', sa.String(length=64), nullable=False),
    sa.Column('put_back', sa.Integer(), nullable=False),
    sa.Column('why', sa.Text(), nullable=False),
    sa.Column('by', sa.String(length=64), nullable=False),
    sa.Column('at', UTCDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('number', name=op.f('pk_ladders'))
    )
    said = {"steps": [dict(row) for row in rows("chasing")], "levels": [dict(row) for row in rows("levels")]}
    content = json.dumps(said, sort_keys=True, ensure_ascii=False)
    op.bulk_insert(ladders, [{
        "number": 1, "counts_from": date(2014, 9, 1), "content": content,
        "digest": hashlib.sha256(content.encode()).hexdigest(), "put_back": 0,
        "why": "The ladder that comes with the service.", "by": "", "at": clock.now(),
    }])
    for statement in guard_versions(op.get_bind().dialect.name):
        op.execute(statement)


def downgrade():
    """Back. The guards of a table go with it."""
    op.drop_table('ladders')
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION refuse_change_of_version")
