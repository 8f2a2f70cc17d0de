"""Where somebody may go on to after signing in."""

import pytest
from flask import Flask

from casework.tables import rows
from portal.signin_onward import came_from, home_of, own_path

app = Flask("tests")
app.add_url_rule("/my-cases/<ref>", "case", lambda ref: ref)
app.add_url_rule("/my-cases/<ref>/send", "send", lambda ref: ref, methods=["POST"])


@pytest.mark.parametrize("path", ["/", "/my-cases/EHC-2026-0001?tab=who", "/desk/case/EHC-2026-0001#next", "/sign"])
def test_a_path_of_this_service_is_gone_on_to(path):
    assert own_path(path) == path


@pytest.mark.parametrize(
    "path",
    [
        *("", "my-cases", "https://evil.example/", "//evil.example", "///evil.example", "/\\evil.example", "/a\\b"),
        *("/\t/evil.example", "/a\nb", "/\x00", "/\u202e", "/" + "a" * 2001),
        *("/sign-in?next=/", "/sign-out", "/reset/x"),
    ],
)
def test_any_other_address_is_not(path):
    assert own_path(path) == ""


@pytest.mark.parametrize(
    ("asked", "sent_by", "back"),
    [
        ("/my-cases/1?tab=who", "", "/my-cases/1?tab=who"),
        ("/my-cases/1/send", "http://localhost/my-cases/1?tab=who", "/my-cases/1"),
        ("/my-cases/1/send", "http://localhost/my-cases/1/send", ""),
        ("/my-cases/1/send", "http://evil.example/my-cases/1", ""),
        ("/my-cases/1/send", "", ""),
        ("/nowhere", "", ""),
    ],
)
def test_somebody_signed_out_comes_back_to_the_page_they_were_on(asked, sent_by, back):
    with app.test_request_context(asked, method="POST", headers={"Referer": sent_by}):
        assert came_from() == back


def test_every_post_has_a_home_and_an_unknown_one_begins_at_the_front():
    for row in rows("posts"):
        assert home_of(row["post"]) == row["home"]
        assert own_path(row["home"]) == row["home"]
    assert home_of("lighthouse keeper") == "/"
