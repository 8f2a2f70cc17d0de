"""The versions of the ladder as they are kept: the first from the start, and none ever changed."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from casework import chasing
from casework.outside.database import db


def test_every_installation_starts_with_what_the_tables_say(each_house):
    assert each_house.office.ladders.all() == (chasing.first(),)


@pytest.mark.parametrize("statement", ["UPDATE ladders SET why = 'because'", "DELETE FROM ladders"])
def test_no_version_is_changed_or_removed_by_any_statement(each_house, statement):
    with pytest.raises(DBAPIError, match="never changed"):
        db.session.execute(text(statement))
    db.session.rollback()
    assert each_house.office.ladders.all() == (chasing.first(),)
