"""Cover, vacancies, digests, and why advice past the legal limit is late."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade():
    """Forward. The two columns of contributions fill when a case is next written; `flask rebuild` fills them all."""
    op.create_table(
        "vacancies",
        sa.Column("post", sa.String(length=60), nullable=False),
        sa.Column("place", sa.String(length=64), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.PrimaryKeyConstraint("post", "place", "since", name=op.f("pk_vacancies")),
    )
    op.create_index("ix_vacancies_open", "vacancies", ["until"])
    op.create_table(
        "digests",
        sa.Column("friday", sa.Date(), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=False),
        sa.PrimaryKeyConstraint("friday", "person", name=op.f("pk_digests")),
    )
    op.create_index("ix_cover_until", "cover", ["until", "since"])
    with op.batch_alter_table("contributions") as table:
        table.add_column(sa.Column("lateness", sa.String(length=80), nullable=False, server_default=""))
        table.add_column(sa.Column("expected", sa.Date(), nullable=True))
        table.create_index("ix_contributions_legal", ["legal_due", "ref", "row"])


def downgrade():
    """Back."""
    with op.batch_alter_table("contributions") as table:
        table.drop_index("ix_contributions_legal")
        table.drop_column("expected")
        table.drop_column("lateness")
    op.drop_index("ix_cover_until", table_name="cover")
    op.drop_table("digests")
    op.drop_index("ix_vacancies_open", table_name="vacancies")
    op.drop_table("vacancies")
