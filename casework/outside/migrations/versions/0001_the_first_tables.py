"""The first tables."""

import sqlalchemy as sa
from alembic import op

from casework.outside.database import UTCDateTime
from casework.outside.schema.guards import drop_guards, make_guards

revision = '0001'
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    """Forward."""
    op.create_table('attempts',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('key', sa.String(length=64), nullable=False),
    sa.Column('at', UTCDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_attempts'))
    )
    with op.batch_alter_table('attempts', schema=None) as batch_op:
        batch_op.create_index('ix_attempts_at', ['at'], unique=False)
        batch_op.create_index('ix_attempts_key', ['key', 'at'], unique=False)

    op.create_table('cover',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('person', sa.String(length=64), nullable=False),
    sa.Column('covered_by', sa.String(length=64), nullable=False),
    sa.Column('since', sa.Date(), nullable=False),
    sa.Column('until', sa.Date(), nullable=False),
    sa.Column('reason', sa.String(length=200), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_cover'))
    )
    with op.batch_alter_table('cover', schema=None) as batch_op:
        batch_op.create_index('ix_cover_person', ['person', 'until'], unique=False)

    op.create_table('deeds_done',
    sa.Column('token', sa.String(length=64), nullable=False),
    sa.Column('ref', sa.String(length=24), nullable=False),
    sa.Column('at', UTCDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('token', name=op.f('pk_deeds_done'))
    )
    op.create_table('drafts',
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('key', sa.String(length=120), nullable=False),
    sa.Column('part', sa.String(length=60), nullable=False),
    sa.Column('content', sa.Text(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('saved_at', UTCDateTime(), nullable=False),
    sa.Column('saved_by', sa.String(length=64), nullable=False),
    sa.PrimaryKeyConstraint('kind', 'key', 'part', name=op.f('pk_drafts'))
    )
    op.create_table('entries',
    sa.Column('seq', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('ref', sa.String(length=24), nullable=False),
    sa.Column('n', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('about', sa.String(length=80), nullable=False),
    sa.Column('body', sa.Text(), nullable=False),
    sa.Column('recorded_at', UTCDateTime(), nullable=False),
    sa.Column('recorded_by', sa.String(length=64), nullable=False),
    sa.Column('on_behalf_of', sa.String(length=64), nullable=False),
    sa.Column('seal', sa.String(length=64), nullable=False),
    sa.PrimaryKeyConstraint('seq', name=op.f('pk_entries')),
    sa.UniqueConstraint('ref', 'n', name=op.f('uq_entries_ref_n'))
    )
    op.create_table('files',
    sa.Column('digest', sa.String(length=64), nullable=False),
    sa.Column('media_type', sa.String(length=100), nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.Column('kept_at', UTCDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('digest', name=op.f('pk_files'))
    )
    op.create_table('kept_forms',
    sa.Column('id', sa.String(length=64), nullable=False),
    sa.Column('person', sa.String(length=64), nullable=False),
    sa.Column('path', sa.Text(), nullable=False),
    sa.Column('fields', sa.Text(), nullable=False),
    sa.Column('kept_at', UTCDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_kept_forms'))
    )
    with op.batch_alter_table('kept_forms', schema=None) as batch_op:
        batch_op.create_index('ix_kept_forms_kept', ['kept_at'], unique=False)

    op.create_table('links',
    sa.Column('token', sa.String(length=64), nullable=False),
    sa.Column('purpose', sa.String(length=40), nullable=False),
    sa.Column('subject', sa.String(length=200), nullable=False),
    sa.Column('made_at', UTCDateTime(), nullable=False),
    sa.Column('expires_at', UTCDateTime(), nullable=False),
    sa.Column('used_at', UTCDateTime(), nullable=True),
    sa.PrimaryKeyConstraint('token', name=op.f('pk_links'))
    )
    with op.batch_alter_table('links', schema=None) as batch_op:
        batch_op.create_index('ix_links_expires', ['expires_at'], unique=False)
        batch_op.create_index('ix_links_subject', ['subject', 'purpose'], unique=False)

    op.create_table('looks',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('ref', sa.String(length=24), nullable=False),
    sa.Column('person', sa.String(length=64), nullable=False),
    sa.Column('page', sa.String(length=60), nullable=False),
    sa.Column('at', UTCDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_looks'))
    )
    with op.batch_alter_table('looks', schema=None) as batch_op:
        batch_op.create_index('ix_looks_ref', ['ref', 'id'], unique=False)

    op.create_table('papers',
    sa.Column('ref', sa.String(length=24), nullable=False),
    sa.Column('digest', sa.String(length=64), nullable=False),
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('ref', 'digest', name=op.f('pk_papers'))
    )
    op.create_table('people',
    sa.Column('id', sa.String(length=64), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('email', sa.String(length=254), nullable=True),
    sa.Column('phone', sa.String(length=40), nullable=False),
    sa.Column('address', sa.Text(), nullable=False),
    sa.Column('post', sa.String(length=60), nullable=False),
    sa.Column('service', sa.String(length=64), nullable=False),
    sa.Column('setting', sa.String(length=64), nullable=False),
    sa.Column('registration', sa.String(length=100), nullable=False),
    sa.Column('working_days', sa.String(length=100), nullable=False),
    sa.Column('photo', sa.String(length=64), nullable=False),
    sa.Column('language', sa.String(length=60), nullable=False),
    sa.Column('prefers', sa.String(length=60), nullable=False),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('sought', sa.Text(), nullable=False),
    sa.Column('created_at', UTCDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_people')),
    sa.UniqueConstraint('email', name=op.f('uq_people_email'))
    )
    with op.batch_alter_table('people', schema=None) as batch_op:
        batch_op.create_index('ix_people_post', ['post', 'service'], unique=False)
        batch_op.create_index('ix_people_service', ['service'], unique=False)
        batch_op.create_index('ix_people_setting', ['setting'], unique=False)

    op.create_table('post',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('ref', sa.String(length=24), nullable=False),
    sa.Column('n', sa.Integer(), nullable=False),
    sa.Column('letter', sa.String(length=60), nullable=False),
    sa.Column('to', sa.String(length=40), nullable=False),
    sa.Column('how', sa.String(length=20), nullable=False),
    sa.Column('person', sa.String(length=64), nullable=False),
    sa.Column('service', sa.String(length=64), nullable=False),
    sa.Column('setting', sa.String(length=64), nullable=False),
    sa.Column('email', sa.String(length=254), nullable=False),
    sa.Column('facts', sa.Text(), nullable=False),
    sa.Column('owed_on', sa.Date(), nullable=False),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('digest', sa.String(length=64), nullable=False),
    sa.Column('enclosed', sa.Text(), nullable=False),
    sa.Column('tries', sa.Integer(), nullable=False),
    sa.Column('problem', sa.Text(), nullable=False),
    sa.Column('held_until', UTCDateTime(), nullable=True),
    sa.Column('sent_at', UTCDateTime(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_post')),
    sa.UniqueConstraint('ref', 'n', 'letter', 'person', 'service', 'setting', 'email', name=op.f('uq_post_ref_n_letter_person_service_setting_email'))
    )
    with op.batch_alter_table('post', schema=None) as batch_op:
        batch_op.create_index('ix_post_ref', ['ref', 'id'], unique=False)
        batch_op.create_index('ix_post_waiting', ['state', 'id'], unique=False)

    op.create_table('prints',
    sa.Column('ref', sa.String(length=24), nullable=False),
    sa.Column('paper', sa.String(length=64), nullable=False),
    sa.Column('as_', sa.String(length=20), nullable=False),
    sa.Column('n', sa.Integer(), nullable=False),
    sa.Column('digest', sa.String(length=64), nullable=False),
    sa.Column('at', UTCDateTime(), nullable=True),
    sa.Column('tries', sa.Integer(), nullable=False),
    sa.Column('problem', sa.Text(), nullable=False),
    sa.Column('held_until', UTCDateTime(), nullable=True),
    sa.PrimaryKeyConstraint('ref', 'paper', 'as_', name=op.f('pk_prints'))
    )
    op.create_table('refs',
    sa.Column('year', sa.Integer(), nullable=False),
    sa.Column('last', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('year', name=op.f('pk_refs'))
    )
    op.create_table('register_changes',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=True, nullable=False),
    sa.Column('at', UTCDateTime(), nullable=False),
    sa.Column('by', sa.String(length=64), nullable=False),
    sa.Column('register', sa.String(length=40), nullable=False),
    sa.Column('key', sa.String(length=64), nullable=False),
    sa.Column('before', sa.Text(), nullable=False),
    sa.Column('after', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_register_changes'))
    )
    op.create_table('secrets',
    sa.Column('person', sa.String(length=64), nullable=False),
    sa.Column('password', sa.String(length=200), nullable=False),
    sa.Column('second_factor', sa.String(length=64), nullable=False),
    sa.Column('second_factor_on', sa.Boolean(), nullable=False),
    sa.Column('last_code_step', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('pending', sa.String(length=64), nullable=False),
    sa.PrimaryKeyConstraint('person', name=op.f('pk_secrets'))
    )
    op.create_table('services',
    sa.Column('id', sa.String(length=64), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('agency', sa.String(length=40), nullable=False),
    sa.Column('gives', sa.Text(), nullable=False),
    sa.Column('email', sa.String(length=254), nullable=False),
    sa.Column('phone', sa.String(length=40), nullable=False),
    sa.Column('address', sa.Text(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_services'))
    )
    op.create_table('settings',
    sa.Column('id', sa.String(length=64), nullable=False),
    sa.Column('name', sa.String(length=200), nullable=False),
    sa.Column('kind', sa.String(length=60), nullable=False),
    sa.Column('phase', sa.String(length=40), nullable=False),
    sa.Column('urn', sa.String(length=10), nullable=False),
    sa.Column('head', sa.String(length=200), nullable=False),
    sa.Column('email', sa.String(length=254), nullable=False),
    sa.Column('phone', sa.String(length=40), nullable=False),
    sa.Column('address', sa.Text(), nullable=False),
    sa.Column('maintained_by', sa.String(length=200), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_settings'))
    )
    with op.batch_alter_table('settings', schema=None) as batch_op:
        batch_op.create_index('ix_settings_name', ['name'], unique=False)

    op.create_table('spare_codes',
    sa.Column('person', sa.String(length=64), nullable=False),
    sa.Column('code', sa.String(length=64), nullable=False),
    sa.Column('used_at', UTCDateTime(), nullable=True),
    sa.PrimaryKeyConstraint('person', 'code', name=op.f('pk_spare_codes'))
    )
    op.create_table('sweeps',
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('finished_at', UTCDateTime(), nullable=True),
    sa.Column('chased', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('day', name=op.f('pk_sweeps'))
    )
    op.create_table('user_sessions',
    sa.Column('token', sa.String(length=64), nullable=False),
    sa.Column('person', sa.String(length=64), nullable=False),
    sa.Column('began_at', UTCDateTime(), nullable=False),
    sa.Column('seen_at', UTCDateTime(), nullable=False),
    sa.Column('half', sa.Boolean(), nullable=False),
    sa.Column('with_second_factor', sa.Boolean(), nullable=False),
    sa.Column('where', sa.String(length=200), nullable=False),
    sa.Column('ended_at', UTCDateTime(), nullable=True),
    sa.PrimaryKeyConstraint('token', name=op.f('pk_user_sessions'))
    )
    with op.batch_alter_table('user_sessions', schema=None) as batch_op:
        batch_op.create_index('ix_user_sessions_began', ['began_at'], unique=False)
        batch_op.create_index('ix_user_sessions_person', ['person', 'ended_at'], unique=False)

    op.create_table('worklist',
    sa.Column('ref', sa.String(length=24), nullable=False),
    sa.Column('child', sa.String(length=200), nullable=False),
    sa.Column('sort_name', sa.String(length=200), nullable=False),
    sa.Column('initials', sa.String(length=8), nullable=False),
    sa.Column('born', sa.String(length=10), nullable=False),
    sa.Column('upn', sa.String(length=13), nullable=False),
    sa.Column('nhs_number', sa.String(length=10), nullable=False),
    sa.Column('setting', sa.String(length=64), nullable=False),
    sa.Column('setting_name', sa.String(length=200), nullable=False),
    sa.Column('stage', sa.String(length=40), nullable=False),
    sa.Column('caseworker', sa.String(length=64), nullable=False),
    sa.Column('lead', sa.String(length=64), nullable=False),
    sa.Column('requested_on', sa.Date(), nullable=False),
    sa.Column('last_on', sa.Date(), nullable=False),
    sa.Column('next_duty', sa.String(length=40), nullable=False),
    sa.Column('next_due', sa.Date(), nullable=True),
    sa.Column('waiting_due', sa.Date(), nullable=True),
    sa.Column('final_due', sa.Date(), nullable=True),
    sa.Column('level', sa.Integer(), nullable=False),
    sa.Column('story_words', sa.Integer(), nullable=False),
    sa.Column('entries', sa.Integer(), nullable=False),
    sa.Column('seal', sa.String(length=64), nullable=False),
    sa.PrimaryKeyConstraint('ref', name=op.f('pk_worklist'))
    )
    with op.batch_alter_table('worklist', schema=None) as batch_op:
        batch_op.create_index('ix_worklist_born', ['born'], unique=False)
        batch_op.create_index('ix_worklist_mine', ['caseworker', 'next_due', 'ref'], unique=False)
        batch_op.create_index('ix_worklist_name', ['sort_name', 'ref'], unique=False)
        batch_op.create_index('ix_worklist_nhs', ['nhs_number'], unique=False)
        batch_op.create_index('ix_worklist_risk', ['next_due', 'ref'], unique=False)
        batch_op.create_index('ix_worklist_stage', ['stage', 'next_due', 'ref'], unique=False)
        batch_op.create_index('ix_worklist_upn', ['upn'], unique=False)
        batch_op.create_index('ix_worklist_waiting', ['waiting_due', 'ref'], unique=False)

    op.create_table('consultations',
    sa.Column('ref', sa.String(length=24), nullable=False),
    sa.Column('row', sa.Integer(), nullable=False),
    sa.Column('setting', sa.String(length=64), nullable=False),
    sa.Column('asked_on', sa.Date(), nullable=False),
    sa.Column('due', sa.Date(), nullable=True),
    sa.Column('answer', sa.String(length=20), nullable=False),
    sa.Column('replied_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['ref'], ['worklist.ref'], name=op.f('fk_consultations_ref')),
    sa.PrimaryKeyConstraint('ref', 'row', name=op.f('pk_consultations'))
    )
    with op.batch_alter_table('consultations', schema=None) as batch_op:
        batch_op.create_index('ix_consultations_setting', ['setting', 'answer', 'due'], unique=False)

    op.create_table('contributions',
    sa.Column('ref', sa.String(length=24), nullable=False),
    sa.Column('row', sa.Integer(), nullable=False),
    sa.Column('about', sa.String(length=80), nullable=False),
    sa.Column('advice', sa.String(length=40), nullable=False),
    sa.Column('service', sa.String(length=64), nullable=False),
    sa.Column('adviser', sa.String(length=64), nullable=False),
    sa.Column('asked_on', sa.Date(), nullable=False),
    sa.Column('first_due', sa.Date(), nullable=True),
    sa.Column('full_due', sa.Date(), nullable=True),
    sa.Column('legal_due', sa.Date(), nullable=True),
    sa.Column('responded_on', sa.Date(), nullable=True),
    sa.Column('received_on', sa.Date(), nullable=True),
    sa.Column('accepted_on', sa.Date(), nullable=True),
    sa.Column('standing', sa.String(length=30), nullable=False),
    sa.Column('level', sa.Integer(), nullable=False),
    sa.Column('next_chase', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['ref'], ['worklist.ref'], name=op.f('fk_contributions_ref')),
    sa.PrimaryKeyConstraint('ref', 'row', name=op.f('pk_contributions'))
    )
    with op.batch_alter_table('contributions', schema=None) as batch_op:
        batch_op.create_index('ix_contributions_adviser', ['adviser', 'standing', 'full_due'], unique=False)
        batch_op.create_index('ix_contributions_chase', ['next_chase'], unique=False)
        batch_op.create_index('ix_contributions_level', ['level', 'full_due'], unique=False)
        batch_op.create_index('ix_contributions_service', ['service', 'standing', 'full_due'], unique=False)

    op.create_table('duties',
    sa.Column('ref', sa.String(length=24), nullable=False),
    sa.Column('row', sa.Integer(), nullable=False),
    sa.Column('duty', sa.String(length=40), nullable=False),
    sa.Column('about', sa.String(length=80), nullable=False),
    sa.Column('owed_by', sa.String(length=40), nullable=False),
    sa.Column('started', sa.Date(), nullable=False),
    sa.Column('due', sa.Date(), nullable=True),
    sa.Column('met_on', sa.Date(), nullable=True),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.Column('excuse', sa.String(length=80), nullable=False),
    sa.ForeignKeyConstraint(['ref'], ['worklist.ref'], name=op.f('fk_duties_ref')),
    sa.PrimaryKeyConstraint('ref', 'row', name=op.f('pk_duties'))
    )
    with op.batch_alter_table('duties', schema=None) as batch_op:
        batch_op.create_index('ix_duties_due', ['duty', 'due'], unique=False)

    op.create_table('outcomes',
    sa.Column('ref', sa.String(length=24), nullable=False),
    sa.Column('row', sa.Integer(), nullable=False),
    sa.Column('outcome', sa.String(length=8), nullable=False),
    sa.Column('category', sa.String(length=40), nullable=False),
    sa.Column('due', sa.String(length=10), nullable=False),
    sa.Column('wish', sa.String(length=40), nullable=False),
    sa.ForeignKeyConstraint(['ref'], ['worklist.ref'], name=op.f('fk_outcomes_ref')),
    sa.PrimaryKeyConstraint('ref', 'row', name=op.f('pk_outcomes'))
    )
    with op.batch_alter_table('outcomes', schema=None) as batch_op:
        batch_op.create_index('ix_outcomes_category', ['category'], unique=False)

    op.create_table('parties',
    sa.Column('ref', sa.String(length=24), nullable=False),
    sa.Column('row', sa.Integer(), nullable=False),
    sa.Column('person', sa.String(length=64), nullable=False),
    sa.Column('setting', sa.String(length=64), nullable=False),
    sa.Column('service', sa.String(length=64), nullable=False),
    sa.Column('capacity', sa.String(length=40), nullable=False),
    sa.Column('purpose', sa.Text(), nullable=False),
    sa.Column('since', sa.Date(), nullable=False),
    sa.Column('until', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['ref'], ['worklist.ref'], name=op.f('fk_parties_ref')),
    sa.PrimaryKeyConstraint('ref', 'row', name=op.f('pk_parties'))
    )
    with op.batch_alter_table('parties', schema=None) as batch_op:
        batch_op.create_index('ix_parties_person', ['person', 'ref'], unique=False)
        batch_op.create_index('ix_parties_service', ['service', 'ref'], unique=False)
        batch_op.create_index('ix_parties_setting', ['setting', 'ref'], unique=False)
    for statement in make_guards(op.get_bind().dialect.name):
        op.execute(statement)


def downgrade():
    """Back."""
    for statement in drop_guards(op.get_bind().dialect.name):
        op.execute(statement)
    with op.batch_alter_table('parties', schema=None) as batch_op:
        batch_op.drop_index('ix_parties_setting')
        batch_op.drop_index('ix_parties_service')
        batch_op.drop_index('ix_parties_person')

    op.drop_table('parties')
    with op.batch_alter_table('outcomes', schema=None) as batch_op:
        batch_op.drop_index('ix_outcomes_category')

    op.drop_table('outcomes')
    with op.batch_alter_table('duties', schema=None) as batch_op:
        batch_op.drop_index('ix_duties_due')

    op.drop_table('duties')
    with op.batch_alter_table('contributions', schema=None) as batch_op:
        batch_op.drop_index('ix_contributions_service')
        batch_op.drop_index('ix_contributions_level')
        batch_op.drop_index('ix_contributions_chase')
        batch_op.drop_index('ix_contributions_adviser')

    op.drop_table('contributions')
    with op.batch_alter_table('consultations', schema=None) as batch_op:
        batch_op.drop_index('ix_consultations_setting')

    op.drop_table('consultations')
    with op.batch_alter_table('worklist', schema=None) as batch_op:
        batch_op.drop_index('ix_worklist_waiting')
        batch_op.drop_index('ix_worklist_upn')
        batch_op.drop_index('ix_worklist_stage')
        batch_op.drop_index('ix_worklist_risk')
        batch_op.drop_index('ix_worklist_nhs')
        batch_op.drop_index('ix_worklist_name')
        batch_op.drop_index('ix_worklist_mine')
        batch_op.drop_index('ix_worklist_born')

    op.drop_table('worklist')
    with op.batch_alter_table('user_sessions', schema=None) as batch_op:
        batch_op.drop_index('ix_user_sessions_person')
        batch_op.drop_index('ix_user_sessions_began')

    op.drop_table('user_sessions')
    op.drop_table('sweeps')
    op.drop_table('spare_codes')
    with op.batch_alter_table('settings', schema=None) as batch_op:
        batch_op.drop_index('ix_settings_name')

    op.drop_table('settings')
    op.drop_table('services')
    op.drop_table('secrets')
    op.drop_table('register_changes')
    op.drop_table('refs')
    op.drop_table('prints')
    with op.batch_alter_table('post', schema=None) as batch_op:
        batch_op.drop_index('ix_post_waiting')
        batch_op.drop_index('ix_post_ref')

    op.drop_table('post')
    with op.batch_alter_table('people', schema=None) as batch_op:
        batch_op.drop_index('ix_people_setting')
        batch_op.drop_index('ix_people_service')
        batch_op.drop_index('ix_people_post')

    op.drop_table('people')
    op.drop_table('papers')
    with op.batch_alter_table('looks', schema=None) as batch_op:
        batch_op.drop_index('ix_looks_ref')

    op.drop_table('looks')
    with op.batch_alter_table('links', schema=None) as batch_op:
        batch_op.drop_index('ix_links_subject')
        batch_op.drop_index('ix_links_expires')

    op.drop_table('links')
    with op.batch_alter_table('kept_forms', schema=None) as batch_op:
        batch_op.drop_index('ix_kept_forms_kept')

    op.drop_table('kept_forms')
    op.drop_table('files')
    op.drop_table('entries')
    op.drop_table('drafts')
    op.drop_table('deeds_done')
    with op.batch_alter_table('cover', schema=None) as batch_op:
        batch_op.drop_index('ix_cover_person')

    op.drop_table('cover')
    with op.batch_alter_table('attempts', schema=None) as batch_op:
        batch_op.drop_index('ix_attempts_key')
        batch_op.drop_index('ix_attempts_at')

    op.drop_table('attempts')
