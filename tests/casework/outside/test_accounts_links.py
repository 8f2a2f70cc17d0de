"""One-time links: once, for one purpose, until they run out."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from casework.outside.accounts_links import Links
from casework.outside.database import db
from casework.outside.schema.people import links as table

HOUR = timedelta(hours=1)


@pytest.fixture
def links(registers, hands):
    """Links in an empty database."""
    return Links(hands)


def test_a_link_is_used_once_and_looking_does_not_use_it(links):
    token = links.make("sign in", "leila", HOUR)
    assert [links.look(token, "sign in") for _ in range(3)] == ["leila"] * 3
    assert links.use(token, "sign in") == "leila"
    assert links.use(token, "sign in") is None
    assert links.look(token, "sign in") is None


def test_a_link_runs_out(links, hands):
    token = links.make("sign in", "leila", HOUR)
    hands.on(minutes=60)
    assert links.look(token, "sign in") is None
    assert links.use(token, "sign in") is None


def test_a_link_for_one_purpose_opens_nothing_else(links):
    token = links.make("ask", "parent/key", HOUR)
    assert links.use(token, "sign in") is None
    assert links.use(token, "ask") == "parent/key"


def test_only_the_whole_token_opens_a_link(links):
    token = links.make("sign in", "leila", HOUR)
    for spoilt in (token.upper(), token[:-1], f"{token}x", "", "\x00", "\ud800"):
        assert links.use(spoilt, "sign in") is None


def test_only_the_newest_link_works(links):
    first, second = links.make("sign in", "leila", HOUR), links.make("sign in", "leila", HOUR)
    other, reset = links.make("sign in", "ash", HOUR), links.make("new password", "leila", HOUR)
    assert links.use(first, "sign in") is None
    assert links.use(second, "sign in") == "leila"
    assert links.use(other, "sign in") == "ash"
    assert links.use(reset, "new password") == "leila"


def test_a_token_is_long_and_kept_nowhere(links):
    token = links.make("sign in", "leila", HOUR)
    assert len(token) >= 43
    assert token not in str(db.session.execute(table.select()).all())


def test_links_that_ran_out_go_when_another_is_made(links, hands):
    links.make("sign in", "leila", HOUR)
    hands.on(hours=2)
    links.make("sign in", "ash", HOUR)
    assert [row.subject for row in db.session.execute(table.select())] == ["ash"]


def test_a_link_pressed_by_many_at_once_is_used_by_one(registers, links):
    token = links.make("sign in", "leila", HOUR)

    def press(_):
        with registers.app_context():
            return links.use(token, "sign in")

    with ThreadPoolExecutor(6) as crowd:
        assert sorted(filter(None, crowd.map(press, range(6)))) == ["leila"]
