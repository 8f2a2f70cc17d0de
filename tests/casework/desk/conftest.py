"""One desk that the tests of a file share: each makes cases of its own, so that none meets another's."""

import pytest

from tests import stores
from tests.casework.desk.desk_makers import SERVED, open_desk


@pytest.fixture(scope="module")
def shared_desk(shared_folder, tmp_path_factory):
    """The service that a file shares, its templates compiled once."""
    folder = tmp_path_factory.mktemp("desk")
    url = stores.fresh_sqlite(stores.sqlite_template(shared_folder), folder)
    with open_desk(url, folder) as desk:
        yield desk


@pytest.fixture
def desk(shared_desk):
    """The shared service, on the day the draft plan was served."""
    shared_desk.turn_to(SERVED)
    return shared_desk


@pytest.fixture
def own_desk(sqlite_url, tmp_path):
    """A service with nothing in it but people, for a test that counts."""
    with open_desk(sqlite_url, tmp_path) as desk:
        yield desk
