"""Tables of people: the registers, who covers for whom, and what signing in needs."""

from sqlalchemy import Boolean, Column, Date, Index, String, Table, Text, UniqueConstraint

from casework.outside.database import Number, UTCDateTime, db

ID = String(64)


def _words(name, size=200):
    return Column(name, String(size), nullable=False, default="")


people = Table(
    "people",
    db.metadata,
    Column("id", ID, primary_key=True),
    _words("name"),
    Column("email", String(254)),
    _words("phone", 40),
    Column("address", Text, nullable=False, default=""),
    _words("post", 60),
    _words("service", 64),
    _words("setting", 64),
    _words("registration", 100),
    _words("working_days", 100),
    _words("photo", 64),
    _words("language", 60),
    _words("prefers", 60),
    _words("state", 10),
    Column("sought", Text, nullable=False, default=""),  # name and email without capitals and accents, for search
    Column("created_at", UTCDateTime, nullable=False),
    UniqueConstraint("email"),
    Index("ix_people_post", "post", "service"),
    Index("ix_people_service", "service"),
    Index("ix_people_setting", "setting"),
)

services = Table(
    "services",
    db.metadata,
    Column("id", String(64), primary_key=True),
    _words("name"),
    _words("agency", 40),
    Column("gives", Text, nullable=False, default=""),
    _words("email", 254),
    _words("phone", 40),
    Column("address", Text, nullable=False, default=""),
)

settings = Table(
    "settings",
    db.metadata,
    Column("id", String(64), primary_key=True),
    _words("name"),
    _words("kind", 60),
    _words("phase", 40),
    _words("urn", 10),
    _words("head"),
    _words("email", 254),
    _words("phone", 40),
    Column("address", Text, nullable=False, default=""),
    _words("maintained_by"),
    Index("ix_settings_name", "name"),
)

cover = Table(
    "cover",
    db.metadata,
    Column("id", Number, primary_key=True, autoincrement=True),
    Column("person", ID, nullable=False),
    Column("covered_by", ID, nullable=False),
    Column("since", Date, nullable=False),
    Column("until", Date, nullable=False),
    _words("reason"),
    Index("ix_cover_person", "person", "until"),
    Index("ix_cover_until", "until", "since"),
)

vacancies = Table(
    "vacancies",
    db.metadata,
    Column("post", String(60), primary_key=True),
    Column("place", String(64), primary_key=True),  # the service, the agency, or “council”
    Column("since", Date, primary_key=True),
    Column("until", Date),
    Index("ix_vacancies_open", "until"),
)

digests = Table(
    "digests",
    db.metadata,
    Column("friday", Date, primary_key=True),
    Column("person", ID, primary_key=True),
    Column("sent_on", Date, nullable=False),
)

register_changes = Table(
    "register_changes",
    db.metadata,
    Column("id", Number, primary_key=True, autoincrement=True),
    Column("at", UTCDateTime, nullable=False),
    Column("by", ID, nullable=False),
    Column("register", String(40), nullable=False),
    Column("key", ID, nullable=False),
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
)

secrets = Table(
    "secrets",
    db.metadata,
    Column("person", ID, primary_key=True),
    Column("password", String(200), nullable=False, default=""),
    Column("second_factor", String(64), nullable=False, default=""),
    Column("second_factor_on", Boolean, nullable=False, default=False),
    Column("last_code_step", Number, nullable=False, default=0),
    Column("pending", String(64), nullable=False, default=""),  # a new second factor, until a code of it is seen
)

spare_codes = Table(
    "spare_codes",
    db.metadata,
    Column("person", ID, primary_key=True),
    Column("code", String(64), primary_key=True),
    Column("used_at", UTCDateTime),
)

user_sessions = Table(
    "user_sessions",
    db.metadata,
    Column("token", String(64), primary_key=True),
    Column("person", ID, nullable=False),
    Column("began_at", UTCDateTime, nullable=False),
    Column("seen_at", UTCDateTime, nullable=False),
    Column("half", Boolean, nullable=False, default=False),  # the first step was right, and the code is still to come
    Column("with_second_factor", Boolean, nullable=False),
    Column("where", String(200), nullable=False),
    Column("ended_at", UTCDateTime),
    Index("ix_user_sessions_person", "person", "ended_at"),
    Index("ix_user_sessions_began", "began_at"),
)

links = Table(
    "links",
    db.metadata,
    Column("token", String(64), primary_key=True),
    Column("purpose", String(40), nullable=False),
    Column("subject", String(200), nullable=False),
    Column("made_at", UTCDateTime, nullable=False),
    Column("expires_at", UTCDateTime, nullable=False),
    Column("used_at", UTCDateTime),
    Index("ix_links_subject", "subject", "purpose"),
    Index("ix_links_expires", "expires_at"),
)

attempts = Table(
    "attempts",
    db.metadata,
    Column("id", Number, primary_key=True, autoincrement=True),
    Column("key", String(64), nullable=False),
    Column("at", UTCDateTime, nullable=False),
    Index("ix_attempts_key", "key", "at"),
    Index("ix_attempts_at", "at"),
)

kept_forms = Table(
    "kept_forms",
    db.metadata,
    Column("id", String(64), primary_key=True),
    Column("person", ID, nullable=False),
    Column("path", Text, nullable=False),
    Column("fields", Text, nullable=False),
    Column("kept_at", UTCDateTime, nullable=False),
    Index("ix_kept_forms_kept", "kept_at"),
)

views = Table(
    "views",
    db.metadata,
    Column("id", String(64), primary_key=True),
    Column("person", ID, nullable=False),
    _words("name", 60),
    Column("filters", Text, nullable=False),
    Column("first", Boolean, nullable=False, default=False),
    _words("team", 64),  # the service whose people see it too; nobody else when empty
    Column("made_at", UTCDateTime, nullable=False),
    Index("ix_views_person", "person"),
    Index("ix_views_team", "team"),
)

feeds = Table(
    "feeds",
    db.metadata,
    Column("id", String(64), primary_key=True),
    Column("token", String(64), nullable=False),  # a digest: the address itself is with its owner alone
    Column("person", ID, nullable=False),
    _words("name", 60),
    _words("kind", 10),
    Column("subject", Text, nullable=False),  # filters of what is owed, or the reference of a family's case
    _words("post", 60),
    _words("service", 64),
    _words("setting", 64),
    Column("made_at", UTCDateTime, nullable=False),
    Column("fetched_at", UTCDateTime),
    Column("ended_at", UTCDateTime),
    UniqueConstraint("token"),
    Index("ix_feeds_person", "person"),
)
