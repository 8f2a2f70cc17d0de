"""One service that the tests of a file about signing in share, emptied after each: its templates are compiled once."""

import pytest

from casework.outside.database import db, one_write
from casework.outside.schema import people as t
from casework.outside.schema.record import post
from tests import stores
from tests.casework.outside.register_makers import Hands
from tests.portal.signing_in import service

TABLES = (t.people, t.services, t.settings, t.cover, t.register_changes, t.secrets, t.spare_codes)
TABLES += (t.user_sessions, t.links, t.attempts, t.kept_forms, t.views, t.feeds, post)


@pytest.fixture(scope="module")
def shared_hands():
    """The clock of the service that the file shares."""
    return Hands()


@pytest.fixture(scope="module")
def shared_service(shared_folder, tmp_path_factory, shared_hands):
    """The service that the file shares."""
    folder = tmp_path_factory.mktemp("signing-in")
    url = stores.fresh_sqlite(stores.sqlite_template(shared_folder), folder)
    with service(url, folder, shared_hands) as served:
        yield served


@pytest.fixture
def hands(shared_hands):
    """A clock whose hands this test moves, at its beginning."""
    shared_hands.moment = Hands().moment
    return shared_hands


@pytest.fixture
def quick(shared_service, hands):
    """The service, with nobody in it, where the database makes no difference."""
    yield shared_service
    with shared_service.app_context():
        with one_write():
            for table in TABLES:
                db.session.execute(table.delete())
