"""Tables of the record: the diary and its papers, which are the truth, and the rows derived from them."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKeyConstraint,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from casework.outside.database import Number, UTCDateTime, db

REF = String(24)
ID = String(64)

entries = Table(
    "entries",
    db.metadata,
    Column("seq", Number, primary_key=True, autoincrement=True),
    Column("ref", REF, nullable=False),
    Column("n", Integer, nullable=False),
    Column("kind", String(40), nullable=False),
    Column("on", Date, nullable=False),
    Column("about", String(80), nullable=False),
    Column("body", Text, nullable=False),
    Column("recorded_at", UTCDateTime, nullable=False),
    Column("recorded_by", ID, nullable=False),
    Column("on_behalf_of", ID, nullable=False),
    Column("seal", String(64), nullable=False),
    UniqueConstraint("ref", "n"),
)

papers = Table(
    "papers",
    db.metadata,
    Column("ref", REF, primary_key=True),
    Column("digest", String(64), primary_key=True),
    Column("kind", String(40), nullable=False),
    Column("text", Text, nullable=False),
)

refs = Table("refs", db.metadata, Column("year", Integer, primary_key=True), Column("last", Integer, nullable=False))

deeds_done = Table(
    "deeds_done",
    db.metadata,
    Column("token", String(64), primary_key=True),
    Column("ref", REF, nullable=False),
    Column("at", UTCDateTime, nullable=False),
)

drafts = Table(
    "drafts",
    db.metadata,
    Column("kind", String(40), primary_key=True),
    Column("key", String(120), primary_key=True),
    Column("part", String(60), primary_key=True),
    Column("content", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("saved_at", UTCDateTime, nullable=False),
    Column("saved_by", ID, nullable=False),
)

# Every state of a plan being written, the newest included. Those of one person within two minutes are one.
draft_states = Table(
    "draft_states",
    db.metadata,
    Column("kind", String(40), primary_key=True),
    Column("key", String(120), primary_key=True),
    Column("part", String(60), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("content", Text, nullable=False),
    Column("begun_at", UTCDateTime, nullable=False),
    Column("saved_at", UTCDateTime, nullable=False),
    Column("saved_by", ID, nullable=False),
)

worklist = Table(
    "worklist",
    db.metadata,
    Column("ref", REF, primary_key=True),
    Column("child", String(200), nullable=False),
    Column("sort_name", String(200), nullable=False),
    Column("initials", String(8), nullable=False),
    Column("born", String(10), nullable=False),
    Column("upn", String(13), nullable=False),
    Column("nhs_number", String(10), nullable=False),
    Column("setting", String(64), nullable=False),
    Column("setting_name", String(200), nullable=False),
    Column("stage", String(40), nullable=False),
    Column("caseworker", ID, nullable=False),
    Column("lead", ID, nullable=False),
    Column("requested_on", Date, nullable=False),
    Column("last_on", Date, nullable=False),
    Column("next_duty", String(40), nullable=False),
    Column("next_due", Date),
    Column("waiting_due", Date),
    Column("final_due", Date),
    Column("tell_on", Date),
    Column("level", Integer, nullable=False),
    Column("story_words", Integer, nullable=False),
    Column("entries", Integer, nullable=False),
    Column("seal", String(64), nullable=False),
    Index("ix_worklist_risk", "next_due", "ref"),
    Index("ix_worklist_mine", "caseworker", "next_due", "ref"),
    Index("ix_worklist_name", "sort_name", "ref"),
    Index("ix_worklist_born", "born"),
    Index("ix_worklist_upn", "upn"),
    Index("ix_worklist_nhs", "nhs_number"),
    Index("ix_worklist_stage", "stage", "next_due", "ref"),
    Index("ix_worklist_waiting", "waiting_due", "ref"),
    Index("ix_worklist_tell", "tell_on", "ref"),
    Index("ix_worklist_lead", "lead", "ref"),
)


def of_case(name, *columns):
    """A table of derived rows of a case, numbered within it."""
    return Table(
        name,
        db.metadata,
        Column("ref", REF, primary_key=True),
        Column("row", Integer, primary_key=True),
        *columns,
        ForeignKeyConstraint(["ref"], ["worklist.ref"]),
    )


duties = of_case(
    "duties",
    Column("duty", String(40), nullable=False),
    Column("about", String(80), nullable=False),
    Column("owed_by", String(40), nullable=False),
    Column("started", Date, nullable=False),
    Column("due", Date),
    Column("met_on", Date),
    Column("ended_on", Date),
    Column("excuse", String(80), nullable=False),
    Index("ix_duties_due", "duty", "due"),
)

contributions = of_case(
    "contributions",
    Column("about", String(80), nullable=False),
    Column("advice", String(40), nullable=False),
    Column("service", String(64), nullable=False),
    Column("adviser", ID, nullable=False),
    Column("asked_on", Date, nullable=False),
    Column("first_due", Date),
    Column("full_due", Date),
    Column("legal_due", Date),
    Column("responded_on", Date),
    Column("received_on", Date),
    Column("accepted_on", Date),
    Column("standing", String(30), nullable=False),
    Column("level", Integer, nullable=False),
    Column("lateness", String(80), nullable=False, server_default=""),
    Column("expected", Date),
    Column("next_chase", Date),
    Index("ix_contributions_service", "service", "standing", "full_due"),
    Index("ix_contributions_adviser", "adviser", "standing", "full_due"),
    Index("ix_contributions_level", "level", "full_due"),
    Index("ix_contributions_legal", "legal_due", "ref", "row"),
    Index("ix_contributions_chase", "next_chase"),
)

timeliness = of_case(
    "timeliness",
    Column("about", String(80), nullable=False),
    Column("advice", String(40), nullable=False),
    Column("service", String(64), nullable=False),
    Column("limit", String(8), nullable=False),
    Column("month", String(7), nullable=False),
    Column("due", Date, nullable=False),
    Column("since", Date, nullable=False),
    Column("until", Date, nullable=False),
    Column("standing", String(20), nullable=False),
    Column("came_on", Date),
    Column("late", Integer),
    Column("excused", Boolean, nullable=False),
    Column("nil", Boolean, nullable=False),
    Column("returned", Integer, nullable=False),
    Column("level", Integer, nullable=False),
    Index(
        "ix_timeliness_figures",
        *("month", "limit", "service", "standing", "excused", "nil", "returned", "level"),
        *("since", "until", "advice"),
    ),
    Index("ix_timeliness_late", "limit", "month", "standing", "service", "late", "due", "since", "until", "advice"),
    Index("ix_timeliness_list", "limit", "due", "ref", "row"),
)

consultations = of_case(
    "consultations",
    Column("setting", String(64), nullable=False),
    Column("asked_on", Date, nullable=False),
    Column("due", Date),
    Column("answer", String(20), nullable=False),
    Column("replied_on", Date),
    Index("ix_consultations_setting", "setting", "answer", "due"),
)

parties = of_case(
    "parties",
    Column("person", ID, nullable=False),
    Column("setting", String(64), nullable=False),
    Column("service", String(64), nullable=False),
    Column("capacity", String(40), nullable=False),
    Column("purpose", Text, nullable=False),
    Column("since", Date, nullable=False),
    Column("until", Date),
    Index("ix_parties_person", "person", "ref"),
    Index("ix_parties_setting", "setting", "ref"),
    Index("ix_parties_service", "service", "ref"),
)

outcomes = of_case(
    "outcomes",
    Column("outcome", String(8), nullable=False),
    Column("category", String(40), nullable=False),
    Column("due", String(10), nullable=False),
    Column("wish", String(40), nullable=False),
    Index("ix_outcomes_category", "category"),
)

looks = Table(
    "looks",
    db.metadata,
    Column("id", Number, primary_key=True, autoincrement=True),
    Column("ref", REF, nullable=False),
    Column("person", ID, nullable=False),
    Column("page", String(60), nullable=False),
    Column("at", UTCDateTime, nullable=False),
    Index("ix_looks_ref", "ref", "id"),
)

post = Table(
    "post",
    db.metadata,
    Column("id", Number, primary_key=True, autoincrement=True),
    Column("ref", REF, nullable=False),
    Column("n", Integer, nullable=False),
    Column("letter", String(60), nullable=False),
    Column("to", String(40), nullable=False),
    Column("how", String(20), nullable=False),
    Column("person", ID, nullable=False),
    Column("service", String(64), nullable=False),
    Column("setting", String(64), nullable=False),
    Column("email", String(254), nullable=False),
    Column("facts", Text, nullable=False),
    Column("owed_on", Date, nullable=False),
    Column("state", String(10), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("enclosed", Text, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("problem", Text, nullable=False),
    Column("held_until", UTCDateTime),
    Column("sent_at", UTCDateTime),
    UniqueConstraint("ref", "n", "letter", "person", "service", "setting", "email"),
    Index("ix_post_waiting", "state", "id"),
    Index("ix_post_ref", "ref", "id"),
)

prints = Table(
    "prints",
    db.metadata,
    Column("ref", REF, primary_key=True),
    Column("paper", String(64), primary_key=True),
    Column("as_", String(20), primary_key=True),
    Column("n", Integer, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("at", UTCDateTime),
    Column("tries", Integer, nullable=False),
    Column("problem", Text, nullable=False),
    Column("held_until", UTCDateTime),
)

files = Table(
    "files",
    db.metadata,
    Column("digest", String(64), primary_key=True),
    Column("media_type", String(100), nullable=False),
    Column("size", Integer, nullable=False),
    Column("kept_at", UTCDateTime, nullable=False),
)

sweeps = Table(
    "sweeps",
    db.metadata,
    Column("day", Date, primary_key=True),
    Column("finished_at", UTCDateTime),
    Column("chased", Integer, nullable=False),
)
